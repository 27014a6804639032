// The streams of events: read in order, appended at an expected version.
import type { Selectable } from 'kysely';
import type { AnyEvent, StreamId } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import { fromJson, toJson } from './columns.ts';
import { StaleStream, type Streams } from './contract.ts';
import type { Pen } from './pen.ts';
import { prepared } from './prepared.ts';
import { readModels } from './projections.ts';
import type { Schema, Trx } from './schema.ts';
import type { Seen } from './seen.ts';
import { upcast } from './upcast.ts';

export function recorded(row: Selectable<Schema['events']>): Stamped<AnyEvent> {
  const { type, v, at, by, via } = row;
  return upcast({ ...fromJson<object>(row.body), type, v, at, by, via }) as unknown as Stamped<AnyEvent>;
}

const eventsOf = prepared((trx, its: { tenant: string; streams: string[] }) =>
  trx
    .selectFrom('events')
    .selectAll()
    .where('tenant', '=', its.tenant)
    .where('stream', 'in', its.streams)
    .orderBy('stream')
    .orderBy('version'),
);

const lastOf = prepared((trx, its: { tenant: string; stream: string }) =>
  trx
    .selectFrom('events')
    .select((it) => it.fn.coalesce(it.fn.max('version'), it.lit(0)).as('present'))
    .where('tenant', '=', its.tenant)
    .where('stream', '=', its.stream),
);

const addEvents = prepared((trx, its: { rows: Selectable<Schema['events']>[] }) =>
  trx.insertInto('events').values(its.rows),
);

async function readAll(trx: Trx, { pen, seen }: With, tenant: string, wanted: readonly StreamId[]) {
  const events = await seen.each(`events ${tenant}`, wanted, async (unseen) => {
    const found = new Map(unseen.map((it) => [it, [] as Stamped<AnyEvent>[]]));
    const { rows } = await eventsOf(trx, { tenant, streams: unseen });
    for (const row of rows) found.get(row.stream)?.push(recorded(row));
    return found;
  });
  const found = new Map(wanted.map((it) => [it, events.get(it) ?? []]));
  pen.read(
    tenant,
    [...found].map(([stream, events]) => [stream, events.length]),
  );
  return found;
}

interface With {
  pen: Pen;
  seen: Seen;
}

export const streams = (trx: Trx, { pen, seen }: With): Streams => ({
  readAll: (tenant, wanted) => readAll(trx, { pen, seen }, tenant, wanted),

  async read(tenant, stream) {
    return (await readAll(trx, { pen, seen }, tenant, [stream])).get(stream) ?? [];
  },

  async append(tenant, stream, expected, events) {
    await pen.take();
    seen.clear();
    const [last] = (await lastOf(trx, { tenant, stream })).rows;
    if (last?.present !== expected) throw stale(stream, expected);
    if (events.length === 0) return;
    const rows = events.map(({ type, v, at, by, via, ...body }, index) => ({
      tenant,
      stream,
      version: expected + index + 1,
      type,
      v,
      at,
      by,
      via,
      body: toJson(body),
    }));
    await addEvents(trx, { rows });
    for (const event of events) {
      for (const model of readModels) await model.apply(trx, tenant, stream, event);
    }
  },
});

const stale = (stream: StreamId, expected: number) =>
  new StaleStream(`${stream} is no longer at version ${expected}`);
