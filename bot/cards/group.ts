// What cards of a group have in common: the line that says where it stands, and the card when it is no longer yours.
import type { Key } from '../speech/say.ts';
import { card, para } from './parts.ts';
import type { LiveView, Render } from './view.ts';

/** "Learning group · Giving feedback · cycle 1 · objectives": kind and stage stand on every card (R1). */
export const stageLine = ({ say, group, topicName }: LiveView): string =>
  say('stage.line', {
    kind: say(`kind.${group.policy.kind}` as Key),
    topic: topicName(group.topic),
    cycle: group.cycle.n,
    stage: say(`stage.${group.cycle.stage}` as Key),
  });

/** Shown instead of a group's card to somebody who is not, or no longer, one of its members. */
export const groupIsOver: Render = (view) =>
  card(view, {
    title: view.say('groupIsOver.title'),
    body: [para(view.say('groupIsOver.body'))],
    buttons: [
      { title: view.say('topics.show'), verb: 'show.topics' },
      { title: view.say('myGroups.show'), verb: 'show.myGroups' },
    ],
  });
