// What a view knows of topics: those that are listed, the starter catalogue, and where a topic's page is.
import type { TopicView } from '../cards/view.ts';
import { type Group, isCommunity } from '../group/group.ts';
import type { Programme } from '../group/policy.ts';
import { questionsIn, type StarterText } from '../knowledge/insideStarter.ts';
import { addedStarters, isStarter, starters } from '../knowledge/starters.ts';
import type { TopicId } from '../lifecycle/decision.ts';
import { sameNamed } from '../lifecycle/registerInterest/similar.ts';
import { type Language, speaker } from '../speech/say.ts';
import type { Tx } from '../store/contract.ts';
import { languages } from '../words/languages.ts';
import type { Book } from './book.ts';
import type { Streams } from './streams.ts';

interface Asked {
  tenant: string;
  topic?: TopicId;
  topics?: readonly TopicId[];
}

type Listed = Omit<TopicView, 'programme' | 'open'> & { programme: Programme | null; hidden?: boolean };

/** Those that the groups are on, and those under a community. */
const near = (groups: readonly Group[]): TopicId[] =>
  groups.flatMap((it) => (isCommunity(it) ? it.topics : 'topic' in it ? [it.topic] : []));

export async function topicViews(
  tx: Tx,
  wanted: Asked,
  mine: ReadonlySet<TopicId>,
  groups: readonly Group[],
  language: Language,
): Promise<Listed[]> {
  const ready = [...starters.map(({ id }) => id), ...addedStarters];
  const only = wanted.topics && [...new Set([...wanted.topics, ...mine, ...near(groups), ...ready])];
  const rows = await tx.pools.topics(wanted.tenant, only);
  const names = await tx.words.readable(
    wanted.tenant,
    rows.map((it) => it.name),
    null,
  );
  return rows.flatMap(({ topic, name, waiting, programme, skill, hidden }): Listed[] => {
    const text = names.get(name);
    const own = { waiting, mine: mine.has(topic), hidden };
    // Hidden before anybody wanted it: it is not one that somebody has named.
    if (name === '') return starterViews(language, topic).map((it) => ({ ...it, ...own }));
    return text === undefined
      ? []
      : [{ id: topic, name: text, programme, ...own, ...(skill ? { skill } : {}) }];
  });
}

/** Managers' topics of that name, ours of the catalogue in any of our languages among them. */
export async function namedSo(
  tx: Tx,
  { policies }: Pick<Book, 'policies'>,
  tenant: string,
  name: string,
): Promise<TopicId[]> {
  const rows = await tx.pools.topics(tenant);
  const names = await tx.words.readable(
    tenant,
    rows.map((it) => it.name),
    null,
  );
  const asked = rows
    .filter((it) => (it.programme ?? policies.on[0]) === 'managers')
    .map((it) => ({ id: it.topic, name: names.get(it.name) ?? '' }));
  const ours = languages.flatMap((it) => starterViews(it));
  return [...new Set(sameNamed([...asked, ...ours], name).map(({ id }) => id))];
}

/** Of the starter catalogue, as if somebody had asked for them. */
export const starterViews = (language: Language, only?: TopicId): Listed[] =>
  starters
    .filter(({ id }) => only === undefined || id === only)
    .map(({ id, name }) => ({
      id,
      name: speaker(language)(`starter.${name}.title`),
      waiting: 0,
      mine: false,
      programme: 'managers',
      skill: 'managerial',
    }));

/** Of those topics that the view is about, where their pages are. */
export async function topicPages(
  streams: Streams,
  groups: readonly Group[],
  { topic, topics = [] }: Asked,
): Promise<Map<TopicId, string>> {
  const ids = [...new Set([...near(groups), ...topics, ...(topic === undefined ? [] : [topic])])];
  await streams.load(ids.map((it) => `topic/${it}` as const));
  const found = ids.flatMap((id): [TopicId, string][] => {
    const state = streams.topic(id);
    const { published, url } = state?.phase === 'open' ? state.place : {};
    return published && url ? [[id, url]] : [];
  });
  return new Map(found);
}

/** Of those ready-made topics that the view is about, what facilitators have written of them; their streams are read. */
export async function writtenStarters(
  tx: Tx,
  streams: Streams,
  { tenant, topic, topics = [] }: Asked,
): Promise<Map<TopicId, StarterText>> {
  const ids = [...new Set([...topics, ...(topic === undefined ? [] : [topic])])].filter(isStarter);
  const found = ids.flatMap((id) => {
    const words = streams.topic(id)?.starter;
    return words ? [{ id, words }] : [];
  });
  const all = found.flatMap(({ words: { name, why, questions, exercise, progress } }) => [
    name,
    ...[why, questions, exercise, progress].map((it) => it.words),
  ]);
  const texts = await tx.words.readable(tenant, all, null);
  const text = (id: string) => texts.get(id) ?? '';
  return new Map(
    found.map(({ id, words }) => [
      id,
      {
        name: text(words.name),
        why: text(words.why.words),
        questions: questionsIn(text(words.questions.words)),
        exercise: text(words.exercise.words),
        progress: text(words.progress.words),
      },
    ]),
  );
}
