// PURE: the blueprint of a group's workspace and what has become of it, as facilitators ask for it; no words of members.
import { nameOf, type View } from '../cards/view.ts';
import { isPlaced } from '../group/group.ts';
import { type Language, speaker } from '../speech/say.ts';
import { blueprint } from '../workspace/blueprint.ts';
import { line } from '../workspace/workspaceCards.ts';
import { type Answer, nothingThere } from './failures.ts';

/** Of a group that is still proposed it is what would be made; an ended one keeps what it had. */
export function workspaceOf(view: View | undefined, language: Language): Answer {
  const group = view?.group;
  if (!view || !group || !(isPlaced(group) || group.phase === 'proposed')) return nothingThere;
  const place = isPlaced(group) ? group.place : undefined;
  const say = speaker(language);
  const steps = blueprint(group).map((it) => {
    const { step, n, key, state, code, how } = it;
    return {
      step,
      n: n ?? null,
      key,
      state,
      said: line({ say }, group, it).text,
      code: code ?? null,
      how: how ?? null,
    };
  });
  return {
    body: {
      id: group.id,
      topic: isPlaced(group) ? nameOf(view, group) : view.topicName(group.topic),
      confidential: group.policy.confidential,
      renamed: place?.renamed === true,
      steps,
    },
  };
}
