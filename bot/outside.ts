// What an answer of Microsoft, or the lack of one, says about the effect of the call: shared by teams and graph.
import type { Outcome } from './run/ports.ts';

export type Failed = Exclude<Outcome<never>, { is: 'done' }>;

/** Nobody waits longer than this for an answer; what is not answered by then is unknown. */
export const patience = 15_000;

/** After these nothing has been sent: there was no connection to send it through. */
const neverSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Loopback by name or number; URL has already brought odd spellings of 127.0.0.1 into this form. */
export const isLoopback = (url: URL): boolean =>
  url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);

/** The same path and query at another origin. */
export function atOrigin(origin: string, url: string): string {
  const { pathname, search } = new URL(url);
  return `${new URL(origin).origin}${pathname}${search}`;
}

/** Seconds of a Retry-After, at least 1: a number, or a date measured against the answer's own Date. */
function retryAfter(header: string | null, date: string | null, otherwise: number): number {
  if (header === null || header.trim() === '') return otherwise;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(1, Math.ceil(seconds));
  const from = Date.parse(date ?? '');
  const until = Date.parse(header);
  if (Number.isNaN(until)) return otherwise;
  return Math.max(1, Math.ceil((until - (Number.isNaN(from) ? Date.now() : from)) / 1000));
}

export interface Answered {
  status: number;
  /** Microsoft's own code out of the body, where there is one. */
  code: string | undefined;
  header(name: string): string | null;
}

/** What a status outside 2xx says. A call that only reads has no effect that could be in doubt. */
export function outcomeOfStatus(
  { status, code = `http${status}`, header }: Answered,
  reads: boolean,
): Failed {
  const doubtful = status === 408 || status >= 500;
  if (status !== 429 && !doubtful) return { is: 'refused', code, status };
  // SharePoint says with 503, too, for how long it takes nothing (SharePoint docs, "Avoid getting throttled").
  const named = status === 503 && header('retry-after') !== null;
  const seconds = retryAfter(header('retry-after'), header('date'), 5);
  const tooMuch = status === 429 || named ? { tooMuch: seconds } : {};
  if (status === 429 || reads) return { is: 'wait', seconds, code, ...tooMuch };
  return { is: 'unknown', code, ...tooMuch };
}

/** The code of a failed connection: Node's own, wherever fetch or a client has wrapped it. */
function codeOf(failure: unknown): string {
  const chain: unknown[] = [];
  for (let at = failure; at instanceof Error && chain.length < 5; at = at.cause) chain.push(at);
  for (const error of chain) {
    if (error instanceof AggregateError) chain.push(...error.errors);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code === 'string') return code;
  }
  const name = chain[0] instanceof Error ? chain[0].name : '';
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'noAnswer';
}

/** What it means that there was no answer at all. */
export function outcomeOfFailure(failure: unknown, reads: boolean): Failed {
  const code = codeOf(failure);
  return reads || neverSent.has(code) ? { is: 'wait', seconds: 5, code } : { is: 'unknown', code };
}

/** Without our own token nothing was sent; Entra's code says why. */
export const withoutToken = (failure: unknown): Failed => ({
  is: 'wait',
  seconds: 30,
  code: codeOf(failure),
});
