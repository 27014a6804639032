// A person's interests and seats: events, state, and how one follows from the other.
import type { At, GroupId, PersonId, TopicId } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';

export type PersonEvent =
  | { type: 'interestRegistered'; v: 1; person: PersonId; topic: TopicId }
  | { type: 'interestWithdrawn'; v: 1; person: PersonId; topic: TopicId }
  | { type: 'seatHeld'; v: 1; person: PersonId; group: GroupId; topic: TopicId }
  | { type: 'seatTaken'; v: 1; person: PersonId; group: GroupId; topic: TopicId }
  | { type: 'seatGivenUp'; v: 1; person: PersonId; group: GroupId; topic: TopicId; why: SeatEnd }
  | { type: 'communityJoined'; v: 1; person: PersonId; group: GroupId }
  | { type: 'communityLeft'; v: 1; person: PersonId; group: GroupId }
  /** Of their communities, every week. */
  | { type: 'digestStopped'; v: 1; person: PersonId }
  | { type: 'digestResumed'; v: 1; person: PersonId }
  | { type: 'remindersPaused'; v: 1; person: PersonId; until: At }
  | { type: 'remindersResumed'; v: 1; person: PersonId }
  | { type: 'personErased'; v: 1; person: PersonId };

export type SeatEnd = 'declined' | 'lapsed' | 'left' | 'ended' | 'cancelled';

export interface Seat {
  group: GroupId;
  topic: TopicId;
  state: 'held' | 'taken';
}

export interface Person {
  interests: { topic: TopicId; since: At }[];
  seats: Seat[];
  /** Groups that they were in. */
  was: GroupId[];
  /** Communities of practice; they take no seat. */
  communities: GroupId[];
  /** Wants no digest of them. */
  noDigest?: true;
  pausedUntil?: At;
  erased: boolean;
}

/** Whether somebody who gives up a seat still waits for the topic. */
export const keepsInterest: Record<SeatEnd, boolean> = {
  declined: true,
  cancelled: true,
  lapsed: false,
  left: false,
  ended: false,
};

/** In how many groups somebody may be at the same time. */
export const capacity = 2;

export const newcomer: Person = { interests: [], seats: [], was: [], communities: [], erased: false };

/** A seat that was only held leaves nothing behind. */
const wasIn = ({ was, seats }: Person, group: GroupId): GroupId[] =>
  seats.some((it) => it.group === group && it.state === 'taken') && !was.includes(group)
    ? [...was, group]
    : was;

export function evolvePerson(person: Person, event: Stamped<PersonEvent>): Person {
  switch (event.type) {
    case 'interestRegistered':
      return { ...person, interests: [...person.interests, { topic: event.topic, since: event.at }] };
    case 'interestWithdrawn':
      return { ...person, interests: person.interests.filter((it) => it.topic !== event.topic) };
    case 'seatHeld':
      return {
        ...person,
        seats: [...person.seats, { group: event.group, topic: event.topic, state: 'held' }],
      };
    case 'seatTaken':
      return {
        ...person,
        seats: person.seats.map((it) => (it.group === event.group ? { ...it, state: 'taken' } : it)),
      };
    case 'seatGivenUp':
      return {
        ...person,
        seats: person.seats.filter((it) => it.group !== event.group),
        was: wasIn(person, event.group),
        interests: keepsInterest[event.why]
          ? person.interests
          : person.interests.filter((it) => it.topic !== event.topic),
      };
    case 'communityJoined':
      return { ...person, communities: [...person.communities, event.group] };
    case 'communityLeft':
      return { ...person, communities: person.communities.filter((it) => it !== event.group) };
    case 'digestStopped':
      return { ...person, noDigest: true };
    case 'digestResumed': {
      const { noDigest: _, ...rest } = person;
      return rest;
    }
    case 'remindersPaused':
      return { ...person, pausedUntil: event.until };
    case 'remindersResumed': {
      const { pausedUntil: _, ...rest } = person;
      return rest;
    }
    case 'personErased':
      return { ...newcomer, erased: true };
  }
}
