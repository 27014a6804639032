// What the tab says, made ready while it is built: the catalogue's ICU messages without the parser that reads them.
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import { families, type Message, type Part } from './parts/message.ts';

type Catalogue = Record<string, string>;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const languages = ['en', 'de', 'fr', 'es'] as const;

const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`../bot/words/${language}.json`, import.meta.url), 'utf8')) as Catalogue;

function part(element: Element): Part {
  switch (element.type) {
    case 0:
      return element.value;
    case 1:
      return [element.value];
    case 2:
      return [element.value, 1];
    case 5:
    case 6: {
      const arms = Object.entries(element.options).map(([arm, { value }]) => [arm, message(value)]);
      return [element.value, Object.fromEntries(arms) as Record<string, Message>];
    }
    case 7:
      return 0;
    default:
      throw new Error(`The tab has no way to say a part of type ${element.type}.`);
  }
}

const message = (elements: Element[]): Message => {
  const [only] = elements;
  return elements.length === 1 && only?.type === 0 ? only.value : elements.map(part);
};

export const compileMessage = (text: string): Message =>
  message(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());

const spokenHere = (key: string) => families.some((it) => key.startsWith(`${it}.`));

/** A language without one of the tab's sentences is not offered: half a page in another language helps nobody. */
function complete(): string[] {
  const keys = Object.keys(read('en')).filter(spokenHere);
  return languages.filter((it) => {
    const catalogue = read(it);
    return keys.every((key) => Object.hasOwn(catalogue, key));
  });
}

const compiled = (language: string) => {
  const spoken = Object.entries(read(language)).filter(([key]) => spokenHere(key));
  return Object.fromEntries(spoken.map(([key, text]) => [key, compileMessage(text)]));
};

/** `virtual:words` lists the languages, each in a chunk of its own. */
export function words(): Plugin {
  const prefix = 'virtual:words';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const [, language] = id.split('/');
      if (language) return `export default ${JSON.stringify(compiled(language))};`;
      const loaders = complete().map((it) => `${it}: () => import('${prefix}/${it}')`);
      return `export default { ${loaders.join(', ')} };`;
    },
  };
}
