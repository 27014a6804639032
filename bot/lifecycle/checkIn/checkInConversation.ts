// Hears how far somebody is, and shows how it goes.

import { howFar } from '../../speech/english/howFar.ts';
import { type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';
import { latestOf } from './progress.ts';

const showing = (here: Here, what: string): Reply => {
  const group = whichGroup(here);
  return isRefusal(group) ? group : { show: what, group: group.id };
};

export const checkInConversation: StepConversation = {
  hears: {
    check_in(_, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const ask = { asks: 'checkIn', group: group.id };
      return { show: 'checkIn', group: group.id, ...(group.cycle.stage === 'practice' ? { ask } : {}) };
    },
    show_progress: (_, here) => showing(here, 'progress'),
    complete_objective: (_, here) => showing(here, 'progress'),
    offer_help({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const waiting = group.members.filter(
        (it) => it !== here.person && latestOf(group.cycle, it)?.help === true,
      );
      const named = slots.member && here.colleague(slots.member, group);
      const to = named || (waiting.length === 1 ? waiting[0] : undefined);
      return to ? { run: { do: 'offerHelp', group: group.id, to } } : { show: 'progress', group: group.id };
    },
    update_progress({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const progress = /^\d{1,3}/.exec(slots.percent ?? '')?.[0];
      return progress === undefined
        ? { show: 'checkIn', group: group.id }
        : { run: { do: 'checkIn', group: group.id, progress } };
    },
  },
  answers: {
    checkIn(text, { group }) {
      const far = howFar(text);
      if (!group || !far) return { show: 'checkIn', ...(group ? { group } : {}), draft: text };
      const { progress, story: words } = far;
      return { run: { do: 'checkIn', group, progress, ...(words === undefined ? {} : { words }) } };
    },
  },
};
