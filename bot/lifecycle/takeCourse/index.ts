// Step 5: each member takes the course by themselves.
import { completeCourse, reopenCourse } from './takeCourse.ts';
import { takeCourseCards } from './takeCourseCards.ts';
import { takeCourseConversation } from './takeCourseConversation.ts';

export const takeCourse = {
  commands: [completeCourse, reopenCourse],
  cards: takeCourseCards,
  conversation: takeCourseConversation,
};
