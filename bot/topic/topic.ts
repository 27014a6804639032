// A topic: its events, its state, and how one follows from the other.
import type { GroupEvent } from '../group/events.ts';
import type { Place } from '../group/group.ts';
import { built } from '../group/place.ts';
import type { Programme } from '../group/policy.ts';
import type { OfTopic } from '../group/under.ts';
import type { At, GroupId, PersonId, TopicId, Via, WordId } from '../lifecycle/decision.ts';

/** When, by whom and how something happened; the shell adds it to every event. */
export interface Stamp {
  at: At;
  by: PersonId | 'peerloop';
  via: Via;
}

export type Stamped<E> = E & Stamp;

/** What a topic trains, as far as somebody has said. */
export const skills = ['technical', 'managerial'] as const;
export type Skill = (typeof skills)[number];

export type TopicEvent =
  | {
      type: 'topicProposed';
      v: 1;
      topic: TopicId;
      name: WordId;
      person: PersonId;
      /** Absent: the deployment's usual one. */
      programme?: Programme;
      skill?: Skill;
    }
  /** A second person joined: the name is now a row that the topic owns. */
  | { type: 'topicAdopted'; v: 1; topic: TopicId; name: WordId }
  /** Facilitators offer it to nobody anew; those who wait for it still do. */
  | { type: 'topicHidden'; v: 1; topic: TopicId; person: PersonId }
  | { type: 'topicOffered'; v: 1; topic: TopicId; person: PersonId }
  /** By a facilitator: a topic of the starter catalogue, new or in other words, which are the topic's own. */
  | ({ type: 'starterWritten'; v: 1; topic: TopicId; person: PersonId } & StarterWords)
  /** Ours of the catalogue is in our own words again; `name` is there once somebody has wanted it. */
  | { type: 'starterDropped'; v: 1; topic: TopicId; person: PersonId; name?: WordId }
  | OfTopic;

export interface StarterWords {
  name: WordId;
  why: { words: WordId };
  /** One in each line. */
  questions: { words: WordId };
  exercise: { words: WordId };
  progress: { words: WordId };
}

/** Its page, which gathers what the groups on it recommend. */
export type TopicPageEvent = Extract<
  GroupEvent,
  { type: 'pageCreated' | 'pagePublished' | 'pageRevised' | 'pageLeft' | 'buildFailed' }
>;

/** What it said until it was put into other words last, and since when; without words, those of ours. */
interface Before {
  at: At;
  words?: StarterWords;
}

export type Topic =
  | { phase: 'unknown'; hidden?: true; starter?: StarterWords; before?: Before }
  | {
      phase: 'open';
      id: TopicId;
      name: WordId;
      proposer: PersonId;
      adopted: boolean;
      hidden?: true;
      programme?: Programme;
      skill?: Skill;
      place: Place;
      /** The community of practice that it is under. */
      under?: GroupId;
      /** As a facilitator has written it. */
      starter?: StarterWords;
      before?: Before;
    };

export const noTopic: Topic = { phase: 'unknown' };

export function evolveTopic(topic: Topic, event: Stamped<TopicEvent | TopicPageEvent>): Topic {
  switch (event.type) {
    case 'topicProposed':
      return {
        phase: 'open',
        id: event.topic,
        name: event.name,
        proposer: event.person,
        adopted: false,
        place: { published: false, failed: [] },
        ...(event.programme ? { programme: event.programme } : {}),
        ...(event.skill ? { skill: event.skill } : {}),
        ...(topic.starter ? { starter: topic.starter } : {}),
        ...(topic.before ? { before: topic.before } : {}),
      };
    case 'topicAdopted':
      return topic.phase === 'open' ? { ...topic, name: event.name, adopted: true } : topic;
    case 'topicHidden':
      return { ...topic, hidden: true };
    case 'topicOffered': {
      const { hidden: _, ...offered } = topic;
      return offered;
    }
    case 'broughtUnder':
      return topic.phase === 'open' ? { ...topic, under: event.community } : topic;
    case 'broughtOut': {
      if (topic.phase !== 'open') return topic;
      const { under: _, ...out } = topic;
      return out;
    }
    case 'starterWritten': {
      const { name, why, questions, exercise, progress } = event;
      const starter = { name, why, questions, exercise, progress };
      const { starter: words } = topic;
      const before = { at: event.at, ...(words ? { words } : {}) };
      return topic.phase === 'open' ? { ...topic, name, starter, before } : { ...topic, starter, before };
    }
    case 'starterDropped': {
      const { starter: words, ...rest } = topic;
      const ours = { ...rest, before: { at: event.at, ...(words ? { words } : {}) } };
      return ours.phase === 'open' && event.name !== undefined ? { ...ours, name: event.name } : ours;
    }
    default:
      return topic.phase === 'open' ? { ...topic, place: built(topic.place, event) } : topic;
  }
}
