// One call of Graph as this tenant knows it: its path, who may make it, its body, and what it does.
import { z } from 'zod';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest } from './answer.ts';
import type { EntityType, View } from './view.ts';

/** Which of Microsoft's services stands behind the path: each refuses in its own words. */
export type Family = 'directory' | 'teams' | 'sites' | 'planner' | 'outlook';

export interface Call {
  tenant: Tenant;
  /** Path below /v1.0 with its query, as received. */
  target: string;
  param: (name: string) => string;
  headers: Readonly<Record<string, string>>;
  view: View;
  type: EntityType;
  granted: ReadonlySet<string>;
}

export interface Operation {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments in braces are ids. */
  path: string;
  family: Family;
  /** Any one of these is enough; `.Group` and `.User` are resource-specific. */
  permissions: readonly string[];
  options: readonly string[];
  type: EntityType;
  run: (call: Call, body: unknown) => Answer;
}

interface Reading {
  path: string;
  family: Family;
  permissions: readonly string[];
  type: EntityType;
  options?: readonly string[];
  run: (call: Call) => Answer;
}

export const reading = (given: Reading): Operation => ({
  options: ['$select'],
  ...given,
  method: 'GET',
  run: (call) => given.run(call),
});

interface Writing<B> {
  method: 'POST' | 'PATCH';
  path: string;
  family: Family;
  permissions: readonly string[];
  type: EntityType;
  body: z.ZodType<B>;
  run: (call: Call, body: B) => Answer;
}

export function writing<B>({ body: shape, run, ...given }: Writing<B>): Operation {
  return {
    ...given,
    options: [],
    run(call, body) {
      const read = shape.safeParse(body);
      return read.success ? run(call, read.data) : badRequest(complaint(read.error, given.type));
    },
  };
}

export const removing = (given: Omit<Reading, 'options'>): Operation => ({
  ...given,
  method: 'DELETE',
  options: [],
  run: (call) => given.run(call),
});

/** For an action that takes no body. */
export const emptyBody = z.strictObject({}).optional();

/** Microsoft names the property; what it says about it differs between its services (unverified). */
function complaint(error: z.ZodError, { name, properties }: EntityType): string {
  const [issue] = error.issues;
  const at = issue?.path.join('/') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const property = at === '' ? key : `${at}/${key}`;
    return at === '' && properties.includes(key)
      ? `Property '${property}' of type '${name}' is read-only or cannot be set in this request.`
      : `The property '${property}' does not exist on type '${name}' or is not supported in this request.`;
  }
  return `Invalid value specified for property '${at}' of resource '${name}': ${issue?.message ?? ''}`;
}

/** Every object names its type as Graph does, with or without the hash sign. */
export const typed = (name: string) =>
  z.string().regex(new RegExp(`^#?[mM]icrosoft\\.[gG]raph\\.${name}$`), `must be #microsoft.graph.${name}`);
