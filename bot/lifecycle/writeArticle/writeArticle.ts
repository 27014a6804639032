// The group's article, from its own words: put together as a draft, allowed or kept by each who wrote them, and edited (R57).
import { z } from 'zod';
import { type Article, articleOf, type Passage } from '../../group/article.ts';
import { readerships } from '../../group/events.ts';
import type { GroupEvent, Live } from '../../group/group.ts';
import {
  type Accepted,
  type Context,
  type GroupId,
  isRefusal,
  type News,
  type Refusal,
  readsGroup,
  refuse,
  stepCommand,
  type World,
  type Written,
} from '../decision.ts';
import { foresee, membersGroup } from '../stages.ts';
import { id, line, passage, whole } from '../text.ts';
import { forEveryone, wrote } from '../wrote.ts';
import { recorded, settled } from './agreeing.ts';

/** As many as can be read in one go. */
const mostPassages = 20;

/** What its writer keeps takes no room. */
export const roomIn = ({ passages }: Article): number =>
  mostPassages - passages.filter((it) => !it.kept).length;

const shows = (what: string) => (command: { group: GroupId }) => ({ show: what, group: command.group });

/** The article that a member's group writes. */
export function writing(
  world: World,
  of: GroupId,
  context: Context,
): { group: Live; article: Article } | Refusal {
  const group = membersGroup(world, of, context);
  if (isRefusal(group)) return group;
  const article = articleOf(group);
  if (!article) return refuse('noArticle');
  // Whoever reads the page would learn what such a group talks about.
  return group.policy.confidential ? refuse('articleStaysApart') : { group, article };
}

/** Who said yes to another text is asked once more. */
const askedAgain = (group: Live, article: Article, { by }: Context): News[] =>
  article.yes
    .filter((it) => it !== by)
    .map((to) => ({ is: 'tell', to, what: 'articleChanged', group: group.id }));

/** What the group does to its article, and the agreement where that was all that was missing. */
export function changing(
  { group, article }: { group: Live; article: Article },
  context: Context,
  events: GroupEvent[],
  rest: { then?: News[]; written?: Written[] } = {},
): Accepted {
  const done = settled(group, context, events);
  const after = foresee(group, events, context);
  const isChanged = after.phase === 'live' && articleOf(after)?.yes.length === 0;
  return recorded(group, context, done.events, {
    then: [...(isChanged ? askedAgain(group, article, context) : []), ...(rest.then ?? []), ...done.then],
    written: [...(rest.written ?? []), ...done.written],
  });
}

/** What members wrote down for the group about their work: where it is useful, what they tried, what came of it. */
function told({ cycle, past, members }: Live): Passage[] {
  const rows = [...past, cycle].flatMap(({ opportunities, practices, verdicts }) => [
    ...opportunities,
    ...practices,
    ...verdicts.map((it) => ({ ...it, id: it.commitment })),
  ]);
  return rows
    .filter((it) => members.includes(it.person))
    .map(({ id: own, person, words }) => ({ id: own, person, words }));
}

/** Those that are in it, and those that their writers keep, in whichever article they were asked. */
const answered = ({ articles }: Live, article: Article): string[] =>
  [...article.passages, ...articles.flatMap((it) => it.passages.filter(({ kept }) => kept))].map(
    (it) => it.id,
  );

export const draftArticle = stepCommand({
  name: 'draftArticle',
  shape: z.strictObject({ group: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = writing(world, command.group, context);
    if (isRefusal(found)) return found;
    const { group, article } = found;
    const room = roomIn(article);
    const fresh = told(group).filter(({ id: own }) => !answered(group, article).includes(own));
    const drawn = room > 0 ? fresh.slice(-room) : [];
    if (drawn.length === 0) return refuse(room > 0 ? 'nothingToDraft' : 'articleIsFull');
    const passages = drawn.map(({ id: own, person, words }) => ({ passage: own, person, words }));
    const asked = [...new Set(drawn.map((it) => it.person))].filter((it) => it !== context.by);
    return changing(found, context, [{ type: 'articleDrafted', v: 1, passages }], {
      then: asked.map((to) => ({ is: 'tell', to, what: 'articleAsked', group: group.id })),
    });
  },
  shows: shows('article.mine'),
  undo: () => ({ none: 'draftKept' }),
});

export const aimArticle = stepCommand({
  name: 'aimArticle',
  shape: z.strictObject({ group: id, readers: z.enum(readerships) }),
  reads: readsGroup,
  decide(world, { group: of, readers }, context) {
    const found = writing(world, of, context);
    if (isRefusal(found)) return found;
    if (found.article.readers === readers) return refuse('alreadyDone');
    return changing(found, context, [{ type: 'articleAimed', v: 1, readers, person: context.by }]);
  },
  shows: shows('article'),
  undo: () => ({ none: 'articleAgain' }),
});

export const titleArticle = stepCommand({
  name: 'titleArticle',
  shape: z.strictObject({ group: id, title: line }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = writing(world, command.group, context);
    if (isRefusal(found)) return found;
    // The page has it in its head, which is written once.
    if (found.article.agreed) return refuse('articleHasTitle');
    const [title = ''] = context.ids;
    return changing(found, context, [{ type: 'articleTitled', v: 1, title, person: context.by }], {
      written: [wrote(found.group, context, title, command.title)],
    });
  },
  shows: shows('article'),
  undo: () => ({ none: 'writeAgain' }),
});

export const addPassage = stepCommand({
  name: 'addPassage',
  shape: z.strictObject({ group: id, words: passage }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = writing(world, command.group, context);
    if (isRefusal(found)) return found;
    if (roomIn(found.article) <= 0) return refuse('articleIsFull');
    const [own = '', words = ''] = context.ids;
    const added: GroupEvent = { type: 'passageAdded', v: 1, passage: own, person: context.by, words };
    return changing(found, context, [added], {
      written: [forEveryone(found.group, context, words, { text: command.words })],
    });
  },
  shows: shows('article'),
  undo: () => ({ none: 'articleAgain' }),
});

export const movePassage = stepCommand({
  name: 'movePassage',
  shape: z.strictObject({ group: id, passage: id, place: whole(1, 9999) }),
  reads: readsGroup,
  decide(world, { group: of, passage: which, place }, context) {
    const found = writing(world, of, context);
    if (isRefusal(found)) return found;
    const { passages } = found.article;
    const at = passages.findIndex((it) => it.id === which);
    const before = Math.min(place, passages.length) - 1;
    if (at < 0) return refuse('unknownEntry');
    if (at === before) return refuse('alreadyDone');
    return changing(found, context, [{ type: 'passageMoved', v: 1, passage: which, before }]);
  },
  shows: shows('article'),
  undo: () => ({ none: 'articleAgain' }),
});
