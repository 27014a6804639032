// The two times: calendar time from an address when there is one, else the machine's; and machine time for leases.
import type { Clock } from './ports.ts';

/** Loopback answers at once, on a machine that is not busy; a turn has 15 s. */
const patience = 8000;

export function clockFrom(url: string | undefined): Clock {
  return {
    machine: () => Date.now(),
    async calendar() {
      if (!url) return Temporal.Now.instant().toString({ smallestUnit: 'millisecond' });
      const answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
      const { now } = (await answer.json()) as { now?: unknown };
      if (typeof now !== 'string')
        throw new Error(`The clock at CLOCK_URL gave no time (status ${answer.status}).`);
      return Temporal.Instant.from(now).toString({ smallestUnit: 'millisecond' });
    },
  };
}
