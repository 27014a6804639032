// PURE: how much one person, and all people together, may ask for in a minute: allowances that fill again while time passes.

/** Requests a minute; as many may come at once after a quiet minute. */
export interface Rates {
  person: number;
  tenant: number;
}

export type Taken =
  | { ok: true }
  /** Whole seconds until the same request would be taken; `first`: nobody has been told so in the last minute. */
  | { ok: false; seconds: number; first: boolean };

export interface Allowances {
  /** `cost`: in requests; looking costs less than acting. */
  take(tenant: string, person: string, cost: number): Taken;
}

/** What is asked for with a wish to change something, and what an open page asks for on its own. */
export const acting = 1;
export const looking = 0.25;

interface Allowance {
  left: number;
  at: number;
  toldAt: number;
}

const minute = 60_000;

/**
 * Held in memory by each process, so several replicas together allow that many times as much: a count in the database would
 * cost a write for each request, most of all in a flood. `machine`: milliseconds.
 * What is refused to one person takes nothing from the others.
 */
export function allowances(rates: Rates, machine: () => number): Allowances {
  const known = new Map<string, Allowance>();
  let cleared = machine();

  const allowanceOf = (name: string, most: number): Allowance => {
    const now = machine();
    const kept = known.get(name) ?? { left: most, at: now, toldAt: Number.NEGATIVE_INFINITY };
    const passed = Math.max(0, now - kept.at);
    const filled = { ...kept, left: Math.min(most, kept.left + (most * passed) / minute), at: now };
    known.set(name, filled);
    return filled;
  };

  const forgetFull = () => {
    const now = machine();
    if (now - cleared < minute) return;
    cleared = now;
    for (const [name, { at }] of known) if (now - at >= minute) known.delete(name);
  };

  const secondsUntil = ({ left }: Allowance, most: number, cost: number) =>
    Math.ceil(((cost - left) * minute) / most / 1000);

  return {
    take(tenant, person, cost) {
      forgetFull();
      const own = allowanceOf(`${tenant} ${person}`, rates.person);
      const all = allowanceOf(tenant, rates.tenant);
      const seconds = Math.max(secondsUntil(own, rates.person, cost), secondsUntil(all, rates.tenant, cost));
      if (seconds <= 0) {
        own.left -= cost;
        all.left -= cost;
        return { ok: true };
      }
      const first = machine() - own.toldAt >= minute;
      if (first) own.toldAt = machine();
      return { ok: false, seconds, first };
    },
  };
}
