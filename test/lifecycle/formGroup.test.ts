// How a group forms: who is asked, what their answers lead to, and leaving again.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import type { Live, Proposed } from '../../bot/group/group.ts';
import { type Policy, presets } from '../../bot/group/policy.ts';
import {
  acceptSeat,
  declineSeat,
  lapseSeat,
  leaveGroup,
  remindSeat,
} from '../../bot/lifecycle/formGroup/formGroup.ts';
import { formGroup } from '../../bot/lifecycle/formGroup/index.ts';
import { reconsiderSeat } from '../../bot/lifecycle/formGroup/reconsiderSeat.ts';
import { newcomer } from '../../bot/person/person.ts';
import {
  ann,
  ben,
  cem,
  dia,
  given,
  group,
  type Happened,
  lived,
  on,
  type Scene,
  start,
  stranger,
  undone,
  uuid,
  viewOf,
} from './given.ts';
import { alone } from './here.ts';
import { atStage, chosen } from './practising.ts';
import { faults, hostile, read, verbs } from './sound.ts';

const topic = uuid(2);
const small: Policy = { ...presets.employees, size: { least: 2, min: 3, target: 3, max: 4 } };
const asked = (people: string[], policy = small): Happened[] => [
  ...lived(start, { type: 'groupProposed', v: 1, group, topic, policy, invited: people }),
  ...people.flatMap((person) =>
    on(
      `person/${person}`,
      start,
      person,
      { type: 'interestRegistered', v: 1, person, topic },
      { type: 'seatHeld', v: 1, person, group, topic },
    ),
  ),
];
const accepted = (...people: string[]): Happened[] => [
  ...lived(start, ...people.map((person): GroupEvent => ({ type: 'seatAccepted', v: 1, person }))),
  ...people.flatMap((person) =>
    on(`person/${person}`, start, person, { type: 'seatTaken', v: 1, person, group, topic }),
  ),
];
const proposal = given(asked([ann, ben, cem]));
const consider = { is: 'later', at: start, command: { do: 'considerGroup', topic } };

const full = (scene: Scene) =>
  scene.and(
    lived(start, ...[dia, stranger].map((person): GroupEvent => ({ type: 'seatOffered', v: 1, person }))),
  );
const formedOf = (scene: Scene) =>
  scene.and(lived(start, { type: 'groupFormed', v: 1, members: [ben, cem] }));
const withdrawn = (scene: Scene) =>
  scene.and(on(`person/${ann}`, start, ann, { type: 'interestWithdrawn', v: 1, person: ann, topic }));

describe('A seat that is accepted', () => {
  test('is taken, and nothing else happens while others are still asked', () => {
    const told = proposal.when(acceptSeat, { group }, ann);
    expect(told.types).toEqual(['seatAccepted', 'seatTaken']);
    expect(told.accepted.then).toEqual([]);
    expect(told.after.person(ann).seats).toEqual([{ group, topic, state: 'taken' }]);
    expect(told.shows).toEqual({ show: 'proposal', group });
  });

  test('forms the group when it was the last, opens its workspace and begins its first stage', () => {
    const told = proposal.and(accepted(ann, ben)).when(acceptSeat, { group }, cem);
    expect(told.types).toEqual(['seatAccepted', 'groupFormed', 'seatTaken']);
    expect(told.after.live()).toMatchObject({
      members: [ann, ben, cem],
      cycle: { n: 1, stage: 'objectives' },
    });
    expect(told.accepted.then).toMatchObject([
      { is: 'build', step: 'members', group },
      { is: 'build', step: 'channel', group },
      { is: 'build', step: 'page', group },
      { is: 'tell', to: ann, what: 'began.objectives' },
      { is: 'tell', to: ben, what: 'began.objectives' },
      { is: 'tell', to: cem, what: 'began.objectives' },
      { is: 'later', command: { do: 'planStage', group, cycle: 1, stage: 'objectives' } },
    ]);
  });

  test('is given up again by undo, as long as the group has not formed', () => {
    const told = proposal.when(acceptSeat, { group }, ann);
    expect(undone(told, formGroup.commands, ann).after.person(ann).seats).toEqual([]);
    const formed = proposal.and(accepted(ann, ben)).when(acceptSeat, { group }, cem);
    expect(undone(formed, formGroup.commands, cem).refused).toBe('alreadyFormed');
  });
});

describe('A seat that is declined', () => {
  test('is offered to the next who waits, tells nobody, and keeps the interest', () => {
    const told = proposal.when(declineSeat, { group }, ann);
    expect(told.types).toEqual(['seatRefused', 'seatGivenUp']);
    expect(told.accepted.then).toEqual([consider]);
    expect(told.after.person(ann)).toMatchObject({ seats: [], interests: [{ topic }] });
  });

  test('forms the group of those who said yes, when it was the last that was open', () => {
    const told = given(asked([ann, ben, cem, dia]), accepted(ann, ben, cem)).when(
      declineSeat,
      { group },
      dia,
    );
    expect(told.types).toEqual(['seatRefused', 'groupFormed', 'seatGivenUp']);
    expect(told.after.live().members).toEqual([ann, ben, cem]);
  });

  test('leaves a proposal open that has too few, and ends one that nobody sits in any more', () => {
    const two = proposal.and(accepted(ann, ben)).when(declineSeat, { group }, cem);
    expect(two.after.group().phase).toBe('proposed');
    const none = given(asked([ann])).when(declineSeat, { group }, ann);
    expect(none.types).toEqual(['seatRefused', 'proposalCancelled', 'seatGivenUp']);
    expect(none.accepted.then).toEqual([]);
    expect(none.after.when(acceptSeat, { group }, ann).refused).toBe('proposalIsOver');
  });
});

describe('A seat that was declined by a slip', () => {
  const no = proposal.when(declineSeat, { group }, ann);

  test('is offered again by undo, and reminded of once', () => {
    const back = undone(no, formGroup.commands, ann);
    expect(back.types).toEqual(['seatOffered', 'seatHeld']);
    expect(back.shows).toEqual({ show: 'proposal', group });
    expect(back.after.person(ann)).toEqual(proposal.person(ann));
    expect(back.accepted.then).toMatchObject([
      { is: 'later', command: { do: 'remindSeat', group, person: ann } },
    ]);
    expect(back.after.when(acceptSeat, { group }, ann).types).toEqual(['seatAccepted', 'seatTaken']);
  });

  test.each<[string, Scene, string]>([
    ['when somebody else has been asked for it', full(no.after), 'groupIsFull'],
    ['when the others have formed their group', formedOf(no.after), 'proposalIsOver'],
    ['when the interest was withdrawn', withdrawn(no.after), 'interestFirst'],
    ['when it was not declined', proposal, 'hasSeat'],
  ])('is refused %s', (_, scene, refused) => {
    expect(scene.when(reconsiderSeat, { group }, ann).refused).toBe(refused);
  });
});

describe('Answers are refused by name:', () => {
  const live = given(
    asked([ann, ben, cem]),
    accepted(ann, ben, cem),
    lived(start, { type: 'groupFormed', v: 1, members: [ann, ben, cem] }),
  );
  test.each([
    ['twice yes', proposal.and(accepted(ann)), ann, 'alreadyAccepted'],
    ['to a proposal that does not exist', given(), ann, 'unknownGroup'],
    ['by somebody who was not asked', proposal, stranger, 'unknownGroup'],
    ['after the seat was given up', proposal.when(declineSeat, { group }, ann).after, ann, 'seatIsGone'],
    ['once the group has formed', live, ann, 'alreadyFormed'],
    ['by somebody else once it has formed', live, stranger, 'proposalIsOver'],
  ])('%s', (_, scene, by, refused) => {
    expect(scene.when(acceptSeat, { group }, by).refused).toBe(refused);
    if (refused !== 'alreadyAccepted') expect(scene.when(declineSeat, { group }, by).refused).toBe(refused);
  });
});

describe('The clock', () => {
  const clock = (command: typeof lapseSeat, scene = proposal) =>
    scene.when(command, { group, person: ann }, 'peerloop');

  test('takes a seat back that was not answered, says so, and asks the next', () => {
    const told = clock(lapseSeat);
    expect(told.types).toEqual(['seatRefused', 'seatGivenUp']);
    expect(told.accepted.then).toEqual([consider, { is: 'tell', to: ann, what: 'seatLapsed', topic }]);
    expect(told.after.person(ann)).toEqual(newcomer);
  });

  test('leaves a seat that was taken or given up meanwhile', () => {
    expect(clock(lapseSeat, proposal.and(accepted(ann))).types).toEqual([]);
    expect(clock(lapseSeat, proposal.when(declineSeat, { group }, ann).after).types).toEqual([]);
    expect(clock(lapseSeat, given()).types).toEqual([]);
  });

  test('reminds only those who have not answered', () => {
    expect(clock(remindSeat).accepted.then).toEqual([
      { is: 'tell', to: ann, what: 'proposal.again', group },
      { is: 'later', at: '2026-11-20T08:00:00.000Z', command: { do: 'lapseSeat', group, person: ann } },
    ]);
    expect(clock(remindSeat, proposal.and(accepted(ann))).accepted.then).toEqual([]);
    expect(clock(remindSeat, given()).accepted.then).toEqual([]);
  });

  test('alone may say what only the clock says', () => {
    const inner = formGroup.commands.filter((it) => it.inner).map((it) => it.name);
    expect(inner).toEqual(['considerGroup', 'lapseSeat', 'remindSeat']);
  });
});

describe('Leaving', () => {
  const seats = (people: string[]) =>
    people.flatMap((person) =>
      on(`person/${person}`, start, person, { type: 'seatHeld', v: 1, person, group, topic }),
    );
  const living = atStage('objectives').and(seats([ann, ben, cem]));

  test('a proposal gives the seat and the interest up', () => {
    const told = proposal.when(leaveGroup, { group }, ann);
    expect(told.types).toEqual(['seatRefused', 'seatGivenUp']);
    expect(told.after.person(ann)).toMatchObject({ seats: [], interests: [] });
  });

  test('a group is told to the others and has no undo', () => {
    const told = living.when(leaveGroup, { group }, ann);
    expect(told.after.live()).toMatchObject({ members: [ben, cem], left: [ann] });
    expect(told.after.person(ann).seats).toEqual([]);
    expect(told.accepted.then.slice(0, 2)).toMatchObject([
      { is: 'tell', to: ben, what: 'memberLeft' },
      { is: 'tell', to: cem, what: 'memberLeft' },
    ]);
    expect(told.undo).toEqual({ none: 'left' });
    expect(told.shows).toEqual({ show: 'leftGroup' });
  });

  test('ends a stage that waited only for the one who leaves', () => {
    const waiting = given(
      asked([ann, ben, cem]),
      lived(
        start,
        { type: 'groupFormed', v: 1, members: [ann, ben, cem] },
        ...[ann, ben].map(
          (person): GroupEvent => ({
            type: 'objectiveSet',
            v: 1,
            objective: uuid(40),
            person,
            words: uuid(41),
          }),
        ),
      ),
    );
    expect(waiting.when(leaveGroup, { group }, cem).after.live().cycle.stage).toBe('kickOff');
  });

  test('ends the group when only one would stay', () => {
    const told = living.when(leaveGroup, { group }, ann).after.when(leaveGroup, { group }, ben);
    expect(told.types).toEqual(['memberLeft', 'groupEnded', 'seatGivenUp', 'seatGivenUp']);
    expect(told.after.group()).toMatchObject({ phase: 'ended', why: 'tooFew' });
    expect(told.accepted.then).toMatchObject([{ is: 'tell', to: cem, what: 'groupEnded' }]);
    expect(told.after.person(cem).seats).toEqual([]);
    expect(told.after.when(leaveGroup, { group }, cem).refused).toBe('groupIsOver');
  });

  test.each([
    ['nobody’s group', given(), ann, 'unknownGroup'],
    ['a group of others', living, stranger, 'unknownGroup'],
    ['twice', living.when(leaveGroup, { group }, ann).after, ann, 'notAMember'],
    ['a proposal to others', proposal, stranger, 'unknownGroup'],
  ])('%s is refused', (_, scene, by, refused) => {
    expect(scene.when(leaveGroup, { group }, by).refused).toBe(refused);
  });
});

describe('In conversation', () => {
  const proposing = proposal.group() as Proposed;
  const living: Live = atStage('objectives').live();
  const hear = (intent: string, groups: (Proposed | Live)[], slots: Record<string, string> = {}) =>
    formGroup.conversation.hears?.[intent]?.({ intent, slots }, { ...alone(ann), groups });

  test('yes and no answer the proposal that waits', () => {
    expect(hear('accept_seat', [proposing])).toEqual({ run: { do: 'acceptSeat', group } });
    expect(hear('decline_seat', [proposing])).toEqual({ run: { do: 'declineSeat', group } });
    expect(hear('accept_seat', [proposal.and(accepted(ann)).group() as Proposed])).toEqual({
      refused: 'noProposal',
    });
    expect(hear('decline_seat', [living])).toEqual({ show: 'leave', group });
    expect(hear('decline_seat', [])).toEqual({ refused: 'noProposal' });
  });

  test('the group is shown, or the proposal, or the list to choose from', () => {
    const other = { ...living, id: uuid(7), topic: uuid(8) };
    expect(hear('group_status', [living])).toEqual({ show: 'group', group });
    expect(hear('group_status', [proposing])).toEqual({ show: 'proposal', group });
    expect(hear('group_status', [living, other])).toEqual({ show: 'myGroups' });
    expect(hear('group_status', [])).toEqual({ show: 'myGroups' });
    expect(hear('open_resource_page', [living])).toEqual({ show: 'group', group });
    expect(hear('open_resource_page', [])).toEqual({ refused: 'noGroupYet' });
  });

  test('leaving a group is asked about first, leaving a proposal is saying no', () => {
    expect(hear('leave_group', [living])).toEqual({ show: 'leave', group });
    expect(hear('leave_group', [proposing])).toEqual({ run: { do: 'declineSeat', group } });
    expect(hear('leave_group', [])).toEqual({ refused: 'noGroupYet' });
  });
});

describe('The cards of a group', () => {
  const built = lived(
    start,
    { type: 'channelOpened', v: 1, team: 'team', channel: 'channel' },
    { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://contoso.example/page' },
    { type: 'pagePublished', v: 1 },
  );
  const scenes = {
    proposal,
    'a proposal that was accepted': proposal.and(accepted(ann)),
    'a confidential proposal': given(asked([ann, ben], { ...small, confidential: true })),
    'a new group': atStage('objectives'),
    'a full group': atStage('practice').and(built, chosen),
    'a place that could not be opened': atStage('course').and(
      lived(start, { type: 'buildFailed', v: 1, step: 'channel', code: 'x' }),
    ),
    'a group that has ended': atStage('renewal').and(
      lived(start, { type: 'groupEnded', v: 1, why: 'closed' }),
    ),
    nothing: given(),
  };
  const show = (card: string, scene: keyof typeof scenes, reader: string | null = ann) =>
    formGroup.cards[card]?.(
      viewOf(scenes[scene], reader, {
        wrote: hostile,
        topicName: () => hostile,
        name: (it) => `Name ${it} ${hostile}`,
      }),
      {},
    );

  test.each(Object.keys(formGroup.cards))('%s is sound for everyone, in every phase', (card) => {
    for (const scene of Object.keys(scenes) as (keyof typeof scenes)[])
      for (const reader of [ann, stranger, null]) {
        const rendered = show(card, scene, reader);
        expect(rendered && faults(rendered), scene).toEqual([]);
        if (reader !== ann) expect(read(rendered), scene).not.toMatch(/Name 0|do\.(?:accept|decline|leave)/);
      }
  });

  test('ask for a yes or a no, say who was asked and who will read along', () => {
    expect(verbs(show('proposal', 'proposal'))).toEqual(['do.acceptSeat', 'do.declineSeat']);
    expect(verbs(show('proposal', 'a proposal that was accepted'))).toEqual(['do.declineSeat']);
    expect(read(show('proposal', 'proposal'))).toContain(`Name ${cem}`);
    expect(read(show('proposal', 'a confidential proposal'))).not.toEqual(read(show('proposal', 'proposal')));
    expect(verbs(show('proposal', 'a new group'))).toContain('show.leave');
  });

  test('lead to what is next, to the project and to the page', () => {
    expect(verbs(show('group', 'a new group'))).toEqual(['show.knowledge', 'show.objectives', 'show.leave']);
    expect(verbs(show('group', 'a full group'))).toEqual([
      'show.knowledge',
      'show.practice',
      'show.project',
      'show.leave',
    ]);
    expect(read(show('group', 'a full group'))).toContain('https://contoso.example/page');
    expect(read(show('group', 'a place that could not be opened'))).toContain('could not be opened');
  });
});
