// The forms for a problem at work, the course and other resources.
import { groupIsOver, keepsPage, opens, quotes, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, type Part, para, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { materialPart, materials } from '../materialCards.ts';
import { most } from '../text.ts';
import { sectionAsked } from './placeResource.ts';

/** The newest; with their links they are the largest part of a card. */
const mostMaterials = 5;

const back = (view: LiveView) => opens(view, view.say('kickOff.show'), 'kickOff');

const form = (title: string, verb: `do.${string}`, view: LiveView): Button => ({
  title,
  verb,
  fields: { group: view.group.id },
  look: 'positive',
});

const takeBack = (view: LiveView, verb: `do.${string}`, rows: { id: string; person: string }[]): Button[] =>
  rows
    .filter((it) => it.person === view.reader)
    .slice(-1)
    .map((it) => ({
      title: view.say('entry.removeLast'),
      verb,
      fields: { group: view.group.id, entry: it.id },
      anyInput: false,
    }));

function opportunity(view: LiveView) {
  const { say, group } = view;
  const open = group.cycle.stage === 'kickOff';
  return card(view, {
    about: stageLine(view),
    title: say('opportunity.title'),
    body: [
      para(say('opportunity.why')),
      ...(group.cycle.opportunities.length > 0
        ? [heading(say('opportunity.soFar')), ...quotes(view, group.cycle.opportunities)]
        : []),
      open
        ? textField({
            id: 'opportunity',
            label: say('opportunity.ask'),
            placeholder: say('opportunity.example'),
            required: say('opportunity.required'),
            most: most.sentence,
            lines: true,
          })
        : para(say('kickOff.isOver')),
    ],
    buttons: [
      ...(open ? [form(say('opportunity.send'), 'do.nameOpportunity', view)] : []),
      ...(open ? takeBack(view, 'do.removeOpportunity', group.cycle.opportunities) : []),
      back(view),
    ],
  });
}

const titleAndLink = (view: LiveView, what: 'course' | 'resource'): Part[] => {
  const { say } = view;
  return [
    textField({
      id: 'title',
      label: say(`${what}.name`),
      placeholder: say(`${what}.nameExample`),
      required: say(`${what}.nameRequired`),
      most: most.line,
    }),
    textField({
      id: 'link',
      label: say('material.link'),
      placeholder: say('material.linkExample'),
      most: 2000,
    }),
    para(say(keepsPage(view) ? 'material.readers' : 'material.noPage'), { subtle: true }),
  ];
};

function course(view: LiveView) {
  const { say, group } = view;
  const { cycle, policy } = group;
  const open =
    policy.materials !== 'none' &&
    ['kickOff', 'course'].includes(cycle.stage) &&
    cycle.courseDone.length === 0;
  return card(view, {
    about: stageLine(view),
    title: say('course.pick'),
    body: [
      para(policy.materials === 'none' ? say('course.without') : say('course.why')),
      ...(cycle.course ? [heading(say('course.now')), materialPart(view, cycle.course)] : []),
      ...(open ? titleAndLink(view, 'course') : []),
    ],
    buttons: [
      ...(open
        ? [form(cycle.course ? say('course.replace') : say('course.send'), 'do.pickCourse', view)]
        : []),
      back(view),
    ],
  });
}

function resource(view: LiveView) {
  const { say, group } = view;
  const rows = group.cycle.resources;
  const shown = rows.slice(-mostMaterials);
  return card(view, {
    about: stageLine(view),
    title: say('resource.title'),
    body: [
      para(say('resource.why')),
      ...(shown.length > 0 ? [heading(say('resource.soFar')), ...materials(view, shown)] : []),
      ...(rows.length > shown.length
        ? [para(say('quotes.more', { count: rows.length - shown.length }), { subtle: true })]
        : []),
      ...titleAndLink(view, 'resource'),
      sectionAsked(view),
    ],
    buttons: [
      form(say('resource.send'), 'do.addResource', view),
      ...takeBack(view, 'do.removeResource', rows),
      ...(rows.length > 0 ? [opens(view, say('resource.order.show'), 'kickOff.order')] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const gatherCards: Renders = {
  'kickOff.opportunity': ofLiveGroup(opportunity, groupIsOver),
  'kickOff.course': ofLiveGroup(course, groupIsOver),
  'kickOff.resource': ofLiveGroup(resource, groupIsOver),
};
