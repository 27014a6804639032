// Hears a person's own judgement of an objective, and shows which one is next.
import { type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';

export const assessConversation: StepConversation = {
  hears: {
    self_assess({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const mine = group.cycle.objectives.filter((it) => it.person === here.person && !it.removed);
      const named = slots.ref === undefined ? undefined : mine[Number(slots.ref) - 1];
      if (slots.ref !== undefined && !named) return refuse('unknownObjective');
      // A number alone is clear only when there is one objective it can be about.
      const objective = named ?? (mine.length === 1 ? mine[0] : undefined);
      if (!objective) return { show: 'assess', group: group.id };
      return slots.rating
        ? { run: { do: 'assess', group: group.id, objective: objective.id, rating: slots.rating } }
        : { show: 'assess', group: group.id, about: { objective: objective.id } };
    },
  },
};
