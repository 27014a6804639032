// One person floods the bot: they are told so once, nothing of it is done, and everybody else is answered as ever.
import { expect, test } from 'vitest';
import { allowances } from '../../bot/limits/rates.ts';
import { withinRates } from '../../bot/run/tooFast.ts';
import type { Hear, Said } from '../../bot/run/turn.ts';
import { openTalk, type Talk } from './talk.ts';

/** The same talk, with so much a minute for each person. */
function limited(talk: Talk, person = 60) {
  const heard: string[] = [];
  const rates = allowances({ person, tenant: 3000 }, () => talk.times.machine);
  const inner: Hear = async (turn) => {
    heard.push(turn.speaker.name);
    return talk.hear(turn.speaker.name, turn.said, turn);
  };
  const hear = withinRates({ ...talk.parts, rates, wake: () => {} }, inner);
  let next = 0;
  const says = (who: string, said: Said) =>
    hear({
      tenant: 'tenant',
      keys: [`turn ${next++}`],
      speaker: { oid: `oid-${who}`, teamsId: `29:${who}`, name: who },
      place: { kind: 'personal', conversation: `a:${who}`, serviceUrl: 'http://127.0.0.1/' },
      said,
    });
  const writes = (who: string, text: string) => says(who, { is: 'text', text });
  const presses = (who: string, verb: string) =>
    says(who, { is: 'pressed', verb, fields: { nonce: `n${next}` }, invoke: true });
  return { heard, says, writes, presses };
}

test('of five hundred messages sixty are heard, one card says so, and somebody else is answered between them', async () => {
  const talk = await openTalk();
  const { heard, writes } = limited(talk);
  for (let n = 0; n < 500; n++) {
    await writes('ann', 'hello');
    if (n % 100 === 50) await writes('lena', 'hello');
  }
  expect(heard.filter((it) => it === 'ann')).toHaveLength(60);
  const told = await talk.told('ann');
  expect(told.filter((it) => it === 'refused')).toEqual(['refused']);
  expect(await talk.told('lena')).toEqual(Array(5).fill('greeting'));
});

test('the card says how long to wait, and that nothing was changed', async () => {
  const talk = await openTalk();
  const { writes } = limited(talk, 30);
  for (let n = 0; n < 31; n++) await writes('ann', 'hello');
  await talk.works();
  const text = JSON.stringify(talk.sent.at(-1)?.message.card);
  expect(text).toContain('more at once than I can take in');
  expect(text).toContain('changed nothing. Try again in 2 seconds.');
});

test('a minute later it may be told again, and what is written then is heard', async () => {
  const talk = await openTalk();
  const { heard, writes } = limited(talk);
  for (let n = 0; n < 100; n++) await writes('ann', 'hello');
  talk.times.pass('PT60S');
  for (let n = 0; n < 100; n++) await writes('ann', 'hello');
  expect(heard).toHaveLength(120);
  const told = await talk.told('ann');
  expect(told.filter((it) => it === 'refused')).toHaveLength(2);
});

test('each press too many is answered beside its card, which stays as it is, and writes nothing down', async () => {
  const talk = await openTalk();
  const { presses } = limited(talk, 2);
  await presses('ann', 'show.help');
  await presses('ann', 'show.help');
  const before = await talk.effects();
  for (let n = 0; n < 5; n++) {
    expect(await presses('ann', 'do.registerInterest')).toEqual({
      notice: expect.stringContaining('Try again in 30 seconds.'),
    });
  }
  expect(await talk.effects()).toEqual(before);
});

test('a card that Teams refreshes on its own costs less, and too often stays as it is', async () => {
  const talk = await openTalk();
  const { says } = limited(talk, 1);
  const refresh: Said = { is: 'pressed', verb: 'show.post.welcome', fields: {}, invoke: true };
  const answers = [];
  for (let n = 0; n < 6; n++) answers.push(await says('ann', refresh));
  expect(answers.map((it) => it !== null)).toEqual([true, true, true, true, false, false]);
});

test('what Teams itself tells is always heard', async () => {
  const talk = await openTalk();
  const { heard, says } = limited(talk, 1);
  for (const is of ['installed', 'removed', 'installed', 'removed'] as const) await says('ann', { is });
  expect(heard).toHaveLength(4);
});
