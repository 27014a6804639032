// One function says who may ask for which route: whoever may read every field of its answer.
import type { RouteName } from './contract.ts';
import { type Audience, readers } from './readers.ts';

/** Who asks, as far as it matters: roles from Entra, membership from our own streams. */
export interface Who {
  facilitator: boolean;
  administrator: boolean;
  /** In the team of the group that is asked about, else in the programme team. */
  team: boolean;
}

/** What the request is on; a group the asker is, or is not, a member of. */
export interface On {
  member: boolean;
}

const isAmong: Record<Audience, (who: Who, on: On) => boolean> = {
  reader: () => true,
  company: () => true,
  team: (who, on) => who.team || who.facilitator || on.member,
  group: (_, on) => on.member,
  facilitators: (who) => who.facilitator || who.administrator,
};

export const can = (who: Who, what: RouteName, on: On = { member: false }): boolean =>
  Object.values(readers[what]).every((it) => isAmong[it](who, on));
