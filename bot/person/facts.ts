// What the directory and Teams say of a person; never part of a stream, emptied when the person is forgotten.

/** The chat between somebody and the app. */
export interface Installed {
  is: 'installed';
  conversation: string;
  teamsId: string;
  serviceUrl: string;
}

/** How the app can reach somebody in a personal chat; where it is blocked, it may be tried again some time later. */
export type Reach =
  | { is: 'none' }
  | Installed
  | { is: 'blocked'; until?: string; was?: Installed }
  | { is: 'removed' };

export interface Facts {
  name: string;
  /** Entra: department and officeLocation. */
  area: string;
  office: string;
  /** A language we speak: the person's choice, else preferredLanguage. */
  language: string;
  /** Where invitations reach them; absent: not known, or they have no mailbox. */
  mail?: string;
  /** IANA zone, from Teams' clientInfo. */
  zone: string;
  /** As stored: the supervisor's object id. In a decision's world: our own id of them, when they are in it. */
  supervisor?: string;
  /** IT lets us read nothing of this person in the directory, and so nobody’s reporting line to them. */
  withheld?: true;
  /** Somebody reports to this person; absent: not known, and then no manager. */
  leads?: boolean;
  /** Of authority, the lowest 0, read from the job title; absent: not known. */
  level?: number;
}
