// What the tab was built to say is what the catalogue says, for every sentence and every number.
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import de from '../../bot/words/de.json' with { type: 'json' };
import en from '../../bot/words/en.json' with { type: 'json' };
import es from '../../bot/words/es.json' with { type: 'json' };
import fr from '../../bot/words/fr.json' with { type: 'json' };
import { isOf } from '../../bot/words/languages.ts';
import { compileMessage } from '../../tab/compileWords.ts';
import { families, said } from '../../tab/parts/message.ts';

const catalogues: Record<string, Record<string, string>> = { en, de, es, fr };
const spoken = Object.entries(catalogues).flatMap(([language, catalogue]) =>
  Object.entries(catalogue)
    .filter(([key]) => isOf(families)(key))
    .map(([key, text]) => ({ language, key, text })),
);

/** Every argument a sentence may ask for: the ones it names, with numbers where it counts. */
const argumentsOf = (text: string, n: number) =>
  Object.fromEntries(
    [...text.matchAll(/\{(\w+)(, (?:number|plural))?[,}]/g)].map(([, name, counted]) => [
      name,
      counted ? n : 'Ana',
    ]),
  );

describe('The sentences of the tab', () => {
  test('are there', () => expect(spoken.length).toBeGreaterThan(150));

  test.each([0, 1, 2, 5, 1234])('are said as the catalogue says them, with %i', (n) => {
    for (const { language, key, text } of spoken) {
      const args = argumentsOf(text, n);
      const wanted = new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).format(args);
      expect(said(compileMessage(text), language, args), `${language} ${key}`).toBe(wanted);
    }
  });

  test('choose an arm by a word, too', () => {
    const text = '{kind, select, day {tomorrow} other {{n, plural, one {# week} other {# weeks}} later}}';
    const compiled = compileMessage(text);
    expect(said(compiled, 'en', { kind: 'day', n: 2 })).toBe('tomorrow');
    expect(said(compiled, 'en', { kind: 'week', n: 1 })).toBe('1 week later');
  });

  test('that the tab cannot say stop the build', () => {
    expect(() => compileMessage('on {day, date}')).toThrow('no way to say');
  });
});
