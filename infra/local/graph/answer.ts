// What a call to Graph carries and what it is answered with, including Microsoft's error body.
import type { Tenant } from '../tenant.ts';

export const graphRoot = 'https://graph.microsoft.com/v1.0';

export interface GraphRequest {
  method: string;
  /** Path below /v1.0 with its query, exactly as received. */
  target: string;
  /** Header names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** The text of the body; undefined when there is none. */
  text?: string | undefined;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: Record<string, unknown>;
}

export const refuse = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } },
});

export const badRequest = (message: string): Answer => refuse(400, 'BadRequest', message);

export const noContent: Answer = { status: 204 };

/** Adds what Graph adds to every answer: the trace ids, and the inner error (Graph docs: errors). */
export function finish(tenant: Tenant, request: GraphRequest, answer: Answer): Answer {
  const id = crypto.randomUUID();
  const clientId = request.headers['client-request-id'] ?? id;
  const headers = { 'request-id': id, 'client-request-id': clientId, ...answer.headers };
  const error = answer.body?.error;
  if (typeof error !== 'object' || error === null) return { ...answer, headers };
  const innerError = {
    date: tenant.now().slice(0, 19),
    'request-id': id,
    'client-request-id': clientId,
  };
  return { status: answer.status, headers, body: { error: { ...error, innerError } } };
}
