// A turn: one thing that a person or Teams told the bot, already authenticated and reduced to what the product needs.
export interface Speaker {
  oid: string;
  teamsId: string;
  name: string;
  /** BCP 47, as Teams sent it. */
  locale?: string;
  /** IANA zone, as Teams sent it. */
  zone?: string;
}

export interface Place {
  kind: 'personal' | 'channel' | 'groupChat';
  /** Conversation id; in a channel with `;messageid=` it names the thread. */
  conversation: string;
  serviceUrl: string;
  /** Thread id of the team, and Entra's id of its group when Teams sent it. */
  team?: string;
  teamGroup?: string;
  channel?: string;
}

export type Said =
  | { is: 'text'; text: string }
  /** A card's button: Action.Execute (an invoke, answered with a card) or Action.Submit (a message with a value). */
  | { is: 'pressed'; verb: string; fields: Record<string, unknown>; card?: string; invoke: boolean }
  /** The app came to, or went from, a person or a team. */
  | { is: 'installed' }
  | { is: 'removed' }
  | { is: 'channel'; what: 'renamed' | 'deleted' | 'restored'; channel: string }
  /** Something befell the whole team of the place; what was archived or deleted may be restored. */
  | { is: 'team'; what: 'teamArchived' | 'teamDeleted' | 'teamRestored' };

export interface Turn {
  tenant: string;
  /** One key per redelivery: the same news of Teams has the same key (G1). */
  keys: string[];
  speaker: Speaker;
  place: Place;
  said: Said;
}

/** What an invoke is answered with at once; messages are answered through the ledger. */
export type Answer = { card: Record<string, unknown> } | { notice: string };

/** How the web and teams rooms hand a turn over; null when nothing is to be answered at once. */
export type Hear = (turn: Turn) => Promise<Answer | null>;
