// The stages of a cycle: who is still missing, when a stage is over, and what is told when the next one begins.

import { type Stage, stages } from '../group/events.ts';
import { evolveGroup } from '../group/evolve.ts';
import {
  type Cycle,
  type Ended,
  type Group,
  type GroupEvent,
  isCommunity,
  type Live,
} from '../group/group.ts';
import type { Stamped } from '../topic/topic.ts';
import type {
  About,
  Accepted,
  At,
  Context,
  GroupId,
  News,
  PersonId,
  Refusal,
  WordId,
  World,
  Written,
} from './decision.ts';
import { refuse } from './decision.ts';
import { invitations, lookForTimes } from './inCalendar.ts';
import { revision } from './onPage.ts';

/** What each member has to have done before the stage ends by itself; stages not named here are ended by a member. */
const part: Partial<Record<Stage, (group: Live, person: PersonId) => boolean>> = {
  objectives: ({ cycle }, person) => cycle.objectives.some((it) => it.person === person && !it.removed),
  course: ({ cycle }, person) => cycle.courseDone.includes(person),
  commitment: ({ cycle }, person) => cycle.commitments.some((it) => it.person === person),
  reflection: (group, person) =>
    group.cycle.objectives
      .filter((it) => it.person === person && !it.removed)
      .every((it) =>
        group.cycle.assessments.some((made) => made.person === person && made.objective === it.id),
      ) && !owesVerdict(group, person),
  renewal: ({ cycle }, person) => cycle.choices.some((it) => it.person === person),
};

/** R21: where everyone takes part, whoever was excused from promising does so before they practise. */
export const owesPromise = ({ policy, cycle }: Live, person: PersonId): boolean =>
  policy.attendance === 'all' &&
  policy.commitment === 'required' &&
  !cycle.commitments.some((it) => it.person === person);

/** R22: the promise of this cycle that somebody has not yet said the outcome of. */
export const unjudged = ({ cycle }: Live, person: PersonId) =>
  cycle.verdicts.some((it) => it.person === person)
    ? undefined
    : cycle.commitments.find((it) => it.person === person);

/** Where everyone takes part, saying so is a part of looking back. */
const owesVerdict = (group: Live, person: PersonId): boolean =>
  group.policy.attendance === 'all' && unjudged(group, person) !== undefined;

/** R10: the gate between practice and reflection, asked where the stage is ended. */
export const hasPractised = (cycle: Cycle, person: PersonId): boolean =>
  cycle.practices.some((it) => it.person === person);

/** Challenges whose answer somebody still waits for; one to or from a member who has left is no longer open. */
export const unanswered = ({ cycle, members }: Live, to: PersonId) =>
  cycle.challenges.filter(
    (it) => it.to === to && it.answer === undefined && members.includes(to) && members.includes(it.from),
  );

/** Where everyone takes part: somebody has said that the group has met, so that each of the others is asked. */
export const hasMet = ({ policy, cycle }: Live): boolean =>
  policy.attendance === 'all' && cycle.tookPart.some((it) => it.stage === cycle.stage);

export const tookPart = ({ cycle }: Live, person: PersonId): boolean =>
  cycle.tookPart.some((it) => it.person === person && it.stage === cycle.stage);

/** What a member owes the others in a stage that does not end by itself. */
const owed: Partial<Record<Stage, (group: Live, person: PersonId) => boolean>> = {
  kickOff: (group, person) =>
    wasElsewhere(group, person) ||
    group.cycle.shared.some((it) => !it.agreed && !it.answers.some((answer) => answer.person === person)),
  discussion: (group, person) => wasElsewhere(group, person) || unanswered(group, person).length > 0,
  practice: ({ cycle }, person) => !hasPractised(cycle, person),
};

const wasElsewhere = (group: Live, person: PersonId) => hasMet(group) && !tookPart(group, person);

const done = (group: Live, person: PersonId, stage = group.cycle.stage): boolean =>
  part[stage]?.(group, person) ?? !owed[stage]?.(group, person);

export const isExcused = ({ cycle }: Live, stage: Stage, person: PersonId): boolean =>
  cycle.excused.some((it) => it.person === person && it.stage === stage);

/** Members whose part of the present stage is neither done nor excused. */
export const missing = (group: Live): PersonId[] =>
  group.members.filter((it) => !done(group, it) && !isExcused(group, group.cycle.stage, it));

/** Excused from that stage, and not done with it since: whoever says “everyone” does not count them. */
export const uncounted = (of: Live | Ended, stage: Stage, cycle = of.cycle): PersonId[] => {
  const group: Live = { ...of, phase: 'live', cycle };
  return of.members.filter((it) => isExcused(group, stage, it) && !done(group, it, stage));
};

/** Stages that went on without them and that they have not made up for, in the order they were lived. */
export const behind = (group: Live, person: PersonId): Stage[] =>
  group.cycle.excused
    .filter((it) => it.person === person && it.stage !== group.cycle.stage)
    .map((it) => it.stage)
    .filter((stage) => !part[stage]?.(group, person))
    .filter((stage) => !group.cycle.caughtUp.some((it) => it.person === person && it.stage === stage));

export const nextStage = (stage: Stage): Stage | undefined => stages[stages.indexOf(stage) + 1];

const isLive = (group: Group): group is Live => group.phase === 'live';

/** The group as it will be once these events are written. */
export const foresee = (group: Group, events: readonly GroupEvent[], context: Context): Group =>
  events.reduce<Group>((so, event) => {
    const stamped: Stamped<GroupEvent> = { ...event, at: context.now, by: context.by, via: context.via };
    return evolveGroup(so, stamped);
  }, group);

/** A live group with the speaker as a member, or the refusal that says which it is not. */
export function membersGroup(world: World, id: GroupId, context: Context): Live | Refusal {
  const group = world.group(id);
  if (group.phase === 'unknown' || group.phase === 'cancelled') return refuse('unknownGroup');
  if (group.phase === 'proposed')
    return seatIn(group, context) ? refuse('notFormedYet') : refuse('unknownGroup');
  // R9, R14: it has no stages, promises or practice, whatever is asked of it.
  if (isCommunity(group))
    return refuse(group.members.includes(context.by) ? 'communityHasNone' : 'unknownGroup');
  const known = group.members.includes(context.by) || group.left.includes(context.by);
  if (!known) return refuse('unknownGroup');
  if (group.phase === 'ended') return refuse('groupIsOver');
  return group.members.includes(context.by) ? group : refuse('notAMember');
}

const seatIn = (group: Extract<Group, { phase: 'proposed' }>, context: Context) =>
  group.seats.some((it) => it.person === context.by);

/** Like `membersGroup`, and the cycle has reached one of the stages (`late` when it is past them). */
export function inStage(world: World, id: GroupId, context: Context, ...allowed: Stage[]): Live | Refusal {
  const group = membersGroup(world, id, context);
  if ('refused' in group || allowed.includes(group.cycle.stage)) return group;
  const last = Math.max(...allowed.map((it) => stages.indexOf(it)));
  return refuse(stages.indexOf(group.cycle.stage) > last ? 'stageIsOver' : 'notYet', {
    stage: group.cycle.stage,
  });
}

/** Tells every member but the one who acted. */
export const tellOthers = (group: Live, context: Context, news: { what: string; about?: About }): News[] =>
  group.members.filter((it) => it !== context.by).map((to) => ({ is: 'tell', to, group: group.id, ...news }));

/** What is told and planned when a stage begins. */
export function begin(group: Live, stage: Stage): News[] {
  const cycle = group.cycle.n;
  return [
    ...group.members.map((to): News => ({ is: 'tell', to, what: `began.${stage}`, group: group.id })),
    ...(group.place.channel
      ? [{ is: 'post', group: group.id, what: 'stage', about: { stage } } as const]
      : []),
    ...(stage === 'kickOff' || stage === 'discussion' ? [lookForTimes(group, stage)] : []),
    { is: 'later', at: group.cycle.stageSince, command: { do: 'planStage', group: group.id, cycle, stage } },
  ];
}

/**
 * Accepts what happened in a live group and lets the stage end by itself when nobody is missing any more.
 * `ends`: the events themselves end the present stage (a member said so, and the decision has checked the gate).
 */
export function accept(
  group: Live,
  context: Context,
  events: GroupEvent[],
  rest: { then?: News[]; written?: Written[]; unlike?: WordId[]; ends?: true } = {},
): Accepted {
  const after = foresee(group, events, context);
  const stays = isLive(after) && after.cycle.n === group.cycle.n && after.cycle.stage === group.cycle.stage;
  const over = stays && (rest.ends ?? endsByItself(after));
  const began = over ? following(after, context) : [];
  const last = foresee(after, began, context);
  return {
    happened: [...events, ...began].map((event) => ({ stream: `group/${group.id}`, event })),
    then: [
      ...(rest.then ?? []),
      ...(began.length > 0 && isLive(last) ? begin(last, last.cycle.stage) : []),
      ...(stays && !over ? closing(after, context.now) : []),
      ...revision(group, last, context.now),
      ...invitations(group, last, context.now),
    ],
    written: rest.written ?? [],
    ...(rest.unlike ? { unlike: rest.unlike } : {}),
  };
}

const ends: Partial<Record<Stage, string>> = { kickOff: 'endKickOff', discussion: 'endDiscussion' };

export const isMet = (group: Live): boolean => hasMet(group) && missing(group).length === 0;

/** The group has met, and the last who was waited for has answered, was excused or has left. */
const closing = (group: Live, at: At): News[] => {
  const end = ends[group.cycle.stage];
  return end && isMet(group) ? [{ is: 'later', at, command: { do: end, group: group.id } }] : [];
};

const endsByItself = (group: Live): boolean =>
  part[group.cycle.stage] !== undefined && missing(group).length === 0;

/** The stages that begin when the present one ends: one in which nobody has anything to do is passed over. */
function following(group: Live, context: Context): GroupEvent[] {
  const stage = nextStage(group.cycle.stage);
  if (!stage) return [];
  const began: GroupEvent = { type: 'stageBegan', v: 1, stage };
  const after = foresee(group, [began], context);
  return isLive(after) && endsByItself(after) ? [began, ...following(after, context)] : [began];
}
