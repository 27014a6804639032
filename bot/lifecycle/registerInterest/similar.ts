// Finds the topic somebody means by a name, and the one that a new name would double.
import MiniSearch from 'minisearch';
import { most } from '../text.ts';

interface Named {
  id: string;
  name: string;
}

const comparable = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Words that say nothing about a topic. */
const empty = new Set(['a', 'an', 'and', 'the', 'for', 'of', 'in', 'on', 'to', 'how', 'with', 'about']);
// A word that no name has room for is none: looking for its like would cost the square of its length.
const isWord = (text: string) => text !== '' && text.length <= most.line && !empty.has(text);
const wordsOf = (text: string) => [...new Set(comparable(text).split(' ').filter(isWord))];

const search = (topics: readonly Named[]) => {
  const index = new MiniSearch<Named>({
    fields: ['name'],
    processTerm: (term) => (empty.has(comparable(term)) ? null : comparable(term)),
  });
  index.addAll(topics);
  return index;
};

/** Topics of exactly that name: one in each programme, at most, or people were in haste. */
export const sameNamed = <T extends Named>(topics: readonly T[], said: string): T[] =>
  topics.filter((it) => comparable(it.name) === comparable(said));

/** The topic with that name, or the only one most of whose words were said, spelling mistakes forgiven. */
export function topicMeant(topics: readonly Named[], said: string): Named | undefined {
  const [same] = sameNamed(topics, said);
  return same ?? likest(topics, said);
}

/** The topic that shares at least half of the words of both names. */
export function likest(topics: readonly Named[], said: string): Named | undefined {
  const wanted = wordsOf(said);
  if (wanted.length === 0) return undefined;
  const [best] = search(topics).search(wanted.join(' '), { fuzzy: 0.2, combineWith: 'OR' });
  const topic = topics.find((it) => it.id === best?.id);
  if (!topic || !best) return undefined;
  const own = wordsOf(topic.name).length;
  const hit = best.queryTerms.length;
  return hit * 2 >= wanted.length && hit * 2 >= own ? topic : undefined;
}
