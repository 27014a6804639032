// The end of a cycle: everyone chooses, the group turns or ends, and at the loop others may join.
import { describe, expect, test } from 'vitest';
import type { GroupEvent, NextMode } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import { leaveGroup } from '../../bot/lifecycle/formGroup/formGroup.ts';
import { formGroup } from '../../bot/lifecycle/formGroup/index.ts';
import { anotherTopic } from '../../bot/lifecycle/renew/anotherTopic.ts';
import { renew } from '../../bot/lifecycle/renew/index.ts';
import { chooseNext, joinGroup } from '../../bot/lifecycle/renew/renew.ts';
import {
  ann,
  ben,
  cem,
  dia,
  formed,
  given,
  group,
  lived,
  on,
  type Scene,
  start,
  stranger,
  undone,
  uuid,
  viewOf,
} from './given.ts';
import { alone, here } from './here.ts';
import { faults, read, verbs } from './sound.ts';

const topic = uuid(2);
const three = { size: { least: 2, min: 3, target: 3, max: 4 } };
const seats = (people: string[]) =>
  people.flatMap((person) =>
    on(
      `person/${person}`,
      start,
      person,
      { type: 'interestRegistered', v: 1, person, topic },
      { type: 'seatHeld', v: 1, person, group, topic },
      { type: 'seatTaken', v: 1, person, group, topic },
    ),
  );
const renewal = (policy: object = three, members = [ann, ben, cem]): Scene =>
  given(
    formed(members, policy),
    seats(members),
    lived(start, { type: 'stageBegan', v: 1, stage: 'renewal' }),
  );
const chosen = (person: string, mode: NextMode, stays = true): GroupEvent => ({
  type: 'nextChosen',
  v: 1,
  person,
  mode,
  stays,
});
const choose = (scene: Scene, by: string, mode: NextMode, stays = true) =>
  scene.when(chooseNext, { group, mode, stays: String(stays) }, by);

describe('Choosing what comes next', () => {
  test('waits for everyone, and can be changed until then', () => {
    const told = choose(renewal(), ann, 'deeper');
    expect(told.types).toEqual(['nextChosen']);
    const again = choose(told.after, ann, 'close', false);
    expect(again.after.live().cycle.choices).toEqual([{ person: ann, mode: 'close', stays: false }]);
    expect(again.undo).toEqual({ none: 'chooseAgain' });
    expect(again.shows).toEqual({ show: 'renewal', group });
  });

  test('begins the next cycle with most votes, keeps the past one, and everyone is told', () => {
    const scene = renewal().and(lived(start, chosen(ann, 'broaden'), chosen(ben, 'deeper')));
    const told = choose(scene, cem, 'broaden');
    expect(told.types).toEqual(['nextChosen', 'cycleBegan']);
    expect(told.after.live()).toMatchObject({
      cycle: { n: 2, mode: 'broaden', stage: 'objectives' },
      past: [{ n: 1 }],
    });
    expect(told.accepted.then).toMatchObject([
      { to: ann, what: 'began.objectives' },
      { to: ben, what: 'began.objectives' },
      { to: cem, what: 'began.objectives' },
      { is: 'later', command: { do: 'planStage', cycle: 2, stage: 'objectives' } },
    ]);
  });

  test.each([
    [['deeper', 'broaden', 'close'], 'deeper'],
    [['close', 'broaden', 'broaden'], 'broaden'],
    [['close', 'repeat', 'broaden'], 'broaden'],
  ] as const)('of %o is %s: on a tie what keeps the group together', ([first, second, third], mode) => {
    const scene = renewal().and(lived(start, chosen(ann, first), chosen(ben, second)));
    expect(choose(scene, cem, third).after.live().cycle.mode).toBe(mode);
  });

  test('does not count what somebody chose who has left', () => {
    const four = renewal(three, [ann, ben, cem, dia]).and(
      lived(start, chosen(ann, 'close'), chosen(ben, 'close'), chosen(cem, 'deeper')),
    );
    const left = four.when(leaveGroup, { group }, ann).after;
    expect(choose(left, dia, 'deeper').after.live().cycle).toMatchObject({ n: 2, mode: 'deeper' });
  });

  test('lets those go who leave with thanks', () => {
    const told = choose(
      renewal().and(lived(start, chosen(ann, 'deeper', false), chosen(ben, 'deeper'))),
      cem,
      'deeper',
    );
    expect(told.types).toEqual(['nextChosen', 'memberLeft', 'cycleBegan', 'seatGivenUp']);
    expect(told.after.live().members).toEqual([ben, cem]);
    expect(told.after.person(ann)).toMatchObject({ seats: [], interests: [] });
    expect(told.accepted.then).toContainEqual({ is: 'tell', to: ann, what: 'leftGroup', topic });
  });

  test.each([
    ['most want to close', three, ['close', true], 'closed'],
    ['it was the last cycle', { ...three, maxCycles: 1 }, ['deeper', true], 'closed'],
    ['only one stays', three, ['deeper', false], 'tooFew'],
  ] as const)('ends the group when %s', (_, policy, [mode, stays], why) => {
    const scene = renewal(policy).and(lived(start, chosen(ann, mode, stays), chosen(ben, mode, stays)));
    const told = choose(scene, cem, 'deeper');
    expect(told.after.group()).toMatchObject({ phase: 'ended', why });
    for (const person of [ann, ben, cem]) expect(told.after.person(person).seats).toEqual([]);
    expect(told.accepted.then).toMatchObject([
      { to: ann, what: 'groupEnded' },
      { to: ben, what: 'groupEnded' },
    ]);
  });

  test('waits for others where too few stay for another cycle, and everyone is told', () => {
    const policy = { size: { least: 3, min: 3, target: 3, max: 4 } };
    const scene = renewal(policy).and(lived(start, chosen(ann, 'deeper'), chosen(ben, 'deeper')));
    const told = choose(scene, cem, 'deeper', false);
    expect(told.types).toEqual(['nextChosen']);
    expect(told.accepted.then.map((it) => it.is === 'tell' && it.what)).toEqual(
      Array(3).fill('tooFewToGoOn'),
    );
    const joins = told.after.and(interested(dia)).when(joinGroup, { group }, dia);
    expect(joins.after.live()).toMatchObject({ members: [ann, ben, dia], cycle: { n: 2 } });
  });

  test('takes what the one who leaves last decides, each seat ending once', () => {
    const scene = renewal().and(lived(start, chosen(ann, 'close'), chosen(ben, 'close')));
    const told = scene.when(leaveGroup, { group }, cem);
    expect(told.after.group()).toMatchObject({ phase: 'ended', why: 'closed' });
    expect(told.types.filter((it) => it === 'seatGivenUp')).toHaveLength(3);
  });

  test('is refused by name', () => {
    expect(choose(given(formed()), ann, 'deeper').refused).toBe('notYet');
    expect(choose(renewal(), stranger, 'deeper').refused).toBe('unknownGroup');
    expect(choose(given(), ann, 'deeper').refused).toBe('unknownGroup');
    const over = renewal().and(lived(start, { type: 'groupEnded', v: 1, why: 'closed' }));
    expect(choose(over, ann, 'deeper').refused).toBe('groupIsOver');
  });
});

const interested = (person: string) =>
  on(`person/${person}`, start, person, { type: 'interestRegistered', v: 1, person, topic });
const again = lived(start, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' });

describe('Joining a group', () => {
  const join = (scene: Scene, by = dia) => scene.when(joinGroup, { group }, by);

  test('at its loop brings a seat, the team, and word to the others', () => {
    const told = join(renewal().and(again, interested(dia)));
    expect(told.types).toEqual(['memberJoined', 'seatHeld', 'seatTaken']);
    expect(told.after.person(dia).seats).toEqual([{ group, topic, state: 'taken' }]);
    expect(told.accepted.then).toMatchObject([
      { is: 'build', step: 'members', person: dia },
      { to: ann, what: 'memberJoined' },
      { to: ben, what: 'memberJoined' },
      { to: cem, what: 'memberJoined' },
    ]);
  });

  test('at the renewal goes with what most have chosen so far', () => {
    const told = join(renewal().and(lived(start, chosen(ann, 'broaden')), interested(dia)));
    expect(told.types).toEqual(['memberJoined', 'nextChosen', 'seatHeld', 'seatTaken']);
    expect(told.after.live().cycle.choices.at(-1)).toEqual({ person: dia, mode: 'broaden', stays: true });
  });

  test('is undone by leaving', () => {
    const told = join(renewal().and(again, interested(dia)));
    expect(undone(told, [...renew.commands, ...formGroup.commands], dia).after.live().members).toEqual([
      ann,
      ben,
      cem,
    ]);
  });

  const seat = (person: string, at: number, of: string) =>
    on(`person/${person}`, start, person, { type: 'seatHeld', v: 1, person, group: uuid(at), topic: of });
  test.each([
    ['that does not exist', given(), 'unknownGroup'],
    ['in the middle of a cycle', given(formed()), 'joinAtTheLoop'],
    ['in its first cycle', given(formed()), 'joinAtTheLoop'],
    ['that is full', renewal(three, [ann, ben, cem, stranger]), 'groupIsFull'],
    ['without interest in its topic', renewal(), 'interestFirst'],
    [
      'besides two others',
      renewal().and(interested(dia), seat(dia, 7, uuid(8)), seat(dia, 9, uuid(10))),
      'enoughGroups',
    ],
    ['besides another on the same topic', renewal().and(interested(dia), seat(dia, 7, topic)), 'hasSeat'],
  ])('%s is refused', (_, scene, refused) => {
    expect(join(scene).refused).toBe(refused);
  });

  test('is refused to somebody whose working hours hardly meet the others’', () => {
    const far = renewal()
      .and(again, interested(dia))
      .living({ [dia]: 'America/Los_Angeles' });
    expect(join(far).refused).toBe('doesNotFit');
  });

  test('of managers is refused by name to one too many of an area (R3)', () => {
    const { mix } = presets.managers;
    // All of them work in one area here; a fourth has room where four are allowed.
    const told = (perArea: number) =>
      join(renewal({ ...three, mix: { ...mix, perArea } }).and(again, interested(dia))).refused;
    expect(told(3)).toBe('areaIsTaken');
    expect(told(4)).toBeUndefined();
  });

  test('twice is refused', () => expect(join(renewal(), ann).refused).toBe('alreadyMember'));
});

describe('In conversation', () => {
  const scene = renewal().and(lived(start, chosen(ann, 'repeat')));
  const hear = (intent: string, slots: Record<string, string> = {}, where = here(scene, ann)) =>
    renew.conversation.hears?.[intent]?.({ intent, slots }, where);
  const run = (mode: string) => ({ run: { do: 'chooseNext', group, mode, stays: 'true' } });

  test('a mode is a choice, and without one the card asks', () => {
    expect(hear('loop_next', { mode: 'broaden' })).toEqual(run('broaden'));
    expect(hear('loop_next')).toEqual({ show: 'renewal', group });
    expect(hear('close_group')).toEqual(run('close'));
    expect(hear('stay')).toEqual(run('repeat'));
    expect(hear('stay', {}, here(scene, ben))).toEqual(run('deeper'));
  });

  test('another topic is for another group, by sentence and by command, and named where others want it', () => {
    const negotiating = {
      id: uuid(3),
      name: 'Negotiation',
      mine: false,
      programme: 'employees',
      open: true,
    } as const;
    const member = { ...here(scene, ann), topics: [negotiating] };
    const run = { do: 'anotherTopic', group };
    expect(hear('another_topic', { topic: 'negotiation!' }, member)).toEqual({
      run: { ...run, topic: negotiating.id },
    });
    expect(hear('another_topic', { topic: 'archery' }, member)).toEqual({ run });
    expect(scene.when(anotherTopic, { group, topic: uuid(3) }, ann).decision).toEqual({
      refused: 'oneTopic',
      about: { topic: uuid(3) },
    });
    expect(scene.when(anotherTopic, { group, topic }, ann).refused).toBe('alreadyDone');
    expect(scene.when(anotherTopic, { group }, stranger).refused).toBe('unknownGroup');
  });

  test('somebody in no group learns that, or is led to the topic', () => {
    const feedback = {
      id: topic,
      name: 'Giving feedback',
      mine: false,
      programme: 'employees',
      open: true,
    } as const;
    const nowhere = { ...alone(dia), topics: [feedback] };
    expect(hear('loop_next', {}, nowhere)).toEqual({ refused: 'noGroupYet' });
    expect(hear('stay', {}, nowhere)).toEqual({ refused: 'noGroupYet' });
    expect(hear('join_group', { topic: 'feedback' }, nowhere)).toEqual({
      show: 'interest.registered',
      topic,
    });
    expect(hear('join_group', {}, nowhere)).toEqual({ show: 'topics' });
  });
});

describe('The cards of the renewal', () => {
  const scenes = {
    open: renewal(),
    chosen: renewal().and(lived(start, chosen(ann, 'close', false))),
    earlier: given(formed()),
    ended: renewal().and(lived(start, { type: 'groupEnded', v: 1, why: 'closed' })),
    nothing: given(),
  };
  const show = (card: string, scene: keyof typeof scenes, reader: string | null = ann) =>
    renew.cards[card]?.(viewOf(scenes[scene], reader), {});

  test.each(Object.keys(renew.cards))('%s is sound for everyone', (card) => {
    for (const scene of Object.keys(scenes) as (keyof typeof scenes)[])
      for (const reader of [ann, stranger, null]) {
        const rendered = show(card, scene, reader);
        expect(rendered && faults(rendered), scene).toEqual([]);
        if (reader !== ann) expect(read(rendered), scene).not.toMatch(/Name 0|do\.chooseNext/);
      }
  });

  test('ask while the choice is open, keep what was chosen, and end with thanks', () => {
    expect(verbs(show('renewal', 'open'))).toEqual(['do.chooseNext', 'show.group']);
    expect(read(show('renewal', 'open'))).toContain(`Name ${ben}`);
    expect(read(show('renewal', 'chosen'))).toContain('"value":"close"');
    expect(verbs(show('renewal', 'earlier'))).toEqual(['show.group']);
    expect(verbs(show('began.renewal', 'ended'))).toEqual(['show.topics']);
  });

  test('count what the cycle brought, also for the one whose choice began the next', () => {
    const practised = {
      type: 'practised',
      v: 1,
      practice: uuid(70),
      person: ben,
      words: uuid(71),
    } as const;
    const last = renewal().and(
      lived(start, { ...practised, as: 'used' }, chosen(ann, 'deeper'), chosen(ben, 'deeper')),
    );
    const next = choose(last, cem, 'deeper').after;
    expect(next.live().cycle.practices).toEqual([]);
    for (const scene of [last, next])
      expect(read(renew.cards.renewal?.(viewOf(scene, cem), {}))).toContain(
        '{"title":"Times practised at work","value":"1"}',
      );
  });
});
