// Lives of communities drawn by chance: whatever their members, strangers and the clock do in whatever order, what always holds still holds.
import fc from 'fast-check';
import { test } from 'vitest';
import { rules as ofAll, unsound } from '../lifecycle/invariants.ts';
import type { Company } from '../lifecycle/world.ts';
import { begun, type Move, move, play } from './moves.ts';
import { rules } from './rules.ts';

const seed = Number(process.env.SEED ?? 1);

/** Of those that hold for every stream. */
const alsoHere = [
  'a group lives through its phases in order',
  'a refusal changes nothing',
  'whatever is pointed at was written',
  'no event and no news carries a text',
  'only people who are there are told anything',
];
const all = { ...rules, ...Object.fromEntries(alsoHere.map((name) => [name, ofAll[name]])) };

/** Plays the moves and says what broke, with every command that led there. */
function live(settled: boolean, moves: readonly Move[]): string[] {
  const story: string[] = [];
  const faults: string[] = [];
  const after = moves.reduce<Company>((so, chance) => {
    if (faults.length > 0) return so;
    return play(so, chance, (before, handled) => {
      const { do: name, ...fields } = handled.command;
      story.push(`${handled.by.slice(-2)} ${name} ${JSON.stringify(fields)} → ${handled.refused ?? 'done'}`);
      for (const [rule, found] of Object.entries(all)) {
        const broken = found?.({ before, handled }) ?? [];
        if (broken.length > 0) faults.push(`${rule}: ${JSON.stringify(broken)}`);
      }
    });
  }, begun(settled));
  faults.push(...unsound(after));
  return faults.length > 0 ? [...faults, ...story] : [];
}

const moves = fc.noBias(fc.array(move, { maxLength: 80, size: 'max' }));
const lives = fc.property(fc.nat({ max: 4 }), moves, (from, all) => {
  const faults = live(from > 0, all);
  if (faults.length > 0) throw new Error(faults.join('\n'));
});

test(`five hundred lives keep every rule (seed ${seed})`, () => {
  fc.assert(lives, { seed, numRuns: 500 });
});
