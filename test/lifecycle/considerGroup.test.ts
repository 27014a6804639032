// Who is asked to learn together: enough who wait, who fit together, and have not answered already.
import { describe, expect, test } from 'vitest';
import { noGroup } from '../../bot/group/group.ts';
import { policiesOf } from '../../bot/group/policy.ts';
import type { World } from '../../bot/lifecycle/decision.ts';
import { considerGroup } from '../../bot/lifecycle/formGroup/considerGroup.ts';
import type { PersonEvent } from '../../bot/person/person.ts';
import { noThread } from '../../bot/thread/thread.ts';
import { noTopic } from '../../bot/topic/topic.ts';
import { uuid } from './given.ts';
import { opening } from './openings.ts';
import { colleagues, topics } from './sayings.ts';
import { type Company, groupsOf, type Happened, handle, happen, personIn } from './world.ts';

const [topic = '', otherTopic = ''] = topics;
/** The first leads the second and the third. */
const [boss = '', report = '', third = '', ...peers] = colleagues;
const inPerson = (...events: PersonEvent[]): Happened[] =>
  events.map((event) => ({ stream: `person/${event.person}`, event }));

const waiting = (people: readonly string[], company = opening(undefined)): Company =>
  happen(
    company,
    inPerson(...people.map((person): PersonEvent => ({ type: 'interestRegistered', v: 1, person, topic }))),
  ).after;
const consider = (company: Company) => handle(company, { do: 'considerGroup', topic }, 'peerloop');
const say = (company: Company, name: string, by: string) => {
  const group = groupsOf(company)[0]?.id ?? '';
  return handle(company, { do: name, group }, by).after;
};
const invitedIn = (company: Company) =>
  groupsOf(company).map((it) => (it.phase === 'proposed' ? it.seats.map((seat) => seat.person) : []));
const seats = (company: Company) =>
  groupsOf(company).map((it) =>
    it.phase === 'proposed' ? it.seats.filter((seat) => seat.state === 'offered').length : 0,
  );

describe('A group is proposed', () => {
  test('when six who fit together wait, each with a seat that is held, a question and a reminder', () => {
    const { accepted, after } = consider(waiting(peers.slice(0, 6)));
    expect(invitedIn(after)).toEqual([peers.slice(0, 6)]);
    expect(personIn(after, peers[0] ?? '').seats).toMatchObject([{ topic, state: 'held' }]);
    const group = groupsOf(after)[0]?.id;
    expect(accepted?.then.slice(0, 2)).toMatchObject([
      { is: 'tell', to: peers[0], what: 'proposal', group, topic },
      { is: 'later', at: '2026-11-19T09:00:00.000Z', command: { do: 'remindSeat', group, person: peers[0] } },
    ]);
    expect(accepted?.then).toHaveLength(12);
  });

  test('not to five, and never to anybody twice', () => {
    expect(consider(waiting(peers.slice(0, 5))).turns).toEqual([]);
    const once = consider(waiting(peers.slice(0, 6))).after;
    expect(consider(once).turns).toEqual([]);
  });

  test('to eight at most, and to seven where two groups are near', () => {
    expect(seats(consider(waiting(peers.slice(0, 8))).after)).toEqual([8]);
    const many = consider(waiting([report, third, ...peers, uuid(40)].slice(0, 12), withNewcomer())).after;
    expect(seats(many)).toEqual([7]);
  });

  test('without supervisor and report in one group', () => {
    const [invited = []] = invitedIn(consider(waiting([boss, report, ...peers.slice(0, 6)])).after);
    expect(invited.includes(boss) && invited.includes(report)).toBe(false);
    expect(invited).toHaveLength(7);
    const line = waiting([boss, report, third, ...peers.slice(0, 4)]);
    // Without the supervisor there are six.
    expect(invitedIn(consider(line).after)).toEqual([[report, third, ...peers.slice(0, 4)]]);
  });

  test('without those who have two groups already, or have been erased', () => {
    const full = happen(
      waiting(peers.slice(0, 6)),
      inPerson(
        { type: 'seatHeld', v: 1, person: peers[0] ?? '', group: uuid(90), topic: otherTopic },
        { type: 'seatHeld', v: 1, person: peers[0] ?? '', group: uuid(91), topic: uuid(92) },
      ),
    ).after;
    expect(consider(full).turns).toEqual([]);
    const erased = inPerson({ type: 'personErased', v: 1, person: peers[0] ?? '' });
    expect(consider(happen(waiting(peers.slice(0, 6)), erased).after).turns).toEqual([]);
  });
});

test('Whoever was found, but waits no more by their own stream, is not asked', () => {
  const company = waiting(peers.slice(0, 5));
  const world: World = {
    policies: policiesOf(['employees']),
    found: { interested: peers.slice(0, 6), proposals: [] },
    person: (id) => personIn(company, id),
    facts: () => ({ name: '', area: '', office: '', language: 'en', zone: 'Europe/Berlin' }),
    group: () => noGroup,
    topic: () => noTopic,
    thread: () => noThread,
  };
  const context = { now: company.now, by: 'peerloop', via: 'clock', ids: [uuid(80)] } as const;
  const decision = considerGroup.decide(world, { topic }, context);
  expect(decision).toMatchObject({ happened: [], written: [] });
});

/** One more colleague, so that twelve can wait without the one who leads two of them. */
function withNewcomer(): Company {
  const company = opening(undefined);
  const [some] = company.people.values();
  return some ? { ...company, people: new Map([...company.people, [uuid(40), some]]) } : company;
}

describe('A place that is free in a proposal', () => {
  test('goes to the next who waits and fits with those who sit', () => {
    const open = consider(waiting([boss, ...peers.slice(0, 5)])).after;
    const more = waiting([report, ...peers.slice(5, 7)], open);
    const { turns, after } = consider(more);
    expect(turns.map((it) => it.event.type)).toEqual(['seatOffered', 'seatHeld', 'seatOffered', 'seatHeld']);
    expect(invitedIn(after)).toEqual([[boss, ...peers.slice(0, 5), ...peers.slice(5, 7)]]);
  });

  test('is not offered to somebody whose working hours are too far from those who sit', () => {
    const far = waiting([peers[6] ?? ''], consider(waiting(peers.slice(0, 6))).after);
    const people = new Map(far.people);
    const facts = people.get(peers[6] ?? '');
    if (facts) people.set(peers[6] ?? '', { ...facts, zone: 'America/Los_Angeles' });
    expect(consider({ ...far, people }).turns).toEqual([]);
    expect(consider(far).turns).not.toEqual([]);
  });

  test('is not offered again to whoever has said no, and neither is another group while it is open', () => {
    const open = consider(waiting(peers.slice(0, 8))).after;
    const two = peers.slice(0, 7).reduce((so, by) => say(so, 'declineSeat', by), open);
    expect(groupsOf(two)).toHaveLength(1);
    expect(consider(two).turns).toEqual([]);
  });

  test('is nobody’s when everyone has said no: they are asked again with the next who is interested', () => {
    const open = consider(waiting(peers.slice(0, 6))).after;
    const off = peers.slice(0, 6).reduce((so, by) => say(so, 'declineSeat', by), open);
    expect(groupsOf(off)).toMatchObject([{ phase: 'cancelled' }]);
    const last = handle(open, { do: 'declineSeat', group: groupsOf(open)[0]?.id }, peers[0] ?? '');
    expect(last.accepted?.then).toMatchObject([{ command: { do: 'considerGroup' } }]);
    expect(invitedIn(consider(waiting(peers.slice(6, 7), off)).after)[1]).toHaveLength(7);
  });
});

test('Nobody but the clock may have a group considered', () => {
  const company = waiting(peers.slice(0, 6));
  expect(handle(company, { do: 'considerGroup', topic }, peers[0] ?? '').refused).toBe('malformed');
});
