// The same words by the same person in the same list are kept once, however they come.
import { expect, test } from 'vitest';
import { group } from '../lifecycle/given.ts';
import { openPair } from './pair.ts';
import type { Talk } from './talk.ts';

const words = 'Give feedback the same day';

const named = async (talk: Talk, type = 'objectiveSet') =>
  (await talk.types(`group/${group}`)).filter((it) => it === type).length;
const adds = (talk: Talk, who: string, objective: string) =>
  talk.presses(who, 'do.addObjective', { group, objective });

test('two presses at once name one objective, and the second is told so beside the card', async () => {
  const talk = await openPair();
  const answers = await Promise.all([adds(talk, 'lena', words), adds(talk, 'lena', words)]);
  expect(await named(talk)).toBe(1);
  expect(answers[0]).toHaveProperty('card');
  expect(answers[1]).toEqual({ notice: expect.stringContaining('You have written that already') });
});

test('typed, pressed, and in other spelling they are the same', async () => {
  const talk = await openPair();
  await adds(talk, 'lena', words);
  await talk.writes('lena', `add objective: give  feedback the SAME day.`);
  await adds(talk, 'lena', ` ${words}! `);
  expect(await named(talk)).toBe(1);
  expect((await talk.told('lena')).at(-1)).toBe('refused');
});

test('another objective, and the same words of somebody else, are kept', async () => {
  const talk = await openPair({ type: 'stageBegan', v: 1, stage: 'kickOff' });
  await adds(talk, 'lena', words);
  await adds(talk, 'lena', `${words}, in a sentence`);
  await adds(talk, 'paul', words);
  expect(await named(talk)).toBe(3);
});

test('what was taken out may be named again', async () => {
  const talk = await openPair();
  await adds(talk, 'lena', words);
  await talk.writes('lena', 'remove my objective 1');
  expect(await talk.types(`group/${group}`)).toContain('objectiveRemoved');
  await adds(talk, 'lena', words);
  expect(await named(talk)).toBe(2);
});

test.each([
  ['do.nameOpportunity', 'opportunity', 'opportunityNamed'],
  ['do.proposeShared', 'shared', 'sharedProposed'],
  ['do.planAction', 'action', 'actionPlanned'],
  ['do.bringKnowledge', 'words', 'knowledgeBrought'],
])('%s twice happens once', async (verb, field, type) => {
  const talk = await openPair({ type: 'stageBegan', v: 1, stage: 'kickOff' });
  for (const text of [words, words, 'Ask first']) await talk.presses('lena', verb, { group, [field]: text });
  expect(await named(talk, type)).toBe(2);
});
