// Which part of a large matrix runs: a share drawn by the seed, or all of it with PROOF=all.
const isProof = process.env.PROOF === 'all';

export interface Chosen<T> {
  cases: T[];
  /** What runs, in words. */
  said: string;
}

/** As many as asked, spread over the whole and moved by the seed. */
export function shareOf<T>(all: readonly T[], many: number): Chosen<T> {
  const stride = Math.floor(all.length / many);
  const first = Number(process.env.SEED ?? 0) % stride;
  const drawn = all.filter((_, at) => at % stride === first).slice(0, many);
  const cases = isProof ? [...all] : drawn;
  return { cases, said: `${cases.length} of ${all.length}${isProof ? '' : ' (PROOF=all runs them all)'}` };
}
