// What the clock has to come back for when a stage begins: asking those who are missing, or the weekly question.
import { z } from 'zod';
import { stages } from '../group/events.ts';
import type { Live } from '../group/group.ts';
import { type Context, type News, stepCommand, type World } from '../lifecycle/decision.ts';
import { id } from '../lifecycle/text.ts';
import { commonZone, local, morningIn, nextMonday, utc } from './calendar.ts';
import { nothing, readsMembers, stillAt } from './still.ts';

/** The other stages end with a meeting that the group has agreed on, or by the clock. */
export const asked = ['objectives', 'course', 'commitment', 'reflection', 'renewal'] as const;

export const groupZone = (world: World, group: Live): string =>
  commonZone(group.members.map((it) => world.facts(it).zone));

const practice = (world: World, group: Live, { now }: Context): News[] => {
  const { n: cycle, stageSince } = group.cycle;
  const { cycleWeeks: weeks } = group.policy;
  const ends = weeks && utc(local(stageSince, groupZone(world, group)).add({ weeks }));
  return [
    ...group.members.map(
      (person): News => ({
        is: 'later',
        at: nextMonday(now, world.facts(person).zone),
        command: { do: 'remindCheckIn', group: group.id, cycle, person, week: 1 },
        once: `remindCheckIn:${group.id}:${cycle}:${person}:1`,
      }),
    ),
    ...(ends
      ? [
          {
            is: 'later',
            at: ends,
            command: { do: 'endPractice', group: group.id, cycle },
            once: `endPractice:${group.id}:${cycle}`,
          } as const,
        ]
      : []),
  ];
};

export const planStage = stepCommand({
  name: 'planStage',
  shape: z.strictObject({
    group: id,
    cycle: z.number().int(),
    stage: z.enum(stages),
    met: z.literal(true).optional(),
  }),
  inner: true,
  reads: readsMembers,
  decide(world, { group: of, cycle, stage, met }, context) {
    const group = stillAt(world, { group: of, cycle, stage });
    if (!group) return nothing;
    if (stage === 'practice') return { ...nothing, then: practice(world, group, context) };
    // A meeting has no end to wait for until somebody has said that it took place.
    if (!met && !asked.some((it) => it === stage)) return nothing;
    const first: News = {
      is: 'later',
      at: morningIn(3, context.now, groupZone(world, group)),
      command: { do: 'remindStage', group: of, cycle, stage, round: 1 },
      once: `remindStage:${of}:${cycle}:${stage}:1`,
    };
    return { ...nothing, then: [first] };
  },
});
