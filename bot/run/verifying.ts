// A look at a group's workspace as one act: what of it is there, and what is gone; it makes nothing, and reads each part once.
import type { Lost, Part } from '../group/group.ts';
import { shortId } from '../group/keys.ts';
import type { Make, Result, Site } from './making.ts';
import type { Outcome } from './ports.ts';

type Word = `${Part}:${'there' | 'gone' | 'unpublished' | 'renamed'}`;
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

/** The channel, also one that was lost and may have come back, and then our tab in it. */
async function inTeam({ parts: { workspace }, group: { id, place } }: Site): Promise<Seen> {
  const { team = '', lost = [] } = place;
  const channel = place.channel ?? lost.find(({ was }) => was.channel !== undefined)?.was.channel;
  if (channel === undefined) return { is: 'done', value: [] };
  const hasTab = place.tab !== undefined || lost.some(isOf('tab'));
  return seen(workspace.seeChannel({ team, channel }), async (there): Promise<Seen> => {
    if (!there) return { is: 'done', value: lost.some(isOf('team')) ? [] : ['channel:gone'] };
    // In an archived team everything is still to be seen.
    const isBack = lost.some(({ part, how }) => part === 'team' && how === 'gone');
    const words: Word[] = [...(isBack ? (['team:there'] as const) : []), 'channel:there'];
    // Whatever else people made of the name, the short id is what told it apart.
    if (!there.name.includes(shortId(id))) words.push('channel:renamed');
    if (!hasTab) return { is: 'done', value: words };
    return seen(workspace.findTab({ team, channel }, id), (tab) => [
      ...words,
      tab ? 'tab:there' : 'tab:gone',
    ]);
  });
}

async function onSite({ parts: { workspace }, group: { place } }: Site): Promise<Seen> {
  const { site = '', page, published, left, lost = [] } = place;
  const wasPublished = published || left === 'pageGone' || lost.some(isOf('page'));
  if (page === undefined || !wasPublished) return { is: 'done', value: [] };
  return seen(workspace.seePage(site, page), (there) => {
    if (!there) return ['page:gone'];
    return [there.published ? 'page:there' : 'page:unpublished'];
  });
}

/** One of Microsoft's servers may not know yet, or any more, for a moment, what others do: it is asked twice. */
const lookedOnce = 'goneOnce';
const againAfterSeconds = 60;

export const verify: Make = (site) => {
  const { lost = [] } = site.group.place;
  const known = new Set<string>(lost.map(({ part }) => `${part}:gone`));
  const look = async (): Promise<Outcome<Result>> => {
    const words: Word[] = [];
    for (const part of [inTeam, onSite]) {
      const ended = await part(site);
      if (ended.is !== 'done') return ended;
      words.push(...ended.value.filter((it) => !known.has(it)));
    }
    const isGone = words.some((it) => it.endsWith(':gone'));
    if (isGone && site.last !== lookedOnce)
      return { is: 'wait', seconds: againAfterSeconds, code: lookedOnce };
    return { is: 'done', value: { found: words.join(' ') } };
  };
  return { call: look, find: look };
};
