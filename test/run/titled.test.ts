// The title of a button, written: it does what the button on the card last shown does.
import { expect, test } from 'vitest';
import { openTalk } from './talk.ts';

test.each(['Keep my data', 'keep my data.'])('“%s” keeps it', async (words) => {
  const talk = await openTalk();
  await talk.writes('lena', 'delete my data');
  await talk.writes('lena', words);
  expect(await talk.told('lena')).toEqual(['erase', 'privacy']);
});

test('“Withdraw” takes back the interest that the card has just confirmed', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'I want to learn negotiation');
  await talk.writes('lena', 'Withdraw');
  expect(await talk.types(`person/${await talk.idOf('lena')}`)).toEqual([
    'interestRegistered',
    'interestWithdrawn',
  ]);
});

test('a title that no button of that card has, or that more than one has, is a sentence like any other', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'Withdraw');
  for (const topic of ['negotiation', 'company law']) await talk.writes('lena', `I want to learn ${topic}`);
  await talk.writes('lena', 'my topics');
  await talk.writes('lena', 'Withdraw');
  expect(await talk.types(`person/${await talk.idOf('lena')}`)).toEqual([
    'interestRegistered',
    'interestRegistered',
  ]);
});
