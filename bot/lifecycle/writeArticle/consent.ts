// Each passage belongs to the one who wrote it: they let everyone read it or keep it for the group, whenever they like.
import { z } from 'zod';
import { type Article, articleOf, type Passage, shownOf } from '../../group/article.ts';
import type { Ended, GroupEvent, Live } from '../../group/group.ts';
import {
  type Context,
  type GroupId,
  isRefusal,
  type News,
  type PersonId,
  type Refusal,
  readsGroup,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { tellOthers } from '../stages.ts';
import { id } from '../text.ts';
import { forEveryone } from '../wrote.ts';
import { recorded } from './agreeing.ts';
import { changing, roomIn, writing } from './writeArticle.ts';

const passageShape = z.strictObject({ group: id, passage: id });

export const allowPassage = stepCommand({
  name: 'allowPassage',
  shape: passageShape,
  reads: readsGroup,
  decide(world, command, context) {
    const found = writing(world, command.group, context);
    if (isRefusal(found)) return found;
    const own = found.article.passages.find((it) => it.id === command.passage);
    if (own?.person !== context.by) return refuse('unknownEntry');
    if (own.shown) return refuse('alreadyDone');
    if (own.kept && roomIn(found.article) <= 0) return refuse('articleIsFull');
    const [words = ''] = context.ids;
    return changing(found, context, [{ type: 'passageAllowed', v: 1, passage: own.id, words }], {
      then: completed(found.group, found.article, own, context),
      written: [forEveryone(found.group, context, words, { copyOf: own.words })],
    });
  },
  shows: (command) => ({ show: 'article.mine', group: command.group }),
  undo: () => ({ none: 'articleAgain' }),
});

/** The last who was asked has answered: all can read the whole of it now. */
function completed(group: Live, article: Article, own: Passage, context: Context): News[] {
  const isOpen = article.passages.some((it) => it.id !== own.id && !it.shown && !it.kept);
  const hadWaited = !own.shown && !own.kept;
  return isOpen || !hadWaited ? [] : tellOthers(group, context, { what: 'articleReview' });
}

/** Also of a group that is over, or that they have left: what they wrote stays theirs. */
function ofWriter(
  world: World,
  of: GroupId,
  which: string,
  by: PersonId,
): { group: Live | Ended; article: Article; own: Passage } | Refusal {
  const group = world.group(of);
  if (group.phase !== 'live' && group.phase !== 'ended') return refuse('unknownGroup');
  const all = group.articles.map((article) => ({
    group,
    article,
    own: article.passages.find((it) => it.id === which && it.person === by),
  }));
  // The same words may stand in two of them: the later one is still being asked about.
  const found = all.findLast(({ own }) => own !== undefined);
  return found?.own ? { ...found, own: found.own } : refuse('unknownEntry');
}

export const keepPassage = stepCommand({
  name: 'keepPassage',
  shape: passageShape,
  reads: readsGroup,
  decide(world, command, context) {
    if (context.by === 'peerloop') return refuse('unknownGroup');
    const found = ofWriter(world, command.group, command.passage, context.by);
    if (isRefusal(found)) return found;
    const { group, article, own } = found;
    if (own.kept) return refuse('alreadyDone');
    const event: GroupEvent = { type: 'passageKept', v: 1, passage: own.id };
    if (group.phase === 'ended' || article !== articleOf(group))
      return recorded(group, context, [event], { then: [], written: [] });
    const then = shownOf(article).length > 0 ? completed(group, article, own, context) : [];
    return changing({ group, article }, context, [event], { then });
  },
  shows: (command) => ({ show: 'article.mine', group: command.group }),
  undo: () => ({ none: 'articleAgain' }),
});
