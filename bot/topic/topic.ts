// A topic: its events, its state, and how one follows from the other.
import type { At, PersonId, TopicId, Via, WordId } from '../lifecycle/decision.ts';

/** When, by whom and how something happened; the shell adds it to every event. */
export interface Stamp {
  at: At;
  by: PersonId | 'peerloop';
  via: Via;
}

export type Stamped<E> = E & Stamp;

export type TopicEvent =
  | { type: 'topicProposed'; v: 1; topic: TopicId; name: WordId; person: PersonId }
  /** A second person joined: the name is now a row that the topic owns. */
  | { type: 'topicAdopted'; v: 1; topic: TopicId; name: WordId };

export type Topic =
  | { phase: 'unknown' }
  | { phase: 'open'; id: TopicId; name: WordId; proposer: PersonId; adopted: boolean };

export const noTopic: Topic = { phase: 'unknown' };

export function evolveTopic(topic: Topic, event: Stamped<TopicEvent>): Topic {
  switch (event.type) {
    case 'topicProposed':
      return { phase: 'open', id: event.topic, name: event.name, proposer: event.person, adopted: false };
    case 'topicAdopted':
      return topic.phase === 'open' ? { ...topic, name: event.name, adopted: true } : topic;
  }
}
