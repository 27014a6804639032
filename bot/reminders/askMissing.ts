// A facilitator helps on a group that waits, without learning for whom: first they are asked, then excused (R17).
import { z } from 'zod';
import type { Live } from '../group/group.ts';
import {
  type At,
  type Context,
  isRefusal,
  type News,
  type PersonId,
  type Refusal,
  refuse,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { readsMembers } from '../lifecycle/loop.ts';
import { accept, missing } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { excuse, tellAbsent } from './excuse.ts';

/** So long those who were asked have to answer. */
const fairHours = 72;

/** What a facilitator can do: ask those who are missing, wait for their answer, or excuse who gave none. */
export type NextForFacilitator = 'ask' | 'wait' | 'excuse';

/** Those who were asked at this stage and are still waited for. */
const silent = (group: Live): PersonId[] => {
  const { asked, stage } = group.cycle;
  return asked?.stage === stage ? missing(group).filter((it) => asked.people.includes(it)) : [];
};

/** Null where the group waits for nobody, or goes on by itself. */
export function nextForFacilitator(group: Live, now: At): NextForFacilitator | null {
  if (group.policy.attendance !== 'all' || missing(group).length === 0) return null;
  const at = group.cycle.asked?.at;
  if (silent(group).length === 0 || at === undefined) return 'ask';
  const until = Temporal.Instant.from(at).add({ hours: fairHours });
  return Temporal.Instant.compare(now, until) < 0 ? 'wait' : 'excuse';
}

function waiting(world: World, id: string, context: Context): Live | Refusal {
  if (!context.facilitator) return refuse('facilitatorsOnly');
  const group = world.group(id);
  if (group.phase !== 'live') return refuse('unknownGroup');
  if (group.policy.attendance !== 'all') return refuse('excusedByGroup');
  return missing(group).length === 0 ? refuse('nobodyIsMissing') : group;
}

const shape = z.strictObject({ group: id });
const shows = () => ({ show: 'done' });

export const askMissing = stepCommand({
  name: 'askMissing',
  shape,
  reads: readsMembers,
  decide(world, command, context) {
    const group = waiting(world, command.group, context);
    if (isRefusal(group)) return group;
    if (nextForFacilitator(group, context.now) !== 'ask') return refuse('alreadyAsked');
    const people = missing(group);
    const { stage } = group.cycle;
    return accept(group, context, [{ type: 'missingAsked', v: 1, stage, people }], {
      then: people.map(
        (to): News => ({ is: 'tell', to, what: 'facilitatorAsks', group: group.id, about: { stage } }),
      ),
    });
  },
  shows,
  undo: () => ({ none: 'told' }),
});

export const excuseMissing = stepCommand({
  name: 'excuseMissing',
  shape,
  reads: readsMembers,
  decide(world, command, context) {
    const group = waiting(world, command.group, context);
    if (isRefusal(group)) return group;
    const next = nextForFacilitator(group, context.now);
    if (next !== 'excuse') return refuse(next === 'wait' ? 'stillTime' : 'askFirst');
    const people = silent(group);
    const { stage } = group.cycle;
    return excuse(world, group, people, { why: 'noAnswer' }, context, {
      then: people.flatMap((it) => [
        ...tellAbsent(group, it),
        { is: 'tell', to: it, what: 'excused', group: group.id, about: { stage } } as const,
      ]),
    });
  },
  shows,
  undo: () => ({ none: 'goneOn' }),
});
