// The built tab in the languages of its readers: all of it is said in theirs, it fits, and it changes while one looks.
import { describe, expect, test } from 'vitest';
import de from '../../bot/words/de.json' with { type: 'json' };
import en from '../../bot/words/en.json' with { type: 'json' };
import es from '../../bot/words/es.json' with { type: 'json' };
import fr from '../../bot/words/fr.json' with { type: 'json' };
import { isOf } from '../../bot/words/languages.ts';
import { families } from '../../tab/parts/message.ts';
import { broken, channel, type Look, looks, personal, seen } from './looks.ts';
import { eachInWindow, type Window } from './window.ts';

let window: Window;
eachInWindow((it) => {
  window = it;
});

const catalogues = { de, fr, es } as const;
type Foreign = keyof typeof catalogues;

/** Sentences of the tab that have nothing put into them and that nobody may have written, in English and in that language. */
const pairs = (language: Foreign) =>
  Object.entries(en)
    .filter(([key, text]) => isOf(families)(key) && !/example$/i.test(key) && !text.includes('{'))
    .map(([key, text]) => [text, (catalogues[language] as Record<string, string>)[key] ?? ''] as const);

/** What is to be seen there in that language; what people wrote, or has something put into it, is left out. */
function inLanguage(look: Look, language: Foreign): Look {
  const said = (text: string) => pairs(language).find(([english]) => english.includes(text))?.[1];
  const texts = look.texts.flatMap((it) => said(it) ?? []);
  const { enter, ...rest } = look;
  return { ...rest, texts, ...(enter ? { enter: said(enter) ?? '' } : {}) };
}

const isProof = process.env.PROOF === 'all';
const seed = Number(process.env.SEED ?? 0);
const ways = (['de', 'fr', 'es'] as const).flatMap((language) =>
  (['default', 'dark', 'contrast'] as const).flatMap((theme) =>
    [320, 1280].map((width) => ({ language, theme, width })),
  ),
);
/** Each page in English is in a matrix of its own: of these a third is drawn, each in one way. */
const matrix = Object.entries(looks).flatMap(([name, look], n) =>
  ways
    .filter((_, way) => isProof || (n % 3 === seed % 3 && way === (seed + n) % ways.length))
    .map((way) => ({ name, look, ...way })),
);

describe('Every page', () => {
  test.each(matrix)(
    'shows $name in $language, $theme at $width px',
    async ({ look, language, theme, width }) => {
      await window.page.setViewportSize({ width, height: 800 });
      const frame = await window.open({ ...look.framing, theme, locale: `${language}-${language}` });
      await seen(frame, inLanguage(look, language));
      expect(await frame.evaluate('document.documentElement.lang')).toBe(language);
      const sentences = pairs(language).filter(([it, other]) => it !== other && it.length > 8);
      let text = '';
      // Some pages say nothing that could be waited for by name.
      await expect
        .poll(async () => {
          text = await frame.evaluate<string>('document.body.innerText');
          return sentences.filter(([, it]) => text.includes(it)).length;
        })
        .toBeGreaterThan(2);
      expect(sentences.filter(([it]) => text.includes(it))).toEqual([]);
      expect(await frame.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await broken(window.page)).toEqual([]);
    },
  );
});

describe('The language', () => {
  const back = (frame: { evaluate(script: string): Promise<unknown> }) =>
    frame.evaluate('document.dispatchEvent(new Event("visibilitychange"))');

  test('follows Teams while one looks, with days and numbers, and the app is asked in it', async () => {
    await window.page.setViewportSize({ width: 1280, height: 800 });
    const frame = await window.open(channel);
    await frame.getByText('Next meeting').waitFor();
    for (const [locale, heading, start] of [
      ['de-at', 'Nächstes Treffen', 'Montag, 23. November'],
      ['fr-ca', 'Prochaine réunion', 'lundi 23 novembre'],
      ['es-es', 'Próxima reunión', 'lunes, 23 de noviembre'],
      ['pt-br', 'Next meeting', 'Monday'],
    ] as const) {
      await window.teams(`toLocale("${locale}")`);
      await back(frame);
      await frame.getByRole('heading', { name: heading }).waitFor();
      await frame.getByText(start).waitFor();
      const language = locale === 'pt-br' ? 'en' : locale.slice(0, 2);
      await expect.poll(() => frame.evaluate('document.documentElement.lang')).toBe(language);
      await back(frame);
      await expect.poll(() => window.api.languages.at(-1)).toBe(language);
    }
    expect(window.faults()).toEqual([]);
  });

  test('keeps what is being written, and says a no in the language of the page', async () => {
    const frame = await window.open({ ...personal, locale: 'en-gb' });
    await frame.getByRole('button', { name: 'Check in' }).click();
    const box = frame.getByRole('textbox', { name: 'What happened?' });
    await box.fill('Ich habe zwei Fragen gestellt.');
    await window.teams('toLocale("de-de")');
    await back(frame);
    const form = frame.getByRole('form', { name: 'Wie läuft es?' });
    await form.waitFor();
    expect(await form.getByRole('textbox').inputValue()).toBe('Ich habe zwei Fragen gestellt.');
    await form.getByRole('button', { name: 'Einchecken' }).click();
    await form.getByText('Wähle, wie weit du bist.').waitFor();
  });
});
