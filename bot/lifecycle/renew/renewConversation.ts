// Hears how the group should go on, who stays, and that it should learn something else.

import { type Here, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';
import { wording } from '../text.ts';

const choose = (here: Here, mode: string | undefined, stays: boolean) => {
  const group = whichGroup(here);
  if (isRefusal(group)) return group;
  const own = group.cycle.choices.find((it) => it.person === here.person);
  return {
    run: { do: 'chooseNext', group: group.id, mode: mode ?? own?.mode ?? 'deeper', stays: String(stays) },
  };
};

export const renewConversation: StepConversation = {
  hears: {
    loop_next({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.mode ? choose(here, slots.mode, true) : { show: 'renewal', group: group.id };
    },
    another_topic({ slots }, here) {
      const group = whichGroup(here);
      // R12: a community takes up whatever comes.
      if (isRefusal(group) && group.refused === 'communityHasNone')
        return { heardAs: { intent: 'ask_community', slots: {} } };
      if (isRefusal(group)) return group;
      const wanted = slots.topic === undefined ? undefined : wording(slots.topic);
      const topic = here.topics.find((it) => wording(it.name) === wanted)?.id;
      return { run: { do: 'anotherTopic', group: group.id, ...(topic === undefined ? {} : { topic }) } };
    },
    close_group: (_, here) => choose(here, 'close', true),
    stay: (_, here) => choose(here, undefined, true),
    // Whether a group on it can be joined now is said on the card of the topic.
    join_group({ slots }, here) {
      const asked = here.groups.find(({ phase }) => phase === 'proposed');
      if (asked && !slots.topic) return { show: 'proposal', group: asked.id };
      const wanted = slots.topic?.toLowerCase();
      const topic = here.topics.find((it) => wanted !== undefined && it.name.toLowerCase().includes(wanted));
      return topic ? { show: 'interest.registered', topic: topic.id } : { show: 'topics' };
    },
  },
};
