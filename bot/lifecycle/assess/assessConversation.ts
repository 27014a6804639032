// Hears a person's own judgement of an objective, and shows which one is next.
import { type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';

export const assessConversation: StepConversation = {
  hears: {
    judge_commitment({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const { verdict, words } = slots;
      if (!verdict) return { show: 'verdicts', group: group.id };
      return words
        ? { run: { do: 'judgeCommitment', group: group.id, verdict, words } }
        : {
            ask: { asks: 'evidence', group: group.id, about: { verdict } },
            show: 'judge',
            group: group.id,
            about: { verdict },
          };
    },
    self_assess({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const mine = group.cycle.objectives.filter((it) => it.person === here.person && !it.removed);
      const named = slots.ref === undefined ? undefined : mine[Number(slots.ref) - 1];
      if (slots.ref !== undefined && !named) return refuse('unknownObjective');
      const done = group.cycle.assessments.map((it) => it.objective);
      const objective = named ?? mine.find((it) => !done.includes(it.id)) ?? mine[0];
      if (!objective) return { show: 'assess', group: group.id };
      const about = { objective: objective.id };
      // A number alone is clear only when there is one objective it can be about.
      return slots.rating && (named || mine.length === 1)
        ? { run: { do: 'assess', group: group.id, ...about, rating: slots.rating } }
        : { ask: { asks: 'rating', group: group.id, about }, show: 'assess', group: group.id, about };
    },
  },
  answers: {
    evidence: (words, { group, about }) => ({
      run: { do: 'judgeCommitment', group, verdict: about?.verdict, words },
    }),
    rating(text, question) {
      const { group, about } = question;
      const rating = /^\D{0,20}([1-5])\b/.exec(text)?.[1];
      return rating
        ? { run: { do: 'assess', group, objective: about?.objective, rating } }
        : { ask: question, show: 'assess', ...(group ? { group } : {}), ...(about ? { about } : {}) };
    },
  },
};
