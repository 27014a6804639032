// Whoever joined a group later and cannot open its plan, since the team in which it is takes no more people, hears so.
import { z } from 'zod';
import { stepCommand } from '../lifecycle/decision.ts';
import { id } from '../lifecycle/text.ts';
import { planTeamFull } from '../limits/room.ts';
import { nothing } from '../reminders/still.ts';
import { watched } from './verify.ts';

export const joinerRefused = stepCommand({
  name: 'joinerRefused',
  shape: z.strictObject({ group: id, person: id, code: z.string().max(200) }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, { group: of, person: to, code }) {
    // Any other refusal is for facilitators, who can do something about it.
    if (code !== planTeamFull || !watched(world, of)?.members.includes(to)) return nothing;
    return { ...nothing, then: [{ is: 'tell', to, what: 'planClosed', group: of }] };
  },
});
