// One function says who may do what on which: every route of the tab asks it, and one without a row does not compile.
import type { RouteName } from './contract.ts';

/** Who asks, as far as it matters: roles from Entra, membership from our own streams. */
export interface Who {
  facilitator: boolean;
  administrator: boolean;
  /** In the programme team. */
  team: boolean;
}

/** What the request is on; a group the asker is, or is not, a member of. */
export interface On {
  member: boolean;
}

const rows: Record<RouteName, (who: Who, on: On) => boolean> = {
  // One's own page: whoever signed in has one.
  home: () => true,
  // The landing view is for the programme team, which can read the group's channel anyway.
  board: (who, on) => who.team || who.facilitator || on.member,
  // What was written for the group is for its members; facilitators see stages and counts, not words.
  inside: (_, on) => on.member,
  // Commands are judged where they are decided, from the streams.
  command: () => true,
  effects: (who) => who.facilitator || who.administrator,
};

export const can = (who: Who, what: RouteName, on: On = { member: false }): boolean => rows[what](who, on);
