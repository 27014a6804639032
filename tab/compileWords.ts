// What the tab says, made ready while it is built: the catalogue's ICU messages without the parser that reads them.
import { readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import { isComplete, isOf, languages } from '../bot/words/languages.ts';
import { families, lateFamilies, type Message, type Part, shown } from './parts/message.ts';

type Catalogue = Record<string, string>;
type Element = ReturnType<IntlMessageFormat['getAst']>[number];

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

const spoken = () => languages.filter((it) => isComplete(read('en'), read(it), isOf(shown)));

const compiled = (language: string, among: readonly string[]) => {
  const said = Object.entries(read(language)).filter(([key]) => isOf(among)(key));
  return Object.fromEntries(said.map(([key, text]) => [key, compileMessage(text)]));
};

/** `virtual:words` lists the languages, each in a chunk of its own, and `virtual:words/late` what is said where few come. */
export function words(): Plugin {
  const prefix = 'virtual:words';
  return {
    name: 'words',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const [, first, second] = id.split('/');
      const isLate = first === 'late';
      const language = isLate ? second : first;
      if (language)
        return `export default ${JSON.stringify(compiled(language, isLate ? lateFamilies : families))};`;
      const from = isLate ? `${prefix}/late` : prefix;
      const loaders = spoken().map((it) => `${it}: () => import('${from}/${it}')`);
      return `export default { ${loaders.join(', ')} };`;
    },
  };
}
