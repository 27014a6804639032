// The tabs of a channel as Graph lists them, and which of them are ours.
import { z } from 'zod';
import type { ChannelPlace, Outcome } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { listOf } from './read.ts';

const Tab = z.object({
  id: z.string().min(1),
  teamsApp: z.object({ id: z.string() }).nullish(),
  configuration: z.object({ entityId: z.string().nullish(), websiteUrl: z.string().nullish() }).nullish(),
});
export type Tab = z.infer<typeof Tab>;

export const tabsAt = ({ team, channel }: ChannelPlace) => path`/teams/${team}/channels/${channel}/tabs`;

export const tabsIn = (call: Call, place: ChannelPlace): Promise<Outcome<Tab[]>> =>
  listOf(call, { path: tabsAt(place), query: { $expand: 'teamsApp' } }, Tab);

/** By our app and its entity, never by name alone. */
export const isOwn =
  (app: string, entity: string) =>
  ({ teamsApp, configuration }: Tab): boolean =>
    teamsApp?.id === app && configuration?.entityId === entity;
