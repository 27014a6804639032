// One member invites another to say how they use what they learned, and gets an answer.
import { z } from 'zod';
import type { Stage } from '../../group/group.ts';
import type { News } from '../decision.ts';
import { isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { brought, takingBack } from '../takeBack.ts';
import { id, passage, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';

const talking: Stage[] = ['discussion', 'commitment', 'practice'];

/** To one member from one other, still unanswered: more would be pressing. */
const mostOpen = 2;

export const challenge = stepCommand({
  name: 'challenge',
  shape: z.strictObject({ group: id, to: id, words: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...talking);
    if (isRefusal(group)) return group;
    const { to } = command;
    if (!group.members.includes(to)) return refuse('unknownMember');
    if (to === context.by) return refuse('challengeYourself');
    const open = group.cycle.challenges.filter(
      (it) => it.from === context.by && it.to === to && it.answer === undefined,
    );
    if (open.length >= mostOpen) return refuse('enoughChallenges', { most: mostOpen });
    const [raised = '', words = ''] = context.ids;
    const about = { challenge: raised };
    return accept(
      group,
      context,
      [{ type: 'challengeRaised', v: 1, challenge: raised, from: context.by, to, words }],
      {
        then: [{ is: 'tell', to, what: 'challenged', group: group.id, about }],
        written: [wrote(group, context, words, command.words)],
        unlike: open.map((it) => it.words),
      },
    );
  },
  shows: (command) => ({ show: 'discussion', group: command.group }),
  undo: (command, accepted) => ({
    command: { do: 'removeChallenge', group: command.group, entry: brought(accepted, 'challenge') },
  }),
});

export const removeChallenge = takingBack('removeChallenge', 'challenge', 'discussion', ...talking);

export const answerChallenge = stepCommand({
  name: 'answerChallenge',
  shape: z.strictObject({ group: id, challenge: id, words: passage }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...talking);
    if (isRefusal(group)) return group;
    const asked = group.cycle.challenges.find((it) => it.id === command.challenge);
    if (!asked) return refuse('unknownChallenge');
    if (asked.to !== context.by) return refuse('notYourChallenge');
    const [words = ''] = context.ids;
    // A reworded answer is no news, and neither is one to somebody who has left.
    const then: News[] = group.members
      .filter((it) => it === asked.from && asked.answer === undefined)
      .map((to) => ({
        is: 'tell',
        to,
        what: 'challengeAnswered',
        group: group.id,
        about: { challenge: asked.id },
      }));
    return accept(group, context, [{ type: 'challengeAnswered', v: 1, challenge: asked.id, words }], {
      then,
      written: [wrote(group, context, words, command.words)],
    });
  },
  shows: (command) => ({
    show: 'challenged',
    group: command.group,
    about: { challenge: command.challenge },
  }),
  undo: () => ({ none: 'rewordAgain' }),
});
