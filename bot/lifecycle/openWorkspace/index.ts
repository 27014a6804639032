// A place for the group: channel, page, and everyone in the team.
import { placeBuilt, placeRefused, resumePlace } from './openWorkspace.ts';
import { openWorkspaceCards } from './openWorkspaceCards.ts';
import { pageBuilt, pageRefused, revisePage } from './revisePage.ts';

export const openWorkspace = {
  commands: [placeBuilt, placeRefused, resumePlace, revisePage, pageBuilt, pageRefused],
  cards: openWorkspaceCards,
};
