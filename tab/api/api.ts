// The app's own API from the tab: typed by the contract, every failure a value with a code.
import type { Problem as Answer, Board, CarriedOut, Home, Inside } from '../../bot/web/contract.ts';

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
  inside(group: string): Read<Inside>;
  send(command: Command): Promise<CarriedOut | Failed>;
}

export interface Ways {
  /** Undefined when Teams gives none without asking the reader. */
  token(): Promise<string | undefined>;
  fetch: typeof fetch;
  newKey(): string;
  patience?: number;
}

export const isFailed = (answer: object | 'same'): answer is Failed =>
  typeof answer === 'object' && 'problem' in answer;

const failed = (code: string, lost = false): Failed => ({ problem: { code, lost } });

/** Nobody can say whether these were carried out, so the next try has the same key. */
const open = (status: number, code: string) => status >= 500 || status === 429 || code === 'running';

export function apiOver({ token, fetch, newKey, patience = 15_000 }: Ways): Api {
  const keys = new Map<string, string>();

  async function ask(path: string, request: RequestInit): Promise<Response | Failed> {
    const bearer = await token();
    if (bearer === undefined) return failed('consent');
    try {
      return await fetch(path, {
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${bearer}` },
        signal: AbortSignal.timeout(patience),
        cache: 'no-store',
      });
    } catch (error) {
      return failed(error instanceof Error && error.name === 'TimeoutError' ? 'late' : 'offline');
    }
  }

  async function problemIn(response: Response): Promise<Failed> {
    const lost = response.status >= 400 && response.status < 500 && response.status !== 429;
    try {
      const { error } = (await response.json()) as Answer;
      return { problem: { code: error.code, message: error.message, lost } };
    } catch {
      return failed('broken', lost);
    }
  }

  const reading =
    <T>(path: string): Read<T> =>
    async (etag) => {
      const response = await ask(path, { headers: etag ? { 'if-none-match': etag } : {} });
      if (isFailed(response)) return response;
      if (response.status === 304) return 'same';
      if (!response.ok) return problemIn(response);
      return { value: (await response.json()) as T, etag: response.headers.get('etag') ?? '' };
    };

  return {
    home: reading('/api/home'),
    board: (group) => reading(`/api/groups/${group}/board`),
    inside: (group) => reading(`/api/groups/${group}/inside`),
    async send(command) {
      const body = JSON.stringify(command);
      const key = keys.get(body) ?? newKey();
      keys.set(body, key);
      const headers = { 'content-type': 'application/json', 'idempotency-key': key };
      const response = await ask('/api/commands', { method: 'POST', headers, body });
      if (isFailed(response)) return response;
      const answer = response.ok ? ((await response.json()) as CarriedOut) : await problemIn(response);
      if (!isFailed(answer) || !open(response.status, answer.problem.code)) keys.delete(body);
      return answer;
    },
  };
}
