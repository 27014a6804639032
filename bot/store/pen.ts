// The pen: where transactions run side by side, one at a time writes, and only if what it has read still stands.
import type { PersonId, StreamId } from '../lifecycle/decision.ts';
import { StaleStream } from './contract.ts';
import type { Trx } from './schema.ts';

/** Reading waits for nobody; a transaction takes the pen with its first write and holds it until its end. */
export interface Pen {
  /** What the transaction decides by: streams at the version it read, and people whom it found known. */
  read(tenant: string, versions: Iterable<readonly [StreamId, number]>): void;
  met(tenant: string, people: Iterable<PersonId>): void;
  /** All topics, so many: whether one like it is among them decides about a new one. */
  listed(tenant: string, topics: number): void;
  /** Calls the other processes once the transaction is committed. */
  ring(): Promise<void>;
  /** Waits until nobody else holds it. Throws StaleStream when something of this has changed since. */
  take(): Promise<void>;
}

/** For a database that bears only one transaction at a time. */
export const needless: Pen = { read() {}, met() {}, listed() {}, ring: async () => {}, take: async () => {} };

/** What a database does for it. */
export interface Desk {
  /** Returns once all others wait for this transaction's end. */
  waitForPen(trx: Trx): Promise<void>;
  ring(trx: Trx): Promise<void>;
}

export function penFor(trx: Trx, desk: Desk): Pen {
  const streams = new Map<string, { tenant: string; stream: StreamId; version: number }>();
  const people = new Map<string, { tenant: string; id: PersonId }>();
  const lists = new Map<string, number>();
  let isMine = false;
  return {
    read(tenant, versions) {
      if (isMine) return;
      for (const [stream, version] of versions) {
        const key = `${tenant} ${stream}`;
        // What was read first counts: a second look that saw more has moved as well.
        if (!streams.has(key)) streams.set(key, { tenant, stream, version });
      }
    },
    met(tenant, ids) {
      if (!isMine) for (const id of ids) people.set(`${tenant} ${id}`, { tenant, id });
    },
    listed(tenant, topics) {
      if (!isMine && !lists.has(tenant)) lists.set(tenant, topics);
    },
    ring: () => desk.ring(trx),
    async take() {
      if (isMine) return;
      await desk.waitForPen(trx);
      isMine = true;
      for (const [tenant, seen] of Map.groupBy(streams.values(), (it) => it.tenant)) {
        await unmoved(trx, tenant, seen);
      }
      for (const [tenant, known] of Map.groupBy(people.values(), (it) => it.tenant)) {
        await unforgotten(trx, tenant, known);
      }
      for (const [tenant, topics] of lists) await unlengthened(trx, tenant, topics);
    },
  };
}

async function unmoved(trx: Trx, tenant: string, seen: { stream: StreamId; version: number }[]) {
  const rows = await trx
    .selectFrom('events')
    .select((it) => ['stream', it.fn.max('version').as('version')])
    .where('tenant', '=', tenant)
    .where(
      'stream',
      'in',
      seen.map((it) => it.stream),
    )
    .groupBy('stream')
    .execute();
  const present = new Map(rows.map((it) => [it.stream, it.version]));
  for (const { stream, version } of seen) {
    if ((present.get(stream) ?? 0) !== version)
      throw new StaleStream(`${stream} has moved since it was read`);
  }
}

async function unforgotten(trx: Trx, tenant: string, known: { id: PersonId }[]) {
  const gone = await trx
    .selectFrom('people')
    .select('id')
    .where('tenant', '=', tenant)
    .where(
      'id',
      'in',
      known.map((it) => it.id),
    )
    .where('oid', 'is', null)
    .executeTakeFirst();
  if (gone) throw new StaleStream(`${gone.id} was forgotten meanwhile`);
}

async function unlengthened(trx: Trx, tenant: string, topics: number): Promise<void> {
  const { many } = await trx
    .selectFrom('topics')
    .select((it) => it.fn.countAll().as('many'))
    .where('tenant', '=', tenant)
    .executeTakeFirstOrThrow();
  if (Number(many) !== topics) throw new StaleStream('Somebody has added a topic meanwhile');
}
