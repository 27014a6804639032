// Who is speaking: our own id for a person of the directory, their facts, and how they can be reached.
import { randomUUID } from 'node:crypto';
import type { Facts, Reach } from '../person/facts.ts';
import { languageOf } from '../speech/say.ts';
import type { KnownPerson, Store, Tx } from '../store/contract.ts';
import type { Directory, DirectoryPerson } from './ports.ts';
import type { Turn } from './turn.ts';

/** Directory facts are read again once a day (DESIGN §5). */
const freshHours = 24;

const isFresh = (known: KnownPerson, now: string) =>
  Temporal.Instant.compare(Temporal.Instant.from(known.refreshed).add({ hours: freshHours }), now) > 0;

/** What the directory says now; undefined while our copy is fresh or when it does not answer in time. */
export async function lookUp(
  store: Store,
  directory: Directory,
  { tenant, speaker }: Turn,
  now: string,
): Promise<DirectoryPerson | undefined> {
  const known = await store.transaction((tx) => tx.people.byOid(tenant, speaker.oid));
  if (known && isFresh(known, now)) return undefined;
  const outcome = await directory.person(speaker.oid);
  return outcome.is === 'done' ? outcome.value : undefined;
}

function zoneOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}

function factsOf(
  { speaker }: Turn,
  known: KnownPerson | undefined,
  found: DirectoryPerson | undefined,
): Facts {
  const supervisor = found ? found.supervisorOid : known?.facts.supervisor;
  return {
    name: found?.name || known?.facts.name || speaker.name,
    area: found?.area ?? known?.facts.area ?? '',
    office: found?.office ?? known?.facts.office ?? '',
    language: known?.facts.language ?? languageOf(found?.language ?? speaker.locale),
    zone: zoneOf(speaker.zone) ?? known?.facts.zone ?? 'UTC',
    ...(supervisor ? { supervisor } : {}),
  };
}

function reachOf({ place, speaker, said }: Turn, known: KnownPerson | undefined): Reach {
  if (place.kind !== 'personal') return known?.reach ?? { is: 'none' };
  if (said.is === 'removed') return { is: 'removed' };
  return {
    is: 'installed',
    conversation: place.conversation,
    teamsId: speaker.teamsId,
    serviceUrl: place.serviceUrl,
  };
}

/** The person of this turn, written only when something about them changed. */
export async function acquaint(
  tx: Tx,
  turn: Turn,
  found: DirectoryPerson | undefined,
  now: string,
): Promise<KnownPerson> {
  const known = await tx.people.byOid(turn.tenant, turn.speaker.oid);
  const person: KnownPerson = {
    id: known?.id ?? randomUUID(),
    oid: turn.speaker.oid,
    facts: factsOf(turn, known, found),
    reach: reachOf(turn, known),
    // Without an answer of the directory the next turn asks again.
    refreshed: found ? now : (known?.refreshed ?? '1970-01-01T00:00:00.000Z'),
  };
  if (JSON.stringify(person) !== JSON.stringify(known)) await tx.people.save(turn.tenant, person);
  return person;
}
