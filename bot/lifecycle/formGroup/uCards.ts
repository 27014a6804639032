// The way down and up the U, stage by stage, with the place where the group is now (R16).
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, list, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { stages } from '../../group/events.ts';

function theU(view: LiveView) {
  const { say, group } = view;
  const at = stages.indexOf(group.cycle.stage);
  const isU = group.policy.process === 'uTheory';
  return card(view, {
    about: stageLine(view),
    title: say('theU.title'),
    body: [
      para(say(isU ? 'theU.why' : 'theU.steps')),
      list(
        stages.map((stage, n) => ({
          mark: n < at ? '✓' : n === at ? '➜' : '○',
          text: isU ? `${say(`stage.${stage}`)} · ${say(`u.${stage}`)}` : say(`stage.${stage}`),
        })),
      ),
    ],
    buttons: [opens(view, say('group.show'), 'group')],
  });
}

export const uCards: Renders = { theU: ofLiveGroup(theU, groupIsOver) };
