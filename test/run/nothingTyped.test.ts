// What somebody types beside a button that only opens a card is not kept: no row but their own words may hold it.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { openTalk, type Talk } from './talk.ts';

const canary = 'quagga';

/** Keys of what came in are kept unnamed. */
const key = createHash('sha256').update('the press').digest('hex');

async function kept(talk: Talk): Promise<string> {
  const effects = await talk.effects();
  const answer = await talk.store.transaction((tx) => tx.answers.get(tenant, key));
  expect(answer).toBeDefined();
  return JSON.stringify([effects, answer]);
}

const typed = {
  name: canary,
  title: `${canary} 2`,
  kind: 'links',
  objective: uuid(7),
  meeting: 'kickOff',
  n: 3,
};

test.each([true, false])('a press that shows a card, as an invoke: %s', async (invoke) => {
  const talk = await openTalk();
  const said = { is: 'pressed', verb: 'show.topics', fields: typed, invoke } as const;
  await talk.hear('lena', said, { keys: ['the press'] });
  const rows = await kept(talk);
  expect(rows).not.toContain(canary);
  // What our own cards say of themselves is still there.
  for (const about of ['"kind":"links"', uuid(7), '"meeting":"kickOff"', '"n":3'])
    expect(rows).toContain(about);
});
