// A company whose app is a child process that may be killed: the tenant lives here and is driven through its doors.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Effect } from '../../bot/store/contract.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { settingsOf } from '../../infra/local/settings.ts';
import type { TenantState } from '../../infra/local/state.ts';
import { ask, freePort, tenantFor } from '../journeys/around.ts';
import { type Seen, titlesOf } from '../journeys/company.ts';
import { beginLife, type Kill, type Life } from './life.ts';

type Json = Record<string, unknown>;

export interface Driven {
  state: TenantState;
  /** A new life of the app, after the last one has ended. */
  begin(kill?: Kill): Promise<Life>;
  say(as: string, text: string, where?: Json): Promise<void>;
  press(as: string, button: string, data?: Json): Promise<void>;
  /** Lives through an hour, or as much of it as the app does: whether it is still there. */
  hour(): Promise<boolean>;
  days(many: number): Promise<boolean>;
  work(): Promise<{ due: number; running: number; failed: number; unknown: number; next: string | null }>;
  /** Replaces the faults that the next calls meet, or adds one; answers with those that none has met yet. */
  faults(asked: Json | Json[]): Promise<Json[]>;
  /** The calls of Graph in order, with the tenant's time in milliseconds. */
  requests(): Promise<
    {
      method: string;
      url: string;
      body?: unknown;
      status: number;
      responseHeaders: Record<string, string>;
      ts: number;
    }[]
  >;
  /** What was kept, read from the store once the app has ended: a group's events, and the ledger. */
  kept(group: string): Promise<{ journal: string[]; ledger: Effect[] }>;
  close(): Promise<void>;
}

/** The doors always answer; undefined when the app was gone (502, 503). */
async function knock(url: string, body?: Json | Json[]): Promise<unknown> {
  const { status, text } = await ask(url, body);
  if (status === 502 || status === 503) return undefined;
  if (status >= 400) throw new Error(`${url} answered ${status}: ${text.slice(0, 500)}`);
  return JSON.parse(text);
}

/** `more`: settings beside the usual ones. */
export async function openDriven(more: Record<string, string> = {}): Promise<Driven> {
  const root = mkdtempSync(join(tmpdir(), 'peerloop-'));
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const { url, tenant, close } = await tenantFor(appUrl);
  const folder = join(root, 'app');
  const settings = { ...settingsOf(tenant, url), PORT: String(port), DATA_DIR: folder, ...more };
  const door = (name: string, body?: Json | Json[]) => knock(`${url}/_tenant/${name}`, body);
  let life: Life | undefined;
  return {
    state: tenant.state,
    async begin(kill) {
      life = await beginLife(settings, kill);
      return life;
    },
    async say(as, text, where) {
      await door('say', { as, text, ...(where ? { where } : {}) });
    },
    async press(as, button, data = {}) {
      const seen = (await door(`messages?of=${encodeURIComponent(as)}`)) as Seen[];
      const card = seen.findLast((it) => titlesOf(it.activity.attachments).includes(button));
      if (!card) throw new Error(`${as} sees no button “${button}”`);
      await door('press', { as, activityId: card.id, button, data });
    },
    hour: async () => (await door('clock', { advance: 'PT1H' })) !== undefined,
    days: async (many) => (await door('clock', { advance: `P${many}D` })) !== undefined,
    work: async () => (await knock(`${appUrl}/health/work`)) as Awaited<ReturnType<Driven['work']>>,
    async faults(asked) {
      const { faults } = (await door('faults', asked)) as { faults: Json[] };
      return faults;
    },
    async requests() {
      const lines = await (await fetch(`${url}/_tenant/requests`)).text();
      return lines.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
    },
    async kept(group) {
      const { DATABASE_URL: database } = more;
      const store = await (database === undefined ? openSqlite(folder) : openPostgres(database));
      const { tenantId } = tenant.state;
      const kept = await store.transaction(async (tx) => ({
        journal: (await tx.streams.read(tenantId, `group/${group}`)).map(({ type }) => type),
        ledger: await tx.effects.list(tenantId),
      }));
      await store.close();
      return kept;
    },
    async close() {
      await life?.stop();
      await close();
      await rm(root, { recursive: true });
    },
  };
}
