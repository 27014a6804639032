// How a row of the ledger goes on: after an attempt, and after it was looked up.
import { type Effect, type EffectState, restored } from '../store/contract.ts';
import type { Outcome } from './ports.ts';

/** An object that was made a moment ago may not be readable yet: two misses this far apart say that it is not there. */
const missesNeeded = 2;
export const graceSeconds = 30;
/** A wait doubles from attempt to attempt, up to an hour: all together they outlast a working day. */
const longestWait = 3600;
const mostAttempts = 20;

const inSeconds = (now: string, seconds: number) =>
  Temporal.Instant.from(now).add({ seconds }).toString({ smallestUnit: 'millisecond' });

const backoff = ({ attempts }: Effect) => Math.min(2 ** attempts, longestWait);

/** As long again as it has been open already, so that a place that is down for a day is not asked every minute. */
function asLongAgain({ planned }: Effect, now: string): number {
  const open = Temporal.Instant.from(planned).until(Temporal.Instant.from(now)).total('seconds');
  return Math.min(Math.max(Math.round(open), graceSeconds), longestWait);
}

/** What Microsoft named holds after a restart, too, and for looking up. */
const named = ({ tooMuch = 0 }: { tooMuch?: number }, seconds: number) => Math.max(tooMuch, seconds);

export interface Settlement {
  state: EffectState;
  due: string | null;
  misses?: number;
  result?: Effect['result'];
}

export function waiting(effect: Effect, seconds: number, code: string, now: string): Settlement {
  return effect.attempts >= mostAttempts
    ? { state: 'failed', due: null, result: { code } }
    : { state: 'planned', due: inSeconds(now, Math.max(seconds, backoff(effect))), result: { code } };
}

/** Where a restored effect is found done, what followed from it may have been done as well. */
export const isRestored = ({ result }: Effect) => result?.code === restored.code;

/** How the row goes on after an attempt. */
export function settlement(
  effect: Effect,
  outcome: Outcome<Effect['result']>,
  now: string,
  canLookUp: boolean,
): Settlement {
  switch (outcome.is) {
    case 'done':
      return { state: 'done', due: null, result: outcome.value };
    case 'refused':
      // Somebody wrote at the same moment, as SharePoint does while it publishes.
      if (outcome.status === 412) return waiting(effect, graceSeconds, outcome.code, now);
      return { state: 'failed', due: null, result: { code: outcome.code } };
    case 'wait':
      return waiting(effect, outcome.seconds, outcome.code, now);
    case 'unknown':
      return {
        state: 'unknown',
        // A message cannot be looked up: possibly sent, never sent again, shown to people.
        due: canLookUp ? inSeconds(now, named(outcome, graceSeconds)) : null,
        misses: 0,
        result: { code: outcome.code },
      };
  }
}

/** How an unknown row goes on after it was looked up; null: it was certainly not there just now. */
export function reconciled(effect: Effect, outcome: Outcome<Effect['result']>, now: string): Settlement {
  switch (outcome.is) {
    case 'done':
      return outcome.value === null
        ? missed(effect, now)
        : { state: 'done', due: null, result: outcome.value };
    case 'refused':
      // What may not be looked up is for people to settle; it holds up nothing behind it.
      return { state: 'unknown', due: null, result: { code: outcome.code } };
    case 'wait':
      return { state: 'unknown', due: inSeconds(now, outcome.seconds) };
    case 'unknown':
      return { state: 'unknown', due: inSeconds(now, named(outcome, asLongAgain(effect, now))) };
  }
}

function missed(effect: Effect, now: string): Settlement {
  const misses = effect.misses + 1;
  if (misses < missesNeeded) return { state: 'unknown', due: inSeconds(now, graceSeconds), misses };
  return effect.attempts >= mostAttempts
    ? { state: 'failed', due: null, result: effect.result ?? { code: 'neverDone' } }
    : { state: 'planned', due: inSeconds(now, backoff(effect)), misses: 0 };
}
