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

export const starters: readonly Starter[] = starterNames.map((name, at) => ({
  id: `5ba2c7e0-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
  name,
}));

export const starterOf = (topic: TopicId): Starter | undefined => starters.find((it) => it.id === topic);
