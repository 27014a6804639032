// A proposal while people answer: who sits, who is still asked, and when it becomes a group.
import { evolveGroup } from '../group/evolve.ts';
import type { Group, GroupEvent, Proposed } from '../group/group.ts';
import type { Accepted, Context, News, PersonId, Refusal, World } from './decision.ts';
import { refuse } from './decision.ts';
import { seatEnds } from './loop.ts';
import { buildable } from './placing.ts';
import { begin } from './stages.ts';

export interface OpenProposal {
  group: Proposed;
  /** Offered or accepted. */
  seated: PersonId[];
}

const sits = (state: string) => state === 'offered' || state === 'accepted';

export const open = (group: Group): OpenProposal[] =>
  group.phase === 'proposed'
    ? [{ group, seated: group.seats.filter((it) => sits(it.state)).map((it) => it.person) }]
    : [];

/** The proposal with the speaker's own seat in it, or why there is none to answer. */
export function ownSeat(
  world: World,
  id: string,
  person: PersonId,
): { group: Proposed; state: string } | Refusal {
  const group = world.group(id);
  if (group.phase === 'unknown') return refuse('unknownGroup');
  if (group.phase === 'live' && group.members.includes(person)) return refuse('alreadyFormed');
  if (group.phase !== 'proposed') return refuse('proposalIsOver');
  const seat = group.seats.find((it) => it.person === person);
  if (!seat) return refuse('unknownGroup');
  return sits(seat.state) ? { group, state: seat.state } : refuse('seatIsGone');
}

/** What happened to a seat; the group forms when nobody is still asked and enough have accepted, and is off when nobody sits. */
export function answered(
  group: Proposed,
  context: Context,
  event: GroupEvent,
): Pick<Accepted, 'happened' | 'then'> {
  const stamp = { at: context.now, by: context.by, via: context.via };
  const after = evolveGroup(group, { ...event, ...stamp });
  const [proposal] = open(after);
  const seats = proposal?.group.seats ?? [];
  const accepted = seats.filter((it) => it.state === 'accepted').map((it) => it.person);
  const complete = accepted.length >= group.policy.size.min && !seats.some((it) => it.state === 'offered');
  const events: GroupEvent[] = [event];
  const then: News[] = [];
  if (proposal?.seated.length === 0) events.push({ type: 'proposalCancelled', v: 1 });
  if (complete) {
    const formed: GroupEvent = { type: 'groupFormed', v: 1, members: accepted };
    events.push(formed);
    const live = evolveGroup(after, { ...formed, ...stamp });
    if (live.phase === 'live') then.push(...buildable(live), ...begin(live, 'objectives'));
  }
  return { happened: events.map((it) => ({ stream: `group/${group.id}`, event: it })), then };
}

/** A seat that falls free is offered to the next who waits; the others are not told whose it was (R26). */
export function freed(
  group: Proposed,
  person: PersonId,
  why: 'declined' | 'lapsed' | 'left',
  context: Context,
): Accepted {
  const { happened, then } = answered(group, context, { type: 'seatRefused', v: 1, person, why });
  // Whoever said no to a proposal that is off is not asked again in the same breath.
  const off = happened.some(({ event }) => event.type === 'proposalCancelled');
  const next: News = {
    is: 'later',
    at: context.now,
    command: { do: 'considerGroup', topic: group.topic },
  };
  return {
    happened: [...happened, seatEnds(group, person, why)],
    then: [...then, ...(off ? [] : [next])],
    written: [],
  };
}
