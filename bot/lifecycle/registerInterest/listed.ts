// Which topics a list shows, and in which order: its numbers are answers.
import type { About } from '../decision.ts';

/** A card holds so many topics; the others are found by writing what one looks for. */
const mostTopics = 12;

export function listed<T extends { name: string }>(topics: readonly T[], about: About = {}): T[] {
  const wanted = String(about.query ?? '').toLowerCase();
  return topics.filter((it) => it.name.toLowerCase().includes(wanted)).slice(0, mostTopics);
}
