// A number in a sentence means what stood there when its writer looked, also when others have changed the order since.
import { expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { streamsIn } from '../../bot/run/streams.ts';
import { ann, group, uuid } from '../lifecycle/given.ts';
import { openPair } from './pair.ts';
import { tenant } from './shell.ts';
import type { Talk } from './talk.ts';

const [early, middle, late] = [uuid(701), uuid(702), uuid(703)];
const asked = (point: string, n: number): GroupEvent => ({
  type: 'unclearPointAsked',
  v: 1,
  point,
  person: ann,
  words: uuid(801 + n),
});
const talking = () =>
  openPair({ type: 'stageBegan', v: 1, stage: 'course' }, ...[early, middle, late].map(asked));

const marksOf = async (talk: Talk, who: string) => {
  const person = await talk.idOf(who);
  return talk.store.transaction(async (tx) => {
    const streams = streamsIn(tx, tenant);
    await streams.load([`group/${group}`]);
    const found = streams.group(group);
    if (found?.phase !== 'live') throw new Error('There is no such group.');
    return found.cycle.points.filter((it) => it.mattersTo.includes(person)).map((it) => it.id);
  });
};

test('a point is the one that had this number on the card that was seen last', async () => {
  const talk = await talking();
  await talk.presses('lena', 'show.discussion', { group });
  await talk.presses('paul', 'do.markPoint', { group, point: late });
  await talk.writes('lena', 'point 2 matters to me');
  expect(await marksOf(talk, 'lena')).toEqual([middle]);
});

test('a point is the one that has this number after what its writer did, also when topics were listed meanwhile', async () => {
  const talk = await talking();
  await talk.presses('lena', 'show.discussion', { group });
  await talk.writes('lena', 'point 3 matters to me');
  await talk.writes('lena', 'show topics');
  await talk.presses('paul', 'do.markPoint', { group, point: middle });
  await talk.writes('lena', 'point 2 matters to me');
  expect(await marksOf(talk, 'lena')).toEqual([early, late]);
});

test('to whoever saw no list for half an hour, a point is the one that has this number now', async () => {
  const talk = await talking();
  await talk.presses('lena', 'show.discussion', { group });
  await talk.presses('paul', 'do.markPoint', { group, point: late });
  talk.times.pass('PT31M');
  await talk.writes('lena', 'point 1 matters to me');
  expect(await marksOf(talk, 'lena')).toEqual([late]);
});
