// Every event that was ever released is still read: one frozen example of each type and version, only ever added to.
import { describe, expect, test } from 'vitest';
import type { AnyEvent, StreamId } from '../../bot/lifecycle/decision.ts';
import { type Recorded, upcast } from '../../bot/store/upcast.ts';
import type { Stamped } from '../../bot/topic/topic.ts';
import { readTree } from '../house/tree.ts';
import { replayed } from '../lifecycle/world.ts';
import released from './released.json' with { type: 'json' };

/** In the types of events, and nowhere else, a type and a version stand like this. */
const declared = /type: '(\w+)';\s*v: (\d+)/g;
const named = ({ type, v }: { type: string; v: number }) => `${type} ${v}`;

const read = (event: object) => upcast(event as Recorded) as unknown as Stamped<AnyEvent>;
const lives = released.map(({ stream, events }) => ({
  stream: stream as StreamId,
  events: events.map(read),
}));
const examples = new Set(released.flatMap(({ events }) => events.map(named)));

const texts = [...readTree()].filter(([path]) => path.startsWith('bot/') && path.endsWith('.ts'));
const present = texts.flatMap(([, text]) =>
  [...text.matchAll(declared)].map(([, type = '', v = '']) => `${type} ${v}`),
);

test('Every event of this release has its example', () => {
  expect(present.length).toBeGreaterThan(50);
  expect(new Set(present).size).toBe(present.length);
  expect(present.filter((it) => !examples.has(it))).toEqual([]);
});

test('Every example is read as an event of this release', () => {
  const readAs = lives.flatMap(({ events }) => events.map(named));
  expect(readAs.filter((it) => !present.includes(it))).toEqual([]);
});

/** The state once the first so many of the events have happened. */
const stateAfter = ({ stream, events }: (typeof lives)[number], count = events.length) =>
  replayed(stream, events.slice(0, count));

describe.each(lives)('In $stream', (life) => {
  test.each(life.events.map(({ type }, at) => [type, at] as const))('%s leaves its trace', (_, at) => {
    expect(stateAfter(life, at + 1)).not.toEqual(stateAfter(life, at));
  });
});

test('The lives end as they ended then', () => {
  const ends = lives.map((it) => stateAfter(it));
  expect(ends).toMatchObject([
    { phase: 'open', adopted: true },
    { interests: [], seats: [], erased: true },
    { phase: 'cancelled' },
    {
      phase: 'ended',
      why: 'closed',
      place: { published: true, failed: [{ step: 'publish' }, { step: 'task', n: 2 }] },
      cycle: { n: 2, mode: 'deeper' },
      past: [
        {
          meetings: { kickOff: { agreed: '2026-11-20T09:00:00.000Z' } },
          project: { kind: 'links', plan: 'plan', delivered: true },
          checkIns: [{ week: 1 }, { week: 2 }],
          assessments: [{ rating: 5 }],
        },
      ],
    },
    { phase: 'open', programme: 'managers', skill: 'managerial' },
    { phase: 'resting', members: [expect.any(String)], groups: [{}] },
    { phase: 'takenBack' },
    { communities: [], erased: false },
    {
      phase: 'live',
      articles: [
        {
          cycle: 1,
          readers: 'supervisors',
          passages: [{ shown: {} }, { shown: {} }, { kept: true }],
          agreed: { passages: [expect.any(String), expect.any(String)] },
          page: { published: true },
          tries: 2,
        },
      ],
    },
  ]);
});
