// Hears what is unclear, which of it matters, who is challenged and what they answer, and asks for the sentence that is missing.
import { type Heard, type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';
import { agenda } from './agenda.ts';

const discussion = (here: Here): Reply => {
  const group = whichGroup(here);
  return isRefusal(group) ? group : { show: 'discussion', group: group.id };
};

/** By its number on the card that the person saw last, whose order others may have changed since; or the only one. */
const onPoint =
  (command: 'markPoint' | 'unmarkPoint') =>
  ({ slots }: Heard, here: Here): Reply => {
    const group = whichGroup(here);
    if (isRefusal(group)) return group;
    const open = agenda(group).map((it) => it.id);
    const [only, ...others] = open;
    const numbered = (here.listed(group.id) ?? open)[Number(slots.position) - 1];
    const point = slots.position === undefined && others.length === 0 ? only : numbered;
    return point ? { run: { do: command, group: group.id, point } } : { show: 'discussion', group: group.id };
  };

/** What others have asked this person and wait to hear. */
const challengesTo = ({ groups, person }: Here) =>
  groups.flatMap((group) =>
    group.phase !== 'live'
      ? []
      : group.cycle.challenges
          .filter((it) => it.to === person && it.answer === undefined)
          .map((it) => ({ group: group.id, challenge: it.id })),
  );

export const discussConversation: StepConversation = {
  hears: {
    ask_question({ slots }, here) {
      const group = whichGroup(here);
      // Whoever is in a community alone asks there.
      if (isRefusal(group) && group.refused === 'communityHasNone')
        return { heardAs: { intent: 'ask_community', slots: { text: slots.question ?? '' } } };
      if (isRefusal(group)) return group;
      return slots.question
        ? { run: { do: 'askUnclear', group: group.id, point: slots.question } }
        : { ask: { asks: 'unclear', group: group.id }, show: 'discussion.unclear', group: group.id };
    },
    show_discussion: (_, here) => discussion(here),
    mark_point: onPoint('markPoint'),
    unmark_point: onPoint('unmarkPoint'),
    answer_challenge({ slots }, here) {
      const [asked, ...others] = challengesTo(here);
      if (!asked || others.length > 0) return discussion(here);
      const { group, challenge } = asked;
      if (slots.text) return { run: { do: 'answerChallenge', ...asked, words: slots.text } };
      const about = { challenge };
      return { ask: { asks: 'answer', group, about }, show: 'challenged', group, about };
    },
    challenge({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const to = slots.member ? here.colleague(slots.member, group) : undefined;
      const form = { show: 'discussion.challenge', group: group.id };
      if (to === undefined) return form;
      return slots.text
        ? { run: { do: 'challenge', group: group.id, to, words: slots.text } }
        : { ...form, about: { to }, ask: { asks: 'challenge', group: group.id, about: { to } } };
    },
  },
  answers: {
    answer: (text, { group, about }) => ({
      run: { do: 'answerChallenge', group, challenge: about?.challenge, words: text },
    }),
    unclear: (text, { group }) => ({ run: { do: 'askUnclear', group, point: text } }),
    challenge: (text, { group, about }) => ({ run: { do: 'challenge', group, to: about?.to, words: text } }),
  },
};
