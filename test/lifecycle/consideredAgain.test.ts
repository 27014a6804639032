// Enough people wait and still no group can be proposed: they are considered again, without anybody having to ask.
import { expect, test } from 'vitest';
import type { PersonEvent } from '../../bot/person/person.ts';
import { uuid } from './given.ts';
import { opening } from './openings.ts';
import { colleagues, topics } from './sayings.ts';
import { type Company, groupsOf, type Happened, handle, happen } from './world.ts';

const [topic = ''] = topics;
const [, , , ...peers] = colleagues;
const [busy = ''] = peers;

const lived = (company: Company, ...events: PersonEvent[]): Company =>
  happen(
    company,
    events.map((event): Happened => ({ stream: `person/${event.person}`, event })),
  ).after;
const consider = (company: Company) => handle(company, { do: 'considerGroup', topic }, 'peerloop');
const held = (n: number): PersonEvent => ({
  type: 'seatHeld',
  v: 1,
  person: busy,
  group: uuid(90 + n),
  topic: uuid(95 + n),
});

/** Six wait, and one of them is in two groups already. */
const waiting = (people = peers.slice(0, 6)) =>
  lived(
    opening(undefined),
    ...people.map((person): PersonEvent => ({ type: 'interestRegistered', v: 1, person, topic })),
    held(1),
    held(2),
  );

test('a week later the one who had no room has it, and the group is proposed', () => {
  const first = consider(waiting());
  expect(first.turns).toEqual([]);
  expect(first.accepted?.then).toMatchObject([
    { is: 'later', at: '2026-11-23T09:00:00.000Z', command: { do: 'considerGroup', topic } },
  ]);
  const { group, topic: other } = { group: uuid(91), topic: uuid(96) };
  const free = lived(first.after, {
    type: 'seatGivenUp',
    v: 1,
    person: busy,
    group,
    topic: other,
    why: 'left',
  });
  const [later] = free.waiting;
  const again = handle(
    { ...free, now: '2026-11-23T09:00:00.000Z', waiting: [] },
    later?.is === 'later' ? later.command : { do: '' },
    'peerloop',
  );
  expect(groupsOf(again.after)).toHaveLength(1);
});

test('however often it is looked at, once a week is enough', () => {
  const first = consider(waiting());
  expect(consider(first.after).after.waiting).toHaveLength(1);
});

test('nobody comes back for a topic with too few', () => {
  expect(consider(waiting(peers.slice(0, 5))).accepted?.then).toEqual([]);
});
