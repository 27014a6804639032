// From an English sentence to what it asks for and with what: precise, or nothing.
import type { Heard } from '../lifecycle/conversation.ts';
import { beside } from './beside.ts';
import { article } from './english/article.ts';
import { commitment } from './english/commitment.ts';
import { community } from './english/community.ts';
import { course } from './english/course.ts';
import { dialogue, people } from './english/dialogue.ts';
import { discussion } from './english/discussion.ts';
import { groups } from './english/groups.ts';
import { knowledge } from './english/knowledge.ts';
import { meetings } from './english/meetings.ts';
import { objectives } from './english/objectives.ts';
import { practice, reflection } from './english/practice.ts';
import { privacy } from './english/privacy.ts';
import { project } from './english/project.ts';
import { service } from './english/service.ts';
import { topics } from './english/topics.ts';
import { workspace } from './english/workspace.ts';
import { type Folded, fold } from './fold.ts';
import { isRefused } from './guards.ts';
import { compile, lineOf, match, wordsOf } from './pattern.ts';
import { politeWords, readings } from './polite.ts';
import type { Reference } from './slots.ts';
import { corrected } from './typos.ts';

/** The first that fits is meant; what takes free words comes after what takes none. */
const rules = [
  ...dialogue,
  ...privacy,
  ...community,
  ...service,
  ...workspace,
  ...course,
  ...project,
  ...article,
  ...objectives,
  ...meetings,
  ...commitment,
  ...practice,
  ...reflection,
  ...discussion,
  ...knowledge,
  ...groups,
  ...topics,
  ...people,
];

const ways = rules.flatMap(({ intent, says, with: implied = {} }) =>
  says.map((template) => ({ intent, implied, pattern: compile(template) })),
);

const lexicon: ReadonlySet<string> = new Set(
  [...rules.flatMap(({ says }) => says.flatMap(wordsOf)), ...politeWords].filter((it) =>
    /^\p{L}+$/u.test(it),
  ),
);

const unknown: Heard = { intent: 'out_of_scope', slots: {} };

function heardAs(folded: Folded, at: Reference): Heard | undefined {
  const line = lineOf(folded);
  for (const { intent, implied, pattern } of ways) {
    const slots = match(pattern, folded, line, at);
    if (slots) return { intent, slots: { ...implied, ...slots } };
  }
  return undefined;
}

function heardIn(folded: Folded, at: Reference): Heard | undefined {
  if (isRefused(folded, lineOf(folded))) return unknown;
  for (const reading of readings(folded)) {
    const heard = heardAs(reading, at);
    if (heard) return heard;
  }
  return undefined;
}

/** What is left of "open Giving feedback" when the name is taken away. */
const opening = new Set(['', 'open ', 'show ', 'show me ', 'go to ', 'group ', 'my group ', 'topic ']);

function heardBeside(folded: Folded, at: Reference): Heard | undefined {
  const found = beside(folded, at.topics?.map((it) => it.name) ?? []);
  if (!found) return undefined;
  if (opening.has(lineOf(found.rest))) return { intent: 'name_topic', slots: { topic: found.name } };
  return heardIn(found.rest, at);
}

export function recognise(text: string, at: Reference): Heard {
  const folded = fold(text);
  if (!folded || folded.tokens.length === 0) return unknown;
  const heard = heardIn(folded, at) ?? heardBeside(folded, at);
  if (heard) return heard;
  const better = corrected(folded, lexicon);
  return (better && (heardIn(better, at) ?? heardBeside(better, at))) ?? unknown;
}
