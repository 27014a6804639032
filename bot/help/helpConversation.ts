// Hears greetings, thanks, and calls for help.
import type { StepConversation } from '../lifecycle/conversation.ts';

const shows = (show: string) => () => ({ show });

export const helpConversation: StepConversation = {
  hears: {
    greet: shows('greeting'),
    help: shows('help'),
    thanks: shows('thanked'),
    who_can_help: shows('whoCanHelp'),
    cancel: shows('cancelled'),
    deny: shows('cancelled'),
    confirm: shows('help'),
    feedback: shows('heardFeedback'),
  },
};
