// Hears greetings, thanks, yes and no, and calls for help.
import type { StepConversation } from '../lifecycle/conversation.ts';
import { answerWaiting } from '../lifecycle/yesOrNo.ts';

const shows = (show: string) => () => ({ show });

export const helpConversation: StepConversation = {
  hears: {
    greet: shows('greeting'),
    help: shows('help'),
    thanks: shows('thanked'),
    who_can_help: ({ slots }) => ({ show: slots.trouble ? 'trouble' : 'whoCanHelp' }),
    cancel: shows('cancelled'),
    confirm: (_, here) => answerWaiting(here, 'yes') ?? { show: 'nothingToConfirm' },
    deny: (_, here) => answerWaiting(here, 'no') ?? { show: 'cancelled' },
    // The word alone may well be what somebody wants to learn.
    feedback(_, here) {
      const said = here.text.trim().toLowerCase();
      const topics = here.topics.filter((it) => said !== '' && it.name.toLowerCase().includes(said));
      return topics.length === 0
        ? { show: 'heardFeedback' }
        : { show: 'topics', about: { topics: topics.map((it) => it.id).join(' ') } };
    },
    set_language: shows('onlyEnglish'),
  },
};
