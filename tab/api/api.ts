// The app's own API from the tab: typed by the contract, every failure a value with a code.
import type {
  Problem as Answer,
  Board,
  CarriedOut,
  Doing,
  Effects,
  Facilitation,
  Home,
  Inside,
  Starters,
  Talk,
  Topics,
  Workspace,
} from '../../bot/web/contract.ts';

/** A named no. `lost`: what was shown before may not be shown any longer. */
export interface Problem {
  code: string;
  /** The server's own sentence; without one the page has a sentence for the code. */
  message?: string;
  lost: boolean;
}

export interface Failed {
  problem: Problem;
}

export type Seen<T> = { value: T; etag: string } | 'same' | Failed;
export type Read<T> = (etag: string) => Promise<Seen<T>>;

/** A command of the contract: what to do, and its own fields. */
export type Command = { do: string } & Record<string, unknown>;

export interface Api {
  home: Read<Home>;
  board(group: string): Read<Board>;
  /** A page of each of its lists, as are the following; `after`: where the page before said that the next begins. */
  inside(group: string, after?: string): Read<Inside>;
  doing(group: string): Read<Doing>;
  workspace(group: string): Read<Workspace>;
  /** `like`: a part of what was said; `thread`: that one alone, with all its answers. */
  talk(group: string, asked?: { like?: string; after?: string; thread?: string }): Read<Talk>;
  /** `like`: a part of the name. */
  topics(like: string, after?: string): Read<Topics>;
  starters: Read<Starters>;
  facilitation(after?: string): Read<Facilitation>;
  /** What is due, under way, failed or unknown. */
  effects(after?: string): Read<Effects>;
  send(command: Command): Promise<CarriedOut | Failed>;
}

export interface Ways {
  /** Undefined when Teams gives none without asking the reader. */
  token(): Promise<string | undefined>;
  /** In which the app says its sentences, as the page does. */
  language(): string;
  fetch: typeof fetch;
  newKey(): string;
  patience?: number;
}

export const isFailed = (answer: object | 'same'): answer is Failed =>
  typeof answer === 'object' && 'problem' in answer;

const failed = (code: string, lost = false): Failed => ({ problem: { code, lost } });

/** Nobody can say whether these were carried out, so the next try has the same key. */
const open = (status: number, code: string) =>
  status === 200 || status >= 500 || status === 429 || code === 'running';

const asking = (path: string, query: Record<string, string | undefined>) => {
  const asked = Object.entries(query).filter((it): it is [string, string] => Boolean(it[1]));
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked).toString()}`;
};

interface Answered {
  status: number;
  etag: string;
  /** Undefined when it is no JSON. */
  body: unknown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function problemIn({ status, body }: Answered): Failed {
  const lost = status >= 400 && status < 500 && status !== 429;
  const error = (body as Partial<Answer> | undefined)?.error;
  return error ? { problem: { code: error.code, message: error.message, lost } } : failed('broken', lost);
}

type Ask = (path: string, request: RequestInit) => Promise<Answered | Failed>;

/** Each command with a key of its own, kept until it is known what became of it. */
function sending(ask: Ask, newKey: Ways['newKey']): Api['send'] {
  const keys = new Map<string, string>();
  const underWay = new Map<string, ReturnType<Api['send']>>();

  async function carryOut(body: string): ReturnType<Api['send']> {
    const key = keys.get(body) ?? newKey();
    keys.set(body, key);
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const answer = await ask('/api/commands', { method: 'POST', headers, body });
    if (isFailed(answer)) return answer;
    const { status } = answer;
    const told = status === 200 && answer.body ? (answer.body as CarriedOut) : problemIn(answer);
    if (!isFailed(told) || !open(status, told.problem.code)) keys.delete(body);
    return told;
  }

  return (command) => {
    const body = JSON.stringify(command);
    // Pressed again before it is answered, it is the same press.
    const sent = underWay.get(body) ?? carryOut(body).finally(() => underWay.delete(body));
    underWay.set(body, sent);
    return sent;
  };
}

export function apiOver({ token, language, fetch, newKey, patience = 15_000 }: Ways): Api {
  async function ask(path: string, request: RequestInit): Promise<Answered | Failed> {
    const bearer = await token();
    if (bearer === undefined) return failed('consent');
    try {
      const response = await fetch(path, {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${bearer}`, 'accept-language': language() },
        signal: AbortSignal.timeout(patience),
        cache: 'no-store',
      });
      const { status, headers } = response;
      // A connection may break in the middle of an answer, too.
      return { status, etag: headers.get('etag') ?? '', body: parsed(await response.text()) };
    } catch (error) {
      return failed(error instanceof Error && error.name === 'TimeoutError' ? 'late' : 'offline');
    }
  }

  const reading =
    <T>(path: string): Read<T> =>
    async (etag) => {
      const answer = await ask(path, { headers: etag ? { 'if-none-match': etag } : {} });
      if (isFailed(answer)) return answer;
      if (answer.status === 304) return 'same';
      return answer.status === 200 && answer.body
        ? { value: answer.body as T, etag: answer.etag }
        : problemIn(answer);
    };

  return {
    home: reading('/api/home'),
    board: (group) => reading(`/api/groups/${group}/board`),
    inside: (group, after) => reading(asking(`/api/groups/${group}/inside`, { after })),
    workspace: (group) => reading(`/api/groups/${group}/workspace`),
    doing: (group) => reading(`/api/groups/${group}/doing`),
    talk: (group, asked = {}) => reading(asking(`/api/groups/${group}/talk`, asked)),
    topics: (like, after) => reading(asking('/api/topics', { like, after })),
    starters: reading('/api/starters'),
    facilitation: (after) => reading(asking('/api/facilitation', { after })),
    effects: (after) => reading(asking('/api/effects', { open: 'true', after })),
    send: sending(ask, newKey),
  };
}
