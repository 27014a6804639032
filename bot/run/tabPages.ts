// Long lists as the tab asks for them, a page at a time: topics, groups as facilitators see them, and the ledger.
import type { Group, Live, Proposed } from '../group/group.ts';
import { isOfArchive } from '../lifecycle/decision.ts';
import { fullness } from '../limits/room.ts';
import type { Effect, MovedThread, NamedTopic, Standing, TopicsAsked, Tx } from '../store/contract.ts';
import { streamsIn } from './streams.ts';

/** `next`: behind what the next page begins; null at the end. */
export interface Paged<Row, Place> {
  rows: Row[];
  next: Place | null;
}

const usual = 50;

/** One more is asked for than is shown: it tells whether there is a next page. */
async function paged<Row, Place>(
  ask: (most: number) => Promise<Row[]>,
  place: (row: Row) => Place,
  most = usual,
) {
  const found = await ask(most + 1);
  const rows = found.slice(0, most);
  const last = rows.at(-1);
  return { rows, next: found.length > most && last !== undefined ? place(last) : null };
}

export const topicPage = (tx: Tx, tenant: string, asked: Omit<TopicsAsked, 'most'>) =>
  paged(
    (many) => tx.pools.topicPage(tenant, { ...asked, most: many }),
    (it): NamedTopic => it,
  );

/** More than on a card, and few enough to be read. */
const mostThreads = 20;

export const threadPage = (
  tx: Tx,
  tenant: string,
  group: string,
  asked: { like: string; after: MovedThread | null },
): Promise<Paged<MovedThread, MovedThread>> =>
  paged(
    (many) => tx.pools.threadPage(tenant, group, { ...asked, most: many }),
    (it) => it,
    mostThreads,
  );

/** `again`: it was refused of putting a workspace away, and may be tried again. */
export type EffectRow = Effect & { again: boolean };

const refusedAway = ({ state, news }: Effect) =>
  state === 'failed' && news.is === 'build' && isOfArchive(news.step) ? news : undefined;

export async function effectPage(
  tx: Tx,
  tenant: string,
  { before, open }: { before: number | null; open: string | null },
): Promise<Paged<EffectRow, number>> {
  const { rows, next } = await paged(
    (many) => tx.effects.page(tenant, { before, open, most: many }),
    (it) => it.seq,
  );
  const streams = streamsIn(tx, tenant);
  await streams.load(rows.flatMap((it) => refusedAway(it)?.group ?? []).map((it) => `group/${it}` as const));
  const again = (it: Effect): boolean => {
    const news = refusedAway(it);
    const group = news && streams.group(news.group);
    return group?.phase === 'ended' && group.place.failed.some(({ step }) => step === news?.step);
  };
  return { rows: rows.map((it) => ({ ...it, again: again(it) })), next };
}

const isOpen = (group: Group | undefined): group is Proposed | Live =>
  group?.phase === 'proposed' || group?.phase === 'live';

/** What facilitators see: the groups with their topic's name, how many there are, and how the ledger stands. */
export async function standingPage(
  tx: Tx,
  tenant: string,
  { after, most }: { after: Standing | null; most: number },
  now: string,
) {
  const { rows, next } = await paged(
    (many) => tx.pools.standing(tenant, after, many),
    (it) => it,
  );
  const streams = streamsIn(tx, tenant);
  await streams.load(rows.map((it) => `group/${it.group}` as const));
  const open = rows.flatMap(({ group: id, since }) => {
    const group = streams.group(id);
    return isOpen(group) ? [{ group, since }] : [];
  });
  const topics = await tx.pools.topics(tenant, [...new Set(open.map((it) => it.group.topic))]);
  const texts = await tx.words.readable(
    tenant,
    topics.map((it) => it.name),
    null,
  );
  const names = new Map(topics.map((it) => [it.topic, texts.get(it.name)]));
  const { due, failed, unknown } = await tx.effects.counts(now);
  return {
    now,
    rows: open.map((it) => ({ ...it, topic: names.get(it.group.topic) ?? null })),
    next,
    census: await tx.pools.census(tenant),
    work: { due, failed, unknown },
    waits: await tx.effects.waiting(now),
    teams: (await tx.shards.all(tenant)).map((it) => fullness(it, most, now)),
  };
}
