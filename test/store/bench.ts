// What the store's suites share: a place to open stores on, and small examples of everything that is kept.

import { presets } from '../../bot/group/policy.ts';
import type { AnyEvent, StreamId } from '../../bot/lifecycle/decision.ts';
import type { KnownPerson, NewEffect, Store, Tx } from '../../bot/store/contract.ts';
import type { Stamped } from '../../bot/topic/topic.ts';

/** A fresh place for one database. */
export interface Bench {
  /** Opens the store; once more after it was closed. */
  open(): Promise<Store>;
  /** Runs one statement behind the back of the closed store. */
  sql(statement: string): Promise<Record<string, unknown>[]>;
}

export type MakeBench = () => Promise<Bench>;

export const tenant = 'contoso';

/** Minutes after the fictional start, without fractions as Temporal writes it. */
export const at = (minutes: number): string =>
  Temporal.Instant.from('2026-11-16T08:00:00Z').add({ minutes }).toString();

export const happened = <E extends AnyEvent>(event: E, minutes = 0): Stamped<E> => ({
  ...event,
  at: at(minutes),
  by: 'peerloop',
  via: 'chat',
});

export const registered = (person: string, topic: string, minutes = 0) =>
  happened({ type: 'interestRegistered', v: 1, person, topic }, minutes);

export const proposed = (group: string, topic: string, invited: string[]) =>
  happened({ type: 'groupProposed', v: 1, group, topic, policy: presets.managers, invited });

/** Appends behind whatever is there. */
export async function append(store: Store, stream: StreamId, ...events: Stamped<AnyEvent>[]): Promise<void> {
  await store.transaction(async (tx) => {
    const before = await tx.streams.read(tenant, stream);
    await tx.streams.append(tenant, stream, before.length, events);
  });
}

export const tell = (
  id: string,
  lane: string,
  more: Partial<NewEffect> & { to?: string } = {},
): NewEffect => {
  const { to = 'ana', ...rest } = more;
  return { id, lane, news: { is: 'tell', to, what: 'welcome' }, due: at(0), ...rest };
};

export const known = (id: string, name = id): KnownPerson => ({
  id,
  oid: `oid-${name}`,
  facts: { name, area: 'Sales', office: 'Bern', language: 'de', zone: 'Europe/Zurich' },
  reach: {
    is: 'installed',
    conversation: `a:${name}`,
    teamsId: `29:${name}`,
    serviceUrl: 'http://127.0.0.1/',
  },
  refreshed: at(0),
});

export const within = <T>(store: Store, work: (tx: Tx) => Promise<T>): Promise<T> => store.transaction(work);
