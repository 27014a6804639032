// A whole company for a journey: the tenant and the app in one process, driven through the doors alone.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type Parts, partsOf, startApp } from '../../bot/app.ts';
import { type Config, readConfig } from '../../bot/config.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { settingsOf } from '../../infra/local/settings.ts';
import { checks } from '../house/checks.ts';
import { ask, freePort, tenantFor } from './around.ts';

export type Json = Record<string, unknown>;

export interface Seen {
  id: string;
  from: string;
  conversationId: string;
  activity: Json;
  deleted?: boolean;
}

export interface Said {
  status: number;
  replies: Json[];
  response?: unknown;
  error?: string;
}

export interface Company {
  url: string;
  /** The app's folder: database, log and what else it keeps. */
  folder: string;
  app(): string;
  say(as: string, text: string, where?: Json): Promise<Said>;
  /** Presses the newest card on which that person sees the button (title, or verb). */
  press(as: string, button: string, data?: Json): Promise<Said>;
  pressOn(as: string, activityId: string, button: string, data?: Json): Promise<Said>;
  sees(of: string): Promise<Seen[]>;
  door<T = Json>(name: string, body?: unknown): Promise<T>;
  work(): Promise<{
    now: string;
    due: number;
    running: number;
    failed: number;
    unknown: number;
    next: string | null;
  }>;
  requests(): Promise<Json[]>;
  /** Ids of the messages that came as the answer to what somebody wrote, rather than as news. */
  answers: ReadonlySet<string>;
  /** Every card that answered a press. */
  pressed: readonly Json[];
  log(): string;
  /** What the app is set to. */
  settings: Record<string, string>;
  /** Ends the app and starts it again on the same data, or on what is made of it in between. */
  restartApp(between?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

function configFrom(settings: Record<string, string>): Config {
  const config = readConfig(settings);
  if ('refused' in config) throw new Error(`${config.refused} ${config.why}`);
  return config;
}

/** All titles of buttons on a card as this person sees it, wherever they stand. */
export function titlesOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(titlesOf);
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Json;
  const title = typeof own.type === 'string' && own.type.startsWith('Action.') ? [String(own.title)] : [];
  const inner = Object.entries(own).filter(([key]) => key !== 'fallback' && key !== 'data');
  return [...title, ...inner.flatMap(([, value]) => titlesOf(value))];
}

/** Every text on a card or message, one per line. */
export function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).filter(Boolean).join('\n');
  if (typeof node !== 'object' || node === null) return '';
  const own = node as Json;
  const texts = ['text', 'title', 'value', 'label', 'placeholder'].flatMap((key) =>
    typeof own[key] === 'string' ? [own[key]] : [],
  );
  const inner = Object.entries(own).filter(([key]) => key !== 'fallback' && key !== 'data');
  return [...texts, ...inner.map(([, value]) => textOf(value))].filter(Boolean).join('\n');
}

/** What a person sees of a choice is its title; the card sends its value. */
function chosenIn(node: unknown, data: Json = {}): Json {
  const choices = new Map<string, string>();
  const walk = (inner: unknown): void => {
    if (typeof inner !== 'object' || inner === null) return;
    const own = inner as Json;
    if (typeof own.title === 'string' && typeof own.value === 'string') choices.set(own.title, own.value);
    for (const value of Object.values(own)) walk(value);
  };
  walk(node);
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, choices.get(String(value)) ?? value]),
  );
}

/** How the app is begun: here in this process, unless a journey has another way. */
export type Begin = (settings: Record<string, string>) => Promise<Pick<App, 'close'>>;

/** `more`: settings beside the usual ones. */
export async function openCompany(
  wrap: (parts: Parts) => Parts = (it) => it,
  more: Record<string, string> = {},
  otherwise?: Begin,
): Promise<Company> {
  const root = mkdtempSync(join(tmpdir(), 'peerloop-'));
  const folder = join(root, 'app');
  const port = await freePort();
  const tenant = await tenantFor(`http://127.0.0.1:${port}`, join(root, 'tenant'));
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const settings = {
    ...settingsOf(tenant.tenant, tenant.url),
    PORT: String(port),
    DATA_DIR: folder,
    ...more,
  };
  const here: Begin = async () => {
    const config = configFrom(settings);
    const store = await (config.store.is === 'sqlite' ? openSqlite(folder) : openPostgres(config.store.url));
    return startApp(config, wrap(partsOf(config, store, { level: 'info', stream })));
  };
  const begin = () => (otherwise ?? here)(settings);
  let app = await begin();

  const door = async <T>(name: string, body?: unknown): Promise<T> => {
    const { status, text } = await ask(`${tenant.url}/_tenant/${name}`, body);
    if (status >= 400) throw new Error(`/_tenant/${name} answered ${status}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  };
  const requests = async () => {
    const { text } = await ask(`${tenant.url}/_tenant/requests`);
    return text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Json);
  };
  const answers = new Set<string>();
  const pressed: Json[] = [];
  const drive = async (name: string, body: Json): Promise<Said> => {
    const { status, text } = await ask(`${tenant.url}/_tenant/${name}`, body);
    const said: Said = { replies: [], ...(JSON.parse(text) as Json), status };
    if (name === 'say') for (const { id } of said.replies) answers.add(String(id));
    const { value } = (said.response ?? {}) as Json;
    if (typeof value === 'object' && value !== null) pressed.push(value as Json);
    return said;
  };
  const sees = (of: string) => door<Seen[]>(`messages?of=${encodeURIComponent(of)}`);
  const pressOn = (as: string, activityId: string, button: string, data: Json = {}) =>
    drive('press', { as, activityId, button, data });

  return {
    url: tenant.url,
    folder,
    app: () => `http://127.0.0.1:${port}`,
    say: (as, text, where) => drive('say', { as, text, ...(where ? { where } : {}) }),
    pressOn,
    async press(as, button, data) {
      const seen = await sees(as);
      const card = seen.findLast((it) => !it.deleted && titlesOf(it.activity.attachments).includes(button));
      if (!card) {
        const latest = seen.slice(-6).map((it) => titlesOf(it.activity.attachments).join(', '));
        throw new Error(`${as} sees no button “${button}”; the latest cards have ${latest.join(' | ')}`);
      }
      return pressOn(as, card.id, button, chosenIn(card.activity.attachments, data));
    },
    sees,
    answers,
    pressed,
    door,
    work: async () => JSON.parse((await ask(`http://127.0.0.1:${port}/health/work`)).text),
    requests,
    log: () => lines.join(''),
    settings,
    async restartApp(between = async () => {}) {
      await app.close();
      await between();
      app = await begin();
    },
    async close() {
      try {
        await app.close();
        const asked = await requests();
        if (asked.length > 0) await heldAgainst(asked);
      } finally {
        await tenant.close();
        await rm(root, { recursive: true });
      }
    },
  };
}

/**
 * All that a journey has asked of Graph is such as Graph takes: held against the validator, where it is there. It takes
 * what was sent at the same moment as something that was too much for a second attempt of it, which it is not.
 */
async function heldAgainst(asked: readonly Json[]): Promise<void> {
  const place = ({ method, url, ts }: Json) => JSON.stringify([method, url, ts]);
  const bodies = Map.groupBy(asked, place);
  const isBeside = (it: Json) =>
    new Set(bodies.get(place(it))?.map((other) => JSON.stringify(other.body))).size > 1;
  const held = asked.filter((it) => it.status !== 429 || !isBeside(it));
  const found = await checks()?.graph(held.map((it) => JSON.stringify(it)));
  if (found && found.exitCode !== 0) throw new Error(found.output);
}
