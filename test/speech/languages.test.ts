// Our languages: what is complete in which, who speaks it then, and what a tag asks for.
import { describe, expect, test } from 'vitest';
import { languageOf, speaker } from '../../bot/speech/say.ts';
import de from '../../bot/words/de.json' with { type: 'json' };
import en from '../../bot/words/en.json' with { type: 'json' };
import es from '../../bot/words/es.json' with { type: 'json' };
import fr from '../../bot/words/fr.json' with { type: 'json' };
import { isComplete, isOf, languageIn, languages } from '../../bot/words/languages.ts';
import { shown } from '../../tab/parts/message.ts';

const catalogues: Record<(typeof languages)[number], Record<string, string>> = { en, de, fr, es };

test.each(languages)('In %s all is there that is read in the tab', (language) => {
  const read = Object.keys(en).filter(isOf(shown));
  expect(read.length).toBeGreaterThan(400);
  expect(read.filter((it) => !Object.hasOwn(catalogues[language], it))).toEqual([]);
});

test.each(languages)('In %s what a button is called aloud has in it what stands on it', (language) => {
  const words = catalogues[language];
  const named = Object.keys(words).filter((it) => it.endsWith('This') && it.slice(0, -4) in words);
  expect(named.length).toBeGreaterThan(10);
  const isSaid = (it: string) =>
    words[it]?.toLowerCase().includes(words[it.slice(0, -4)]?.toLowerCase() ?? '');
  expect(named.filter((it) => !isSaid(it))).toEqual([]);
});

describe('A language is spoken', () => {
  const english = { 'a.one': '', 'a.two': '', 'b.one': '' };
  const half = { 'a.one': '', 'a.two': '' };

  test('where every sentence that is said there is in its catalogue', () => {
    expect(isComplete(english, half, isOf(['a']))).toBe(true);
    expect(isComplete(english, half, isOf(['a', 'b']))).toBe(false);
    expect(isComplete(english, half)).toBe(false);
    expect(isOf(['a'])('ab.one')).toBe(false);
  });

  test('by the bot once it has them all, and until then the bot speaks English', () => {
    for (const it of languages)
      expect(languageOf(`${it}-xy`)).toBe(isComplete(en, catalogues[it]) ? it : 'en');
  });

  test.each([
    ['de', 'de'],
    ['DE-at', 'de'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['pt-br', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('when %s asks for it: %s', (tag, language) => expect(languageIn(languages, tag)).toBe(language));
});

test('A sentence that a language does not have yet is said in English', () => {
  for (const language of languages)
    for (const key of ['refused.inThePast', 'help.title'] as const)
      expect(speaker(language)(key)).toBe(catalogues[language][key] ?? en[key]);
});
