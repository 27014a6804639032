// What became of the tabs that lead to a group's page and plan: its workspace shows it, and nobody is bothered with it.
import { z } from 'zod';
import { type GroupEvent, isPlaced } from '../group/group.ts';
import { linkSteps, stepCommand } from '../lifecycle/decision.ts';
import { id } from '../lifecycle/text.ts';
import { nothing } from '../reminders/still.ts';

const step = z.enum(linkSteps);
/** Either the tab, or Microsoft's code for why there is none. */
const ended = z.union([
  z.strictObject({ group: id, step, tab: z.string().min(1).max(500) }),
  z.strictObject({ group: id, step, code: z.string().max(200) }),
]);

const recorded = (name: string) =>
  stepCommand({
    name,
    shape: ended,
    inner: true,
    reads: (command) => [`group/${command.group}`],
    decide(world, command) {
      const group = world.group(command.group);
      // A tab that came after its channel had gone is gone as well.
      if (!isPlaced(group) || group.place.channel === undefined) return nothing;
      const { step: of } = command;
      const known = group.place.links?.[of];
      const isKnown = 'tab' in command ? known?.tab === command.tab : known?.code === command.code;
      if (isKnown) return nothing;
      const event: GroupEvent =
        'tab' in command
          ? { type: 'linkPinned', v: 1, step: of, tab: command.tab }
          : { type: 'linkRefused', v: 1, step: of, code: command.code };
      return { ...nothing, happened: [{ stream: `group/${group.id}`, event }] };
    },
  });

export const linkBuilt = recorded('linkBuilt');
export const linkRefused = recorded('linkRefused');
