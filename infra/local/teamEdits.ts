// What owners do to a whole team by hand: archive it, delete it, and bring it back; Teams tells the bot of each.
import { isArchived } from './archived.ts';
import type { Edited } from './edits.ts';
import type { Team } from './state.ts';
import type { Occurrence, Tenant } from './tenant.ts';

type Done = 'archived' | 'unarchived' | 'deleted' | 'restored';
type What = Extract<Occurrence, { what: `team${string}`; teamId: string }>['what'];

const told = {
  archived: 'teamArchived',
  unarchived: 'teamUnarchived',
  deleted: 'teamDeleted',
  restored: 'teamRestored',
} as const satisfies Record<Done, What>;

const can: Record<Done, (team: Team, tenant: Tenant) => boolean> = {
  archived: (it, tenant) => !isArchived(tenant, it) && it.deletedDateTime === undefined,
  unarchived: (it, tenant) => isArchived(tenant, it),
  deleted: (it) => it.deletedDateTime === undefined,
  restored: (it) => it.deletedDateTime !== undefined,
};

function change(tenant: Tenant, team: Team, done: Done): void {
  if (done === 'archived' || done === 'unarchived') delete team.archiving;
  if (done === 'archived') team.isArchived = true;
  else if (done === 'unarchived') delete team.isArchived;
  else if (done === 'deleted') team.deletedDateTime = tenant.now();
  else delete team.deletedDateTime;
}

/** By its id or name, also where it is deleted: it can be restored for thirty days. */
export function inWholeTeam(
  tenant: Tenant,
  { what, team: named }: { what: `team ${Done}`; team: string },
): Edited {
  const done = what.slice('team '.length) as Done;
  const team = tenant.state.teams.find((it) => it.id === named || it.displayName === named);
  if (!team || !can[done](team, tenant)) return { no: `There is no team ${named} that could be ${done}.` };
  change(tenant, team, done);
  tenant.happened({ what: told[done], teamId: team.id });
  return {};
}
