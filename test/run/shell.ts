// The shell on a real store in a temporary folder; the outside and the two clocks are played by the test.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { community } from '../../bot/community/index.ts';
import { policiesOf } from '../../bot/group/policy.ts';
import { help } from '../../bot/help/index.ts';
import { type AnyEvent, type Command, isRefusal, type StreamId } from '../../bot/lifecycle/decision.ts';
import { lifecycle } from '../../bot/lifecycle/index.ts';
import { unpaced } from '../../bot/limits/pace.ts';
import { privacy } from '../../bot/privacy/index.ts';
import { reminders } from '../../bot/reminders/index.ts';
import { openBook, type Step } from '../../bot/run/book.ts';
import { buildingFrom } from '../../bot/run/building.ts';
import { handle } from '../../bot/run/handle.ts';
import { performer } from '../../bot/run/hands.ts';
import type { Performing } from '../../bot/run/perform.ts';
import type { Directory, Message, Mouth, Outcome, Workspace } from '../../bot/run/ports.ts';
import type { Effect, KnownPerson, NewEffect, Store } from '../../bot/store/contract.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import type { Stamped } from '../../bot/topic/topic.ts';
import { workspace as workspaceSteps } from '../../bot/workspace/index.ts';
import { ann, ben, cem, formed, group, start } from '../lifecycle/given.ts';

export const tenant = 'tenant';
const policies = policiesOf(['employees', 'community']);
export const steps: Step[] = [...lifecycle, community, workspaceSteps, reminders, privacy, help];

export interface Times {
  /** Calendar time, as a due date is measured. */
  now: string;
  /** Machine time in milliseconds, as a lease is measured. */
  machine: number;
  pass(duration: string): void;
}

export interface Shell {
  store: Store;
  times: Times;
  parts: Performing;
  /** What the mouth was given, by conversation; how it ends is up to `speaks`. */
  sent: { conversation: string; message: Message }[];
  speaks: (conversation: string) => Promise<Outcome<{ activity: string }>>;
  /** Calls of the workspace that a test plays; every other one is refused. */
  plays(part: Partial<Workspace>): void;
  logged: Record<string, string | number>[];
  knows(...ids: string[]): Promise<void>;
  happened(stream: StreamId, events: readonly Stamped<AnyEvent>[]): Promise<void>;
  plans(...effects: (Pick<NewEffect, 'id' | 'lane' | 'news'> & { due?: string })[]): Promise<void>;
  effect(id: string): Promise<Effect | undefined>;
  effects(): Promise<Effect[]>;
  counts(): Promise<{ due: number; running: number; failed: number; unknown: number }>;
  types(stream: StreamId): Promise<string[]>;
  says(by: string, command: Command): Promise<unknown>;
}

const known = (id: string): KnownPerson => ({
  id,
  oid: `oid-${id}`,
  facts: { name: `Name ${id}`, area: 'Sales', office: 'Bern', language: 'en', zone: 'Europe/Zurich' },
  reach: { is: 'installed', conversation: id, teamsId: `29:${id}`, serviceUrl: 'http://127.0.0.1/' },
  refreshed: start,
});

const clockThat = (): Times => ({
  now: start,
  machine: 1_000_000,
  pass(duration) {
    const passed = Temporal.Duration.from(duration);
    this.now = Temporal.Instant.from(this.now).add(passed).toString({ smallestUnit: 'millisecond' });
    this.machine += passed.total('milliseconds');
  },
});

/** What no test plays is refused. */
const notPlayed = async () => ({ is: 'refused', code: 'notPlayed', status: 400 });

export async function openShell(): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  const store = await openSqlite(folder);
  onTestFinished(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });
  const times = clockThat();
  let played: Partial<Workspace> = {};
  const settings = {
    programmeTeam: 'team',
    groupsPerTeam: 150,
    intranetSite: 'site',
    publicOrigin: 'https://peerloop.example',
    supportContact: 'Anja',
    policies,
    facilitatorsGroup: 'facilitators',
  };
  const workspace = new Proxy({} as Workspace, {
    get: (_, name: keyof Workspace) => played[name] ?? notPlayed,
  });
  const directory: Directory = {
    person: async () => ({ is: 'refused', code: 'notPlayed', status: 400 }),
    membersOf: async () => ({ is: 'done', value: ['oid-facilitator'] }),
  };
  const mouth: Mouth = {
    send(to, message) {
      shell.sent.push({ conversation: to.conversation, message });
      return shell.speaks(to.conversation);
    },
    update: async () => ({ is: 'done', value: {} }),
    typing: async () => ({ is: 'done', value: {} }),
    post: async () => ({ is: 'refused', code: 'notPlayed', status: 400 }),
  };
  const parts: Performing = {
    ...buildingFrom(settings, { workspace, directory }),
    store,
    book: openBook(steps, policies),
    clock: { calendar: async () => times.now, machine: () => times.machine },
    mouth,
    directory,
    pace: unpaced,
    contact: 'Anja',
    serviceUrl: 'http://127.0.0.1/',
    log: (line) => void shell.logged.push(line),
    forgotten: async () => {},
  };
  const shell: Shell = {
    store,
    times,
    parts,
    sent: [],
    speaks: async () => ({ is: 'done', value: { activity: '1' } }),
    plays(part) {
      played = part;
    },
    logged: [],
    knows: (...ids) =>
      store.transaction(async (tx) => {
        for (const id of ids) await tx.people.save(tenant, known(id));
      }),
    happened: (stream, events) =>
      store.transaction(async (tx) => {
        const before = await tx.streams.read(tenant, stream);
        await tx.streams.append(tenant, stream, before.length, [...events]);
      }),
    plans: (...effects) =>
      store.transaction((tx) =>
        tx.effects.plan(
          tenant,
          effects.map((it) => ({ due: times.now, ...it })),
          times.now,
        ),
      ),
    effect: async (id) => (await shell.effects()).find((it) => it.id === id),
    effects: () => store.transaction((tx) => tx.effects.list(tenant)),
    counts: () => store.transaction((tx) => tx.effects.counts(times.now)),
    types: (stream) =>
      store.transaction(async (tx) => (await tx.streams.read(tenant, stream)).map(({ type }) => type)),
    says: (by, command) =>
      store.transaction(async (tx) => {
        const actor = { tenant, by, via: 'chat', now: times.now } as const;
        const handled = await handle(tx, parts.book, actor, command);
        return isRefusal(handled) ? handled : 'accepted';
      }),
  };
  return shell;
}

/** The news that a group's channel is to be opened. */
export const channel: Omit<NewEffect, 'due'> = {
  id: 'channel',
  lane: 'place',
  news: { is: 'build', step: 'channel', group },
};

/** A promise that the test keeps. */
export const promised = <T>() => Promise.withResolvers<T>();

/** They wake at nobody's word but ours: a timer of the machine would run beside the clock of the test. */
export const handsOf = ({ parts }: Shell) =>
  performer(
    parts,
    () => true,
    () => {},
  );

/** Looks after leases that ran out, and performs whatever is due. */
export async function work(shell: Shell): Promise<void> {
  const hands = handsOf(shell);
  await shell.store.transaction((tx) => tx.effects.expire(shell.times.now, shell.times.machine));
  hands.wake();
  await hands.quiet();
}

/** With a live group of three. */
export async function withGroup(): Promise<Shell> {
  const shell = await openShell();
  await shell.knows(ann, ben, cem);
  await shell.happened(
    `group/${group}`,
    formed().map(({ event }) => event),
  );
  return shell;
}
