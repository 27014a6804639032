// Names that Teams takes, out of whatever people call a topic.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelName } from '../../bot/graph/names.ts';

test.each([
  ['Kubernetes a1b2c3d4', 'Kubernetes a1b2c3d4'],
  ['R&D: C++ / C# "basics"', 'R D C C basics'],
  ['.NET..Core.', 'NET.Core'],
  ['_vti_ hidden', 'hidden'],
  ['con', 'con 1'],
  ['LPT1', 'LPT1 1'],
  ['forms', 'forms 1'],
  ['tab\there\u0000', 'tab here'],
  ['\u202eabc', 'abc'],
  ['', 'Group'],
  ['***', 'Group'],
])('%j becomes %j', (words, name) => {
  expect(channelName(words)).toBe(name);
});

test('a long name keeps the id at its end', () => {
  const name = channelName(`${'very '.repeat(20)}long a1b2c3d4`);
  expect(name).toMatch(/^very .* a1b2c3d4$/);
  expect(name.length).toBeLessThanOrEqual(50);
});

test('a long name is not cut through a character', () => {
  const family = '👩‍👩‍👧';
  expect(channelName(family.repeat(20))).toBe(family.repeat(Math.floor(50 / family.length)));
  expect(channelName(`${'x'.repeat(49)}👍`)).toBe('x'.repeat(49));
});

/** Teams docs, limits and specifications, written down apart from the code. */
const bad = /[~#%&*{}+/\\:<>?|'",]|\.\.|\p{Cc}|^[_.]|\.$|_vti_/iu;
const reserved = /^(forms|con|conin\$|conout\$|prn|aux|nul|com[1-9]|lpt[1-9]|desktop\.ini)$/i;

test('whatever it is made of, Teams takes it, and it stays as it is when it is made again', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('~', '..', '.', '_', ' ', '_vti_', 'con', 'a1b2c3d4', '＆', '‥', '／', '\ud800'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const name = channelName(pieces.join(''));
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(50);
      expect(name).not.toMatch(bad);
      expect(name).not.toMatch(reserved);
      expect(name.trim()).toBe(name);
      expect(channelName(name)).toBe(name);
    }),
    { seed: Number(process.env.SEED ?? 1) },
  );
});
