// How somebody can be reached is learnt from several sides at once: what is newer is not undone by what is late.
import { expect, test } from 'vitest';
import { tenant } from './shell.ts';
import { openTalk, type Talk } from './talk.ts';

const personIn = async (talk: Talk) =>
  talk.store.transaction(async (tx) => tx.people.byOid(tenant, 'oid-lena'));

const moves = (talk: Talk, zone: string) =>
  talk.hear(
    'lena',
    { is: 'text', text: 'hello' },
    {
      speaker: { oid: 'oid-lena', teamsId: '29:lena', name: 'Name lena', zone },
    },
  );

test('a refused message does not bring back what was known of somebody before it was sent', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  let first = true;
  talk.speaks = async () => {
    if (!first) return { is: 'done', value: { activity: '2' } };
    first = false;
    await moves(talk, 'Asia/Tokyo');
    return { is: 'refused', code: 'MessageWritesBlocked', status: 403 };
  };
  await talk.works();
  expect((await personIn(talk))?.facts.zone).toBe('Asia/Tokyo');
});

test('an install that ends late leaves the chat in which somebody has written meanwhile', async () => {
  const talk = await openTalk();
  talk.plays({
    install: async () => ({ is: 'done', value: {} }),
    async findChat() {
      await talk.writes('lena', 'hello');
      return { is: 'done', value: { conversation: 'a:looked-up' } };
    },
  });
  const place = { kind: 'channel', conversation: '19:channel', serviceUrl: 'http://127.0.0.1/' } as const;
  await talk.hear('lena', { is: 'text', text: 'topics' }, { place });
  await talk.works();
  expect((await personIn(talk))?.reach).toMatchObject({ conversation: 'a:lena', teamsId: '29:lena' });
});
