// The introductions of the kick-off: of each member what they want to be able to do, and what they bring (R35, R15).
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, heading, type Part, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { PersonId } from '../decision.ts';

/** A card has 28 KB for up to eight members: the objectives card has all. */
const mostObjectives = 2;

function member(view: LiveView, person: PersonId): Part[] {
  const { say, group, text } = view;
  const wants = group.cycle.objectives.filter((it) => it.person === person && !it.removed);
  const knows = group.knowledge.find((it) => it.person === person);
  const more = wants.length - mostObjectives;
  return [
    heading(person === view.reader ? say('names.you') : view.name(person)),
    ...(wants.length === 0 ? [para(say('introductions.noObjective'), { subtle: true })] : []),
    ...wants.slice(0, mostObjectives).map((it) => quote(text(it.words), say('introductions.wants'))),
    ...(more > 0 ? [para(say('quotes.more', { count: more }), { subtle: true })] : []),
    ...(knows ? [quote(text(knows.words), say('introductions.brings'))] : []),
  ];
}

const introductions = (view: LiveView) =>
  card(view, {
    about: stageLine(view),
    title: view.say('introductions.title'),
    body: [para(view.say('introductions.why')), ...view.group.members.flatMap((it) => member(view, it))],
    buttons: [
      opens(view, view.say('knowledge.show'), 'knowledge'),
      opens(view, view.say('objectives.title'), 'objectives'),
      opens(view, view.say('kickOff.show'), 'kickOff'),
    ],
  });

export const introductionsCards: Renders = {
  'kickOff.introductions': ofLiveGroup(introductions, groupIsOver),
};
