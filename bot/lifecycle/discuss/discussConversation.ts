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
    unclear: (text, { group }) => ({ run: { do: 'askUnclear', group, point: text } }),
    challenge: (text, { group, about }) => ({ run: { do: 'challenge', group, to: about?.to, words: text } }),
  },
};
