// What each member already knows of the topic, for the group to see, and one's own to say, change or take back (R15).
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, buttons, card, heading, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { About } from '../decision.ts';
import { isProvided } from '../provided.ts';
import { most } from '../text.ts';

/** Beside what members know there is what they learn from. */
const materials = (view: LiveView): Button =>
  isProvided(view.group)
    ? opens(view, view.say('material.add'), 'kickOff.material')
    : opens(view, view.say('resource.add'), 'kickOff.resource');

function knowledge(view: LiveView, about: About) {
  const { say, group, reader, text } = view;
  const own = group.knowledge.find((it) => it.person === reader);
  const value = typeof about.draft === 'string' ? about.draft : own?.words;
  const others = group.knowledge.filter((it) => it.person !== reader);
  return card(view, {
    about: stageLine(view),
    title: say('knowledge.title'),
    body: [
      para(say('knowledge.why')),
      ...others.map((it) => quote(text(it.words), view.name(it.person))),
      ...(others.length === 0 ? [para(say('knowledge.none'), { subtle: true })] : []),
      buttons(view, [materials(view)]),
      ...(own ? [heading(say('knowledge.mine')), quote(text(own.words))] : []),
      textField({
        id: 'words',
        label: say(own ? 'knowledge.again' : 'knowledge.ask'),
        placeholder: say('knowledge.example'),
        required: say('knowledge.required'),
        ...(value === undefined ? {} : { value: text(value) }),
        most: most.sentence,
        lines: true,
      }),
      para(say('knowledge.audience'), { subtle: true }),
    ],
    buttons: [
      {
        title: say('knowledge.send'),
        verb: 'do.bringKnowledge',
        fields: { group: group.id },
        look: 'positive',
      },
      ...(own
        ? [
            {
              title: say('knowledge.remove'),
              verb: 'do.removeKnowledge',
              fields: { group: group.id, entry: own.id },
              anyInput: false,
            } as const,
          ]
        : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const knowledgeCards: Renders = { knowledge: ofLiveGroup(knowledge, groupIsOver) };
