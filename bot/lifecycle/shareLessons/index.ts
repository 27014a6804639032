// Lessons for everyone, by consent of each who learned them.
import { offerAdvice, shareLesson, stopAdvice, takeBackLesson } from './shareLessons.ts';
import { shareLessonsCards } from './shareLessonsCards.ts';
import { shareLessonsConversation } from './shareLessonsConversation.ts';

export const shareLessons = {
  commands: [shareLesson, takeBackLesson, offerAdvice, stopAdvice],
  cards: shareLessonsCards,
  conversation: shareLessonsConversation,
};
