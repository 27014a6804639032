// Hears plans and promises in sentences; a promise without its cue is kept as a plan, and the card asks when.
import { type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';
import { behaviourIn, promiseIn } from './promise.ts';

const keep = (group: string | undefined, text: string): Reply => {
  const promised = promiseIn(text);
  return promised
    ? { run: { do: 'commit', group, ...promised } }
    : { run: { do: 'planAction', group, action: behaviourIn(text) } };
};

export const commitConversation: StepConversation = {
  hears: {
    commit({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const whole = promiseIn(here.text) ? here.text : slots.action;
      return whole
        ? keep(group.id, whole)
        : { ask: { asks: 'promise', group: group.id }, show: 'commitment', group: group.id };
    },
    action_plan({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.action
        ? { run: { do: 'planAction', group: group.id, action: slots.action } }
        : { show: 'commitment', group: group.id };
    },
  },
  answers: {
    promise: (text, { group }) => keep(group, text),
  },
};
