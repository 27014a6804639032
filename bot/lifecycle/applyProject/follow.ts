// What people do in Planner counts here too: all tasks are looked at each night, and when somebody wants to see them.
import { z } from 'zod';
import { isDone, isGone, isInPlanner, sameTakers } from '../../group/evolveProject.ts';
import type { GroupEvent, Live, Project, Task } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import { type At, type GroupId, type News, type PersonId, stepCommand } from '../decision.ts';
import { id } from '../text.ts';

/** A task as Planner showed it; takers who are not in the group are left out. */
const seenTask = z.strictObject({
  n: z.number().int().min(1),
  percent: z.number().int().min(0).max(100),
  takers: z.array(id),
});
export type Seen = z.infer<typeof seenTask>;

/** As an outcome carries them, which has room for texts and numbers alone. */
export const seenTasks = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.array(seenTask));

const isNew = ({ seen, missed }: Task, now: Seen) =>
  missed !== undefined || seen.percent !== now.percent || !sameTakers(seen.takers, now.takers);

/** What is new about one task; undefined: it is not there. */
export function noticed(task: Task, now: Seen | undefined): GroupEvent[] {
  const { n } = task;
  if (now) return isNew(task, now) ? [{ type: 'taskSeen', v: 1, ...now }] : [];
  return isGone(task) ? [] : [{ type: 'taskMissed', v: 1, n }];
}

/** Of all that Planner has; what is not described yet is still being made. */
export const noticedIn = ({ tasks }: Project, seen: readonly Seen[]): GroupEvent[] =>
  tasks
    .filter((it) => it.described)
    .flatMap((task) =>
      noticed(
        task,
        seen.find((it) => it.n === task.n),
      ),
    );

/** Unless Planner has refused them once. */
export const areTakersUnsent = ({ takers, seen, refused }: Task): boolean =>
  refused === undefined && !sameTakers(takers, seen.takers);

/** What is known here and not there: done or not, and who has it. */
export const isUnsent = (task: Task): boolean =>
  task.described &&
  task.missed === undefined &&
  (task.done !== isDone(task.seen.percent) || areTakersUnsent(task));

/** Between two and five at night by the clock of the world, each group at a minute of its own. */
function nightAfter(now: At, group: GroupId): At {
  const minute = 120 + (Number.parseInt(group.slice(0, 4), 16) % 180);
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').startOfDay();
  const night = today.add({ days: 1, minutes: minute });
  return night.toInstant().toString({ smallestUnit: 'millisecond' });
}

export const tomorrow = ({ id: group, cycle: { n: cycle } }: Live, now: At): News => {
  const at = nightAfter(now, group);
  return {
    is: 'later',
    at,
    command: { do: 'followProject', group, cycle, night: true },
    once: `follow:${group}:${cycle}:${at}`,
  };
};

/** So long what was read is fresh enough for whoever looks. */
export const freshMs = 5 * 60_000;

/** Somebody wants to see the project: Planner is asked, unless it was just now. */
export const lookedAt = (group: GroupId, cycle: number, person: PersonId | null, now: At): News => ({
  is: 'later',
  at: now,
  command: { do: 'followProject', group, cycle, ...(person === null ? {} : { person }) },
  once: `look:${group}:${cycle}:${Math.floor(Temporal.Instant.from(now).epochMilliseconds / freshMs)}`,
});

/** `person` has looked in the chat and is told what has changed; after a night comes the next one. */
export const followProject = stepCommand({
  name: 'followProject',
  shape: z.strictObject({
    group: id,
    cycle: z.number().int(),
    person: id.optional(),
    night: z.literal(true).optional(),
  }),
  inner: true,
  reads: (command) => [`group/${command.group}`],
  decide(world, command, { now }) {
    const group = world.group(command.group);
    if (group.phase !== 'live' || group.cycle.n !== command.cycle) return nothing;
    const { project } = group.cycle;
    if (!project || !isInPlanner(project) || project.delivered) return nothing;
    const { person, night } = command;
    return {
      ...nothing,
      then: [
        { is: 'build', step: 'follow', group: group.id, ...(person === undefined ? {} : { person }) },
        ...(night ? [tomorrow(group, now)] : []),
      ],
    };
  },
});
