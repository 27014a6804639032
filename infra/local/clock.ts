// The tenant's calendar: it stands still until it is moved, or it runs with the machine's clock.
import type { TenantState } from './state.ts';

export interface Clock {
  now(): string;
  /** Leaps to a moment; whether it runs stays as it was. */
  set(moment: string): void;
  run(runs: boolean): void;
}

export function clockOf(state: TenantState, machine: () => number = Date.now): Clock {
  const now = () => {
    const { now, runs, anchoredAt } = state.clock;
    const passed = runs ? machine() - anchoredAt : 0;
    return new Date(Date.parse(now) + passed).toISOString();
  };
  const anchor = (moment: string, runs: boolean) => {
    state.clock = { now: new Date(moment).toISOString(), runs, anchoredAt: machine() };
  };
  return {
    now,
    set: (moment) => anchor(moment, state.clock.runs),
    run: (runs) => anchor(now(), runs),
  };
}
