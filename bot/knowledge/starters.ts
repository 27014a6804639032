// The starter catalogue: topics for experts who became managers, there before anybody asks (R24).
import type { TopicId } from '../lifecycle/decision.ts';

/** In the order in which new managers tend to meet them. */
export const starterNames = [
  'doingOrLeading',
  'delegating',
  'oneToOnes',
  'goals',
  'feedback',
  'hardTalks',
  'formerPeers',
  'meetings',
  'newcomers',
  'conflict',
] as const;
export type StarterName = (typeof starterNames)[number];

export interface Starter {
  /** Of the topic once somebody wants it: always this one, so that two who are first at once want the same. */
  id: TopicId;
  name: StarterName;
}

const idAt = (place: number): TopicId => `5ba2c7e0-0000-4000-8000-${String(place).padStart(12, '0')}`;

export const starters: readonly Starter[] = starterNames.map((name, at) => ({ id: idAt(at + 1), name }));

const mostAdded = 20;
/** The catalogue has room for so many of a facilitator's own; there are always these, so that no list of them is kept. */
export const addedStarters: readonly TopicId[] = Array.from({ length: mostAdded }, (_, at) => idAt(101 + at));

export const starterOf = (topic: TopicId): Starter | undefined => starters.find((it) => it.id === topic);

const all: ReadonlySet<TopicId> = new Set([...starters.map(({ id }) => id), ...addedStarters]);
/** Of the catalogue, whether it came with Peerloop or a facilitator has added it. */
export const isStarter = (topic: TopicId): boolean => all.has(topic);
