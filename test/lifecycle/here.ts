// The surroundings of somebody who writes a sentence, as the conversation of a step sees them.
import type { Here } from '../../bot/lifecycle/conversation.ts';
import { type Scene, start } from './given.ts';

export const here = (scene: Scene, person: string, text = ''): Here => ({
  person,
  now: start,
  zone: 'Europe/Berlin',
  language: 'en',
  groups: [scene.live()],
  topics: [],
  communities: [],
  area: 'Sales',
  programmes: ['employees'],
  colleague: () => undefined,
  listed: () => undefined,
  text,
});

/** Somebody who is in no group yet. */
export const alone = (person: string): Here => ({
  person,
  now: start,
  zone: 'Europe/Berlin',
  language: 'en',
  groups: [],
  topics: [],
  communities: [],
  area: 'Sales',
  programmes: ['employees'],
  colleague: () => undefined,
  listed: () => undefined,
  text: '',
});
