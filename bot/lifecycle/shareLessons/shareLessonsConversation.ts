// Hears that somebody wants to give others what they learned, or to be asked, or no longer.
import { type Heard, type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';

const show = (_: Heard, here: Here): Reply => {
  const group = whichGroup(here);
  return isRefusal(group) ? group : { show: 'lessons', group: group.id };
};

const run =
  (command: string) =>
  (_: Heard, here: Here): Reply => {
    const group = whichGroup(here);
    return isRefusal(group) ? group : { run: { do: command, group: group.id } };
  };

export const shareLessonsConversation: StepConversation = {
  hears: {
    show_lessons: show,
    offer_advice: run('offerAdvice'),
    stop_advice: run('stopAdvice'),
  },
};
