// What is in a ready-made topic: the words of whoever wrote it here, else ours in the reader's language.
import type { TopicId } from '../lifecycle/decision.ts';
import type { Key, Say } from '../speech/say.ts';
import { starterOf } from './starters.ts';

export interface StarterText {
  name: string;
  why: string;
  questions: readonly string[];
  exercise: string;
  progress: string;
}

/** Each line that is written is a question. */
export const questionsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Undefined for a topic that is not of the catalogue. */
export function insideStarter(
  topic: TopicId,
  say: Say,
  written?: ReadonlyMap<TopicId, StarterText>,
): StarterText | undefined {
  const theirs = written?.get(topic);
  const starter = starterOf(topic);
  if (theirs || !starter) return theirs;
  const text = (part: string) => say(`starter.${starter.name}.${part}` as Key);
  return {
    name: text('title'),
    why: text('why'),
    questions: [text('question1'), text('question2'), text('question3')],
    exercise: text('exercise'),
    progress: text('progress'),
  };
}
