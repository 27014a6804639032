// The digest: once a week, only if others have moved something, as part of the one weekly message, and off when somebody says so.
import { z } from 'zod';
import { type At, type News, type PersonId, refuse, stepCommand, type World } from '../lifecycle/decision.ts';
import { id } from '../lifecycle/text.ts';
import { awake, nextMonday } from '../reminders/calendar.ts';
import { isPaused, reminderKey } from '../reminders/reminder.ts';
import { nothing } from '../reminders/still.ts';

/** On Monday morning, when learning groups ask their question of the week, too: the one that comes first tells of both. */
export function nextDigest(world: World, person: PersonId, now: At): News {
  const at = nextMonday(now, world.facts(person).zone);
  const command = { do: 'sendDigest', person };
  return { is: 'later', at, command, to: person, once: `digest:${person}:${at}` };
}

export const sendDigest = stepCommand({
  name: 'sendDigest',
  shape: z.strictObject({ person: id }),
  inner: true,
  findsFor: (command) => command.person,
  reads: (command) => [`person/${command.person}`],
  decide(world, { person }, { now }) {
    const { communities, noDigest } = world.person(person);
    if (communities.length === 0 || noDigest) return nothing;
    const { fresh = [] } = world.found;
    const again = nextDigest(world, person, now);
    if (fresh.length === 0 || isPaused(world, person, now)) return { ...nothing, then: [again] };
    const { zone } = world.facts(person);
    const at = awake(now, zone);
    const told: News = {
      is: 'tell',
      to: person,
      what: 'digest',
      about: { threads: fresh.join(' ') },
      ...(at === now ? {} : { at }),
      once: reminderKey(person, at, zone, 0),
    };
    return { ...nothing, then: [told, again] };
  },
});

export const stopDigest = stepCommand({
  name: 'stopDigest',
  shape: z.strictObject({}),
  reads: (_, { by }) => [`person/${by}`],
  decide(world, _, { by: person }) {
    if (world.person(person).noDigest) return refuse('alreadyDone');
    return {
      ...nothing,
      happened: [{ stream: `person/${person}`, event: { type: 'digestStopped', v: 1, person } }],
    };
  },
  shows: () => ({ show: 'communities' }),
  undo: () => ({ command: { do: 'resumeDigest' } }),
});

export const resumeDigest = stepCommand({
  name: 'resumeDigest',
  shape: z.strictObject({}),
  reads: (_, { by }) => [`person/${by}`],
  decide(world, _, { by: person, now }) {
    if (!world.person(person).noDigest) return refuse('alreadyDone');
    return {
      ...nothing,
      happened: [{ stream: `person/${person}`, event: { type: 'digestResumed', v: 1, person } }],
      then: [nextDigest(world, person, now)],
    };
  },
  shows: () => ({ show: 'communities' }),
  undo: () => ({ command: { do: 'stopDigest' } }),
});
