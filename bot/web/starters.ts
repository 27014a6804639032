// PURE: the ready-made topics as the tab shows them, in the language that it asks for.
import type { View } from '../cards/view.ts';
import { starters } from '../knowledge/starters.ts';
import { type Key, speaker } from '../speech/say.ts';
import type { Language } from '../words/languages.ts';
import type { Starters } from './contract.ts';

/** Those that the reader may want; for facilitators also those that are not offered. */
export function startersFor(view: View, language: Language, facilitator: boolean): Starters {
  const known = new Map(view.topics.map((it) => [it.id, it]));
  const rows = starters.flatMap(({ id, name }) => {
    const topic = known.get(id);
    if (!topic || (!facilitator && !topic.open)) return [];
    const text = (part: string) => speaker(language)(`starter.${name}.${part}` as Key);
    return [
      {
        id,
        name: text('title'),
        waiting: topic.waiting,
        mine: topic.mine,
        grouped: view.groups.some((it) => it.topic === id),
        why: text('why'),
        questions: [text('question1'), text('question2'), text('question3')],
        exercise: text('exercise'),
        progress: text('progress'),
        hidden: topic.hidden === true,
      },
    ];
  });
  return { starters: rows };
}
