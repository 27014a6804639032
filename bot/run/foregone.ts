// Acts whose end is known beforehand: nothing is called.
import type { Act, Result } from './acts.ts';
import type { Outcome } from './ports.ts';

export const refused = (code: string): Act => ({ call: async () => ({ is: 'refused', code, status: 0 }) });

/** There already. */
export function done(result: Result): Pick<Act, 'call' | 'find'> {
  const there = async (): Promise<Outcome<Result>> => ({ is: 'done', value: result });
  return { call: there, find: there };
}
