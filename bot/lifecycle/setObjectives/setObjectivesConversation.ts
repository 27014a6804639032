// Hears objectives and what somebody brings in sentences, and asks for the one sentence that is missing.

import { type Here, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';

const ownObjective = (here: Here, ref: string | undefined) => {
  const group = whichGroup(here);
  if (isRefusal(group)) return group;
  const mine = group.cycle.objectives.filter((it) => it.person === here.person && !it.removed);
  const at = ref === undefined ? mine.length : Number(ref);
  const objective = mine[at - 1];
  return objective ? { group, objective } : refuse('unknownObjective');
};

export const setObjectivesConversation: StepConversation = {
  hears: {
    add_objective({ slots }, here) {
      const group = whichGroup(here);
      // Who is in no group says with the same words what they would like to learn.
      if (slots.objective && here.groups.length === 0)
        return { heardAs: { intent: 'register_interest', slots: { topic: slots.objective } } };
      if (isRefusal(group)) return group;
      return slots.objective
        ? { run: { do: 'addObjective', group: group.id, objective: slots.objective } }
        : { ask: { asks: 'objective', group: group.id }, show: 'objectives', group: group.id };
    },
    list_objectives(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'objectives', group: group.id };
    },
    edit_objective({ slots }, here) {
      const found = ownObjective(here, slots.ref);
      if (isRefusal(found)) return found;
      const target = { group: found.group.id, objective: found.objective.id };
      return slots.objective
        ? { run: { do: 'rewordObjective', ...target, words: slots.objective } }
        : {
            ask: { asks: 'rewording', group: target.group, about: target },
            show: 'objectives',
            group: target.group,
          };
    },
    bring_knowledge({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.words
        ? { run: { do: 'bringKnowledge', group: group.id, words: slots.words } }
        : { ask: { asks: 'knowledge', group: group.id }, show: 'knowledge', group: group.id };
    },
    // What is only perhaps meant for the group is shown to its writer first.
    offer_knowledge({ slots }, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'knowledge', group: group.id, draft: slots.words ?? '' };
    },
    show_knowledge(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'knowledge', group: group.id };
    },
    remove_knowledge(_, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const own = group.knowledge.find((it) => it.person === here.person);
      return own
        ? { run: { do: 'removeKnowledge', group: group.id, entry: own.id } }
        : refuse('nothingBrought');
    },
    remove_objective({ slots }, here) {
      const found = ownObjective(here, slots.ref);
      if (isRefusal(found)) return found;
      return { run: { do: 'removeObjective', group: found.group.id, objective: found.objective.id } };
    },
  },
  answers: {
    knowledge: (words, { group }) => ({ run: { do: 'bringKnowledge', group, words } }),
    objective: (text, { group }) => ({ run: { do: 'addObjective', group, objective: text } }),
    rewording: (text, { group, about }) => ({
      run: { do: 'rewordObjective', group, objective: about?.objective, words: text },
    }),
  },
};
