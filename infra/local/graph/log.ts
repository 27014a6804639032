// Writes each call to Graph into the request log, as received and as answered, without the token.
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestLog } from '../requests.ts';
import type { Tenant } from '../tenant.ts';
import { requested } from './admission.ts';
import { graphRoot } from './answer.ts';

const parsed = (text: unknown): unknown => {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const plainHeaders = (
  headers: Readonly<Record<string, string | string[] | number | undefined>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined || name === 'authorization' ? [] : [[name, String(value)]],
    ),
  );

/** An onSend hook: by then the answer is known, also one that a trial put in place of ours. */
export const logCall =
  (tenant: Tenant, log: RequestLog, prefix: string) =>
  async (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    log.add({
      method: request.method,
      url: graphRoot + request.url.slice(prefix.length),
      headers: plainHeaders(request.headers),
      body: parsed(request.body),
      status: reply.statusCode,
      responseHeaders: plainHeaders(reply.getHeaders()),
      responseBody: parsed(payload),
      auth: 'app',
      permissions: requested(tenant),
      ts: Date.parse(tenant.now()),
    });
    return payload;
  };
