// Where somebody stands, as help says it: what the stage is for, what it takes, what it brings, and what can be written there.
import { kindOf, stageLine } from '../cards/group.ts';
import { facts, heading, type Part, para } from '../cards/parts.ts';
import type { View } from '../cards/view.ts';
import type { Stage } from '../group/events.ts';
import type { Live } from '../group/group.ts';

export const liveOf = (view: View) => view.groups.filter((it): it is Live => it.phase === 'live');

const where = (view: View): Stage | 'proposed' | 'none' =>
  liveOf(view)[0]?.cycle.stage ?? (view.groups.length > 0 ? 'proposed' : 'none');

/** What can be written where the person stands. */
export const examples = (view: View): string[] => view.say(`help.say.${where(view)}`).split(' · ');

export function standing(view: View): Part[] {
  const { say } = view;
  const live = liveOf(view);
  const [forming] = view.groups;
  if (live.length > 0)
    return live.flatMap((group) => {
      const { stage } = group.cycle;
      return [
        heading(stageLine({ ...view, group })),
        para(say(`help.stage.${stage}`)),
        facts([
          [say('help.takes'), say(`help.takes.${stage}`)],
          [say('help.gives'), say(`help.gives.${stage}`)],
        ]),
      ];
    });
  if (!forming) return [para(say('help.noGroup'))];
  return [
    heading(kindOf(view, forming.policy)),
    para(say('help.proposed', { topic: view.topicName(forming.topic) })),
  ];
}
