// The group's place in Microsoft 365, by Graph.
import type { Workspace } from '../run/ports.ts';
import { archives } from './archives.ts';
import { calendar } from './calendar.ts';
import type { Call } from './call.ts';
import { catalog } from './catalog.ts';
import { links } from './links.ts';
import { ownTeam } from './ownTeam.ts';
import { pageRevision } from './pageRevision.ts';
import { pages } from './pages.ts';
import { planEnd } from './planEnd.ts';
import { planner } from './planner.ts';
import { sight } from './sight.ts';
import { teamPlace } from './teamPlace.ts';

export function graphWorkspace(call: Call, { teamsAppId }: { teamsAppId: string }): Workspace {
  const catalogId = catalog(call, teamsAppId);
  return {
    ...teamPlace(call, teamsAppId, catalogId),
    ...ownTeam(call, teamsAppId, catalogId),
    ...pages(call),
    ...pageRevision(call),
    ...planner(call),
    ...sight(call, catalogId),
    ...archives(call),
    ...links(call),
    ...planEnd(call),
    ...calendar(call),
  };
}
