// The material that the programme provides: what there is, or how the group comes by it.
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, type Part, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { isStarter } from '../../knowledge/starters.ts';
import type { Key } from '../../speech/say.ts';
import { materials } from '../materialCards.ts';
import { isProvided, lacksMaterial } from '../provided.ts';

/** Nobody has to look for what they cannot get: who can provide it is said with what is missing. */
export const lackingPart = ({ say, group, contact }: LiveView): Part[] =>
  lacksMaterial(group) ? [para(say(`material.lacking.${group.policy.materials}` as Key, { contact }))] : [];

const readyMade = (view: LiveView): Button[] =>
  isStarter(view.group.topic)
    ? [opens(view, view.say('starter.show'), 'starter', { topic: view.group.topic })]
    : [];

const material = (title: 'material.title' | 'material.new') => (view: LiveView) => {
  const { say, group } = view;
  const mayAdd = group.policy.materials === 'both';
  return card(view, {
    about: stageLine(view),
    title: say(title),
    body: [
      ...(isProvided(group) ? [para(say('material.why'))] : []),
      ...lackingPart(view),
      ...(isStarter(group.topic)
        ? [para(say('material.ready', { topic: view.topicName(group.topic) }))]
        : []),
      ...materials(view, group.provided),
    ],
    buttons: [
      ...readyMade(view),
      ...(mayAdd ? [opens(view, say('resource.add'), 'kickOff.resource')] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
};

export const provideCards: Renders = {
  'kickOff.material': ofLiveGroup(material('material.title'), groupIsOver),
  'material.provided': ofLiveGroup(material('material.new'), groupIsOver),
};
