// Faults on demand: the next calls to Graph, to the connector or for a token fail as Microsoft's sometimes do.
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

const Fault = z.strictObject({
  method: z
    .string()
    .transform((method) => method.toUpperCase())
    .optional(),
  /** A part of the URL, as it was sent or decoded. */
  path: z.string().optional(),
  answer: z.union([
    z.literal('drop'),
    z.strictObject({ delayMs: z.int().min(0).max(120_000) }),
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
  take(method: string, url: string): Fault | undefined;
}

export function noFaults(): Faults {
  let faults: Fault[] = [];
  return {
    put(asked) {
      faults = Array.isArray(asked) ? [...asked] : [...faults, asked];
      return faults;
    },
    take(method, url) {
      const fault = faults.find((f) => (!f.method || f.method === method) && (!f.path || names(url, f.path)));
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

export function faultHooks(app: FastifyInstance, faults: Faults, concerns: (url: string) => boolean): void {
  const later = new WeakMap<FastifyRequest, Fault['answer']>();
  app.addHook('preHandler', async (request, reply) => {
    const fault = concerns(request.url) ? faults.take(request.method, request.url) : undefined;
    if (fault?.afterEffect) later.set(request, fault.answer);
    else if (fault) return before(fault.answer, request, reply);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const answer = later.get(request);
    if (answer === undefined) return payload;
    later.delete(request);
    if (answer === 'drop') request.raw.socket.destroy();
    else if ('delayMs' in answer) await pause(answer.delayMs);
    else {
      reply.code(answer.status).removeHeader('content-length').type('application/json');
      reply.headers(answer.headers ?? {});
      return JSON.stringify(bodyOf(answer));
    }
    return payload;
  });
}

async function before(answer: Fault['answer'], request: FastifyRequest, reply: FastifyReply) {
  if (answer === 'drop') {
    reply.hijack();
    request.raw.socket.destroy();
  } else if ('delayMs' in answer) await pause(answer.delayMs);
  else
    return reply
      .code(answer.status)
      .headers(answer.headers ?? {})
      .send(bodyOf(answer));
}

const bodyOf = ({ status, body }: { status: number; body?: unknown }) =>
  body ?? { error: { code: `Fault${status}`, message: 'A fault that was asked for.' } };
