// The article for everyone: each member says yes, its page is made and follows what its writers allow, and what became of it is told.
import { z } from 'zod';
import { type Article, isAgreed, shownOf, waitingOf } from '../../group/article.ts';
import type { Ended, Group, GroupEvent, Live } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import {
  type Accepted,
  type Context,
  type GroupId,
  isRefusal,
  type News,
  type PersonId,
  readsGroup,
  refuse,
  type SoFar,
  type StreamId,
  stepCommand,
  type World,
} from '../decision.ts';
import { foresee } from '../stages.ts';
import { id, whole } from '../text.ts';
import { mayAgree, piece, recorded, settled } from './agreeing.ts';
import { writing } from './writeArticle.ts';

const external = z.string().min(1).max(500);
const cycle = z.number().int().min(1);

export const approveArticle = stepCommand({
  name: 'approveArticle',
  // Absent on cards of older releases, which cannot say what was read.
  shape: z.strictObject({ group: id, version: whole(1, 9999).optional() }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = writing(world, command.group, context);
    if (isRefusal(found)) return found;
    const { group, article } = found;
    if (shownOf(article).length === 0) return refuse('articleIsEmpty');
    const own = waitingOf(article).filter((it) => it.person === context.by).length;
    if (own > 0) return refuse('passagesWait', { open: own });
    const hasSaid = article.yes.includes(context.by);
    // Whoever was still missing may have left meanwhile.
    if (isAgreed(article) || (hasSaid && !mayAgree(group, article))) return refuse('alreadyDone');
    if (command.version !== article.version) return refuse('draftHasChanged', { group: group.id });
    const yes: GroupEvent = { type: 'articleApproved', v: 1, person: context.by };
    const { events, ...rest } = settled(group, context, hasSaid ? [] : [yes]);
    return recorded(group, context, events, rest);
  },
  shows: (command) => ({ show: 'article', group: command.group }),
  undo: () => ({ none: 'told' }),
});

/** Also of a group that is over, and whoever has left it: their words may stand there. */
const readersOf = ({ group, article }: Known): PersonId[] => [
  ...new Set([...group.members, ...article.passages.map((it) => it.person)]),
];

interface Known {
  group: Live | Ended;
  article: Article;
}

/** A group with that article, whether it still lives or not. */
function known(group: Group | undefined, cycle: number): Known | undefined {
  if (group?.phase !== 'live' && group?.phase !== 'ended') return undefined;
  const article = group.articles.find((it) => it.cycle === cycle);
  return article && { group, article };
}

/** The group, and everyone who is told what became of its article. */
function readsReaders(command: { group: GroupId; cycle: number }, _: Context, so: SoFar): StreamId[] {
  const found = known(so.group(command.group), command.cycle);
  const told = found ? readersOf(found) : [];
  return [`group/${command.group}`, ...told.map((it) => `person/${it}` as const)];
}

const tellAll = (world: World, found: Known, what: string): News[] =>
  readersOf(found)
    .filter((it) => !world.person(it).erased)
    .map((to) => ({ is: 'tell', to, what, group: found.group.id, about: { cycle: found.article.cycle } }));

/** Absent `cycle`: all that the group has published. */
export const reviseArticle = stepCommand({
  name: 'reviseArticle',
  shape: z.strictObject({ group: id, cycle: cycle.optional() }),
  inner: true,
  reads: readsGroup,
  decide(world, command) {
    const group = world.group(command.group);
    if (group.phase !== 'live' && group.phase !== 'ended') return nothing;
    const due = group.articles.filter(
      (it) => it.page.page !== undefined && it.cycle === (command.cycle ?? it.cycle),
    );
    return {
      ...nothing,
      then: due.map((it): News => ({ is: 'build', step: 'reviseArticle', group: group.id, cycle: it.cycle })),
    };
  },
});

const step = z.literal('reviseArticle');
const built = z.union([
  z.strictObject({
    group: id,
    cycle,
    step: z.literal('article'),
    site: external,
    page: external,
    url: external,
  }),
  z.strictObject({ group: id, cycle, step, mark: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ group: id, cycle, step, left: z.literal('pageEdited') }),
]);

const only = (group: Live | Ended, context: Context, event: GroupEvent, then: News[] = []): Accepted =>
  recorded(group, context, [event], { then, written: [] });

/** Told each time, since what somebody took back may still stand there. */
const leaving = (world: World, found: Known, code: string, context: Context): Accepted =>
  only(
    found.group,
    context,
    { type: 'articleLeft', v: 1, cycle: found.article.cycle, code },
    tellAll(world, found, found.article.page.published ? 'articleLeft' : 'articleStuck'),
  );

export const articleBuilt = stepCommand({
  name: 'articleBuilt',
  shape: built,
  inner: true,
  reads: readsReaders,
  decide(world, command, context) {
    const found = known(world.group(command.group), command.cycle);
    if (!found) return nothing;
    const { group, article } = found;
    const { page } = article;
    if ('left' in command) return leaving(world, found, command.left, context);
    if (command.step === 'article') {
      const { step: _, group: __, ...made } = command;
      if (page.page !== undefined) return nothing;
      return only(group, context, { type: 'articleCreated', v: 1, ...made }, [
        piece(group, article, 'reviseArticle'),
      ]);
    }
    const { cycle: of, mark } = command;
    if (page.published && page.mark === mark && page.left === undefined) return nothing;
    const told = page.published ? [] : tellAll(world, found, 'articleOut');
    return only(group, context, { type: 'articleRevised', v: 1, cycle: of, mark }, told);
  },
});

export const articleRefused = stepCommand({
  name: 'articleRefused',
  shape: z.strictObject({
    group: id,
    cycle,
    step: z.enum(['article', 'reviseArticle']),
    code: z.string().max(200),
  }),
  inner: true,
  reads: readsReaders,
  decide(world, command, context) {
    const found = known(world.group(command.group), command.cycle);
    return found ? leaving(world, found, command.code, context) : nothing;
  },
});

/** IT may have allowed by now what it refused; people may have put back what they had changed. */
export const resumeArticle = stepCommand({
  name: 'resumeArticle',
  // Absent on cards of older releases: the one that was written last.
  shape: z.strictObject({ group: id, cycle: cycle.optional() }),
  reads: readsGroup,
  decide(world, command, context) {
    const found = writing(world, command.group, context);
    if (isRefusal(found)) return found;
    const of = command.cycle ?? found.article.cycle;
    const { group, article } = known(found.group, of) ?? found;
    if (!article.agreed || article.page.left === undefined) return refuse('alreadyDone');
    const wanted: GroupEvent = { type: 'articleWanted', v: 2, person: context.by, cycle: of };
    const again = known(foresee(group, [wanted], context), of)?.article;
    const next = article.page.page === undefined ? 'article' : 'reviseArticle';
    return only(group, context, wanted, again ? [piece(group, again, next)] : []);
  },
  shows: (command) => ({ show: 'article', group: command.group }),
  undo: () => ({ none: 'building' }),
});
