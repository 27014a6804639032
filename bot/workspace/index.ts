// The workspace of a group while it lives: shown as its blueprint, looked after, and made again where people want it.
import { archiveBuilt, archivePlace, archiveRefused, resumeArchive } from './archive.ts';
import { joinerRefused } from './joining.ts';
import { linkBuilt, linkRefused } from './links.ts';
import { leavePart, repairPart } from './repair.ts';
import { placeBefallen, placeSeen, verifyPlace } from './verify.ts';
import { workspaceCards } from './workspaceCards.ts';
import { workspaceConversation } from './workspaceConversation.ts';

export const workspace = {
  commands: [
    verifyPlace,
    placeSeen,
    placeBefallen,
    repairPart,
    leavePart,
    archivePlace,
    archiveBuilt,
    archiveRefused,
    resumeArchive,
    joinerRefused,
    linkBuilt,
    linkRefused,
  ],
  cards: workspaceCards,
  conversation: workspaceConversation,
};
