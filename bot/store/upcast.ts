// How events of older releases are read: pure steps, each makes the next version of an event.

/** An event as its row has it. */
export type Recorded = { type: string; v: number } & Readonly<Record<string, unknown>>;

/** `up` answers the same event as version `from` + 1. */
export interface Upcast {
  type: string;
  from: number;
  up(event: Recorded): Recorded;
}

const upcasts: readonly Upcast[] = [
  // Before it had a name that everyone may read.
  { type: 'projectDelivered', from: 1, up: (event) => event },
  // Before there was another way to be excused.
  { type: 'memberExcused', from: 1, up: (event) => ({ ...event, why: 'goneOn' }) },
  // Before a plan could lie in another team.
  { type: 'planOpened', from: 1, up: (event) => event },
  // Before a member could want an earlier article.
  { type: 'articleWanted', from: 1, up: (event) => event },
];

export function upcast(event: Recorded, steps: readonly Upcast[] = upcasts): Recorded {
  const step = steps.find((it) => it.type === event.type && it.from === event.v);
  return step ? upcast({ ...step.up(event), v: event.v + 1 }, steps) : event;
}
