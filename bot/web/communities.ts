// What the tab shows of communities of practice, from what its reader may read.
import { hasCommunities, nameOf, type View } from '../cards/view.ts';
import { topicsUnder } from '../community/parts.ts';
import { sameArea } from '../group/area.ts';
import { type Community, isCommunity } from '../group/group.ts';
import { isFresh, type OpenThread } from '../thread/thread.ts';
import type { Board, Home, Talk } from './contract.ts';
import { https, pageOf } from './places.ts';

/** How much there is in a community; the shell counts it. */
interface TalkCounts {
  all: number;
  open: number;
  fresh: number;
  moved: string | null;
}

export type BoardView = View & { talk?: TalkCounts };

/** The reader's own first, then the one of their area. */
export function communitiesOf(view: View): Home['communities'] {
  const on = hasCommunities(view);
  const area = view.area.trim();
  const ofArea = view.communities.find((it) => sameArea(it.name) === sameArea(area));
  const lines = view.communities.filter((it) => it.mine || (on && it === ofArea && !it.rests));
  return {
    on,
    founds: on && area !== '' && (ofArea?.rests ?? true) ? area : null,
    lines: lines
      .toSorted((a, b) => Number(b.mine) - Number(a.mine))
      .map(({ id, name, mine, members, open, fresh }) => ({
        id,
        area: name,
        kind: 'community',
        members,
        mine,
        open: mine ? open : null,
        fresh: mine ? fresh : null,
      })),
  };
}

const none: TalkCounts = { all: 0, open: 0, fresh: 0, moved: null };

/** A community has nothing of what a cycle brings. */
export function communityBoard(view: BoardView, community: Community, member: boolean): Board {
  const { all, open, fresh, moved } = view.talk ?? none;
  return {
    id: community.id,
    confidential: false,
    me: { zone: view.zone },
    topic: nameOf(view, community),
    kind: 'community',
    process: community.policy.process,
    stage: null,
    ended: false,
    cycle: 0,
    members: community.members.length,
    shared: [],
    meeting: null,
    course: null,
    resources: [],
    project: null,
    page: pageOf(community),
    community: {
      open,
      all,
      fresh,
      moved: moved && instant(moved),
      rests: community.phase === 'resting',
      groups: view.below.map((it) => ({ topic: nameOf(view, it), page: pageOf(it) })),
      topics: topicsUnder(view, community).map(({ id, name, waiting }) => ({
        topic: name,
        waiting,
        page: https(view.topicPage(id)),
      })),
    },
    member,
  };
}

const instant = (at: string) => new Date(at).toISOString();

/** Of one thread, unless it was asked for by itself. */
const mostAnswers = 5;

function threadOf(view: View, reader: string, of: OpenThread, most: number): Talk['threads'][number] {
  const said = (id: string, { person, words }: { person: string; words: string }, answer?: string) => {
    const thanks = of.thanks.filter((it) => it.answer === answer);
    return {
      id,
      by: view.name(person),
      text: view.text(words),
      mine: person === reader,
      thanks: thanks.length,
      thanked: thanks.some((it) => it.person === reader),
    };
  };
  const answers = of.answers.slice(-most);
  return {
    ...said(of.id, of),
    kind: of.kind,
    solved: of.phase === 'solved',
    moved: instant(of.moved),
    fresh: isFresh(of, reader, view.now),
    answers: answers.map((it) => said(it.id, it, it.id)),
    earlier: of.answers.length - answers.length,
  };
}

/** The second level, from a member's own view; undefined for a group that talks of nothing here. `whole`: with all answers. */
export function talkOf(view: View, next: string | null, whole: boolean): Talk | undefined {
  const { group, reader } = view;
  if (!group || !isCommunity(group) || reader === null || !group.members.includes(reader)) return undefined;
  return {
    id: group.id,
    area: nameOf(view, group),
    kind: 'community',
    members: group.members.length,
    me: { zone: view.zone },
    page: pageOf(group),
    threads: view.threads.map((it) => threadOf(view, reader, it, whole ? Infinity : mostAnswers)),
    next,
  };
}
