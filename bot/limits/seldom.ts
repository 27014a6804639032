// PURE: lines about what happens again and again: the first, the tenth, the hundredth of a kind in an hour, each with its count.

type Line = (what: string, ids: Record<string, string>) => void;

const hour = 60 * 60 * 1000;
/** Kinds are ours and few; what a stranger could name is not among them. */
const mostKinds = 1000;

/** `machine`: milliseconds. A kind is what happened and why (`ids.why`). */
export function seldom(
  line: (what: string, ids: Record<string, string | number>) => void,
  machine: () => number,
): Line {
  const kinds = new Map<string, { since: number; times: number }>();
  return (what, ids) => {
    const kind = `${what} ${ids.why ?? ''}`;
    const known = kinds.get(kind);
    const fresh = known && machine() - known.since < hour ? known : { since: machine(), times: 0 };
    fresh.times += 1;
    if (kinds.size < mostKinds || known) kinds.set(kind, fresh);
    if (Number.isInteger(Math.log10(fresh.times))) line(what, { ...ids, times: fresh.times });
  };
}
