// Help wanted and help offered, between two members of a group.
import { elsewhere, groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import type { About } from '../decision.ts';
import { latestOf } from './progress.ts';

const show = (view: LiveView, what: 'practice' | 'progress'): Button =>
  opens(view, view.say(`${what}.show`), what);

function helpWanted(view: LiveView, about: About) {
  const { say, name, text, group, reader } = view;
  const person = group.members.find((it) => it === about.person);
  const last = person === undefined ? undefined : latestOf(group.cycle, person);
  if (!last?.help || group.cycle.stage !== 'practice') return elsewhere(view, say('helpWanted.over'));
  const offered = group.cycle.helpOffers.some((it) => it.from === reader && it.to === last.person);
  const who = name(last.person);
  return card(view, {
    about: stageLine(view),
    title: say('helpWanted.title', { name: who }),
    body: [
      ...(last.words === undefined ? [] : [quote(text(last.words), who)]),
      para(offered ? say('helpWanted.offered', { name: who }) : say('helpWanted.body')),
    ],
    buttons: [
      ...(offered || last.person === reader
        ? []
        : [
            {
              title: say('helpWanted.offer'),
              verb: 'do.offerHelp',
              fields: { group: group.id, to: last.person },
              look: 'positive',
            } as const,
          ]),
      show(view, 'progress'),
    ],
  });
}

function helpOffered(view: LiveView, about: About) {
  const { say, name, group, reader } = view;
  const offer = group.cycle.helpOffers.find((it) => it.from === about.person && it.to === reader);
  if (!offer) return elsewhere(view, say('helpWanted.over'));
  const who = name(offer.from);
  return card(view, {
    about: stageLine(view),
    title: say('helpOffered.title', { name: who }),
    body: [para(say('helpOffered.body', { name: who }))],
    buttons: [show(view, 'practice'), show(view, 'progress')],
  });
}

export const helpCards: Renders = {
  helpWanted: ofLiveGroup(helpWanted, groupIsOver),
  helpOffered: ofLiveGroup(helpOffered, groupIsOver),
};
