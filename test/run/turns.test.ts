// Turns when something around them is slow, broken or past: everyone gets an answer, and undo means the last thing done.
import { afterEach, expect, test, vi } from 'vitest';
import { formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { openTalk, silent, type Talk } from './talk.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a directory that hangs holds nobody up for longer than three seconds', async () => {
  const asked = Promise.withResolvers<void>();
  const never = new Promise<never>(() => {});
  const talk = await openTalk({
    ...silent,
    person() {
      asked.resolve();
      return never;
    },
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const answer = talk.presses('lena', 'show.topics');
  await asked.promise;
  await vi.advanceTimersByTimeAsync(3000);
  expect(await answer).toHaveProperty('card');
});

const breaks = (talk: Talk) => {
  const error = new Error('a broken world');
  vi.spyOn(talk.parts.book, 'hears').mockImplementation(() => {
    throw error;
  });
  return error;
};

test('whoever wrote when something broke is told so once, and nothing is half done', async () => {
  const talk = await openTalk();
  const error = breaks(talk);
  const said = { is: 'text', text: 'I want to learn negotiation' } as const;
  await expect(talk.hear('lena', said, { keys: ['id 1'] })).rejects.toThrow(error);
  await expect(talk.hear('lena', said, { keys: ['id 1'] })).rejects.toThrow(error);
  await talk.works();
  expect(await talk.told('lena')).toEqual(['broken']);
  expect(await talk.types(`person/${await talk.idOf('lena')}`)).toEqual([]);
  vi.restoreAllMocks();
  await talk.hear('lena', said, { keys: ['id 1'] });
  expect(await talk.told('lena')).toEqual(['broken', 'interest.registered']);
});

test('undo after something that cannot be undone does not undo what was done before it', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  const lena = await talk.idOf('lena');
  const [ben, cem] = [uuid(12), uuid(13)];
  await talk.happened(
    `group/${group}`,
    [...formed([lena, ben, cem]), ...lived(start, { type: 'stageBegan', v: 1, stage: 'kickOff' })].map(
      ({ event }) => event,
    ),
  );
  await talk.happened(
    `person/${lena}`,
    (['seatHeld', 'seatTaken'] as const).map((type) => ({
      type,
      v: 1,
      person: lena,
      group,
      topic: uuid(2),
      at: start,
      by: lena,
      via: 'chat',
    })),
  );
  await talk.presses('lena', 'do.nameOpportunity', { group, opportunity: 'Reviews take too long' });
  await talk.presses('lena', 'do.pickCourse', { group, title: 'Feedback in an hour' });
  await talk.writes('lena', 'undo');
  expect(await talk.told('lena')).toEqual(['greeting', 'noUndo']);
  expect(await talk.types(`group/${group}`)).not.toContain('takenBack');
});

test('a sentence about nothing in between leaves the undo as it is', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'I want to learn negotiation');
  await talk.writes('lena', 'thanks');
  await talk.writes('lena', 'undo');
  expect(await talk.types(`person/${await talk.idOf('lena')}`)).toEqual([
    'interestRegistered',
    'interestWithdrawn',
  ]);
  expect((await talk.store.transaction((tx) => tx.pools.topics(tenant))).map((it) => it.waiting)).toEqual([
    0,
  ]);
});
