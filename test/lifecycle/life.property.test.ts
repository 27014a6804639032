// Whole lives drawn by chance: whatever people and the clock do in whatever order, what always holds still holds.
import fc from 'fast-check';
import { test } from 'vitest';
import { broken, unsound } from './invariants.ts';
import { type Move, move, play } from './moves.ts';
import { begun, type Opening, openings } from './openings.ts';
import type { Company } from './world.ts';

const seed = Number(process.env.SEED ?? 1);

/** Plays the moves and says what broke, with every command that led there. */
function live(opened: Opening, moves: readonly Move[]): { faults: string[]; after: Company } {
  const story: string[] = [];
  const faults: string[] = [];
  const after = moves.reduce<Company>((so, chance) => {
    if (faults.length > 0) return so;
    return play(so, chance, (before, handled) => {
      const { do: name, ...fields } = handled.command;
      story.push(
        `${handled.by.slice(-2)} ${name} ${JSON.stringify(fields)} → ${handled.refused ?? handled.turns.map((it) => it.event.type).join(', ')}`,
      );
      if (faults.length === 0) faults.push(...broken({ before, handled }));
    });
  }, begun(opened));
  faults.push(...unsound(after));
  return { faults: faults.length > 0 ? [...faults, ...story] : [], after };
}

/** Kept short where something breaks: what broke, then every command that led there. */
const lives = fc.property(
  openings,
  fc.noBias(fc.array(move, { maxLength: 60, size: 'max' })),
  (opened, moves) => {
    const { faults } = live(opened, moves);
    if (faults.length > 0) throw new Error(faults.join('\n'));
  },
);

test(`a thousand lives keep every rule (seed ${seed})`, () => {
  fc.assert(lives, { seed, numRuns: 1000 });
});
