// How a group's state follows from its events: proposal, life, place, cycles, end.
import { describe, expect, test } from 'vitest';
import { evolveGroup } from '../../bot/group/evolve.ts';
import { type Group, type GroupEvent, type Live, noGroup } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import type { Stamped } from '../../bot/topic/topic.ts';

const at = '2026-11-16T08:00:00.000Z';
const later = '2026-11-17T08:00:00.000Z';
const stamped = (event: GroupEvent, when = at): Stamped<GroupEvent> => ({
  ...event,
  at: when,
  by: 'ann',
  via: 'chat',
});
const became = (events: GroupEvent[], from: Group = noGroup, when = at): Group =>
  events.reduce<Group>((so, event) => evolveGroup(so, stamped(event, when)), from);

const proposed: GroupEvent = {
  type: 'groupProposed',
  v: 1,
  group: 'blue',
  topic: 'feedback',
  policy: presets.employees,
  invited: ['ann', 'ben'],
};
const formed: GroupEvent = { type: 'groupFormed', v: 1, members: ['ann', 'ben'] };
const live = (...events: GroupEvent[]): Live => {
  const group = became([proposed, formed, ...events]);
  if (group.phase !== 'live') throw new Error(`The group is ${group.phase}.`);
  return group;
};

describe('A proposal', () => {
  test('keeps its policy, and each seat with its state and since when', () => {
    const group = became(
      [
        { type: 'seatAccepted', v: 1, person: 'ann' },
        { type: 'seatRefused', v: 1, person: 'ben', why: 'lapsed' },
        { type: 'seatOffered', v: 1, person: 'cem' },
      ],
      became([proposed]),
      later,
    );
    expect(group).toEqual({
      phase: 'proposed',
      id: 'blue',
      topic: 'feedback',
      policy: presets.employees,
      since: at,
      seats: [
        { person: 'ann', state: 'accepted', since: later },
        { person: 'ben', state: 'lapsed', since: later },
        { person: 'cem', state: 'offered', since: later },
      ],
    });
  });

  test('can be cancelled, and nothing happens to it any more', () => {
    const group = became([proposed, { type: 'proposalCancelled', v: 1 }, formed]);
    expect(group).toMatchObject({ phase: 'cancelled', id: 'blue' });
  });
});

describe('A group', () => {
  test('begins its first cycle with nothing in it', () => {
    const { members, cycle, past, place, formed: since } = live();
    expect({ members, past, place, since }).toEqual({
      members: ['ann', 'ben'],
      past: [],
      place: { published: false, failed: [] },
      since: at,
    });
    expect(cycle).toMatchObject({ n: 1, stage: 'objectives', stageSince: at, objectives: [], choices: [] });
    expect(cycle).not.toHaveProperty('mode');
  });

  test('knows who left and who joined', () => {
    expect(
      live(
        { type: 'memberLeft', v: 1, person: 'ann', why: 'left' },
        { type: 'memberJoined', v: 1, person: 'cem' },
      ),
    ).toMatchObject({ members: ['ben', 'cem'], left: ['ann'] });
  });

  test('moves through stages, and a new cycle keeps the past one whole', () => {
    const words: GroupEvent = { type: 'objectiveSet', v: 1, objective: 'o', person: 'ann', words: 'w' };
    const group = became(
      [{ type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' }],
      live(words, { type: 'stageBegan', v: 1, stage: 'renewal' }),
      later,
    );
    expect(group).toMatchObject({
      cycle: { n: 2, mode: 'deeper', began: later, stage: 'objectives', objectives: [] },
      past: [{ n: 1, stage: 'renewal', objectives: [{ id: 'o' }] }],
    });
  });

  test('has a place as far as it is built, and what could not be', () => {
    const { place } = live(
      { type: 'membersAdded', v: 1, team: 't' },
      { type: 'channelOpened', v: 1, team: 't', channel: 'c' },
      { type: 'tabPinned', v: 1, tab: 'b' },
      { type: 'pageCreated', v: 1, site: 's', page: 'p', url: 'u' },
      { type: 'pagePublished', v: 1 },
      { type: 'buildFailed', v: 1, step: 'plan', code: 'x' },
      { type: 'buildFailed', v: 1, step: 'task', n: 2, code: 'y' },
    );
    expect(place).toEqual({
      team: 't',
      joined: true,
      channel: 'c',
      tab: 'b',
      site: 's',
      page: 'p',
      url: 'u',
      published: true,
      failed: [
        { step: 'plan', code: 'x' },
        { step: 'task', n: 2, code: 'y' },
      ],
    });
  });

  test('that has ended keeps its last state and changes no more', () => {
    const ended = became([{ type: 'groupEnded', v: 1, why: 'closed' }], live(), later);
    expect(ended).toMatchObject({ phase: 'ended', ended: later, why: 'closed', members: ['ann', 'ben'] });
    expect(became([{ type: 'memberJoined', v: 1, person: 'cem' }], ended)).toBe(ended);
  });
});

describe('What nobody expects', () => {
  test.each<[string, GroupEvent, Group]>([
    ['before there is a group', formed, noGroup],
    ['of a living group in a proposal', { type: 'stageBegan', v: 1, stage: 'practice' }, became([proposed])],
  ])('changes nothing: an event %s', (_, event, group) => expect(became([event], group)).toBe(group));

  test('leaves the state before as it was', () => {
    const before = live();
    const copy = structuredClone(before);
    became(
      [
        { type: 'objectiveSet', v: 1, objective: 'o', person: 'ann', words: 'w' },
        { type: 'memberLeft', v: 1, person: 'ann', why: 'left' },
      ],
      before,
    );
    expect(before).toEqual(copy);
  });
});

describe('In a cycle', () => {
  const { cycle } = live(
    { type: 'objectiveSet', v: 1, objective: 'o', person: 'ann', words: 'w1' },
    { type: 'objectiveReworded', v: 1, objective: 'o', words: 'w2' },
    { type: 'objectiveRemoved', v: 1, objective: 'o' },
    { type: 'committed', v: 1, commitment: 'c1', person: 'ann', cue: 'w3', behaviour: 'w4' },
    { type: 'committed', v: 1, commitment: 'c2', person: 'ann', cue: 'w5', behaviour: 'w6' },
    { type: 'checkedIn', v: 1, person: 'ann', week: 1, progress: 20, help: true },
    { type: 'checkedIn', v: 1, person: 'ann', week: 1, progress: 40, help: false, words: 'w7' },
    { type: 'nextChosen', v: 1, person: 'ann', mode: 'close', stays: false },
    { type: 'nextChosen', v: 1, person: 'ann', mode: 'deeper', stays: true },
    { type: 'taskFinished', v: 1, n: 1, person: 'ann' },
  );

  test('what is said again takes the place of what was said before', () => {
    expect(cycle.objectives).toEqual([{ id: 'o', person: 'ann', words: 'w2', removed: true }]);
    expect(cycle.commitments).toEqual([{ id: 'c2', person: 'ann', cue: 'w5', behaviour: 'w6' }]);
    expect(cycle.checkIns).toMatchObject([{ week: 1, progress: 40, help: false, words: 'w7' }]);
    expect(cycle.choices).toEqual([{ person: 'ann', mode: 'deeper', stays: true }]);
  });

  test('a task of a project that is not there is nothing', () => expect(cycle).not.toHaveProperty('project'));
});
