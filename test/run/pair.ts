// Two who talk to the shell and are in one group.
import type { GroupEvent } from '../../bot/group/events.ts';
import { formed, group, lived, on, start, uuid } from '../lifecycle/given.ts';
import { openTalk, type Talk } from './talk.ts';

const topic = uuid(2);

/** Lena and Paul, in a group in which this has happened since it formed. */
export async function openPair(...more: GroupEvent[]): Promise<Talk> {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  await talk.writes('paul', 'hello');
  const members = [await talk.idOf('lena'), await talk.idOf('paul')];
  await talk.happened(
    `group/${group}`,
    [formed(members), lived(start, ...more)].flat().map(({ event }) => event),
  );
  for (const person of members) {
    const seats = on(
      `person/${person}`,
      start,
      person,
      { type: 'seatHeld', v: 1, person, group, topic },
      { type: 'seatTaken', v: 1, person, group, topic },
    );
    await talk.happened(
      `person/${person}`,
      seats.map(({ event }) => event),
    );
  }
  return talk;
}
