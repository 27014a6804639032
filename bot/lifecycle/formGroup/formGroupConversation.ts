// Hears yes and no to a proposal, and questions about the group.

import { type Here, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';

/** The proposal that waits for this person's answer. */
const asked = (here: Here) =>
  here.groups.find(
    (it) =>
      it.phase === 'proposed' && it.seats.some((s) => s.person === here.person && s.state === 'offered'),
  );

const anyProposal = (here: Here) => asked(here) ?? here.groups.find((it) => it.phase === 'proposed');

export const formGroupConversation: StepConversation = {
  hears: {
    accept_seat(_, here) {
      const group = asked(here);
      if (group) return { run: { do: 'acceptSeat', group: group.id } };
      // In a group there may be something else to say yes to.
      const isMember = here.groups.some((it) => it.phase === 'live');
      return isMember ? { heardAs: { intent: 'confirm', slots: {} } } : refuse('noProposal');
    },
    decline_seat(_, here) {
      const group = anyProposal(here);
      if (group) return { run: { do: 'declineSeat', group: group.id } };
      const mine = whichGroup(here);
      return isRefusal(mine) ? refuse('noProposal') : { show: 'leave', group: mine.id };
    },
    group_status({ slots }, here) {
      const group = whichGroup(here, slots.topic);
      if (!isRefusal(group)) return { show: 'group', group: group.id };
      const proposal = anyProposal(here);
      if (proposal) return { show: 'proposal', group: proposal.id };
      return { show: 'myGroups' };
    },
    show_u(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'theU', group: group.id };
    },
    open_resource_page(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'group', group: group.id };
    },
    leave_group({ slots }, here) {
      const group = whichGroup(here, slots.topic);
      if (!isRefusal(group)) return { show: 'leave', group: group.id };
      const proposal = anyProposal(here);
      return proposal ? { run: { do: 'declineSeat', group: proposal.id } } : group;
    },
  },
};
