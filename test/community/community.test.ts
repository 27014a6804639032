// A community of practice as decisions: who may be in it, who may say what, and what it leaves behind.
import { expect, test } from 'vitest';
import { community as steps } from '../../bot/community/index.ts';
import { isCommunity } from '../../bot/group/group.ts';
import { type Policies, policiesOf, presets } from '../../bot/group/policy.ts';
import type { AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import {
  type Accepted,
  type Found,
  isRefusal,
  nothingFound,
  type World,
} from '../../bot/lifecycle/decision.ts';
import { lifecycle } from '../../bot/lifecycle/index.ts';
import { ann, ben, given, on, type Scene, start, uuid, viewOf } from '../lifecycle/given.ts';
import { read, verbs } from '../lifecycle/sound.ts';

const area = uuid(700);
const other = uuid(701);

type Fields = Record<string, unknown>;
interface Typed {
  shape: { parse(fields: Fields): unknown };
  decide(world: World, command: unknown, context: object): Accepted | { refused: string };
}

const commands = [...steps.commands, ...lifecycle.flatMap((it) => it.commands as readonly AnyStepCommand[])];

/** In the eyes of somebody whose area has that community. */
function does(
  scene: Scene,
  name: string,
  fields: Fields,
  by: string,
  found: Partial<Found> = { community: area },
  on: Policies['on'] = ['employees', 'community'],
) {
  const step = commands.find((it) => it.name === name) as unknown as Typed;
  const world: World = {
    policies: policiesOf(on),
    found: { ...nothingFound, ...found },
    group: (id) => scene.group(id),
    person: (id) => scene.person(id),
    topic: (id) => scene.topic(id),
    thread: (id) => scene.thread(id),
    facts: () => ({ name: 'N', area: 'Sales', office: 'Bern', language: 'en', zone: 'Europe/Zurich' }),
  };
  const ids = [1, 2, 3, 4].map((it) => uuid(800 + it + scene.events.length * 4));
  const decision = step.decide(world, step.shape.parse(fields), { now: start, by, via: 'card', ids });
  if (isRefusal(decision)) return { refused: decision.refused as string, after: scene, accepted: undefined };
  const accepted = decision as Accepted;
  const stamp = { at: start, by, via: 'card' } as const;
  const events = accepted.happened.map(({ stream, event }) => ({ stream, event: { ...event, ...stamp } }));
  return { refused: undefined, after: scene.and(events as never), accepted };
}

const founded = does(given(), 'foundCommunity', {}, ann).after;
const both = does(founded, 'joinCommunity', { group: area }, ben).after;
const asked = does(both, 'openThread', { group: area, kind: 'question', words: 'How?' }, ann);
const threadIn = ({ accepted }: { accepted: Accepted | undefined }) =>
  String(accepted?.happened[0]?.stream).slice('thread/'.length);
const thread = threadIn(asked);

test('An area has one community: whoever founds a second is led to the first', () => {
  expect(does(founded, 'foundCommunity', {}, ben).refused).toBe('communityThere');
  expect(does(founded, 'foundCommunity', {}, ann).refused).toBe('alreadyInCommunity');
  expect(does(given(), 'foundCommunity', {}, ann, {}).refused).toBe('noArea');
});

test('Where communities are off none is founded, begun again or joined; who is in one goes on', () => {
  const off = (scene: Scene, name: string, fields: Fields, by: string) =>
    does(scene, name, fields, by, { community: area }, ['employees']).refused;
  expect(off(given(), 'foundCommunity', {}, ann)).toBe('communitiesOff');
  expect(off(founded, 'joinCommunity', { group: area }, ben)).toBe('communitiesOff');
  const empty = does(founded, 'leaveCommunity', { group: area }, ann).after;
  expect(off(empty, 'foundCommunity', {}, ben)).toBe('communitiesOff');
  expect(off(founded, 'openThread', { group: area, kind: 'tip', words: 'So.' }, ann)).toBeUndefined();
  expect(off(founded, 'leaveCommunity', { group: area }, ann)).toBeUndefined();
});

const built = (scene: Scene, name: string, fields: Fields) =>
  does(scene, name, { group: area, ...fields }, 'peerloop').after;

test('A part of its place that was refused is tried again when a member asks, and by nobody else', () => {
  const lacks = built(both, 'placeRefused', { step: 'channel', code: 'Forbidden' });
  expect(does(lacks, 'resumePlace', { group: area }, uuid(999)).refused).toBe('unknownGroup');
  const again = does(lacks, 'resumePlace', { group: area }, ben);
  expect(again.accepted?.then).toMatchObject([{ is: 'build', step: 'channel', group: area, again: true }]);
  expect(does(again.after, 'resumePlace', { group: area }, ben).refused).toBe('alreadyDone');
  expect(does(both, 'resumePlace', { group: area }, ben).refused).toBe('alreadyDone');
});

test('Its place is told in its own words, with what is lacking and the way to try again', () => {
  const lacks = built(both, 'placeRefused', { step: 'channel', code: 'Forbidden' });
  const draw = (name: string, scene: Scene, reader: string) => {
    const { card } = lifecycle.flatMap((it) => (name in it.cards ? [it.cards[name]] : []))[0]?.(
      viewOf(scene, reader, { group: scene.group(area) }),
      {},
    ) ?? { card: {} };
    return JSON.stringify(card);
  };
  const shown = draw('placeReady', lacks, ben);
  expect(shown).toContain('◇ Community of practice');
  expect(shown).toContain('The community goes on without it');
  expect(shown).toContain('Try again');
  expect(draw('placeReady', lacks, uuid(999))).not.toContain('Try again');
  expect(draw('resumed', lacks, ben)).toContain('the members hear how it went');
  const left = built(both, 'pageBuilt', { step: 'revise', left: 'pageEdited' });
  expect(draw('pageLeft', left, ben)).toContain('The page of your community');
});

test('A page that people have changed is left to them, and each member is told so', () => {
  const left = does(both, 'pageBuilt', { group: area, step: 'revise', left: 'pageEdited' }, 'peerloop');
  expect(left.accepted?.then).toEqual(
    [ann, ben].map((to) => ({ is: 'tell', to, what: 'pageLeft', group: area })),
  );
});

test('Only its own area joins it, as often as they like, without a seat', () => {
  expect(does(founded, 'joinCommunity', { group: area }, ben, { community: other }).refused).toBe(
    'otherArea',
  );
  expect(does(both, 'joinCommunity', { group: area }, ben).refused).toBe('alreadyInCommunity');
  expect(both.person(ben)).toMatchObject({ communities: [area], seats: [] });
  const left = does(both, 'leaveCommunity', { group: area }, ben).after;
  expect(does(left, 'joinCommunity', { group: area }, ben).refused).toBeUndefined();
});

test('It rests when the last has left, and is founded again with what it had', () => {
  const empty = does(founded, 'leaveCommunity', { group: area }, ann).after;
  expect(empty.group(area)).toMatchObject({ phase: 'resting', members: [] });
  expect(does(empty, 'joinCommunity', { group: area }, ben).refused).toBe('communityRests');
  const again = does(empty, 'foundCommunity', {}, ben).after.group(area);
  expect(isCommunity(again) && again.members).toEqual([ben]);
});

test('Only members ask and answer; the one who asked is told, and nobody of their own answer', () => {
  expect(does(founded, 'openThread', { group: area, kind: 'tip', words: 'So.' }, ben).refused).toBe(
    'notInCommunity',
  );
  const answered = does(asked.after, 'answerThread', { thread, words: 'So.' }, ben);
  expect(answered.accepted?.then).toMatchObject([{ is: 'tell', to: ann, what: 'thread.answered' }]);
  const own = does(asked.after, 'answerThread', { thread, words: 'So.' }, ann);
  expect(own.accepted?.then).toEqual([]);
  expect(does(asked.after, 'answerThread', { thread, words: 'So.' }, uuid(999)).refused).toBe(
    'unknownThread',
  );
});

test('What others built on stays; the rest its writer takes back', () => {
  const answered = does(asked.after, 'answerThread', { thread, words: 'So.' }, ben);
  expect(does(answered.after, 'takeBackThread', { thread }, ann).refused).toBe('builtOn');
  expect(does(asked.after, 'takeBackThread', { thread }, ben).refused).toBe('unknownEntry');
  const gone = does(asked.after, 'takeBackThread', { thread }, ann).after;
  expect(does(gone, 'answerThread', { thread, words: 'So.' }, ben).refused).toBe('threadGone');
});

test('A question is solved and opened again by anybody in it, a tip never', () => {
  const solved = does(asked.after, 'solveQuestion', { thread }, ben);
  expect(solved.after.thread(thread)).toMatchObject({ phase: 'solved' });
  expect(does(solved.after, 'solveQuestion', { thread }, ann).refused).toBe('alreadyDone');
  expect(does(solved.after, 'reopenQuestion', { thread }, ann).refused).toBeUndefined();
  const tip = does(both, 'openThread', { group: area, kind: 'tip', words: 'So.' }, ann);
  expect(does(tip.after, 'solveQuestion', { thread: threadIn(tip) }, ben).refused).toBe('tipHasNoEnd');
});

test('Thanks go to others, once', () => {
  expect(does(asked.after, 'thank', { thread }, ann).refused).toBe('thankYourself');
  const thanked = does(asked.after, 'thank', { thread }, ben);
  expect(does(thanked.after, 'thank', { thread }, ben).refused).toBe('alreadyDone');
});

test('No step of a learning group is taken in it', () => {
  expect(does(both, 'askUnclear', { group: area, point: 'What?' }, ann).refused).toBe('communityHasNone');
  expect(does(both, 'closeDiscussion', { group: area }, ann).refused).toBe('communityHasNone');
  expect(does(both, 'closeDiscussion', { group: area }, ben).accepted).toBeUndefined();
});

test('A digest is sent only if others have moved something, in the key of the week’s reminder', () => {
  const quiet = does(both, 'sendDigest', { person: ann }, 'peerloop', { fresh: [] });
  expect(quiet.accepted?.then).toMatchObject([{ is: 'later', command: { do: 'sendDigest' } }]);
  const told = does(both, 'sendDigest', { person: ann }, 'peerloop', { fresh: [thread] });
  expect(told.accepted?.then[0]).toMatchObject({
    is: 'tell',
    what: 'digest',
    once: expect.stringMatching(/^reminder:.*:0$/),
  });
  const off = does(both, 'stopDigest', {}, ann).after;
  expect(does(off, 'sendDigest', { person: ann }, 'peerloop', { fresh: [thread] }).accepted?.then).toEqual(
    [],
  );
});

const learning = uuid(702);
const subject = uuid(703);
const about = { topic: subject, community: area };
const named = both
  .and(
    on(`topic/${subject}`, start, ann, {
      type: 'topicProposed',
      v: 1,
      topic: subject,
      name: uuid(704),
      person: ann,
    }),
  )
  .and(
    on(
      `group/${learning}`,
      start,
      ann,
      {
        type: 'groupProposed',
        v: 1,
        group: learning,
        topic: subject,
        policy: presets.employees,
        invited: [ann],
      },
      { type: 'groupFormed', v: 1, members: [ann, uuid(999)] },
    ),
  );
const belowIn = (scene: Scene) => {
  const found = scene.group(area);
  return isCommunity(found) ? { groups: found.groups.length, topics: found.topics.length } : undefined;
};

test('A learning group comes under it and out of it again, which any of its members may say', () => {
  const under = does(named, 'putUnder', { group: learning, community: area }, ann);
  expect(belowIn(under.after)).toEqual({ groups: 1, topics: 0 });
  const put = { group: learning, community: area };
  expect(does(under.after, 'takeOut', { ...put, community: other }, ann).refused).toBe('notUnder');
  const out = does(under.after, 'takeOut', put, uuid(999));
  expect(belowIn(out.after)).toEqual({ groups: 0, topics: 0 });
  expect(out.after.group(learning)).toEqual(named.group(learning));
  expect(does(out.after, 'takeOut', put, ann).refused).toBe('notUnder');
  expect(does(under.after, 'takeOut', put, ben).refused).toBe('unknownGroup');
});

test('A topic comes under one community, and out of it again, which its members alone may say', () => {
  const under = does(named, 'putTopicUnder', about, ben).after;
  expect(belowIn(under)).toEqual({ groups: 0, topics: 1 });
  expect(under.topic(subject)).toMatchObject({ under: area });
  expect(does(under, 'putTopicUnder', about, ann).refused).toBe('alreadyDone');
  const elsewhere = does(under, 'foundCommunity', {}, ben, { community: other }).after;
  expect(does(elsewhere, 'putTopicUnder', { ...about, community: other }, ben).refused).toBe(
    'topicUnderAnother',
  );
  expect(does(named, 'putTopicUnder', about, uuid(999)).refused).toBe('notInCommunity');
  expect(does(named, 'putTopicUnder', { ...about, topic: uuid(98) }, ben).refused).toBe('unknownTopic');
  const left = [ann, ben].reduce(
    (so, by) => does(so, 'leaveCommunity', { group: area }, by).after,
    elsewhere,
  );
  const moved = does(left, 'putTopicUnder', { ...about, community: other }, ben).after;
  expect(moved.topic(subject)).toMatchObject({ under: other });
  expect(belowIn(moved)).toEqual({ groups: 0, topics: 0 });
  const out = does(under, 'takeTopicOut', about, ann).after;
  expect(out.topic(subject)).toEqual(named.topic(subject));
  expect(does(out, 'takeTopicOut', about, ann).refused).toBe('topicNotUnder');
});

test('Its card has what is under it: who is in a group may take it out, and topics are joined there', () => {
  const scene = does(
    does(named, 'putUnder', { group: learning, community: area }, ann).after,
    'putTopicUnder',
    about,
    ann,
  ).after;
  const topic = {
    id: subject,
    name: 'Forecasts',
    waiting: 2,
    mine: false,
    programme: 'employees',
    open: true,
  } as const;
  const seen = (reader: string, hidden = false) => {
    const view = viewOf(scene, reader, {
      group: scene.group(area),
      below: [scene.live(learning)],
      topics: [hidden ? { ...topic, hidden } : topic],
    });
    return steps.cards.community?.(view, {});
  };
  expect(verbs(seen(ann))).toEqual(
    expect.arrayContaining(['do.takeOut', 'do.registerInterest', 'do.takeTopicOut']),
  );
  expect(verbs(seen(ben))).not.toContain('do.takeOut');
  expect(read(seen(ben))).toContain('2 people wait for it · 1 group');
  expect(read(seen(ben, true))).not.toContain('Forecasts');
});
