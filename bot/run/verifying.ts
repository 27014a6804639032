// A look at a group's workspace as one act: what of it is there, and what is gone; it makes nothing, and reads each part once.
import { isElsewhere } from '../group/evolveProject.ts';
import type { Loss, Lost, Part } from '../group/group.ts';
import { shortId } from '../group/keys.ts';
import { linkSteps } from '../lifecycle/decision.ts';
import { linkOf } from './linkMakes.ts';
import type { Make, Result, Site } from './making.ts';
import type { ChannelPlace, Outcome } from './ports.ts';

type Word = `${Part}:${Loss | 'there' | 'renamed' | 'changed'}`;
type Seen = Outcome<Word[]>;

/** What may not be read says nothing; what cannot be read now is looked at again, with all the rest. */
async function seen<T>(look: Promise<Outcome<T>>, says: (value: T) => Word[] | Promise<Seen>): Promise<Seen> {
  const ended = await look;
  if (ended.is === 'refused') return { is: 'done', value: [] };
  if (ended.is !== 'done') return ended;
  const words = await says(ended.value);
  return Array.isArray(words) ? { is: 'done', value: words } : words;
}

const isOf = (part: Part) => (it: Lost) => it.part === part;

/** The tabs that were pinned there, also those that people removed and may have pinned again, in one list. */
async function tabsIn(site: Site, place: ChannelPlace): Promise<Seen> {
  const { parts, group } = site;
  const { tab, links = {}, lost = [] } = group.place;
  const hasTab = tab !== undefined || lost.some(isOf('tab'));
  const known = linkSteps.flatMap((step) => {
    const link = links[step]?.tab !== undefined || lost.some(isOf(step)) ? linkOf[step](site) : undefined;
    return link ? [{ step, link }] : [];
  });
  if (!hasTab && known.length === 0) return { is: 'done', value: [] };
  const leads = known.map(({ link }) => link);
  return seen(parts.workspace.seeTabs(place, group.id, leads), (there) => {
    const is = (isThere: boolean | undefined) => (isThere ? 'there' : 'gone');
    return [
      ...(hasTab ? [`tab:${is(there.own)}` as const] : []),
      ...known.map(({ step }, at) => `${step}:${is(there.links[at])}` as const),
    ];
  });
}

/**
 * Of an archived team each of its channels says that it is archived (Graph docs, "channel: archive"), and of a deleted one
 * none is there: only the team itself tells whether it is back, and its channel is what is lost now.
 */
const teamOr = ({ parts: { workspace } }: Site, team: string, channel: Word): Promise<Seen> =>
  seen(workspace.seeArchived({ team }), (isArchived) => {
    if (isArchived === false) return ['team:there', channel];
    return [isArchived ? 'team:archived' : 'team:gone'];
  });

/** The channel, also one that was lost and may have come back, and then the tabs in it. */
async function inTeam(site: Site): Promise<Seen> {
  const { parts, group } = site;
  const { id, place } = group;
  const { team = '', lost = [] } = place;
  const channel = place.channel ?? lost.find(({ was }) => was.channel !== undefined)?.was.channel;
  if (channel === undefined) return { is: 'done', value: [] };
  return seen(parts.workspace.seeChannel({ team, channel }), async (there): Promise<Seen> => {
    const isBack = lost.some(isOf('team'));
    if (!there || there.archived) {
      const word = there ? 'channel:archived' : 'channel:gone';
      return isBack ? teamOr(site, team, word) : { is: 'done', value: [word] };
    }
    const words: Word[] = [...(isBack ? (['team:there'] as const) : []), 'channel:there'];
    // Whatever else people made of the name, the short id is what told it apart.
    if (!there.name.includes(shortId(id))) words.push('channel:renamed');
    const tabs = await tabsIn(site, { team, channel });
    return tabs.is === 'done' ? { is: 'done', value: [...words, ...tabs.value] } : tabs;
  });
}

async function onSite({ parts: { workspace }, group: { place } }: Site): Promise<Seen> {
  const { site = '', page, published, left, mark, lost = [] } = place;
  const wasPublished = published || left === 'pageGone' || lost.some(isOf('page'));
  if (page === undefined || !wasPublished) return { is: 'done', value: [] };
  // Of a page that is left to people nothing is compared.
  return seen(workspace.seePage(site, page, left === undefined ? mark : undefined), (there) => {
    if (!there) return ['page:gone'];
    if (!there.published) return ['page:unpublished'];
    return [there.changed ? 'page:changed' : 'page:there'];
  });
}

/** The pages of its articles, as long as nothing is known to be wrong with them: `1:gone`, by their cycle. */
async function articles({ parts: { workspace }, group }: Site): Promise<Outcome<string[]>> {
  const words: string[] = [];
  const all = 'articles' in group ? group.articles : [];
  for (const { cycle, page } of all.filter((it) => it.page.published && it.page.left === undefined)) {
    const there = await workspace.seePage(page.site ?? '', page.page ?? '', page.mark);
    if (there.is === 'refused') continue;
    if (there.is !== 'done') return there;
    if (there.value === null) words.push(`${cycle}:gone`);
    else if (!there.value.published) words.push(`${cycle}:unpublished`);
    else if (there.value.changed) words.push(`${cycle}:changed`);
  }
  return { is: 'done', value: words };
}

/** Of plans in another team than the group's own: the cycles whose plan is not there any more. Others are followed at night. */
async function guests({ parts: { workspace }, group }: Site): Promise<Outcome<number[]>> {
  const gone: number[] = [];
  for (const { n, project } of 'cycle' in group ? [...group.past, group.cycle] : []) {
    if (!project || !isElsewhere(project)) continue;
    const there = await workspace.readTasks(project.plan ?? '');
    if (there.is === 'refused') continue;
    if (there.is !== 'done') return there;
    if (there.value === null) gone.push(n);
  }
  return { is: 'done', value: gone };
}

/** One of Microsoft's servers may not know yet, or any more, for a moment, what others do: it is asked twice. */
const lookedOnce = 'goneOnce';
const againAfterSeconds = 60;

export const verify: Make = (site) => {
  const known = new Set<string>((site.group.place.lost ?? []).map(({ part, how }) => `${part}:${how}`));
  const look = async (): Promise<Outcome<Result>> => {
    const words: Word[] = [];
    for (const part of [inTeam, onSite]) {
      const ended = await part(site);
      if (ended.is !== 'done') return ended;
      words.push(...ended.value.filter((it) => !known.has(it)));
    }
    const ofArticles = await articles(site);
    if (ofArticles.is !== 'done') return ofArticles;
    const plans = await guests(site);
    if (plans.is !== 'done') return plans;
    const isGone = [...words, ...ofArticles.value].some((it) => it.endsWith(':gone'));
    if ((isGone || plans.value.length > 0) && site.last !== lookedOnce)
      return { is: 'wait', seconds: againAfterSeconds, code: lookedOnce };
    const lost = {
      ...(ofArticles.value.length > 0 ? { articles: ofArticles.value.join(' ') } : {}),
      ...(plans.value.length > 0 ? { plans: plans.value.join(' ') } : {}),
    };
    return { is: 'done', value: { found: words.join(' '), ...lost } };
  };
  return { call: look, find: look };
};
