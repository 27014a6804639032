// The introductions of the kick-off: of each member what they want to be able to do, and what they bring (R35, R15).
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, heading, type Part, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { PersonId } from '../decision.ts';

/** The objectives card has all. */
const mostObjectives = 2;

/** Teams takes about 28 KB: room is left for what a message has around its card. */
const mostBytes = 26 * 1024;

function member(view: LiveView, person: PersonId, most: number): Part[] {
  const { say, group, text } = view;
  const wants = group.cycle.objectives.filter((it) => it.person === person && !it.removed);
  const knows = group.knowledge.find((it) => it.person === person);
  const more = wants.length - most;
  return [
    heading(person === view.reader ? say('names.you') : view.name(person)),
    ...(wants.length === 0 ? [para(say('introductions.noObjective'), { subtle: true })] : []),
    ...wants.slice(0, most).map((it) => quote(text(it.words), say('introductions.wants'))),
    ...(more > 0 ? [para(say('quotes.more', { count: more }), { subtle: true })] : []),
    ...(knows ? [quote(text(knows.words), say('introductions.brings'))] : []),
  ];
}

const withObjectives = (view: LiveView, most: number) =>
  card(view, {
    about: stageLine(view),
    title: view.say('introductions.title'),
    body: [
      para(view.say('introductions.why')),
      ...view.group.members.flatMap((it) => member(view, it, most)),
    ],
    buttons: [
      opens(view, view.say('knowledge.show'), 'knowledge'),
      opens(view, view.say('objectives.title'), 'objectives'),
      opens(view, view.say('kickOff.show'), 'kickOff'),
    ],
  });

/** Eight members with long sentences of letters that take three bytes each are too many for two objectives of each. */
function introductions(view: LiveView) {
  const full = withObjectives(view, mostObjectives);
  return Buffer.byteLength(JSON.stringify(full.card)) <= mostBytes ? full : withObjectives(view, 1);
}

export const introductionsCards: Renders = {
  'kickOff.introductions': ofLiveGroup(introductions, groupIsOver),
};
