// Registering interest: joining or adding a topic, withdrawing, and what the cards and the conversation make of it.
import { describe, expect, test } from 'vitest';
import type { TopicView } from '../../bot/cards/view.ts';
import type { Here } from '../../bot/lifecycle/conversation.ts';
import { registerInterest as step } from '../../bot/lifecycle/registerInterest/index.ts';
import {
  proposeTopic,
  registerInterest,
  withdrawInterest,
} from '../../bot/lifecycle/registerInterest/registerInterest.ts';
import type { TopicEvent } from '../../bot/topic/topic.ts';
import { ann, ben, given, on, start, stranger, undone, uuid, viewOf } from './given.ts';
import { alone } from './here.ts';
import { atStage } from './practising.ts';
import { faults, hostile, read, verbs } from './sound.ts';

const topic = uuid(2);
const name = uuid(50);
const proposed: TopicEvent = { type: 'topicProposed', v: 1, topic, name, person: ann };
const interested = (person: string, of = topic) =>
  on(`person/${person}`, start, person, { type: 'interestRegistered', v: 1, person, topic: of });
const seated = (person: string, group: string, of: string) =>
  on(`person/${person}`, start, person, { type: 'seatHeld', v: 1, person, group, topic: of });

const nothing = given();
const there = given(on(`topic/${topic}`, start, ann, proposed), interested(ann));
const many = (person: string, count: number) =>
  Array.from({ length: count }, (_, at) => interested(person, uuid(200 + at)));

describe('A new topic', () => {
  test('is named in a row that its proposer owns and everyone may read, and they are interested in it', () => {
    const told = nothing.when(proposeTopic, { name: '  Giving feedback ' }, ann);
    expect(told.types).toEqual(['topicProposed', 'interestRegistered']);
    expect(told.accepted.written).toEqual([
      { id: uuid(1002), owner: { person: ann }, audience: 'company', text: 'Giving feedback' },
    ]);
    expect(told.accepted.then).toEqual([]);
    expect(told.shows).toEqual({ show: 'interest.registered', topic: uuid(1001) });
    expect(told.after.topic(uuid(1001))).toMatchObject({ phase: 'open', adopted: false, proposer: ann });
  });

  test('can be withdrawn from again', () => {
    const told = nothing.when(proposeTopic, { name: 'Giving feedback' }, ann);
    expect(undone(told, step.commands, ann).after.person(ann)).toEqual(nothing.person(ann));
  });

  test('is one of at most ten that somebody waits for', () => {
    const told = given(...many(ann, 10)).when(proposeTopic, { name: 'One more' }, ann);
    expect(told.decision).toEqual({ refused: 'enoughInterests', about: { most: 10 } });
    expect(given(...many(ann, 9)).when(proposeTopic, { name: 'One more' }, ann).refused).toBeUndefined();
  });

  test.each(['', '   ', 'x'.repeat(81)])('is not called “%s”', (text) => {
    expect(proposeTopic.shape.safeParse({ name: text }).success).toBe(false);
  });
});

describe('Interest', () => {
  test('of a second person makes the name the topic’s own, and a group is considered', () => {
    const told = there.when(registerInterest, { topic }, ben);
    expect(told.types).toEqual(['topicAdopted', 'interestRegistered']);
    expect(told.accepted.written).toEqual([
      { id: uuid(1001), owner: { topic }, audience: 'company', copyOf: name },
    ]);
    expect(told.accepted.then).toEqual([{ is: 'later', at: start, command: { do: 'considerGroup', topic } }]);
    expect(told.after.topic(topic)).toMatchObject({ adopted: true, name: uuid(1001) });
    expect(told.shows).toEqual({ show: 'interest.registered', topic });
  });

  test('of a third person leaves the name as it is', () => {
    const told = there
      .when(registerInterest, { topic }, ben)
      .after.when(registerInterest, { topic }, stranger);
    expect(told.types).toEqual(['interestRegistered']);
    expect(told.accepted.written).toEqual([]);
  });

  test('of the proposer who had withdrawn adopts nothing', () => {
    const back = there.when(withdrawInterest, { topic }, ann).after.when(registerInterest, { topic }, ann);
    expect(back.types).toEqual(['interestRegistered']);
  });

  test('can be withdrawn, and that can be undone', () => {
    const told = there.when(registerInterest, { topic }, ben);
    const back = undone(told, step.commands, ben);
    expect(back.types).toEqual(['interestWithdrawn']);
    expect(back.shows).toEqual({ show: 'topics' });
    expect(back.after.person(ben).interests).toEqual([]);
    expect(undone(back, step.commands, ben).after.person(ben)).toEqual(told.after.person(ben));
  });

  test.each([
    ['in a topic that nobody has named', nothing, ben, 'unknownTopic'],
    ['registered twice', there, ann, 'alreadyInterested'],
    ['beyond ten topics', there.and(...many(ben, 10)), ben, 'enoughInterests'],
    ['of somebody with a place in a group on it', there.and(seated(ann, uuid(7), topic)), ann, 'hasSeat'],
    [
      'of somebody with two groups',
      there.and(seated(ben, uuid(7), uuid(8)), seated(ben, uuid(9), uuid(10))),
      ben,
      'enoughGroups',
    ],
  ])('%s is refused', (_, scene, by, refused) => {
    expect(scene.when(registerInterest, { topic }, by).refused).toBe(refused);
  });

  test.each([
    ['that somebody does not have', there, ben, 'notInterested'],
    ['of somebody with a place', there.and(seated(ann, uuid(7), topic)), ann, 'hasSeat'],
  ])('%s cannot be withdrawn', (_, scene, by, refused) => {
    expect(scene.when(withdrawInterest, { topic }, by).refused).toBe(refused);
  });
});

describe('In conversation', () => {
  const row = (at: number, said: string, mine = false) => ({
    id: uuid(300 + at),
    name: said,
    mine,
    programme: 'employees' as const,
    open: true,
  });
  const known = [
    row(1, 'Giving feedback', true),
    row(2, 'Running short meetings'),
    row(3, 'Public speaking'),
  ];
  const here: Here = { ...alone(ann), topics: known };
  const hear = (intent: string, slots: Record<string, string> = {}, where = here) =>
    step.conversation.hears?.[intent]?.({ intent, slots }, where);
  const run = (name: string, fields: object) => ({ run: { do: name, ...fields } });

  test.each(['giving feedback', 'Giving  Feedback!', 'feedback', 'giving feedbak'])(
    '“%s” is the topic that is there',
    (topicSaid) => {
      expect(hear('register_interest', { topic: topicSaid })).toEqual(
        run('registerInterest', { topic: uuid(301) }),
      );
    },
  );

  test('a name that nobody has used becomes a topic, unless another is much like it', () => {
    expect(hear('register_interest', { topic: 'Negotiating' })).toEqual(
      run('proposeTopic', { name: 'Negotiating' }),
    );
    expect(hear('propose_topic', { topic: 'Running good meetings' })).toMatchObject({
      show: 'topicSimilar',
      topic: uuid(302),
      draft: 'Running good meetings',
    });
    expect(hear('propose_topic', { topic: 'x'.repeat(81) })).toEqual({ refused: 'topicName' });
    expect(step.conversation.answers?.topic?.('public speaking', { asks: 'topic' }, here)).toEqual(
      run('registerInterest', { topic: uuid(303) }),
    );
  });

  test('without a name the topics are shown and it is asked for', () => {
    const asked = { ask: { asks: 'topic' }, show: 'topics' };
    expect(hear('register_interest')).toEqual(asked);
    expect(hear('propose_topic')).toEqual(asked);
    expect(hear('list_topics', { query: 'SPEAK' })).toEqual({ show: 'topics', about: { topics: uuid(303) } });
    expect(hear('list_groups')).toEqual({ show: 'myGroups' });
  });

  test('the name of a topic alone leads to one’s group on it, to one’s interest, or to the topic', () => {
    const living = atStage('practice').live();
    const inGroup = { ...here, groups: [{ ...living, topic: uuid(302) }] };
    expect(hear('name_topic', { topic: 'short meetings' }, inGroup)).toEqual({
      show: 'group',
      group: living.id,
    });
    expect(hear('name_topic', { topic: 'feedback' })).toEqual({
      show: 'interest.registered',
      topic: uuid(301),
    });
    expect(hear('name_topic', { topic: 'public speaking' })).toEqual({
      show: 'topics',
      about: { topics: uuid(303) },
    });
    // What somebody wrote is kept nowhere, also where nothing was found.
    expect(hear('name_topic', { topic: 'Negotiating' })).toEqual({ show: 'topics', about: { topics: '' } });
  });

  test('a number chooses from the list that was shown', () => {
    const listed = { ...here, listed: () => [uuid(301), uuid(302)] };
    expect(hear('choose', { position: '2' }, listed)).toEqual(run('registerInterest', { topic: uuid(302) }));
    expect(hear('choose', { position: '9' }, listed)).toEqual({ refused: 'nothingListed' });
  });

  test('withdrawing needs no name where somebody waits for one topic only', () => {
    const back = run('withdrawInterest', { topic: uuid(301) });
    expect(hear('withdraw_interest')).toEqual(back);
    expect(hear('withdraw_interest', { topic: 'feedback' })).toEqual(back);
    expect(hear('withdraw_interest', { topic: 'speaking' })).toEqual({ refused: 'notInterested' });
  });
});

describe('The cards of topics', () => {
  const row = (at: number, more: Partial<TopicView> = {}): TopicView => ({
    id: uuid(400 + at),
    name: `Topic number ${at}`,
    waiting: at,
    mine: false,
    programme: 'employees',
    open: true,
    ...more,
  });
  const full = Array.from({ length: 30 }, (_, at) =>
    row(at, { name: `${hostile} ${at}`, mine: at % 2 === 0 }),
  );
  const show = (card: string, more: object, reader: string | null = ann) =>
    step.cards[card]?.(viewOf(there, reader, more), {});

  test.each(Object.keys(step.cards))('%s is sound for everyone, empty and full', (card) => {
    for (const reader of [ann, stranger, null])
      for (const more of [
        {},
        { topics: full, topic: full[1], joinable: uuid(1) },
        { topics: full, topic: full[2], groups: [], wrote: hostile },
      ]) {
        const rendered = show(card, more, reader);
        expect(rendered && faults(rendered)).toEqual([]);
      }
  });

  test('show ten topics, how many more there are, and those that are looked for', () => {
    const shown = show('topics', { topics: Array.from({ length: 30 }, (_, at) => row(at)) });
    expect(verbs(shown).filter((it) => it === 'do.registerInterest')).toHaveLength(10);
    expect(read(shown)).toContain('… and 20 more.');
    const view = viewOf(there, ann, { topics: [row(1), row(2)] });
    expect(read(step.cards.topics?.(view, { topics: '' }))).toContain('No topic fits yet');
    expect(verbs(step.cards.topics?.(view, { topics: row(2).id }))).toEqual([
      'do.registerInterest',
      'do.proposeTopic',
    ]);
  });

  test('say how many wait and never who', () => {
    const shown = read(show('topics', { topics: [row(3), row(4, { mine: true })] }));
    expect(shown).toContain('3 people wait; a group starts with 6.');
    expect(shown).toContain('You and others: 4 in all');
    expect(shown).not.toContain('Name 0');
  });

  test('lead to what others have found on the topic, once there is a page', () => {
    const page = 'https://intranet.example/pt.aspx';
    const shown = show('interest.registered', { topic: row(2), topicPage: () => page });
    expect(JSON.stringify(shown?.card)).toContain(page);
    expect(JSON.stringify(show('interest.registered', { topic: row(2) })?.card)).not.toContain('OpenUrl');
  });

  test('offer a group at its loop, and tell how many are missing', () => {
    expect(verbs(show('interest.registered', { topic: row(2) }))).not.toContain('do.joinGroup');
    expect(verbs(show('interest.registered', { topic: row(2), joinable: uuid(1) }))[0]).toBe('do.joinGroup');
    expect(read(show('interest.registered', { topic: row(2) }))).toContain('4 more people');
    expect(read(show('interest.registered', { topic: row(6) }))).toContain('enough of you');
  });
});
