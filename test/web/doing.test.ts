// What the channel's tab offers a member of the article: also after the one whose yes was missing has left.
import { expect, test } from 'vitest';
import { articleOf } from '../../bot/group/article.ts';
import { doingOf } from '../../bot/web/doing.ts';
import { ann, ben, cem, lived, type Scene, start, uuid, viewOf } from '../lifecycle/given.ts';
import { atStage } from '../lifecycle/practising.ts';

const scene = atStage('practice').and(
  lived(
    start,
    { type: 'projectChosen', v: 1, kind: 'article', person: ann, title: uuid(91), tasks: 5 },
    { type: 'passageAdded', v: 1, passage: uuid(71), person: ann, words: uuid(81) },
    { type: 'articleApproved', v: 1, person: ann },
    { type: 'articleApproved', v: 1, person: ben },
  ),
);
const seen = (of: Scene) => doingOf(viewOf(of, ann))?.article;

test('A yes goes to the draft that is shown', () => {
  expect(doingOf(viewOf(scene, cem))?.article).toMatchObject({
    approves: true,
    version: articleOf(scene.live())?.version,
  });
});

test('Whoever has said yes publishes it when the one who was missing has left', () => {
  expect(seen(scene)).toMatchObject({ missing: [`Name ${cem}`], approves: false });
  const alone = scene.and(lived(start, { type: 'memberLeft', v: 1, person: cem, why: 'left' }));
  expect(seen(alone)).toMatchObject({ missing: [], agreed: false, approves: true });
});
