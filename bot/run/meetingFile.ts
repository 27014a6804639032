// A meeting as a file for somebody's calendar, behind a link that is theirs, cannot be guessed and runs out.
import { eventOf } from '../lifecycle/inCalendar.ts';
import { invitationOf, meetingFile } from '../lifecycle/invitation.ts';
import { meetingKinds, meetingOf } from '../lifecycle/meeting.ts';
import type { Store } from '../store/contract.ts';
import type { Book } from './book.ts';
import { keyOf } from './links.ts';
import type { Clock } from './ports.ts';
import { viewFor } from './render.ts';

interface Parts {
  store: Store;
  clock: Clock;
  book: Book;
  contact: string;
  tenant: string;
}

/** Undefined for a link that nobody was given, that has run out, or whose meeting is not to be, or not theirs, any more. */
export async function fileBehind(
  { store, clock, book, contact, tenant }: Parts,
  token: string,
): Promise<string | undefined> {
  const now = await clock.calendar();
  return store.transaction(async (tx) => {
    const kept = (await tx.answers.get(tenant, keyOf(token)))?.answer;
    if (!kept || String(kept.until) <= now) return undefined;
    const reader = String(kept.person);
    const meeting = meetingKinds.find((it) => it === kept.meeting);
    const view = await viewFor(tx, book, {
      tenant,
      reader,
      group: String(kept.group),
      show: '',
      now,
      contact,
    });
    const { group } = view;
    if (meeting === undefined || group?.phase !== 'live' || !group.members.includes(reader)) return undefined;
    const { agreed } = meetingOf(group.cycle, meeting);
    if (agreed === undefined) return undefined;
    return meetingFile(invitationOf(view, group, meeting), {
      uid: `${group.id}.${group.cycle.n}.${meeting}@peerloop`,
      start: agreed,
      now,
      url: eventOf(group, group.cycle.n, meeting)?.url,
    });
  });
}
