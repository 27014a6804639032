// Hears that a course is done, and shows the course when asked for it.
import { type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';

export const takeCourseConversation: StepConversation = {
  hears: {
    complete_course(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { run: { do: 'completeCourse', group: group.id } };
    },
    list_courses({ slots }, here) {
      const group = whichGroup(here, slots.topic);
      if (isRefusal(group)) return group;
      return { show: group.cycle.stage === 'kickOff' ? 'kickOff.course' : 'course', group: group.id };
    },
  },
};
