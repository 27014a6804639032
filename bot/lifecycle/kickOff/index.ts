// Step 4: the kick-off, from finding a time to what the group learns with and for.
import { agreeTime, answerTime, proposeTime } from './agreeTime.ts';
import { calendarBuilt, calendarRefused, findTimes, timesBuilt, timesRefused } from './calendar.ts';
import { addResource, nameOpportunity, pickCourse, removeOpportunity, removeResource } from './gather.ts';
import { closeKickOff, endKickOff } from './kickOff.ts';
import { kickOffCards } from './kickOffCards.ts';
import { kickOffConversation } from './kickOffConversation.ts';
import { placeResource } from './placeResource.ts';
import { provideMaterial, withdrawMaterial } from './provide.ts';
import { agreeShared, answerShared, proposeShared, removeShared } from './shareObjectives.ts';

export const kickOff = {
  commands: [
    proposeTime,
    answerTime,
    agreeTime,
    findTimes,
    timesBuilt,
    timesRefused,
    calendarBuilt,
    calendarRefused,
    proposeShared,
    answerShared,
    agreeShared,
    removeShared,
    nameOpportunity,
    removeOpportunity,
    pickCourse,
    addResource,
    removeResource,
    placeResource,
    provideMaterial,
    withdrawMaterial,
    closeKickOff,
    endKickOff,
  ],
  cards: kickOffCards,
  conversation: kickOffConversation,
};
