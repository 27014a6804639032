// What can happen to a call on its way, told once for all matrices: what comes back, and whether it has had its effect.
export const waitSeconds = 400;
const named = { 'retry-after': String(waitSeconds) };
/** Longer than anybody waits for an answer, and than Graph is known to lag behind itself. */
const seconds = 20;

export interface Fault {
  name: string;
  when: string;
  /** Sooner or later it has happened. */
  hasEffect: boolean;
  /** Whoever asked knows how it ended. */
  isAnswered?: boolean;
  /** As the door of faults is asked for it. */
  met: { answer: unknown; afterEffect?: boolean };
}

/** An answer in place of the true one, before the call has had its effect and after. */
export const instead = (name: string, answer: unknown): Fault[] => [
  { name, when: 'before its effect', hasEffect: false, met: { answer } },
  { name, when: 'after its effect', hasEffect: true, met: { answer, afterEffect: true } },
];

export const everyFault: readonly Fault[] = [
  ...['408', '412', '500', '502', '503', '504'].flatMap((it) => instead(it, { status: Number(it) })),
  ...instead('429', { status: 429, headers: named }),
  ...instead('503 and a time', { status: 503, headers: named }),
  ...instead('dropped', 'drop'),
  // Before it is answered is “dropped after its effect”.
  { name: 'late', when: 'after they gave up', hasEffect: true, met: { answer: { lateSeconds: seconds } } },
  ...[true, false].map((answered) => ({
    name: 'stale',
    when: answered ? 'reads after the answer' : 'reads, and no answer',
    hasEffect: true,
    isAnswered: answered,
    met: { answer: { staleSeconds: seconds, answered } },
  })),
];
