// What is offered after a no to a topic or a group: the same with everyone, or the waiting list.
import type { Button } from '../cards/parts.ts';
import type { View } from '../cards/view.ts';
import type { About } from '../lifecycle/decision.ts';
import type { Key } from '../speech/say.ts';

/** Whoever cannot join a managers' topic is offered the same with everyone: to join it, or to add it. */
export function withOthers(view: View, refused: string, about: About): Button[] {
  const topic = refused === 'notAManager' && view.topics.find((it) => it.id === about.topic);
  if (!topic) return [];
  const same = view.topics.find((it) => it.open && it.name.toLowerCase() === topic.name.toLowerCase());
  return [
    same
      ? {
          title: view.say('topics.join', { topic: same.name }),
          verb: 'do.registerInterest',
          fields: { topic: same.id },
        }
      : { title: view.say('refusal.withOthers'), verb: 'do.proposeTopic', fields: { name: topic.name } },
  ];
}

/** R5, R11: to wait for the next place in a full group, or for the group that another topic is for. */
const toWaitFor: Readonly<Record<string, Key>> = { groupIsFull: 'refusal.wait', oneTopic: 'topics.join' };

export function waitingList(view: View, refused: string, about: About): Button[] {
  const title = toWaitFor[refused];
  const topic = view.topics.find((it) => it.id === about.topic);
  return title && topic?.open && !topic.mine
    ? [
        {
          title: view.say(title, { topic: topic.name }),
          verb: 'do.registerInterest',
          fields: { topic: topic.id },
        },
      ]
    : [];
}
