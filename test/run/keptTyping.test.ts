// What was typed into a card stays there when it is refused for something that can be put right in it.
import { expect, test } from 'vitest';
import type { GroupEvent, ProjectKind } from '../../bot/group/events.ts';
import { formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { openTalk, type Talk } from './talk.ts';

async function working(kind: ProjectKind, events: (of: string) => GroupEvent[]): Promise<Talk> {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  const lena = await talk.idOf('lena');
  const chosen: GroupEvent = { type: 'projectChosen', v: 1, kind, person: lena, title: uuid(91), tasks: 5 };
  const happened = [formed([lena]), lived(start, chosen, ...events(lena))].flat();
  await talk.happened(
    `group/${group}`,
    happened.map(({ event }) => event),
  );
  return talk;
}

const job = { group, whom: 'colleague', who: '', what: 'Set up the board with her', when: 'On Monday' };

test.each([
  ['do.setJob', job, 'for somebody else'],
  ['do.tellResult', { group, words: 'She asks fewer questions now' }, 'Nobody has said yet'],
])('%s leaves the card of a project on the job as it is', async (verb, fields, said) => {
  const talk = await working('onTheJob', () => []);
  expect(await talk.presses('lena', verb, fields)).toEqual({ notice: expect.stringContaining(said) });
});

test('A passage for a full article stays in the card', async () => {
  const talk = await working('article', (person) =>
    Array.from({ length: 20 }, (_, at) => ({
      type: 'passageAdded',
      v: 1,
      passage: uuid(100 + at),
      person,
      words: uuid(200 + at),
    })),
  );
  const words = 'Thank people first';
  expect(await talk.presses('lena', 'do.addPassage', { group, words })).toEqual({
    notice: expect.stringContaining('twenty passages'),
  });
});
