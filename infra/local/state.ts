// Everything that exists in the tenant of this machine: one plain value that its parts read and change, kept on disk between starts.

import type { Archivable } from './archived.ts';

export type Role = 'owner' | 'member';

export interface Person {
  /** Entra object id (GUID). */
  id: string;
  /** How the bot knows them: `29:…`, different from the object id as in Teams. */
  teamsId: string;
  displayName: string;
  mail: string;
  /** department, job title and office as in Entra's user resource */
  department: string;
  jobTitle: string;
  officeLocation: string;
  preferredLanguage: string;
  /** IANA name, sent by Teams with each message as clientInfo. */
  timeZone: string;
  /** Object id of the supervisor; the head of the company has none. */
  manager?: string;
  accountEnabled: boolean;
  /** Exchange has none for them: they get no mail and no invitation. */
  noMailbox?: boolean;
  /** Working hours of their mailbox, local `HH:MM`; absent: nine to five. */
  hours?: { from: string; to: string };
  /** What takes their time every week; `day` 1 is Monday. */
  weekly?: { day: number; from: string; to: string }[];
}

/** A mailbox that is nobody's own. */
export interface SharedMailbox {
  id: string;
  displayName: string;
  mail: string;
}

/** An Entra group: the M365 group behind a team, or a security group (facilitators, administrators). */
export interface Group {
  id: string;
  displayName: string;
  mailNickname: string;
  members: string[];
}

export interface Installation {
  /** Opaque installation id. */
  id: string;
  /** Catalogue id of the app. */
  appId: string;
  version: string;
  /** The resource-specific permissions consented to; absent: all that its manifest asks for. */
  consented?: string[];
}

/** A pinned tab of a channel. */
export interface Tab {
  id: string;
  displayName: string;
  /** Catalogue id of its app; Microsoft's own have names or GUIDs of their own. */
  appId: string;
  configuration: TabConfiguration;
}

export interface TabConfiguration {
  entityId: string | null;
  contentUrl: string;
  websiteUrl: string | null;
  removeUrl: string | null;
}

export interface Channel extends Archivable {
  /** `19:…@thread.tacv2`; the first channel of a team is General. */
  id: string;
  displayName: string;
  description: string;
  createdDateTime: string;
  webUrl: string;
  membershipType: 'standard';
  /** Set when deleted: the name stays taken for 30 days (graph/README §3.2). */
  deletedDateTime?: string;
  tabs: Tab[];
}

export interface Team extends Archivable {
  /** Same id as its M365 group. */
  id: string;
  displayName: string;
  description: string;
  /** Thread id of General, which is how activities name the team: `19:…@thread.tacv2`. */
  internalId: string;
  members: { id: string; userId: string; roles: Role[] }[];
  installedApps: Installation[];
  channels: Channel[];
  /** Gone for everybody, and restored within thirty days or never (Microsoft 365 groups, soft delete). */
  deletedDateTime?: string;
  /** Made by Graph: how Microsoft tells of it, and from when on it can be used. */
  making?: { operation: string; createdDateTime: string; readyDateTime: string; failed?: true };
}

export interface Site {
  /** `host,siteGuid,webGuid` */
  id: string;
  displayName: string;
  webUrl: string;
  /** The M365 group whose team site this is, if any. */
  groupId?: string;
  pages: Page[];
}

export interface Page {
  id: string;
  name: string;
  title: string;
  webUrl: string;
  eTag: string;
  createdDateTime: string;
  lastModifiedDateTime: string;
  publishingState: { level: 'checkout' | 'published'; versionId: string };
  canvasLayout?: unknown;
  titleArea?: unknown;
  /** Its other properties as sent through Graph: description, pageLayout, showComments and so on. */
  others?: Record<string, unknown>;
  /** The canvas as readers saw it when it was last published. */
  published?: { title: string; canvasLayout?: unknown };
}

export interface Plan {
  id: string;
  etag: string;
  title: string;
  groupId: string;
  createdDateTime: string;
  tasks: Task[];
}

export interface Task {
  id: string;
  etag: string;
  title: string;
  bucketId: string | null;
  percentComplete: number;
  priority: number;
  dueDateTime: string | null;
  startDateTime: string | null;
  assignments: Record<string, unknown>;
  orderHint: string;
  createdDateTime: string;
  completedDateTime: string | null;
  details: {
    etag: string;
    description: string;
    checklist: Record<string, unknown>;
    references: Record<string, unknown>;
    previewType: string;
  };
}

/** A conversation of the bot: a personal chat, or a thread in a channel. */
export interface Conversation {
  /** `a:…` for a personal chat; `{channelId};messageid={rootId}` for a thread in a channel. */
  id: string;
  kind: 'personal' | 'channel';
  userId?: string;
  teamId?: string;
  channelId?: string;
  /** The person blocked the bot: sends answer 403 until it is undone. */
  blocked?: boolean;
}

/** A message as stored in a conversation, newest last; deleted ones keep their place. */
export interface Message {
  id: string;
  conversationId: string;
  at: string;
  /** 'bot' or the object id of a person. */
  from: string;
  /** The Bot Framework activity as it crossed the connector. */
  activity: Record<string, unknown>;
  /** Cards that took the place of the sent one for single people (object id): answers to their presses and refreshes. */
  views?: Record<string, unknown>;
  updatedAt?: string;
  deleted?: boolean;
}

export const rules = ['group naming', 'sensitivity label', 'team creation', 'app blocked'] as const;
export type Rule = (typeof rules)[number];

export const limits = ['channels', 'plans', 'members'] as const;
export type Limit = (typeof limits)[number];

export interface TenantState {
  /** Rises when the shape changes; another version on disk is refused with the fix. */
  schema: 1;
  tenantId: string;
  domain: string;
  /** Application (client) id of Peerloop's Entra app, which is also the bot id, and its local secret. */
  botId: string;
  botSecret: string;
  /** Id in the manifest (externalId) and id in the organisation's catalogue. */
  manifestId: string;
  catalogId: string;
  appVersion: string;
  /** Calendar time as ISO UTC, and whether it runs with the machine's clock from `anchoredAt` (machine ms) on. */
  clock: { now: string; runs: boolean; anchoredAt: number };
  people: Person[];
  groups: Group[];
  facilitatorsGroup: string;
  administratorsGroup: string;
  teams: Team[];
  programmeTeam: string;
  sites: Site[];
  intranetSite: string;
  plans: Plan[];
  /** Personal installs by object id of the person. */
  personalInstalls: Record<string, Installation & { conversationId: string }>;
  conversations: Conversation[];
  messages: Message[];
  mail: Record<string, unknown>[];
  calendar: Record<string, unknown>[];
  /** From which the meetings of groups are sent. */
  sharedMailbox?: SharedMailbox;
  /** Entra application permissions that are withheld for a trial (`happen: permission withheld`). */
  withheld: string[];
  /** Trials: catalogue ids of Microsoft's tab apps whose configuration Graph refuses (`happen: tab app refused`). */
  refusedTabApps?: string[];
  /** Trials: rules of IT that make Graph say no (`happen: rule set`). */
  rules?: Rule[];
  /** Trials: limits of Microsoft's, made smaller so that they can be reached (`happen: limit`). */
  limits?: Partial<Record<Limit, number>>;
  /** The same of one team, by its id. */
  teamLimits?: Record<string, Partial<Record<Limit, number>>>;
  /**
   * Trials: Microsoft's limits on how often it is asked are kept (`happen: throttles`). `planner`: requests a second;
   * `units`: SharePoint's resource units a minute.
   */
  throttles?: { planner: number; units: number };
  /** Trials: the next `times` reads of a Graph path (`*` stands for any one segment) answer 404. */
  lateReads?: { path: string; times: number }[];
  /** Private RSA keys (JWK) by use, made once per tenant. */
  keys: { entra: Record<string, unknown>; connector: Record<string, unknown> };
  /** The last activities that were sent to the bot, oldest first, so that one can come a second time. */
  inbound?: Record<string, unknown>[];
  /** Rising number behind etags, ids and order hints, so that a rerun gives the same ones. */
  counter: number;
}
