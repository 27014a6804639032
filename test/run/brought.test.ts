// What somebody knows is told to the group when they say that they bring it; said in passing, it is offered to them first.
import { expect, test } from 'vitest';
import { render } from '../../bot/run/render.ts';
import { group, start } from '../lifecycle/given.ts';
import { openPair } from './pair.ts';
import { tenant } from './shell.ts';
import type { Talk } from './talk.ts';

const real = 'Ten years of appraisals';
const passing = 'I know how to run retrospectives';

const openRoom = () => openPair({ type: 'stageBegan', v: 1, stage: 'kickOff' });

/** The card of what members bring, as somebody reads it now. */
const seen = async (talk: Talk, who: string) => {
  const reader = await talk.idOf(who);
  const wanted = { tenant, reader, group, show: 'knowledge', now: start, contact: 'Anja' };
  return JSON.stringify(await talk.store.transaction((tx) => render(tx, talk.parts.book, wanted)));
};

test('Said in passing it takes the place of nothing, nobody else reads it, and the card has it to be sent', async () => {
  const talk = await openRoom();
  await talk.writes('lena', `What I bring: ${real}`);
  await talk.writes('lena', passing);
  await talk.works();
  expect(JSON.stringify(talk.sent.at(-1))).toContain(passing);
  expect(JSON.stringify(talk.sent.at(-1))).toContain(real);
  expect(await seen(talk, 'paul')).toContain(real);
  expect(await seen(talk, 'paul')).not.toContain(passing);
});

test('What was replaced is read by nobody else, and “undo” brings it back (R15)', async () => {
  const talk = await openRoom();
  await talk.writes('lena', `What I bring: ${real}`);
  await talk.writes('lena', 'What I bring: nothing much');
  expect(await seen(talk, 'paul')).toContain('nothing much');
  expect(await seen(talk, 'paul')).not.toContain(real);
  await talk.writes('lena', 'undo');
  expect(await seen(talk, 'paul')).toContain(real);
  expect(await seen(talk, 'paul')).not.toContain('nothing much');
});
