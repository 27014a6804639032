// The clock's questions: to those a stage waits for, and every Monday to everyone who practises.
import { z } from 'zod';
import { stages } from '../group/events.ts';
import { isRefusal, stepCommand } from '../lifecycle/decision.ts';
import { missing } from '../lifecycle/stages.ts';
import { id } from '../lifecycle/text.ts';
import { askedWeek, morningIn, nextMonday } from './calendar.ts';
import { mayGoOn } from './goOn.ts';
import { groupZone } from './planStage.ts';
import { remind } from './reminder.ts';
import { nothing, readsMembers, stillAt } from './still.ts';

/** After these a person who has not answered is not asked again; a facilitator sees that the group is stuck. */
const mostRounds = 4;

const count = z.number().int().min(1);

export const remindStage = stepCommand({
  name: 'remindStage',
  shape: z.strictObject({ group: id, cycle: count, stage: z.enum(stages), round: count }),
  inner: true,
  reads: readsMembers,
  decide(world, command, context) {
    const group = stillAt(world, command);
    if (!group) return nothing;
    const waiting = missing(group);
    const others = group.members.filter((it) => !waiting.includes(it));
    const offered = command.round > 1 && !isRefusal(mayGoOn(world, group, context.now));
    const together = command.round > 1 && group.policy.attendance === 'all' && waiting.length > 0;
    const round = command.round + 1;
    const { group: of, cycle, stage } = command;
    return {
      ...nothing,
      then: [
        ...waiting.flatMap((it) => remind(world, group, it, context, 'stage.waitingForYou')),
        ...(offered ? others.flatMap((it) => remind(world, group, it, context, 'stage.goOn')) : []),
        ...(together ? others.flatMap((it) => remind(world, group, it, context, 'stage.together')) : []),
        ...(round > mostRounds
          ? []
          : [
              {
                is: 'later',
                at: morningIn(7, context.now, groupZone(world, group)),
                command: { do: 'remindStage', group: of, cycle, stage, round },
                once: `remindStage:${of}:${cycle}:${stage}:${round}`,
              } as const,
            ]),
      ],
    };
  },
});

export const remindCheckIn = stepCommand({
  name: 'remindCheckIn',
  shape: z.strictObject({ group: id, cycle: count, person: id, week: count }),
  inner: true,
  reads: (command) => [`group/${command.group}`, `person/${command.person}`],
  decide(world, command, context) {
    const { group: of, cycle, person } = command;
    const group = stillAt(world, { group: of, cycle, stage: 'practice' });
    if (!group?.members.includes(person)) return nothing;
    const { zone } = world.facts(person);
    const asks = askedWeek(group.cycle.stageSince, context.now, zone);
    const done = group.cycle.checkIns.some((it) => it.person === person && it.week === asks);
    const week = command.week + 1;
    const over = week > (group.policy.cycleWeeks ?? Number.POSITIVE_INFINITY) + mostRounds;
    return {
      ...nothing,
      then: [
        ...(done ? [] : remind(world, group, person, context, 'checkIn.ask', { week: asks })),
        ...(over
          ? []
          : [
              {
                is: 'later',
                at: nextMonday(context.now, zone),
                command: { do: 'remindCheckIn', group: of, cycle, person, week },
                once: `remindCheckIn:${of}:${cycle}:${person}:${week}`,
              } as const,
            ]),
      ],
    };
  },
});
