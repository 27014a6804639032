// PURE: our languages, and the one rule for when something is said in one of them.

export const languages = ['en', 'de', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

type Catalogue = Readonly<Record<string, string>>;

/** `families`: what keys begin with, such as `tab` or `project.kind`. */
export const isOf =
  (families: readonly string[]) =>
  (key: string): boolean =>
    families.some((it) => key.startsWith(`${it}.`));

/**
 * Whether a place that says these keys of English can be shown in that language: only when all of them are there, since
 * half a page in another language helps nobody.
 */
export const isComplete = (
  english: Catalogue,
  catalogue: Catalogue,
  says: (key: string) => boolean = () => true,
) => Object.keys(english).every((key) => !says(key) || Object.hasOwn(catalogue, key));

/** The one of these that a BCP 47 tag, or the first of a list of them, asks for; English when it is none of them. */
export function languageIn<L extends string>(among: readonly L[], tag: string | undefined): L | 'en' {
  const primary = tag?.toLowerCase().split(/[-,;]/)[0];
  return among.find((it) => it === primary) ?? 'en';
}
