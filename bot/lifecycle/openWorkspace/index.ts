// A place for the group: channel, page, and everyone in the team.
import { placeBuilt, placeRefused } from './openWorkspace.ts';
import { openWorkspaceCards } from './openWorkspaceCards.ts';
import { pageBuilt, pageRefused, revisePage } from './revisePage.ts';

export const openWorkspace = {
  commands: [placeBuilt, placeRefused, revisePage, pageBuilt, pageRefused],
  cards: openWorkspaceCards,
};
