// Which topics a list shows, and in which order: its numbers are answers.
import type { About } from '../decision.ts';

/** A card of 28 KB holds so many topics with two buttons each; the others are found by writing what one looks for. */
const mostTopics = 10;

/** What was looked for is a sentence of somebody: only the topics that it found are remembered. */
export const found = (
  topics: readonly { id: string; name: string; open: boolean }[],
  query: string,
): About => ({
  topics: topics
    .filter((it) => it.open && it.name.toLowerCase().includes(query.toLowerCase()))
    .slice(0, mostTopics)
    .map((it) => it.id)
    .join(' '),
});

interface Listable {
  id: string;
  open: boolean;
  programme: string;
}

/** All that the list would have, were there no end to a card. */
export function meant<T extends Listable>(topics: readonly T[], about: About = {}): T[] {
  const only = about.topics === undefined ? undefined : new Set(String(about.topics).split(' '));
  return topics
    .filter((it) => it.open && (!only || only.has(it.id)))
    .filter((it) => about.programme === undefined || about.programme === it.programme);
}

export const listed = <T extends Listable>(topics: readonly T[], about: About = {}): T[] =>
  meant(topics, about).slice(0, mostTopics);
