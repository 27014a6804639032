// The lifecycle of a learning group: its steps in the order they are lived.
import { applyProject } from './applyProject/index.ts';
import { assess } from './assess/index.ts';
import { checkIn } from './checkIn/index.ts';
import { commit } from './commit/index.ts';
import { discuss } from './discuss/index.ts';
import { formGroup } from './formGroup/index.ts';
import { kickOff } from './kickOff/index.ts';
import { openWorkspace } from './openWorkspace/index.ts';
import { practise } from './practise/index.ts';
import { registerInterest } from './registerInterest/index.ts';
import { renew } from './renew/index.ts';
import { setObjectives } from './setObjectives/index.ts';
import { shareLessons } from './shareLessons/index.ts';
import { takeCourse } from './takeCourse/index.ts';
import { writeArticle } from './writeArticle/index.ts';

export const lifecycle = [
  registerInterest,
  formGroup,
  openWorkspace,
  setObjectives,
  kickOff,
  takeCourse,
  discuss,
  commit,
  practise,
  shareLessons,
  checkIn,
  applyProject,
  writeArticle,
  assess,
  renew,
];
