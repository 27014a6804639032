// The applied project: one per cycle, with its tasks in chat and, where it may be, in Planner.
import { chooseProject, deliverProject, finishTask, reopenTask } from './applyProject.ts';
import { applyProjectCards } from './applyProjectCards.ts';
import { applyProjectConversation } from './applyProjectConversation.ts';
import { projectBuilt, projectRefused, resumeProject } from './build.ts';

export const applyProject = {
  commands: [
    chooseProject,
    finishTask,
    reopenTask,
    deliverProject,
    projectBuilt,
    projectRefused,
    resumeProject,
  ],
  cards: applyProjectCards,
  conversation: applyProjectConversation,
};
