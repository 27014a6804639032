// Links in order (R56): each under a heading, the best one first.
import { z } from 'zod';
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, choiceField, type Part, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { sections, stages } from '../../group/events.ts';
import type { Material } from '../../group/group.ts';
import type { About } from '../decision.ts';
import { isRefusal, refuse, stepCommand } from '../decision.ts';
import { accept, inStage } from '../stages.ts';
import { id } from '../text.ts';

/** Before the others of its list, which is the order under each heading. */
export const placeResource = stepCommand({
  name: 'placeResource',
  shape: z.strictObject({ group: id, entry: id, section: z.enum(sections) }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...stages);
    if (isRefusal(group)) return group;
    const { entry: resource, section } = command;
    const [first] = group.cycle.resources.filter((it) => it.section === section);
    const found = group.cycle.resources.find((it) => it.id === resource);
    if (!found) return refuse('unknownEntry');
    if (first?.id === resource) return refuse('alreadyDone');
    return accept(group, context, [{ type: 'resourcePlaced', v: 1, resource, section, before: 0 }]);
  },
  shows: (command) => ({ show: 'kickOff.order', group: command.group }),
  undo: () => ({ none: 'placeAgain' }),
});

const sectionField = ({ say }: LiveView, required?: string) =>
  choiceField({
    id: 'section',
    label: say('resource.section'),
    ...(required === undefined ? {} : { required }),
    choices: sections.map((it) => ({ title: say(`page.links.${it}`), value: it })),
  });

/** Beside a link that is being added: it may be left out. */
export const sectionAsked = (view: LiveView) => sectionField(view);

/** By its number: what people wrote would be read as marks in a list of choices. */
const numbered = ({ text, say }: LiveView, { title, section }: Material, at: number): Part =>
  quote(text(title), section === undefined ? String(at + 1) : `${at + 1} · ${say(`page.links.${section}`)}`);

function order(view: LiveView, { entry }: About) {
  const { say, group } = view;
  const rows = group.cycle.resources;
  return card(view, {
    about: stageLine(view),
    title: say('resource.order.title'),
    body:
      rows.length === 0
        ? [para(say('resource.order.none'))]
        : [
            para(say('resource.order.why')),
            ...rows.map((it, at) => numbered(view, it, at)),
            choiceField({
              id: 'entry',
              label: say('resource.order.which'),
              required: say('resource.order.whichRequired'),
              ...(typeof entry === 'string' ? { value: entry } : {}),
              choices: rows.map((it, at) => ({ title: String(at + 1), value: it.id })),
            }),
            sectionField(view, say('resource.sectionRequired')),
          ],
    buttons: [
      ...(rows.length === 0
        ? []
        : [
            {
              title: say('resource.order.do'),
              verb: 'do.placeResource',
              fields: { group: group.id },
              look: 'positive',
            } as const,
          ]),
      opens(view, say('resource.title'), 'kickOff.resource'),
    ],
  });
}

export const orderCards: Renders = { 'kickOff.order': ofLiveGroup(order, groupIsOver) };
