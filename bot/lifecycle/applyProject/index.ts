// The applied project: one per cycle, with its tasks in chat and, where it may be, in Planner.
import {
  chooseProject,
  deliverProject,
  finishTask,
  putBackTask,
  reopenTask,
  takeTask,
} from './applyProject.ts';
import { applyProjectCards } from './applyProjectCards.ts';
import { applyProjectConversation } from './applyProjectConversation.ts';
import { projectBuilt, projectRefused, resumeProject } from './build.ts';
import { followProject } from './follow.ts';
import { jobCards, setJob, tellResult } from './onTheJob.ts';
import { remakeTasks } from './remake.ts';

export const applyProject = {
  commands: [
    chooseProject,
    finishTask,
    reopenTask,
    takeTask,
    putBackTask,
    deliverProject,
    projectBuilt,
    projectRefused,
    resumeProject,
    followProject,
    remakeTasks,
    setJob,
    tellResult,
  ],
  cards: { ...applyProjectCards, ...jobCards },
  conversation: applyProjectConversation,
};
