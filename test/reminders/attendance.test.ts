// Where everyone takes part: a stage waits for each member, until they have done their part or are excused, and they catch up (R17).
import { describe, expect, test } from 'vitest';
import type { GroupEvent, Stage } from '../../bot/group/events.ts';
import { type Policy, presets } from '../../bot/group/policy.ts';
import { closeDiscussion } from '../../bot/lifecycle/discuss/discuss.ts';
import { formGroup } from '../../bot/lifecycle/formGroup/index.ts';
import { answerTime } from '../../bot/lifecycle/kickOff/agreeTime.ts';
import { closeKickOff, endKickOff } from '../../bot/lifecycle/kickOff/kickOff.ts';
import { recordPractice } from '../../bot/lifecycle/practise/practise.ts';
import { completeCourse } from '../../bot/lifecycle/takeCourse/takeCourse.ts';
import { askMissing, excuseMissing, nextForFacilitator } from '../../bot/reminders/askMissing.ts';
import { catchUp, excuseMe, remindCatchUp } from '../../bot/reminders/excuse.ts';
import { goOn } from '../../bot/reminders/goOn.ts';
import { reminders } from '../../bot/reminders/index.ts';
import { planStage } from '../../bot/reminders/planStage.ts';
import { remindStage } from '../../bot/reminders/remind.ts';
import {
  ann,
  ben,
  cem,
  group,
  hana,
  lived,
  type Scene,
  start,
  type Told,
  uuid,
  viewOf,
} from '../lifecycle/given.ts';
import { at, course, opportunity, shared } from '../lifecycle/group.ts';

const together: Partial<Policy> = { ...presets.managers, practice: 'required' };
const founded: GroupEvent[] = [
  { type: 'sharedProposed', v: 1, shared, person: ann, words: uuid(90) },
  { type: 'sharedAgreed', v: 1, shared, words: uuid(92) },
  { type: 'opportunityNamed', v: 1, opportunity, person: ann, words: uuid(90) },
  { type: 'resourceAdded', v: 1, resource: uuid(35), person: ann, title: uuid(93) },
  course,
];
const managersAt = (stage: Stage, ...events: GroupEvent[]) => at(stage, together, ...founded, ...events);
const ill = { group, words: 'I am ill until Thursday.' };
const tuesday = '2026-11-17T08:00:00.000Z';
const saturday = '2026-11-21T08:00:00.000Z';
const told = ({ accepted }: Told) =>
  accepted.then.flatMap((it) => (it.is === 'tell' ? [[it.to, it.what]] : []));
const later = ({ accepted }: Told) =>
  accepted.then.flatMap((it) => (it.is === 'later' ? [it.command.do] : []));
const card = (name: string, scene: Scene, reader: string, about = {}) =>
  JSON.stringify((reminders.cards[name] ?? formGroup.cards[name])?.(viewOf(scene, reader), about).card);

describe('A meeting of managers', () => {
  test('ends when each of them has said that they were there', () => {
    const one = managersAt('kickOff').when(closeKickOff, { group }, ann);
    expect(one.types).toEqual(['tookPart']);
    expect(told(one)).toEqual([
      [ben, 'wereYouThere'],
      [cem, 'wereYouThere'],
    ]);
    expect(one.after.when(closeKickOff, { group }, ann).refused).toBe('alreadyThere');
    const two = one.after.when(closeKickOff, { group }, ben);
    expect(told(two)).toEqual([]);
    expect(two.after.live().cycle.stage).toBe('kickOff');
    expect(two.after.when(closeKickOff, { group }, cem).types).toEqual([
      'tookPart',
      'meetingHeld',
      'stageBegan',
    ]);
  });

  test('waits for nobody who is excused, to agree on its time as well', () => {
    const friday = '2026-11-20T09:00:00.000Z';
    const timed = managersAt(
      'kickOff',
      { type: 'timeProposed', v: 1, meeting: 'kickOff', start: friday, person: ann },
      { type: 'timeAnswered', v: 1, meeting: 'kickOff', person: ben, suits: true },
    );
    expect(later(timed.when(excuseMe, ill, cem))).toContain('agreeTime');
    const answer = { group, meeting: 'kickOff', start: friday } as const;
    const open = managersAt('kickOff', {
      type: 'timeProposed',
      v: 1,
      meeting: 'kickOff',
      start: friday,
      person: ann,
    });
    const refused = open.when(answerTime, { ...answer, suits: false }, cem).after;
    const without = refused.when(excuseMe, ill, cem).after;
    expect(without.when(answerTime, { ...answer, suits: true }, ben).types).toContain('meetingAgreed');
  });

  test('ends when the last who was waited for is excused, if nothing else is missing', () => {
    const two = managersAt('kickOff')
      .when(closeKickOff, { group }, ann)
      .after.when(closeKickOff, { group }, ben).after;
    const away = two.when(excuseMe, ill, cem);
    expect(later(away)).toContain('endKickOff');
    expect(away.after.when(endKickOff, { group }, 'peerloop').types).toEqual(['meetingHeld', 'stageBegan']);
    const lacking = away.after.and(lived(start, { type: 'takenBack', v: 1, entry: opportunity }));
    expect(lacking.when(endKickOff, { group }, 'peerloop').types).toEqual([]);
    expect(two.when(endKickOff, { group }, 'peerloop').types).toEqual([]);
  });

  test('asks with one button to say it, and one for who could not', () => {
    const scene = managersAt('discussion').when(closeDiscussion, { group }, ann).after;
    expect(card('wereYouThere', scene, ben)).toContain('I was there');
    expect(card('wereYouThere', scene, ben)).toContain('do.closeDiscussion');
    expect(card('wereYouThere', scene, ben)).toContain('I can’t this time');
    expect(card('wereYouThere', scene, ann)).not.toContain('I was there');
    const plan = { group, cycle: 1, stage: 'discussion' };
    expect(later(scene.when(planStage, { ...plan, met: true }, 'peerloop'))).toEqual(['remindStage']);
    expect(later(scene.when(planStage, plan, 'peerloop'))).toEqual([]);
  });

  test('of employees ends with a word of one of them, as ever', () => {
    const employees = at('kickOff', {}, ...founded);
    expect(employees.when(closeKickOff, { group }, ann).types).toEqual(['meetingHeld', 'stageBegan']);
    expect(employees.when(excuseMe, ill, ann).refused).toBe('excusedByGroup');
  });
});

describe('Whoever cannot take part', () => {
  const away = managersAt('course', { type: 'courseCompleted', v: 1, person: ann }).when(excuseMe, ill, cem);

  test('says why, in words for the group, and is not waited for', () => {
    expect(away.types).toEqual(['memberExcused']);
    expect(away.accepted.written).toMatchObject([
      { owner: { person: cem }, audience: 'group', text: ill.words },
    ]);
    expect(told(away)).toEqual([
      [ann, 'memberExcused'],
      [ben, 'memberExcused'],
    ]);
    expect(away.after.when(completeCourse, { group }, ben).types).toEqual(['courseCompleted', 'stageBegan']);
    expect(card('memberExcused', away.after, ann, { person: cem, stage: 'course' })).toContain(
      `Name ${cem} is excused`,
    );
    expect(card('group', away.after, ann)).toContain('Excused from this step');
  });

  test('catches up later, says how, and is reminded of it once', () => {
    expect(later(away)).toEqual(['remindCatchUp']);
    const next = away.after.when(completeCourse, { group }, ben).after;
    const reminder = next.when(remindCatchUp, { group, cycle: 1, person: cem }, 'peerloop');
    expect(told(reminder)).toEqual([[cem, 'catchUp']]);
    expect(card('group', next, cem)).toContain('Catch up');
    expect(card('group', next, ann)).not.toContain('Catch up');
    const caught = next.when(catchUp, { group, words: 'I have read it.' }, cem);
    expect(caught.accepted.written).toMatchObject([{ audience: 'group' }]);
    expect(caught.after.when(catchUp, { group, words: 'Again.' }, cem).refused).toBe('nothingToCatchUp');
    expect(told(caught.after.when(remindCatchUp, { group, cycle: 1, person: cem }, 'peerloop'))).toEqual([]);
    expect(next.when(catchUp, { group, words: 'I was here.' }, ann).refused).toBe('nothingToCatchUp');
  });

  test('is not excused twice, for what they have done, or from promising', () => {
    expect(away.after.when(excuseMe, ill, cem).refused).toBe('alreadyExcused');
    expect(away.after.when(excuseMe, ill, ann).refused).toBe('nothingToExcuse');
    expect(managersAt('commitment').when(excuseMe, ill, ann).refused).toBe('promiseFirst');
  });

  test('is not left behind by a press of the others', () => {
    expect(away.after.when(goOn, { group }, ann, saturday).refused).toBe('everyoneNeeded');
  });
});

describe('The reminders of managers', () => {
  test('say to the others for whom they wait, without counting or blaming', () => {
    const scene = managersAt('course', { type: 'courseCompleted', v: 1, person: ann });
    const asks = { group, cycle: 1, stage: 'course', round: 2 };
    expect(told(scene.when(remindStage, asks, 'peerloop'))).toEqual([
      [ben, 'stage.waitingForYou'],
      [cem, 'stage.waitingForYou'],
      [ann, 'stage.together'],
    ]);
    const seen = card('stage.together', scene, ann, { stage: 'course' });
    expect(seen).toContain(`Still waiting for Name ${ben} and Name ${cem}.`);
    expect(seen).toContain('may be glad of a word from you');
    expect(card('stage.waitingForYou', scene, ben, { stage: 'course' })).toContain('I can’t this time');
  });
});

describe('A facilitator', () => {
  const stuck = managersAt('course', { type: 'courseCompleted', v: 1, person: ann });

  test('asks those who are missing, without learning who they are', () => {
    const asked = stuck.when(askMissing, { group }, hana, tuesday);
    expect(told(asked)).toEqual([
      [ben, 'facilitatorAsks'],
      [cem, 'facilitatorAsks'],
    ]);
    expect(asked.after.when(askMissing, { group }, hana, tuesday).refused).toBe('alreadyAsked');
    expect(card('facilitatorAsks', asked.after, ben, { stage: 'course' })).toContain('I can’t this time');
    expect(stuck.when(askMissing, { group }, ann).refused).toBe('facilitatorsOnly');
    expect(at('course').when(askMissing, { group }, hana).refused).toBe('excusedByGroup');
  });

  test('excuses who has not answered for three days', () => {
    const asked = stuck.when(askMissing, { group }, hana, tuesday).after;
    expect(stuck.when(excuseMissing, { group }, hana).refused).toBe('askFirst');
    expect(asked.when(excuseMissing, { group }, hana, tuesday).refused).toBe('stillTime');
    const answered = asked.when(completeCourse, { group }, ben, tuesday).after;
    const excused = answered.when(excuseMissing, { group }, hana, saturday);
    expect(excused.types).toEqual(['memberExcused', 'stageBegan']);
    expect(told(excused).slice(0, 3)).toEqual([
      [ann, 'memberExcused'],
      [ben, 'memberExcused'],
      [cem, 'excused'],
    ]);
    expect(excused.after.when(excuseMissing, { group }, hana, saturday).refused).toBe('nobodyIsMissing');
  });

  test('sees what can be done next', () => {
    expect(nextForFacilitator(stuck.live(), tuesday)).toBe('ask');
    const asked = stuck.when(askMissing, { group }, hana, tuesday).after.live();
    expect(nextForFacilitator(asked, tuesday)).toBe('wait');
    expect(nextForFacilitator(asked, saturday)).toBe('excuse');
    expect(nextForFacilitator(at('course').live(), tuesday)).toBeNull();
  });

  test('lets nobody practise without a promise', () => {
    const asked = managersAt('commitment').when(askMissing, { group }, hana, tuesday).after;
    const practising = asked.when(excuseMissing, { group }, hana, saturday).after;
    expect(practising.live().cycle.stage).toBe('practice');
    const tried = { group, as: 'used', words: 'I tried it.' };
    expect(practising.when(recordPractice, tried, ann).refused).toBe('promiseFirst');
  });
});
