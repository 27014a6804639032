// The group's article: its own words by consent of each who wrote them, agreed by all, published as a page.
import { articleCards } from './articleCards.ts';
import { articleConversation } from './articleConversation.ts';
import { allowPassage, keepPassage } from './consent.ts';
import { editCards } from './editCards.ts';
import {
  approveArticle,
  articleBuilt,
  articleRefused,
  resumeArticle,
  reviseArticle,
} from './publishArticle.ts';
import { addPassage, aimArticle, draftArticle, movePassage, titleArticle } from './writeArticle.ts';

export const writeArticle = {
  commands: [
    draftArticle,
    aimArticle,
    titleArticle,
    addPassage,
    movePassage,
    allowPassage,
    keepPassage,
    approveArticle,
    resumeArticle,
    reviseArticle,
    articleBuilt,
    articleRefused,
  ],
  cards: { ...articleCards, ...editCards },
  conversation: articleConversation,
};
