// Whoever has left a group reads what they gave to its article, in their own words, and takes it out with one press.
import { expect, test } from 'vitest';
import { formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { openTalk } from './talk.ts';

const words = 'Quaggagiven';

test('What somebody gave is shown to them after they have left, and taken out', async () => {
  const talk = await openTalk();
  for (const who of ['lena', 'paul', 'mia']) await talk.writes(who, 'hello');
  const [lena = '', ...others] = await Promise.all(['lena', 'paul', 'mia'].map(talk.idOf));
  const [row, passage] = [uuid(81), uuid(71)];
  await talk.store.transaction((tx) =>
    tx.words.write(
      tenant,
      [{ id: row, owner: { person: lena }, audience: 'group', group, text: words }],
      start,
    ),
  );
  const happened = [
    formed([lena, ...others]),
    lived(
      start,
      { type: 'projectChosen', v: 1, kind: 'article', person: lena, title: uuid(91), tasks: 5 },
      { type: 'passageAdded', v: 1, passage, person: lena, words: row },
      { type: 'memberLeft', v: 1, person: lena, why: 'left' },
    ),
  ].flat();
  await talk.happened(
    `group/${group}`,
    happened.map(({ event }) => event),
  );
  const own = await talk.presses('lena', 'show.article.mine', { group });
  expect(JSON.stringify(own)).toContain(words);
  expect(JSON.stringify(await talk.presses('paul', 'show.article.mine', { group }))).not.toContain(words);
  await talk.presses('lena', 'do.keepPassage', { group, passage });
  expect((await talk.types(`group/${group}`)).at(-1)).toBe('passageKept');
});
