// Calls that arrive late: whoever made them has given up by then, and they take effect all the same.
import type { FastifyInstance, FastifyRequest, InjectOptions } from 'fastify';
import type { Tenant } from './tenant.ts';

/** By this a call that comes late is known from one that comes over the wire. */
const from = 'late';

export interface Late {
  /** Keeps the call as it is, to be made so many seconds later on the tenant's clock. */
  hold(request: FastifyRequest, seconds: number): void;
  isOne(request: FastifyRequest): boolean;
}

const copyOf = ({ method, url, headers, body }: FastifyRequest): InjectOptions => {
  const { 'content-length': _, 'transfer-encoding': __, connection: ___, ...kept } = headers;
  return {
    method: method as NonNullable<InjectOptions['method']>,
    url,
    headers: kept,
    remoteAddress: from,
    ...(body === undefined || body === null
      ? {}
      : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
};

/** Nobody sees the tenant at a later moment before what has arrived until then has taken effect. */
export function lateCalls(app: FastifyInstance, tenant: Tenant): Late {
  let held: { at: number; call: InjectOptions }[] = [];
  const now = () => Date.parse(tenant.now());
  const isOne = ({ ip }: FastifyRequest) => ip === from;
  app.addHook('onRequest', async (request) => {
    if (held.length === 0 || isOne(request)) return;
    const arrived = held.filter(({ at }) => at <= now());
    held = held.filter((it) => !arrived.includes(it));
    for (const { call } of arrived) await app.inject(call);
  });
  return {
    hold(request, seconds) {
      held.push({ at: now() + seconds * 1000, call: copyOf(request) });
    },
    isOne,
  };
}
