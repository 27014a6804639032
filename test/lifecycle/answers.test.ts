// Short answers: a plain yes or no, a time that suits, that the group has met, and which of two groups is meant.
import { describe, expect, test } from 'vitest';
import type { GroupEvent, Proposed } from '../../bot/group/group.ts';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import { checkIn } from '../../bot/lifecycle/checkIn/index.ts';
import { type Here, whichGroup } from '../../bot/lifecycle/conversation.ts';
import { discuss } from '../../bot/lifecycle/discuss/index.ts';
import { formGroup } from '../../bot/lifecycle/formGroup/index.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { registerInterest } from '../../bot/lifecycle/registerInterest/index.ts';
import { renew } from '../../bot/lifecycle/renew/index.ts';
import { takeCourse } from '../../bot/lifecycle/takeCourse/index.ts';
import { answerWaiting } from '../../bot/lifecycle/yesOrNo.ts';
import { openBook } from '../../bot/run/book.ts';
import { ann, ben, group, start, uuid } from './given.ts';
import { at } from './group.ts';
import { alone, here } from './here.ts';

const book = openBook(
  [registerInterest, formGroup, kickOff, takeCourse, discuss, checkIn, renew],
  policiesOf(['employees']),
);
const hear = (intent: string, place: Here, slots: Record<string, string> = {}) =>
  book.hears(intent)?.({ intent, slots }, place);

const friday = '2026-11-20T09:00:00.000Z';
const timed: GroupEvent = { type: 'timeProposed', v: 1, meeting: 'kickOff', start: friday, person: ben };
const shared = uuid(41);
const worded: GroupEvent = { type: 'sharedProposed', v: 1, shared, person: ben, words: uuid(42) };
const proposed: Proposed = {
  id: uuid(7),
  topic: uuid(8),
  policy: presets.employees,
  phase: 'proposed',
  since: start,
  seats: [{ person: ann, state: 'offered', since: start }],
};
const asked = { ...alone(ann), groups: [proposed] };

describe('A plain yes or no', () => {
  test('is about nothing when nothing waits', () => {
    expect(answerWaiting(alone(ann), 'yes')).toBeUndefined();
    expect(answerWaiting(here(at('kickOff'), ann), 'no')).toBeUndefined();
  });

  test('to a proposal takes the seat, or declines it', () => {
    expect(answerWaiting(asked, 'yes')).toEqual({ run: { do: 'acceptSeat', group: proposed.id } });
    expect(answerWaiting(asked, 'no')).toEqual({ run: { do: 'declineSeat', group: proposed.id } });
  });

  test('to a time says whether it suits, once', () => {
    const answer = { do: 'answerTime', group, meeting: 'kickOff', start: friday };
    expect(answerWaiting(here(at('kickOff', {}, timed), ann), 'yes')).toEqual({
      run: { ...answer, suits: true },
    });
    expect(answerWaiting(here(at('kickOff', {}, timed), ann), 'no')).toEqual({
      run: { ...answer, suits: false },
    });
    expect(answerWaiting(here(at('kickOff', {}, timed), ben), 'yes')).toBeUndefined();
    expect(answerWaiting(here(at('practice', {}, timed), ann), 'yes')).toBeUndefined();
  });

  test('to a shared objective accepts it, or does not', () => {
    const place = here(at('kickOff', {}, worded), ann);
    expect(answerWaiting(place, 'yes')).toEqual({
      run: { do: 'answerShared', group, shared, accepts: true },
    });
    expect(answerWaiting(place, 'no')).toEqual({
      run: { do: 'answerShared', group, shared, accepts: false },
    });
  });

  test('to two questions shows where they stand', () => {
    const place = here(at('kickOff', {}, timed, worded), ann);
    expect(answerWaiting(place, 'yes')).toEqual({ show: 'group', group });
    expect(answerWaiting({ ...place, groups: [...place.groups, proposed] }, 'yes')).toEqual({
      show: 'myGroups',
    });
  });
});

describe('What buttons say can be written', () => {
  const kickingOff = here(at('kickOff', {}, timed, worded), ann);

  test('that a time suits, or does not', () => {
    expect(hear('suits', kickingOff)).toMatchObject({
      run: { do: 'answerTime', start: friday, suits: true },
    });
    expect(hear('suits_not', kickingOff)).toMatchObject({ run: { suits: false } });
    expect(hear('suits', here(at('kickOff'), ann))).toEqual({ refused: 'noTimeProposed' });
  });

  test('when the group meets is shown once it is known, and the missing hour is taken in a sentence', () => {
    expect(hear('schedule_meeting', kickingOff)).toMatchObject({ show: 'timeProposed' });
    const reply = hear('schedule_meeting', here(at('kickOff'), ann), { date: '2026-11-25' });
    if (!reply || !('ask' in reply)) throw new Error('Nothing was asked.');
    expect(book.answers('time')?.('at 10', reply.ask, kickingOff)).toMatchObject({
      run: { do: 'proposeTime', date: '2026-11-25', time: '10:00' },
    });
    expect(book.answers('time')?.('no idea', reply.ask, kickingOff)).toEqual(reply);
  });

  test('that the group has met', () => {
    expect(hear('hold_meeting', kickingOff)).toEqual({ run: { do: 'closeKickOff', group } });
    expect(hear('hold_meeting', here(at('discussion'), ann))).toEqual({
      run: { do: 'closeDiscussion', group },
    });
    expect(hear('hold_meeting', here(at('practice'), ann))).toEqual({ show: 'group', group });
  });

  test('that a shared objective is accepted, or why not', () => {
    const answer = { do: 'answerShared', group, shared };
    expect(hear('accept_shared', kickingOff)).toEqual({ run: { ...answer, accepts: true } });
    expect(hear('object_shared', kickingOff, { text: 'It is vague' })).toEqual({
      run: { ...answer, accepts: false, words: 'It is vague' },
    });
    expect(hear('object_shared', kickingOff)).toMatchObject({ show: 'sharedProposed' });
    expect(hear('accept_shared', here(at('kickOff'), ann))).toEqual({ show: 'kickOff', group });
  });

  test('“done” is the course while the group takes one, and nothing else later', () => {
    expect(hear('finished', here(at('course'), ann))).toEqual({ run: { do: 'completeCourse', group } });
    expect(hear('finished', here(at('practice'), ann))).toEqual({ show: 'group', group });
  });

  test('the answer to a challenge, at once or when asked for it', () => {
    const challenge = uuid(51);
    const raised: GroupEvent = {
      type: 'challengeRaised',
      v: 1,
      challenge,
      from: ben,
      to: ann,
      words: uuid(52),
    };
    const place = here(at('discussion', {}, raised), ann);
    const run = { do: 'answerChallenge', group, challenge, words: 'Ben, on Thursday' };
    expect(hear('answer_challenge', place, { text: 'Ben, on Thursday' })).toEqual({ run });
    const reply = hear('answer_challenge', place);
    if (!reply || !('ask' in reply)) throw new Error('Nothing was asked.');
    expect(book.answers('answer')?.('Ben, on Thursday', reply.ask, place)).toEqual({ run });
    expect(hear('answer_challenge', here(at('discussion'), ann))).toEqual({ show: 'discussion', group });
  });

  test('help for the only one who would like some', () => {
    const wants: GroupEvent = { type: 'checkedIn', v: 1, person: ben, week: 1, progress: 25, help: true };
    expect(hear('offer_help', here(at('practice', {}, wants), ann))).toEqual({
      run: { do: 'offerHelp', group, to: ben },
    });
    expect(hear('offer_help', here(at('practice'), ann))).toEqual({ show: 'progress', group });
  });

  test('leaving, by somebody who has been in for long, asks first', () => {
    expect(hear('decline_seat', here(at('renewal'), ann))).toEqual({ show: 'leave', group });
    expect(hear('join_group', asked)).toEqual({ show: 'proposal', group: proposed.id });
  });
});

describe('Which of two groups is meant', () => {
  const one = at('practice').live();
  const two = { ...one, id: uuid(9), topic: uuid(8) };
  const mine = { mine: true, programme: 'employees', open: true } as const;
  const topics = [
    { id: one.topic, name: 'Giving feedback', ...mine },
    { id: two.topic, name: 'Running meetings', ...mine },
  ];
  const said = (text: string): Here => ({ ...alone(ann), groups: [one, two], topics, text });

  test('is said by the topic in the sentence', () => {
    expect(whichGroup(said('check in for running meetings'))).toBe(two);
    expect(whichGroup(said('leave the feedback group'), 'feedback')).toBe(one);
    expect(whichGroup(said('check in'))).toEqual({ refused: 'whichGroup' });
    expect(whichGroup(said('giving feedback or running meetings'))).toEqual({ refused: 'whichGroup' });
  });

  test('is none as long as the only one is forming', () => {
    expect(whichGroup(asked)).toEqual({ refused: 'notFormedYet' });
    expect(whichGroup(alone(ann))).toEqual({ refused: 'noGroupYet' });
  });

  test('is opened by the name of its topic alone', () => {
    const open = (topic: string, place: Here) => hear('name_topic', place, { topic });
    expect(open('Running meetings', said('Running meetings'))).toEqual({ show: 'group', group: two.id });
    expect(open('Giving feedback', { ...said(''), groups: [] })).toEqual({
      show: 'interest.registered',
      topic: one.topic,
    });
    const others = topics.map((it) => ({ ...it, mine: false }));
    expect(open('Giving feedback', { ...said(''), groups: [], topics: others })).toEqual({
      show: 'topics',
      about: { topics: one.topic },
    });
  });
});
