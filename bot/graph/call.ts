// One call of Microsoft Graph: exactly one request, with our token, and every end of it as an outcome.
import { randomUUID } from 'node:crypto';
import { Client, GraphClientError, type Middleware, ResponseType } from '@microsoft/microsoft-graph-client';
import {
  atOrigin,
  isLoopback,
  outcomeOfFailure,
  outcomeOfStatus,
  patience as usualPatience,
  withoutToken,
} from '../outside.ts';
import type { Outcome } from '../run/ports.ts';
import { codeIn } from './meant.ts';

export interface Asking {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Made by `path`; null when an id in it was none. */
  path: string | null;
  /** Plain text; it is encoded here. */
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

export type Call = (asking: Asking) => Promise<Outcome<unknown>>;

interface Settings {
  token: () => Promise<string>;
  graphUrl: string;
  patience?: number;
}

export const graphOrigin = 'https://graph.microsoft.com';

export function graphCalls({ token, graphUrl, patience = usualPatience }: Settings): Call {
  const client = Client.initWithMiddleware({
    baseUrl: `${graphOrigin}/`,
    defaultVersion: 'v1.0',
    middleware: socketTo(graphUrl),
  });

  return async ({ method, path, query = {}, body, headers = {} }) => {
    if (path === null) return { is: 'refused', code: 'badId', status: 400 };
    const reads = method === 'GET';
    let bearer: string;
    try {
      bearer = await token();
    } catch (failure) {
      return withoutToken(failure);
    }
    const request = client
      .api(path)
      .query(encodedAll(query))
      .headers({ ...headers, Authorization: `Bearer ${bearer}`, 'client-request-id': randomUUID() })
      .option('signal', AbortSignal.timeout(patience))
      .responseType(ResponseType.RAW);
    try {
      const send = {
        GET: () => request.get(),
        POST: () => request.post(body),
        PATCH: () => request.patch(body),
        DELETE: () => request.delete(),
      };
      const answer: Response = await send[method]();
      return await outcomeOf(answer, reads);
    } catch (failure) {
      return outcomeOfFailure(failure instanceof GraphClientError ? failure.customError : failure, reads);
    }
  };
}

/**
 * The whole chain: no RetryHandler, which posts again after 503 and 504, and no handler that follows a redirect
 * with our token. A tenant on this machine is reached by exchanging the origin, here at the very end.
 */
function socketTo(graphUrl: string): Middleware {
  const target = (url: string) => (isLoopback(new URL(graphUrl)) ? atOrigin(graphUrl, url) : url);
  return {
    async execute(context) {
      const url = typeof context.request === 'string' ? context.request : context.request.url;
      try {
        context.response = await fetch(target(url), { ...context.options, redirect: 'manual' });
      } catch (failure) {
        // The client would turn it into an error of its own without the cause.
        throw Object.assign(new GraphClientError(), { customError: failure });
      }
    },
  };
}

async function outcomeOf(answer: Response, reads: boolean): Promise<Outcome<unknown>> {
  const body = jsonIn(await answer.text());
  // What takes longer is answered with where to ask for it, and nothing else.
  const location = answer.status === 202 ? answer.headers.get('location') : null;
  if (location !== null) return { is: 'done', value: { location } };
  if (answer.ok) return { is: 'done', value: body };
  const code = codeIn(body);
  return outcomeOfStatus({ status: answer.status, code, header: (name) => answer.headers.get(name) }, reads);
}

/** Graph says JSON even where there is nothing, and proxies answer in HTML. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const encodedAll = (query: Record<string, string>) =>
  Object.fromEntries(Object.entries(query).map(([name, text]) => [name, encodeURIComponent(text)]));

/** A path whose ids are encoded, each a segment of its own; null when one of them is empty or leads elsewhere. */
export function path(texts: TemplateStringsArray, ...ids: string[]): string | null {
  if (ids.some((id) => id === '' || /^\.{1,2}$/.test(id) || /[/\\?#\p{Cc}]/u.test(id))) return null;
  return String.raw({ raw: texts }, ...ids.map(encodeURIComponent));
}

/** A text in an OData filter. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
