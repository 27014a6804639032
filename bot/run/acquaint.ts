// Who is speaking: our own id for a person of the directory, their facts, and how they can be reached.
import { randomUUID } from 'node:crypto';
import type { Facts, Reach } from '../person/facts.ts';
import { languageOf } from '../speech/say.ts';
import type { KnownPerson, Store, Tx } from '../store/contract.ts';
import type { Directory, DirectoryPerson } from './ports.ts';
import { transact } from './transact.ts';
import type { Speaker, Turn } from './turn.ts';

/** Somebody who speaks, in the chat or in the tab; `reach`: how they can be reached from now on. */
export interface Met {
  tenant: string;
  speaker: Speaker;
  reach(known: Reach | undefined): Reach;
}

/** Directory facts are read again once a day (DESIGN §5). */
const freshHours = 24;

const isFresh = (known: KnownPerson, now: string) =>
  Temporal.Instant.compare(Temporal.Instant.from(known.refreshed).add({ hours: freshHours }), now) > 0;

/** Teams delivers again what is not answered within 15 s, and nobody should wait for what is asked again anyway. */
const patienceMs = 3000;

/** Undefined where it takes too long. */
export async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(late.resolve, patienceMs, undefined);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** What the directory says now; undefined while our copy is fresh or when it does not answer in time. */
export type Found = DirectoryPerson | 'withheld' | undefined;

/** A no of IT is an answer too, and the directory is not asked again before the next day. */
async function lookUp(directory: Directory, { speaker }: Pick<Met, 'speaker'>): Promise<Found> {
  const outcome = await inTime(directory.person(speaker.oid));
  if (outcome?.is === 'refused' && outcome.status === 403) return 'withheld';
  return outcome?.is === 'done' ? outcome.value : undefined;
}

/**
 * One transaction with what the directory says of the person who speaks. Most are known well enough; for the others
 * it is asked between a transaction that found this out and the one that does the work.
 */
export async function withFacts<T>(
  { store, directory }: { store: Store; directory: Directory },
  { tenant, speaker }: Pick<Met, 'tenant' | 'speaker'>,
  now: string,
  work: (tx: Tx, found: Found) => Promise<T>,
): Promise<T> {
  const atOnce = await transact(store, async (tx) => {
    const known = await tx.people.byOid(tenant, speaker.oid);
    return known && isFresh(known, now) ? { came: await work(tx, undefined) } : undefined;
  });
  if (atOnce) return atOnce.came;
  const found = await lookUp(directory, { speaker });
  return transact(store, (tx) => work(tx, found));
}

function zoneOf(zone: string | undefined): string | undefined {
  if (zone === undefined) return undefined;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}

const authorityOf = ({ leads, level }: Pick<Facts, 'leads' | 'level'>): Pick<Facts, 'leads' | 'level'> => ({
  ...(leads ? { leads } : {}),
  ...(level === undefined ? {} : { level }),
});

function factsOf(
  { speaker }: Met,
  known: KnownPerson | undefined,
  found: DirectoryPerson | undefined,
): Facts {
  const supervisor = found ? found.supervisorOid : known?.facts.supervisor;
  const mail = found ? found.mail : known?.facts.mail;
  return {
    name: found?.name || known?.facts.name || speaker.name,
    area: found?.area ?? known?.facts.area ?? '',
    office: found?.office ?? known?.facts.office ?? '',
    language: known?.facts.language ?? languageOf(found?.language ?? speaker.locale),
    zone: zoneOf(speaker.zone) ?? known?.facts.zone ?? 'UTC',
    ...(mail ? { mail } : {}),
    ...(supervisor ? { supervisor } : {}),
    ...authorityOf(found ?? known?.facts ?? {}),
  };
}

/** A personal chat is where somebody can be reached; elsewhere nothing is learnt of it. */
export const metIn = ({ tenant, speaker, place, said }: Turn): Met => ({
  tenant,
  speaker,
  reach(known) {
    if (place.kind !== 'personal') return known ?? { is: 'none' };
    if (said.is === 'removed') return { is: 'removed' };
    const { conversation, serviceUrl } = place;
    return { is: 'installed', conversation, teamsId: speaker.teamsId, serviceUrl };
  },
});

/** The person who speaks, written only when something about them changed. */
export async function acquaint(tx: Tx, met: Met, answer: Found, now: string): Promise<KnownPerson> {
  const known = await tx.people.byOid(met.tenant, met.speaker.oid);
  const found = answer === 'withheld' ? undefined : answer;
  const isWithheld = answer === 'withheld' || (answer === undefined && known?.facts.withheld);
  const person: KnownPerson = {
    id: known?.id ?? randomUUID(),
    oid: met.speaker.oid,
    facts: { ...factsOf(met, known, found), ...(isWithheld ? { withheld: true } : {}) },
    reach: met.reach(known?.reach),
    // Without an answer of the directory the next turn asks again.
    refreshed: answer ? now : (known?.refreshed ?? '1970-01-01T00:00:00.000Z'),
  };
  if (JSON.stringify(person) !== JSON.stringify(known)) await tx.people.save(met.tenant, person);
  return person;
}
