// Faults on demand: the next calls to Graph, to the connector or for a token fail as Microsoft's sometimes do.
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { fallBehind } from './graph/behind.ts';
import { type Late, lateCalls } from './late.ts';
import type { Tenant } from './tenant.ts';

const Fault = z.strictObject({
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional(),
  /** A part of the URL, as it was sent or decoded. */
  path: z.string().optional(),
  /** A part of the body, as it was sent. */
  body: z.string().optional(),
  answer: z.union([
    z.literal('drop'),
    z.strictObject({ delayMs: z.int().min(0).max(120_000) }),
    /** Whoever asked hears nothing and gives up; the call takes effect so much later on the tenant's clock. */
    z.strictObject({ lateSeconds: z.int().min(1).max(3600) }),
    /** It takes effect and is answered, and for so long reads of Graph show what was before. */
    z.strictObject({ staleSeconds: z.int().min(1).max(3600), answered: z.boolean() }),
    z.strictObject({
      status: z.int().min(400).max(599),
      headers: z.record(z.string(), z.string()).optional(),
      body: z.unknown().optional(),
    }),
  ]),
  times: z.int().min(1).default(1),
  /** The call takes effect, and only its answer goes wrong. */
  afterEffect: z.boolean().default(false),
});

export type Fault = z.infer<typeof Fault>;

/** One fault more, a list instead of all earlier ones, or none at all. */
export const FaultsAsked = z.union([z.array(Fault), Fault]);

export interface Faults {
  put(asked: z.infer<typeof FaultsAsked>): Fault[];
  /** The first fault that this call meets; it counts down. */
  take(method: string, url: string, body: unknown): Fault | undefined;
}

export function noFaults(): Faults {
  let faults: Fault[] = [];
  return {
    put(asked) {
      faults = Array.isArray(asked) ? [...asked] : [...faults, asked];
      return faults;
    },
    take(method, url, body) {
      const sent = typeof body === 'string' ? body : JSON.stringify(body ?? '');
      const fault = faults.find(
        (f) =>
          (!f.method || f.method === method) &&
          (!f.path || names(url, f.path)) &&
          (!f.body || sent.includes(f.body)),
      );
      if (fault) fault.times -= 1;
      faults = faults.filter((f) => f.times > 0);
      return fault;
    },
  };
}

function names(url: string, path: string): boolean {
  return url.includes(path) || decoded(url).includes(path);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

export function faultHooks(
  app: FastifyInstance,
  tenant: Tenant,
  faults: Faults,
  concerns: (url: string) => boolean,
): void {
  const later = new WeakMap<FastifyRequest, Fault['answer']>();
  const late = lateCalls(app, tenant);
  app.addHook('preHandler', async (request, reply) => {
    const isMet = concerns(request.url) && !late.isOne(request);
    const fault = isMet ? faults.take(request.method, request.url, request.body) : undefined;
    if (!fault) return;
    const { answer } = fault;
    if (typeof answer === 'object' && 'staleSeconds' in answer) {
      fallBehind(tenant, answer.staleSeconds);
      if (!answer.answered) later.set(request, 'drop');
    } else if (fault.afterEffect) later.set(request, answer);
    else return before(answer, request, reply, late);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const answer = later.get(request);
    if (answer === undefined) return payload;
    later.delete(request);
    if (answer === 'drop') request.raw.socket.destroy();
    else if ('delayMs' in answer) await pause(answer.delayMs);
    else if ('status' in answer) {
      reply.code(answer.status).removeHeader('content-length').type('application/json');
      reply.headers(answer.headers ?? {});
      return JSON.stringify(bodyOf(answer));
    } else request.raw.socket.destroy();
    return payload;
  });
}

async function before(answer: Fault['answer'], request: FastifyRequest, reply: FastifyReply, late: Late) {
  if (typeof answer === 'object' && 'status' in answer)
    return reply
      .code(answer.status)
      .headers(answer.headers ?? {})
      .send(bodyOf(answer));
  if (typeof answer === 'object' && 'delayMs' in answer) return pause(answer.delayMs);
  if (typeof answer === 'object' && 'lateSeconds' in answer) late.hold(request, answer.lateSeconds);
  reply.hijack();
  request.raw.socket.destroy();
}

const bodyOf = ({ status, body }: { status: number; body?: unknown }) =>
  body ?? { error: { code: `Fault${status}`, message: 'A fault that was asked for.' } };
