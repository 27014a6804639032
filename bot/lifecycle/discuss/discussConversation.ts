// Hears what is unclear and who is challenged, and asks for the sentence that is missing.
import { type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';

export const discussConversation: StepConversation = {
  hears: {
    ask_question({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.question
        ? { run: { do: 'askUnclear', group: group.id, point: slots.question } }
        : { ask: { asks: 'unclear', group: group.id }, show: 'discussion.unclear', group: group.id };
    },
    show_discussion(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'discussion', group: group.id };
    },
    answer_challenge({ slots }, here) {
      const asked = challengesTo(here);
      const [only] = asked;
      if (!only || asked.length > 1) {
        const group = only ?? whichGroup(here);
        return isRefusal(group) ? group : { show: 'discussion', group: 'group' in group ? group.group : group.id };
      }
      const { group, challenge } = only;
      return slots.text
        ? { run: { do: 'answerChallenge', group, challenge, words: slots.text } }
        : { ask: { asks: 'answer', group, about: { challenge } }, show: 'challenged', group, about: { challenge } };
    },
    challenge({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const to = slots.member ? here.colleague(slots.member, group) : undefined;
      const form = { show: 'discussion.challenge', group: group.id };
      if (to === undefined) return form;
      return slots.text
        ? { run: { do: 'challenge', group: group.id, to, words: slots.text } }
        : { ...form, about: { to }, ask: { asks: 'challenge', group: group.id, about: { to } } };
    },
  },
  answers: {
    answer: (text, { group, about }) => ({
      run: { do: 'answerChallenge', group, challenge: about?.challenge, words: text },
    }),
    unclear: (text, { group }) => ({ run: { do: 'askUnclear', group, point: text } }),
    challenge: (text, { group, about }) => ({ run: { do: 'challenge', group, to: about?.to, words: text } }),
  },
};
