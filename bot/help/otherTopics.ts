// What is offered after a no to a topic or a group: the same with everyone, or the waiting list.
import type { Button } from '../cards/parts.ts';
import type { View } from '../cards/view.ts';
import type { About } from '../lifecycle/decision.ts';

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

/** R5: who finds a group full is offered to wait for the next place. */
export function waitingList(view: View, refused: string, about: About): Button[] {
  const topic = view.topics.find((it) => refused === 'groupIsFull' && it.id === about.topic);
  return topic?.open && !topic.mine
    ? [{ title: view.say('refusal.wait'), verb: 'do.registerInterest', fields: { topic: topic.id } }]
    : [];
}
