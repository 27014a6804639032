// The groups that a facilitator asks about in the chat: one, those on a topic, or those that have stood still the longest.
import type { View } from '../cards/view.ts';
import { type Group, isPlaced, type Placed, type Proposed } from '../group/group.ts';
import type { About, GroupId } from '../lifecycle/decision.ts';
import type { Tx } from '../store/contract.ts';
import { streamsIn } from './streams.ts';

interface Asked {
  tenant: string;
  group?: GroupId;
  /** `facilitator`: 1 where Entra has said so; `topics`: their ids. */
  about?: About;
}

/** As many as a page of theirs holds. */
const most = 50;

const isOverseen = (group: Group | undefined): group is Placed | Proposed =>
  group !== undefined && (isPlaced(group) || group.phase === 'proposed');

async function onTopic(tx: Tx, tenant: string, topic: string): Promise<GroupId[]> {
  const live = await tx.pools.groupsOn(tenant, topic, 'live');
  const proposed = await tx.pools.groupsOn(tenant, topic, 'proposed');
  const open = [...live, ...proposed];
  const rows = open.length > 0 ? open : await tx.pools.groupsOn(tenant, topic, 'ended');
  return rows.map(({ group }) => group);
}

async function idsOf(tx: Tx, { tenant, group, about }: Asked): Promise<GroupId[]> {
  if (group !== undefined) return [group];
  if (typeof about?.topics !== 'string') {
    return (await tx.pools.standing(tenant, null, most)).map((it) => it.group);
  }
  const ids: GroupId[] = [];
  for (const topic of about.topics.split(' ')) ids.push(...(await onTopic(tx, tenant, topic)));
  return ids.slice(0, most);
}

/** Undefined for whoever does not ask as a facilitator. */
export async function overseenBy(tx: Tx, asked: Asked): Promise<View['overseen']> {
  if (asked.about?.facilitator !== 1) return undefined;
  const ids = await idsOf(tx, asked);
  const streams = streamsIn(tx, asked.tenant);
  await streams.load(ids.map((it) => `group/${it}` as const));
  return ids.map((it) => streams.group(it)).filter(isOverseen);
}
