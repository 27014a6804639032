// Hears who wants to see what was made for a group, their own or, of facilitators, any.
import { type Here, type Reply, type StepConversation, whichGroup } from '../lifecycle/conversation.ts';
import { isRefusal } from '../lifecycle/decision.ts';

function asked(here: Here, topic: string | undefined): Reply {
  const group = whichGroup(here, topic);
  return isRefusal(group) ? group : { show: 'workspace', group: group.id };
}

export const workspaceConversation: StepConversation = {
  hears: {
    show_workspace: ({ slots }, here) => asked(here, slots.topic),
  },
};
