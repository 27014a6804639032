// One member is silent, or goes at an awkward moment: no stage waits for them for ever, and what they objected to still counts.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { challenge } from '../../bot/lifecycle/discuss/challenge.ts';
import { closeDiscussion } from '../../bot/lifecycle/discuss/discuss.ts';
import { leaveGroup } from '../../bot/lifecycle/formGroup/formGroup.ts';
import { agreeTime } from '../../bot/lifecycle/kickOff/agreeTime.ts';
import { agreeShared, answerShared } from '../../bot/lifecycle/kickOff/shareObjectives.ts';
import { beginReflection } from '../../bot/lifecycle/practise/practise.ts';
import { addObjective, removeObjective } from '../../bot/lifecycle/setObjectives/setObjectives.ts';
import { missing } from '../../bot/lifecycle/stages.ts';
import { goOn } from '../../bot/reminders/goOn.ts';
import {
  ann,
  ben,
  cem,
  dia,
  formed,
  given,
  group,
  lived,
  type Scene,
  start,
  type Told,
  undone,
  uuid,
} from './given.ts';
import { atStage, practised } from './practising.ts';

const sixth = '2026-11-21T08:00:00.000Z';
const [shared, other] = [uuid(51), uuid(53)];

const accepts = (person: string, it = shared, yes = true): GroupEvent => ({
  type: 'sharedAnswered',
  v: 1,
  shared: it,
  person,
  accepts: yes,
});
const proposes = (it: string, person = ann): GroupEvent => ({
  type: 'sharedProposed',
  v: 1,
  shared: it,
  person,
  words: uuid(52),
});

const suits = (person: string): GroupEvent => ({
  type: 'timeAnswered',
  v: 1,
  meeting: 'kickOff',
  person,
  suits: true,
});

const kickOff = (...events: GroupEvent[]): Scene =>
  given(
    formed([ann, ben, cem, dia]),
    lived(start, { type: 'stageBegan', v: 1, stage: 'kickOff' }, ...events),
  );

/** What a command plans for the clock is done at once. */
function settled(told: Told, now = sixth): Told {
  const inner = { agreeShared, agreeTime };
  return told.accepted.then.reduce((so, news) => {
    if (news.is !== 'later' || !(news.command.do in inner)) return so;
    const { do: name, ...fields } = news.command;
    return so.after.when(inner[name as keyof typeof inner], fields, 'peerloop', now);
  }, told);
}

const agreedIn = (scene: Scene) =>
  scene
    .live()
    .cycle.shared.filter((it) => it.agreed)
    .map((it) => it.id);

describe('a kick-off', () => {
  test('waits for whoever has not answered a proposal, yes or no', () => {
    const scene = kickOff(proposes(shared), accepts(ben), accepts(cem, shared, false));
    expect(missing(scene.live())).toEqual([dia]);
    expect(missing(kickOff().live())).toEqual([]);
  });

  test('goes on without a member who is silent: what all others accepted is agreed', () => {
    const scene = kickOff(proposes(shared), accepts(ben), accepts(cem));
    expect(agreedIn(scene)).toEqual([]);
    const told = scene.when(goOn, { group }, ann, sixth);
    expect(told.types).toEqual(['memberExcused']);
    const after = settled(told);
    expect(agreedIn(after.after)).toEqual([shared]);
    expect(after.accepted.written).toMatchObject([{ owner: { group }, copyOf: uuid(52) }]);
    expect(after.accepted.then.map((it) => it.is === 'tell' && it.to)).toEqual([ann, ben, cem, dia]);
  });

  test('does not go over an objection, also of somebody who is excused from the rest', () => {
    const scene = kickOff(
      proposes(shared),
      proposes(other),
      ...[ben, cem].flatMap((it) => [accepts(it), accepts(it, other)]),
      accepts(dia, shared, false),
    );
    const told = scene.when(goOn, { group }, ann, sixth);
    expect(told.types).toEqual(['memberExcused']);
    expect(agreedIn(settled(told).after)).toEqual([other]);
  });

  test('is agreed by those who are left when the last who was asked leaves', () => {
    const time: GroupEvent[] = [
      { type: 'timeProposed', v: 1, meeting: 'kickOff', start: '2026-11-25T09:00:00.000Z', person: ann },
      ...[ben, cem].map(suits),
    ];
    const scene = kickOff(proposes(shared), accepts(ben), accepts(cem), ...time);
    const told = scene.when(leaveGroup, { group }, dia, sixth);
    const after = settled(told).after;
    expect(agreedIn(after)).toEqual([shared]);
    expect(after.live().cycle.meetings.kickOff?.agreed).toBe('2026-11-25T09:00:00.000Z');
  });

  test('agrees to no time that has passed, and to nothing twice', () => {
    const scene = kickOff(proposes(shared), accepts(ben), accepts(cem), accepts(dia), {
      type: 'timeProposed',
      v: 1,
      meeting: 'kickOff',
      start: '2026-11-17T09:00:00.000Z',
      person: ann,
    });
    const late = scene.and(lived(start, ...[ben, cem, dia].map(suits)));
    expect(late.when(agreeTime, { group, meeting: 'kickOff' }, 'peerloop', sixth).types).toEqual([]);
    const once = late.when(agreeShared, { group, shared }, 'peerloop', sixth);
    expect(once.types).toEqual(['sharedAgreed']);
    expect(once.after.when(agreeShared, { group, shared }, 'peerloop', sixth).types).toEqual([]);
    expect(late.when(answerShared, { group, shared, accepts: true }, ann, sixth).types).toContain(
      'sharedAgreed',
    );
  });
});

describe('a discussion', () => {
  const asked = (from: string, to: string): Scene => {
    const scene = given(
      formed([ann, ben, cem, dia]),
      lived(start, { type: 'stageBegan', v: 1, stage: 'discussion' }),
    );
    return scene.when(challenge, { group, to, words: 'And you?' }, from).after;
  };

  test('waits for whoever was challenged and goes on without them when they are silent', () => {
    const scene = asked(ann, dia);
    expect(missing(scene.live())).toEqual([dia]);
    expect(scene.when(closeDiscussion, { group }, ben, sixth).refused).toBe('discussionOpen');
    const told = scene.when(goOn, { group }, ben, sixth);
    expect(told.types).toEqual(['memberExcused']);
    expect(told.after.when(closeDiscussion, { group }, ben, sixth).refused).toBeUndefined();
  });

  test('does not wait for an answer to somebody who has left', () => {
    const left = asked(ann, dia).when(leaveGroup, { group }, ann).after;
    expect(missing(left.live())).toEqual([]);
    expect(left.when(closeDiscussion, { group }, ben).refused).toBeUndefined();
  });
});

test('a reflection in which nobody has an objective to judge is passed over', () => {
  const scene = atStage('practice');
  const none = scene
    .live()
    .cycle.objectives.map((it): GroupEvent => ({ type: 'objectiveRemoved', v: 1, objective: it.id }));
  const ready = scene.and(lived(start, ...none), practised(ann, ben, cem));
  const { types, after, accepted } = ready.when(beginReflection, { group }, ann);
  expect(types).toEqual(['stageBegan', 'stageBegan']);
  expect(after.live().cycle.stage).toBe('renewal');
  expect(accepted.then.filter((it) => it.is === 'tell').map((it) => it.what)).toEqual(
    [ann, ben, cem].map(() => 'began.renewal'),
  );
});

test('whoever the group went on without may take back the only objective that they named later', () => {
  const scene = kickOff({ type: 'memberExcused', v: 2, person: dia, stage: 'objectives', why: 'goneOn' });
  const told = scene.when(addObjective, { group, objective: 'Say it the same day' }, dia);
  const back = undone(told, [removeObjective], dia);
  expect(back.refused).toBeUndefined();
  expect(back.after.live().cycle.objectives).toMatchObject([{ person: dia, removed: true }]);
});
