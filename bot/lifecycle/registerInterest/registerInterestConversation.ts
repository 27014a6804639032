// Hears what people want to learn, and finds the topic that others have named already.

import type { Programme } from '../../group/policy.ts';
import { isStarter } from '../../knowledge/starters.ts';
import { recognise } from '../../speech/recognise.ts';
import type { Here, Reply, StepConversation } from '../conversation.ts';
import { refuse } from '../decision.ts';
import { line } from '../text.ts';
import { found } from './listed.ts';
import { likest, sameNamed, topicMeant } from './similar.ts';

/** Joins the topic that is meant, asks which of two that are learned with different people, or adds the new name. */
function interestIn(said: string, here: Here): Reply {
  const topics = here.topics.filter((it) => it.open);
  const same = sameNamed(topics, said);
  const meant =
    same.length > 0 ? same : here.programmes.flatMap((it) => topicMeant(of(topics, it), said) ?? []);
  const [only, ...others] = meant;
  const isSure = same.length > 0 || (only && isWanted(only));
  if (only && others.length === 0 && isSure) return { run: { do: 'registerInterest', topic: only.id } };
  if (others.length > 0)
    return { show: 'topicWhich', about: { topics: meant.map(({ id }) => id).join(' ') } };
  return propose(said, here);
}

/** A ready-made topic is joined by its name, and only offered to who says something like it. */
const isWanted = ({ id }: { id: string }) => !isStarter(id);

const of = (topics: Here['topics'], programme: Programme) =>
  topics.filter((it) => it.programme === programme);

function propose(said: string, here: Here): Reply {
  const name = line.safeParse(said);
  if (!name.success) return refuse('topicName');
  const open = here.topics.filter((it) => it.open);
  const near = likest(open, said);
  if (near) return { show: 'topicSimilar', topic: near.id, draft: name.data };
  const others = here.topics.filter((it) => !it.open);
  const elsewhere = likest(others, said);
  if (elsewhere) return { show: 'topicElsewhere', topic: elsewhere.id, draft: name.data };
  if (here.programmes.length > 1) return { show: 'topicWith', draft: name.data };
  return { run: { do: 'proposeTopic', name: name.data } };
}

/** Somebody wrote only the name of a topic: their group on it, their interest in it, or the way to say so. */
function whatIsOn(name: string, here: Here): Reply {
  const topic = topicMeant(here.topics, name);
  const group = here.groups.find((it) => it.topic === topic?.id);
  if (group) return { show: group.phase === 'live' ? 'group' : 'proposal', group: group.id };
  if (topic && here.topics.some((it) => it.mine && it.id === topic.id))
    return { show: 'interest.registered', topic: topic.id };
  return { show: 'topics', about: found(here.topics, topic?.name ?? name) };
}

export const registerInterestConversation: StepConversation = {
  hears: {
    list_topics: ({ slots }, here) => ({
      show: 'topics',
      ...(slots.query ? { about: found(here.topics, slots.query) } : {}),
    }),
    register_interest: ({ slots }, here) =>
      slots.topic ? interestIn(slots.topic, here) : { ask: { asks: 'topic' }, show: 'topics' },
    propose_topic: ({ slots }, here) =>
      slots.topic ? propose(slots.topic, here) : { ask: { asks: 'topic' }, show: 'topics' },
    withdraw_interest({ slots }, here) {
      const mine = here.topics.filter((it) => it.mine);
      const meant = slots.topic ? topicMeant(mine, slots.topic) : mine.length === 1 ? mine[0] : undefined;
      return meant ? { run: { do: 'withdrawInterest', topic: meant.id } } : refuse('notInterested');
    },
    choose({ slots }, here) {
      const topic = here.listed('topics')?.[Number(slots.position) - 1];
      return topic ? { run: { do: 'registerInterest', topic } } : refuse('nothingListed');
    },
    list_groups: () => ({ show: 'myGroups' }),
    name_topic: ({ slots }, here) => whatIsOn(slots.topic ?? '', here),
  },
  answers: {
    // Asked what they want to learn, people answer with the name or with "I want to learn …".
    topic: (text, _, here) => interestIn(recognise(text, here).slots.topic ?? text, here),
  },
};
