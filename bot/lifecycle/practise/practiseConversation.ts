// Hears what somebody has put into practice, and asks for the sentence that says it.
import { type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';

export const practiseConversation: StepConversation = {
  hears: {
    record_practice({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const as = slots.as === 'helped' ? 'helped' : 'used';
      return slots.practice
        ? { run: { do: 'recordPractice', group: group.id, as, words: slots.practice } }
        : { ask: { asks: 'practice', group: group.id, about: { as } }, show: 'practice', group: group.id };
    },
    begin_reflection(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { run: { do: 'beginReflection', group: group.id } };
    },
  },
  answers: {
    practice: (text, { group, about }) => ({
      run: { do: 'recordPractice', group, as: about?.as, words: text },
    }),
  },
};
