// What every part of the local tenant is given: its state, its clock, new ids, and the way to let the bot know that something happened.
import type { AppPackage } from './appPackage.ts';
import type { TenantState } from './state.ts';
import type { Typing } from './typing.ts';

/** Something that Teams tells the bot about by itself; the connector turns it into the activities that Teams would send. */
export type Occurrence =
  | { what: 'personalInstalled'; userId: string }
  | { what: 'personalRemoved'; userId: string }
  | { what: 'teamInstalled'; teamId: string; byUserId: string }
  | { what: 'teamRemoved'; teamId: string; byUserId: string }
  | { what: 'teamArchived' | 'teamUnarchived' | 'teamDeleted' | 'teamRestored'; teamId: string }
  | { what: 'teamMembersAdded'; teamId: string; userIds: string[] }
  | { what: 'teamMembersRemoved'; teamId: string; userIds: string[] }
  | {
      what: 'channelCreated' | 'channelRenamed' | 'channelDeleted' | 'channelRestored';
      teamId: string;
      channelId: string;
    };

export interface Tenant {
  readonly state: TenantState;
  /** What the app's package says of it, filled in for this tenant. */
  readonly app: AppPackage;
  /** Who is writing where. */
  readonly typing: Typing;
  /** Calendar time as ISO 8601 UTC with milliseconds. */
  now(): string;
  /** A rising number, kept in the state: the source of etags and order hints. */
  next(): number;
  /** A GUID derived from the rising number and the tenant id, so that reruns agree. */
  guid(): string;
  /** Says that the state changed; it is written to disk soon, and at the end. */
  changed(): void;
  /** Queues an occurrence for the bot; delivered in order, after the answer to the present request has left. */
  happened(occurrence: Occurrence): void;
  /** Application permissions in force: entra.json less what is withheld. */
  applicationPermissions(): string[];
}
