// PURE: the ready-made topics as the tab shows them, in the language that it asks for.
import type { View } from '../cards/view.ts';
import { insideStarter } from '../knowledge/insideStarter.ts';
import { addedStarters, starterOf, starters } from '../knowledge/starters.ts';
import type { TopicId } from '../lifecycle/decision.ts';
import { speaker } from '../speech/say.ts';
import type { Language } from '../words/languages.ts';
import type { Starters } from './contract.ts';

/** In the order of the list: ours, then those of facilitators. */
export const startersToList: readonly TopicId[] = [...starters.map(({ id }) => id), ...addedStarters];

/** Those that the reader may want; for facilitators also those that are not offered. */
export function startersFor(view: View, language: Language, facilitator: boolean): Starters {
  const known = new Map(view.topics.map((it) => [it.id, it]));
  const rows = startersToList.flatMap((id) => {
    const topic = known.get(id);
    const inside = insideStarter(id, speaker(language), view.starters);
    if (!topic || !inside || (!facilitator && !topic.open)) return [];
    return [
      {
        id,
        ...inside,
        questions: [...inside.questions],
        waiting: topic.waiting,
        mine: topic.mine,
        grouped: view.groups.some((it) => it.topic === id),
        hidden: topic.hidden === true,
        reworded: starterOf(id) !== undefined && view.starters?.has(id) === true,
      },
    ];
  });
  return { starters: rows };
}
