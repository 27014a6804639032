// The group's place in Microsoft 365, by Graph.
import type { Workspace } from '../run/ports.ts';
import type { Call } from './call.ts';
import { pages } from './pages.ts';
import { planner } from './planner.ts';
import { teamPlace } from './teamPlace.ts';

export const graphWorkspace = (call: Call, { teamsAppId }: { teamsAppId: string }): Workspace => ({
  ...teamPlace(call, teamsAppId),
  ...pages(call),
  ...planner(call),
});
