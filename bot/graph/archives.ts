// Archiving what a group had in Teams: a channel of the programme's team, or a team of the group's own.
import { z } from 'zod';
import type { Outcome, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { done, mapped, nothing, readAs } from './read.ts';

const Seen = z.object({ isArchived: z.boolean().nullish() });

const at = ({ team, channel }: { team: string; channel?: string }) =>
  channel === undefined ? path`/teams/${team}` : path`/teams/${team}/channels/${channel}`;

export const archives = (call: Call): Pick<Workspace, 'archive' | 'seeArchived'> => ({
  // Without a body: the files stay as writable as they are (Graph docs, "channel: archive").
  async archive(place) {
    const where = at(place);
    return nothing(await call({ method: 'POST', path: where && `${where}/archive` }));
  },

  /** Of an archived team each channel says so, too (same page). */
  async seeArchived(place): Promise<Outcome<boolean | null>> {
    const query = { $select: 'id,isArchived' };
    const ended = await call({ method: 'GET', path: at(place), query });
    if (ended.is === 'refused' && ended.status === 404) return done(null);
    return mapped(readAs(ended, Seen, true), ({ isArchived }) => done(isArchived === true));
  },
});
