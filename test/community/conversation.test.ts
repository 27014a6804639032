// What is said of communities in sentences, and what is done, or refused by name, then.
import { expect, test } from 'vitest';
import { communityConversation } from '../../bot/community/communityConversation.ts';
import { putUnder, takeOut } from '../../bot/community/under.ts';
import { help } from '../../bot/help/index.ts';
import type { Here } from '../../bot/lifecycle/conversation.ts';
import { ann, formed, given, group, lived, start, uuid, viewOf } from '../lifecycle/given.ts';
import { here } from '../lifecycle/here.ts';
import { read, verbs } from '../lifecycle/sound.ts';

const [sales, engineering] = [uuid(600), uuid(601)];
const scene = given(formed(), lived(start, { type: 'putUnder', v: 1, community: sales }));
const salesOnly: Here = {
  ...here(scene, ann),
  communities: [{ id: sales, name: 'Sales', mine: true, rests: false }],
};

const hear = (intent: string, slots: Record<string, string> = {}, where = salesOnly) =>
  communityConversation.hears?.[intent]?.({ intent, slots }, where);

test('A group is taken out of the community that is named, else out of its own', () => {
  expect(hear('out_of_community', { community: engineering })).toEqual({
    run: { do: 'takeOut', group, community: engineering },
  });
  expect(hear('out_of_community')).toEqual({ run: { do: 'takeOut', group, community: sales } });
  const put = { group, community: sales };
  const nothing = { happened: [], then: [], written: [] };
  expect(putUnder.undo?.(put, nothing)).toEqual({ command: { do: 'takeOut', ...put } });
  expect(takeOut.undo?.(put, nothing)).toEqual({ command: { do: 'putUnder', ...put } });
  const apart = here(given(formed()), ann);
  expect(hear('out_of_community', {}, apart)).toEqual({ refused: 'notUnder' });
});

test('A topic that nobody knows is put nowhere, and that is said with the way to all topics', () => {
  for (const intent of ['topic_under_community', 'topic_out_of_community'])
    expect(hear(intent, { topic: 'juggling' })).toEqual({ refused: 'unknownTopic' });
  const refused = help.cards.refused?.(viewOf(scene, ann), { refused: 'unknownTopic' });
  expect(read(refused)).toContain('nothing was changed');
  expect(verbs(refused)).toContain('show.topics');
});
