// Links to a meeting's file: each is one person's, cannot be guessed, and runs out.
import { createHash, randomBytes } from 'node:crypto';
import type { MeetingKind } from '../group/group.ts';
import type { PersonId } from '../lifecycle/decision.ts';
import type { Tx } from '../store/contract.ts';

/** As long as answers are kept. */
const daysAlive = 7;

/** Of the link only this is kept: who reads the database has no link. */
export const keyOf = (token: string) => `file ${createHash('sha256').update(token).digest('base64url')}`;

interface Link {
  person: PersonId;
  group: string;
  meeting: MeetingKind;
}

interface Links {
  /** Where a file can be had; it is there once the links are kept. */
  to(link: Link): string;
  keep(tx: Tx, tenant: string, now: string): Promise<void>;
}

function linksAt(origin: string): Links {
  const made: { token: string; link: Link }[] = [];
  return {
    to(link) {
      const token = randomBytes(32).toString('base64url');
      made.push({ token, link });
      // In the query: paths are written into logs.
      return `${origin}/meetings/meeting.ics?key=${token}`;
    },
    async keep(tx, tenant, now) {
      const until = Temporal.Instant.from(now)
        .add({ hours: 24 * daysAlive })
        .toString();
      for (const { token, link } of made)
        await tx.answers.keep(tenant, keyOf(token), { ...link, until }, now);
    },
  };
}

interface Reading {
  tenant: string;
  reader: PersonId | null;
  group?: string;
  now: string;
}

/** Draws a card that may lead its reader to a file, and keeps the links that it took. */
export async function withLinks<T>(
  tx: Tx,
  { origin }: { origin?: string },
  { tenant, reader: person, group, now }: Reading,
  draw: (own: { fileOf?(meeting: MeetingKind): string }) => T,
): Promise<T> {
  if (origin === undefined || person === null || group === undefined) return draw({});
  const links = linksAt(origin);
  const drawn = draw({ fileOf: (meeting) => links.to({ person, group, meeting }) });
  await links.keep(tx, tenant, now);
  return drawn;
}
