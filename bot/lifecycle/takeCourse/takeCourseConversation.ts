// Hears that a course is done, or not after all, and shows the course when asked for it.
import { type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';

export const takeCourseConversation: StepConversation = {
  hears: {
    complete_course(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { run: { do: 'completeCourse', group: group.id } };
    },
    reopen_course(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { run: { do: 'reopenCourse', group: group.id } };
    },
    /** Without a name it can only be the course, while the group takes one. */
    finished(_, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return group.cycle.stage === 'course'
        ? { run: { do: 'completeCourse', group: group.id } }
        : { show: 'group', group: group.id };
    },
    list_courses({ slots }, here) {
      const group = whichGroup(here, slots.topic);
      if (isRefusal(group)) return group;
      return { show: group.cycle.stage === 'kickOff' ? 'kickOff.course' : 'course', group: group.id };
    },
  },
};
