// POST /$batch: up to twenty calls in one, each admitted and answered on its own (Graph docs, json-batching).
import { z } from 'zod';
import type { Tenant } from '../tenant.ts';
import { type Answer, badRequest, finish, type GraphRequest, refuse } from './answer.ts';
import { readBearer } from './bearer.ts';
import { dispatch } from './dispatch.ts';

const inner = z.strictObject({
  id: z.string().min(1),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: z.string().min(1),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).optional(),
});
type Inner = z.infer<typeof inner>;

const batch = z.strictObject({ requests: z.array(inner).min(1).max(20) });

/** What makes the whole batch unreadable; anything else fails only its own request. */
function fault(requests: readonly Inner[]): string | undefined {
  const seen = new Set<string>();
  for (const { id, url, dependsOn = [] } of requests) {
    if (seen.has(id)) return `Request id '${id}' is used twice.`;
    if (/^https?:/i.test(url)) return `Request '${id}': the url must be relative.`;
    if (/\$batch/.test(url)) return `Request '${id}': a batch cannot hold a batch.`;
    const stranger = dependsOn.find((other) => !seen.has(other));
    // The docs show dependsOn on earlier requests only; one that looks ahead is refused here (unverified).
    if (stranger !== undefined)
      return `Request '${id}': dependsOn names '${stranger}', which is not before it.`;
    seen.add(id);
  }
  return undefined;
}

function readBatch(text: string | undefined): readonly Inner[] | string {
  try {
    const read = batch.safeParse(JSON.parse(text ?? ''));
    if (!read.success) {
      const [issue] = read.error.issues;
      return `Invalid batch payload format: ${issue?.path.join('/')} ${issue?.message}`;
    }
    return fault(read.data.requests) ?? read.data.requests;
  } catch {
    return 'Invalid batch payload format.';
  }
}

const lowered = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

async function answerInner(tenant: Tenant, outer: GraphRequest, request: Inner): Promise<Answer> {
  return dispatch(tenant, {
    method: request.method,
    target: request.url.startsWith('/') ? request.url : `/${request.url}`,
    headers: { ...lowered(request.headers ?? {}), authorization: outer.headers.authorization ?? '' },
    text: request.body === undefined ? undefined : JSON.stringify(request.body),
  });
}

async function answerAll(tenant: Tenant, outer: GraphRequest, requests: readonly Inner[]) {
  const under = new Map<string, Promise<Answer>>();
  for (const request of requests) {
    const before = (request.dependsOn ?? []).flatMap((id) => under.get(id) ?? []);
    const failed = refuse(424, 'FailedDependency', 'A request that this one depends on has failed.');
    const answer = Promise.all(before).then((earlier) =>
      earlier.some((one) => one.status >= 400) ? failed : answerInner(tenant, outer, request),
    );
    under.set(request.id, answer);
  }
  const entries = [...under].map(async ([id, answer]) => ({ id, ...(await answer) }));
  // Answers come in any order (same docs); a tenant that kept the order of the requests would hide who relies on it.
  return (await Promise.all(entries)).reverse();
}

export async function answerBatch(tenant: Tenant, request: GraphRequest): Promise<Answer> {
  const bearer = await readBearer(tenant, request.headers.authorization);
  if ('status' in bearer) return finish(tenant, request, bearer);
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return finish(tenant, request, badRequest('A batch must be sent as application/json.'));
  }
  const requests = readBatch(request.text);
  if (typeof requests === 'string') return finish(tenant, request, badRequest(requests));
  const responses = await answerAll(tenant, request, requests);
  return finish(tenant, request, { status: 200, body: { responses } });
}
