// Finds the call that a path means, with ids in segments or in parentheses and sites by address.
import { type Answer, badRequest, refuse } from './answer.ts';
import type { Operation } from './operation.ts';

// Graph docs, "Get a site by server-relative URL": /sites/{host}:/{path} ends at the next colon.
const siteByAddress = /^\/sites\/([^/:]+):\/([^:]*?)\/?(?::(?=\/|$)|$)/;

/** Undefined when the path is not encoded well. */
function segmentsOf(path: string): string[] | undefined {
  const address = siteByAddress.exec(path);
  const rest = path.slice(address?.[0].length ?? 0);
  const plain = rest
    .split('/')
    .filter((segment) => segment !== '')
    .flatMap((segment) => /^(\w+)\('([^']*)'\)$/.exec(segment)?.slice(1) ?? [segment]);
  const site = address ? ['sites', `${address[1]}:/${address[2]}`] : [];
  try {
    return [...site, ...plain].map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

const isId = (step: string) => step.startsWith('{');

function fits(pattern: readonly string[], segments: readonly string[]): boolean {
  return segments.every((segment, i) => {
    const step = pattern[i];
    return step !== undefined && (isId(step) || step === segment);
  });
}

export interface Found {
  operation: Operation;
  ids: Record<string, string>;
}

export function find(operations: readonly Operation[], method: string, path: string): Found | Answer {
  const segments = segmentsOf(path);
  if (segments === undefined) return badRequest('The request URI is not valid.');
  const steps = operations.map((operation) => ({ operation, pattern: operation.path.split('/').slice(1) }));
  const here = steps.filter(({ pattern }) => pattern.length === segments.length && fits(pattern, segments));
  const found = here.find(({ operation }) => operation.method === method);
  if (found) {
    const ids = found.pattern.flatMap((step, i) =>
      isId(step) ? [[step.slice(1, -1), segments[i] ?? '']] : [],
    );
    return { operation: found.operation, ids: Object.fromEntries(ids) };
  }
  if (here.length > 0) {
    return refuse(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  }
  const known = segments.findIndex(
    (_, i) => !steps.some(({ pattern }) => fits(pattern, segments.slice(0, i + 1))),
  );
  const stray = segments[known < 0 ? segments.length - 1 : known] ?? '';
  return badRequest(`Resource not found for the segment '${stray}'.`);
}
