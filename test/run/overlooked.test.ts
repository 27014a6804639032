// Two replicas that hear the same at once: neither sees the other's answer at first, and it still happens once.
import { expect, test } from 'vitest';
import { tabFor } from '../../bot/run/tab.ts';
import type { Store } from '../../bot/store/contract.ts';
import { tenant } from './shell.ts';
import { oidOf, openTalk, silent, type Talk } from './talk.ts';

/** The first answer that is looked for is not seen yet, as before the other replica's commit. */
function overlooks(store: Store): void {
  const transaction = store.transaction.bind(store);
  let isFirst = true;
  store.transaction = (work, isAlone) =>
    transaction(
      (tx) =>
        work({
          ...tx,
          answers: {
            ...tx.answers,
            async get(...asked) {
              const kept = await tx.answers.get(...asked);
              const isSeen = !(kept && isFirst);
              if (kept) isFirst = false;
              return isSeen ? kept : undefined;
            },
          },
        }),
      isAlone,
    );
}

const topics = (talk: Talk) => talk.store.transaction((tx) => tx.pools.topics(tenant));
const withoutNonces = (answer: unknown): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'nonce' ? '' : value));

test('a press is answered as the first one was', async () => {
  const talk = await openTalk();
  const proposes = () =>
    talk.hear(
      'lena',
      { is: 'pressed', verb: 'do.proposeTopic', fields: { name: 'Company law' }, invoke: true },
      { keys: ['card 1'] },
    );
  const first = await proposes();
  overlooks(talk.store);
  expect(withoutNonces(await proposes())).toEqual(withoutNonces(first));
  expect(await topics(talk)).toHaveLength(1);
  expect(await talk.types(`person/${await talk.idOf('lena')}`)).toEqual(['interestRegistered']);
});

test('a message is answered once', async () => {
  const talk = await openTalk();
  const says = () =>
    talk.hear('lena', { is: 'text', text: 'I want to learn negotiation' }, { keys: ['id 1', 'id 1'] });
  await says();
  overlooks(talk.store);
  await says();
  expect(await talk.told('lena')).toEqual(['interest.registered']);
});

test('a request of the tab gets the answer of the first', async () => {
  const talk = await openTalk();
  const { store, book, clock, contact, forgotten, groupsPerTeam } = talk.parts;
  const tab = tabFor({ store, book, clock, contact, forgotten, groupsPerTeam, directory: silent, wake() {} });
  const lena = { tenant, oid: oidOf('lena'), name: 'Lena Hartwig' };
  const proposes = () => tab.command(lena, 'key 1', { do: 'proposeTopic', name: 'Company law' });
  const first = await proposes();
  overlooks(talk.store);
  expect(await proposes()).toEqual(first);
  expect(first.is).toBe('done');
});
