// What a view knows of communities: which there are, the learning groups under one, and its questions a page at a time.
import type { CommunityView, View } from '../cards/view.ts';
import { type Community, type Ended, type Group, isCommunity, type Live } from '../group/group.ts';
import type { About, At, GroupId } from '../lifecycle/decision.ts';
import type { Person } from '../person/person.ts';
import type { MovedThread, Tx } from '../store/contract.ts';
import { isThere, type OpenThread, type ThreadId, weekBefore } from '../thread/thread.ts';
import { type Streams, streamsIn } from './streams.ts';

interface Asked {
  tenant: string;
  reader: string | null;
  now: At;
  about?: About;
  gathers?: readonly GroupId[];
  /** These alone, whatever the card is about. */
  threads?: readonly ThreadId[];
}

/** A card has 28 KB: so many questions with their beginnings fit. */
const mostThreads = 6;

export async function communitiesFor(
  tx: Tx,
  { tenant, reader, now }: Asked,
  person: Person,
): Promise<CommunityView[]> {
  const rows = await tx.pools.communities(tenant, { person: reader ?? '', since: weekBefore(now) });
  const names = await tx.words.readable(
    tenant,
    rows.map((it) => it.area),
    null,
  );
  return rows.flatMap(({ group: id, area, ...counts }) => {
    const name = names.get(area);
    return name === undefined ? [] : [{ id, name, mine: person.communities.includes(id), ...counts }];
  });
}

async function loadThreads(streams: Streams, ids: readonly ThreadId[]): Promise<OpenThread[]> {
  await streams.load(ids.map((it) => `thread/${it}` as const));
  return ids.map((it) => streams.thread(it)).filter(isThere);
}

/** Named one by one, or a page behind the one that is named. */
async function threadIds(
  tx: Tx,
  { tenant, about = {}, threads: named }: Asked,
  community: GroupId | undefined,
): Promise<{ ids: ThreadId[]; more?: View['moreThreads'] }> {
  if (named) return { ids: [...named] };
  const { thread, threads, after, moved } = about;
  if (typeof thread === 'string') return { ids: [thread] };
  if (typeof threads === 'string') return { ids: threads.split(' ').filter(Boolean).slice(0, mostThreads) };
  if (community === undefined) return { ids: [] };
  const behind: MovedThread | null =
    typeof after === 'string' && typeof moved === 'number'
      ? { thread: after, moved: Temporal.Instant.fromEpochMilliseconds(moved).toString() }
      : null;
  const asked = { like: '', after: behind, most: mostThreads + 1 };
  const rows = await tx.pools.threadPage(tenant, community, asked);
  const ids = rows.slice(0, mostThreads);
  const last = ids.at(-1);
  const more = rows.length > ids.length && last ? { more: placeOf(last) } : {};
  return { ids: ids.map((it) => it.thread), ...more };
}

const placeOf = ({ thread, moved }: MovedThread) => ({
  after: thread,
  moved: Temporal.Instant.from(moved).epochMilliseconds,
});

const placedOn = (group: Group | undefined): group is Live | Ended =>
  group?.phase === 'live' || group?.phase === 'ended';

/** Its own, then those on its topics: as many as a card or page can name. */
const mostBelow = 60;

async function under(tx: Tx, { tenant }: Asked, { groups, topics }: Community): Promise<GroupId[]> {
  // Of many the last that came, since those from long ago have ended.
  const ids = groups.slice(-mostBelow).map((it) => it.id);
  for (const topic of topics)
    ids.push(...(await tx.pools.groupsOn(tenant, topic, 'live')).map((it) => it.group));
  return [...new Set(ids)].slice(0, mostBelow);
}

export async function insideOf(
  tx: Tx,
  wanted: Asked,
  group: Group | undefined,
): Promise<Pick<View, 'threads' | 'moreThreads' | 'below' | 'above'>> {
  const streams = streamsIn(tx, wanted.tenant);
  const community = group && isCommunity(group) ? group : undefined;
  const over = placedOn(group) ? group.under : undefined;
  const below = wanted.gathers ?? (community ? await under(tx, wanted, community) : []);
  const near = [...below, ...(over === undefined ? [] : [over])];
  await streams.load(near.map((it) => `group/${it}` as const));
  const above = over === undefined ? undefined : streams.group(over);
  const { ids, more } = await threadIds(tx, wanted, community?.id);
  return {
    // Of a confidential group on one of its topics nobody learns here.
    below: below
      .map((it) => streams.group(it))
      .filter(placedOn)
      .filter((it) => community === undefined || !it.policy.confidential),
    threads: await loadThreads(streams, ids),
    ...(more ? { moreThreads: more } : {}),
    ...(above && isCommunity(above) ? { above } : {}),
  };
}
