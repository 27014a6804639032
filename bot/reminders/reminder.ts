// One reminder to one person: whether it is due to them at all, and the key that keeps it within their week.
import { stages } from '../group/events.ts';
import type { Live } from '../group/group.ts';
import type { About, At, Context, News, PersonId, World } from '../lifecycle/decision.ts';
import { awake, local } from './calendar.ts';

export function isPaused(world: World, person: PersonId, now: string): boolean {
  const until = world.person(person).pausedUntil;
  return until !== undefined && Temporal.Instant.compare(until, now) > 0;
}

/** One of the reminders that a person may have in the week of that moment, whatever brings it. */
export function reminderKey(person: PersonId, at: At, zone: string, n: number): string {
  const { yearOfWeek, weekOfYear } = local(at, zone);
  return `reminder:${person}:${yearOfWeek}-${weekOfYear}:${n}`;
}

/**
 * A week has as many keys as the policy allows reminders, whatever group or stage they come from, and a key is told once:
 * the one that arrives first also names the person's other groups that wait.
 */
export function remind(
  world: World,
  group: Live,
  person: PersonId,
  context: Context,
  what: 'checkIn.ask' | 'stage.waitingForYou' | 'stage.goOn' | 'stage.together' | 'catchUp',
  about: About = {},
): News[] {
  const most = group.policy.remindersPerWeek;
  if (most === 0 || isPaused(world, person, context.now)) return [];
  const { zone } = world.facts(person);
  // The group's morning may be somebody's night, and so may be the hour at which the app comes back.
  const at = awake(context.now, zone);
  const { stage } = group.cycle;
  return [
    {
      is: 'tell',
      to: person,
      what,
      group: group.id,
      about: { ...about, stage },
      ...(at === context.now ? {} : { at }),
      once: reminderKey(person, at, zone, stages.indexOf(stage) % most),
    },
  ];
}
