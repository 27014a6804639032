// Words that their writer had deleted: what others would build on them is refused, and nothing breaks.
import { expect, test } from 'vitest';
import { ann, ben, cem, formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { openTalk, type Talk } from './talk.ts';

const topicOf = async (talk: Talk) =>
  talk.store.transaction(async (tx) => (await tx.pools.topics(tenant))[0]?.topic ?? '');

const forgets = (talk: Talk, person: string) =>
  talk.store.transaction((tx) => tx.words.empty(tenant, person));

test('a topic whose proposer was forgotten cannot be joined by an old button', async () => {
  const talk = await openTalk();
  await talk.presses('lena', 'do.proposeTopic', { name: 'Negotiation' });
  const topic = await topicOf(talk);
  await talk.presses('lena', 'do.eraseMe');
  await talk.works();
  const answer = await talk.presses('emre', 'do.registerInterest', { topic });
  expect(JSON.stringify(answer)).toContain('was removed by the person who wrote it');
  expect(await talk.types(`person/${await talk.idOf('emre')}`)).toEqual([]);
  expect(await talk.types(`topic/${topic}`)).toEqual(['topicProposed']);
});

test('a shared objective whose writer was forgotten cannot be agreed, and the group goes on', async () => {
  const talk = await openTalk();
  const [shared, words] = [uuid(51), uuid(52)];
  await talk.knows(ann, ben, cem);
  await talk.happened(
    `group/${group}`,
    [
      formed([ann, ben]),
      lived(
        start,
        { type: 'stageBegan', v: 1, stage: 'kickOff' },
        { type: 'sharedProposed', v: 1, shared, person: cem, words },
        { type: 'sharedAnswered', v: 1, shared, person: ann, accepts: true },
      ),
    ]
      .flat()
      .map(({ event }) => event),
  );
  await talk.store.transaction((tx) =>
    tx.words.write(
      tenant,
      [{ id: words, owner: { person: cem }, audience: 'group', group, text: 'Say it the same day' }],
      start,
    ),
  );
  await forgets(talk, cem);
  const said = await talk.says(ben, { do: 'answerShared', group, shared, accepts: 'true' });
  expect(said).toEqual({ refused: 'wordsRemoved' });
  expect(await talk.types(`group/${group}`)).not.toContain('sharedAgreed');
});
