// From a key of the catalogue and its arguments to a sentence in the reader's language.
import { IntlMessageFormat } from 'intl-messageformat';
import de from '../words/de.json' with { type: 'json' };
import en from '../words/en.json' with { type: 'json' };
import es from '../words/es.json' with { type: 'json' };
import fr from '../words/fr.json' with { type: 'json' };
import { isComplete, type Language, languageIn, languages } from '../words/languages.ts';

export type Key = keyof typeof en;
export type Arguments = Record<string, string | number>;
export type Say = (key: Key, args?: Arguments) => string;

/** Every refusal has a sentence: `refused.<name>`. */
export type RefusalName = Key extends infer K ? (K extends `refused.${infer Name}` ? Name : never) : never;

/** Every reason why something is not taken back has a sentence: `noUndo.<name>`. */
export type NoUndoName = Key extends infer K ? (K extends `noUndo.${infer Name}` ? Name : never) : never;

export { type Language, languages };

const catalogues: Record<Language, Record<string, string>> = { en, de, fr, es };

const compiled = new Map<string, IntlMessageFormat>();

function message(language: Language, key: Key): IntlMessageFormat {
  const id = `${language} ${key}`;
  const known = compiled.get(id);
  if (known) return known;
  const made = new IntlMessageFormat(catalogues[language][key] ?? en[key], language, undefined, {
    ignoreTag: true,
  });
  compiled.set(id, made);
  return made;
}

export const speaker =
  (language: Language): Say =>
  (key, args) =>
    String(message(language, key).format(args));

/** The bot says everything, so it speaks a language once the whole catalogue is there. */
const spoken = languages.filter((it) => isComplete(en, catalogues[it]));

/** The language that the bot speaks with somebody whose own is that BCP 47 tag. */
export const languageOf = (tag: string | undefined): Language => languageIn(spoken, tag);

export const isKey = (key: string): key is Key => Object.hasOwn(en, key);
