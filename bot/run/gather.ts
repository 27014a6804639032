// The steps of a topic's page as calls: made once under the topic's own file name, published, and revised.
import type { View } from '../cards/view.ts';
import type { Place } from '../group/group.ts';
import { topicPage, topicPageName } from '../knowledge/topicPage.ts';
import type { Command, GroupId, News, TopicId } from '../lifecycle/decision.ts';
import type { Effect, Tx } from '../store/contract.ts';
import type { Act } from './acts.ts';
import { refused } from './foregone.ts';
import { as, type Building, maybe } from './making.ts';
import { onSite } from './placeMakes.ts';
import { streamsIn } from './streams.ts';

export type Gather = Extract<News, { is: 'gather' }>;

interface OfTopic {
  parts: Building;
  topic: TopicId;
  place: Place;
  view: View;
}

const made = (it: { page: string; url: string }, site: string) => ({ site, page: it.page, url: it.url });

const makes: Record<Gather['step'], (of: OfTopic) => Pick<Act, 'call' | 'find'>> = {
  page: ({ parts, topic, view }) => ({
    call: () =>
      onSite(parts, (site) =>
        as(parts.workspace.makePage(site, topicPage(view, topic)), (it) => made(it, site)),
      ),
    find: () =>
      onSite(parts, (site) =>
        maybe(parts.workspace.findPage(site, topicPageName(topic)), (it) => made(it, site)),
      ),
  }),
  publish({ parts: { workspace }, topic, place: { site = '', page = '' }, view }) {
    const groups = view.below.map((it) => it.id).join(' ');
    return {
      call: () => as(workspace.publishPage(site, page), () => ({ groups })),
      find: () =>
        maybe(workspace.findPage(site, topicPageName(topic)), (it) => (it.published ? { groups } : null)),
    };
  },
  revise({ parts: { workspace }, topic, place: { site = '', page = '', mark }, view }) {
    const { blocks } = topicPage(view, topic);
    return {
      call: () => as(workspace.revisePage(site, page, { blocks, mark }), (it) => it),
      find: () => maybe(workspace.finishPage(site, page, blocks), (it) => it),
    };
  },
};

/** Live and ended ones; of a confidential group nobody learns here. */
async function groupsOn(tx: Tx, tenant: string, topic: TopicId): Promise<GroupId[]> {
  const [live, ended] = [
    await tx.pools.groupsOn(tenant, topic, 'live'),
    await tx.pools.groupsOn(tenant, topic, 'ended'),
  ];
  const streams = streamsIn(tx, tenant);
  const ids = [...ended, ...live].map((it) => it.group);
  await streams.load(ids.map((it) => `group/${it}` as const));
  return ids.filter((it) => {
    const group = streams.group(it);
    return group !== undefined && 'policy' in group && !group.policy.confidential;
  });
}

/** Where the end of a step goes. */
const outcomes = ({ topic, step }: Gather): Pick<Act, 'built' | 'refused'> => ({
  built: (result): Command => ({ do: 'topicBuilt', topic, step, ...result }),
  refused: (code): Command => ({ do: 'topicRefused', topic, step, code }),
});

export async function gather(
  parts: Building,
  tx: Tx,
  { tenant }: Effect,
  news: Gather,
  now: string,
): Promise<Act> {
  const { topic: id } = news;
  const streams = streamsIn(tx, tenant);
  await streams.load([`topic/${id}`]);
  const topic = streams.topic(id);
  if (topic?.phase !== 'open') return refused('noTopic');
  const view = await parts.topicView(tx, tenant, id, await groupsOn(tx, tenant, id), now);
  return { ...makes[news.step]({ parts, topic: id, place: topic.place, view }), ...outcomes(news) };
}
