// Answers one call to Graph in order: token, path, permission, query, body, and then the operation.
import type { Tenant } from '../tenant.ts';
import { forbidden, grantedFor } from './admission.ts';
import { type Answer, badRequest, finish, type GraphRequest, refuse } from './answer.ts';
import { readBearer } from './bearer.ts';
import { asRead } from './behind.ts';
import { operations } from './operations.ts';
import { find } from './path.ts';
import { peopleOnly } from './peopleOnly.ts';
import { throttled } from './throttle.ts';
import { readView } from './view.ts';

/** A body is JSON or nothing (Graph docs, "Use the Microsoft Graph API": Content-Type of write requests). */
function readBody({ text, headers }: GraphRequest): { body: unknown } | Answer {
  if (text === undefined || text === '') return { body: undefined };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    return badRequest('Write requests must contain the Content-Type header declaration application/json.');
  }
  try {
    return { body: JSON.parse(text) };
  } catch {
    return badRequest('Unable to read JSON request payload. Please ensure payload is of valid JSON format.');
  }
}

const known = [...operations, ...peopleOnly];

const sameStep = (step: string, segment: string | undefined) => step === '*' || step === segment;

/** What was just made is not yet seen everywhere: a trial lets the first reads of a path answer 404. */
function lateRead(tenant: Tenant, path: string): Answer | undefined {
  const segments = path.split('/');
  const late = tenant.state.lateReads?.find(({ path: pattern, times }) => {
    const steps = pattern.split('/');
    return (
      times > 0 && steps.length === segments.length && steps.every((step, i) => sameStep(step, segments[i]))
    );
  });
  if (!late) return undefined;
  late.times -= 1;
  tenant.changed();
  return refuse(404, 'NotFound', 'Resource not found.');
}

async function decide(tenant: Tenant, request: GraphRequest): Promise<Answer> {
  const { method, target, headers } = request;
  const bearer = await readBearer(tenant, headers.authorization);
  if ('status' in bearer) return bearer;
  const [path = '', query = ''] = target.split(/\?(.*)/s);
  // "/me request is only valid with delegated authentication flow." (Graph docs, error of that name).
  if (/^\/me(\/|$)/.test(path))
    return badRequest('/me request is only valid with delegated authentication flow.');
  const found = find(known, method, path);
  if ('status' in found) return found;
  const { operation, ids } = found;
  const tooSoon = throttled(tenant, found);
  if (tooSoon) return tooSoon;
  const granted = grantedFor(tenant, bearer.roles, ids);
  const refused = forbidden(operation, granted);
  if (refused) return refused;
  const view = readView(new URLSearchParams(query), headers, operation.options, operation.type);
  if ('status' in view) return view;
  const read = readBody(request);
  if ('status' in read) return read;
  const late = method === 'GET' ? lateRead(tenant, path) : undefined;
  if (late) return late;
  const param = (name: string) => ids[name] ?? '';
  const shown = method === 'GET' ? asRead(tenant) : tenant;
  const call = { tenant: shown, target, param, headers, view, type: operation.type, granted };
  return operation.run(call, read.body);
}

export async function dispatch(tenant: Tenant, request: GraphRequest): Promise<Answer> {
  return finish(tenant, request, await decide(tenant, request));
}
