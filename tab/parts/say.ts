// The sentences of the reader's language, loaded once, and the way parts of the page say them.

import loaders from 'virtual:words';
import { createContext, use } from 'react';
import type en from '../../bot/words/en.json';
import { languageIn } from '../../bot/words/languages.ts';
import { type Arguments, type families, type lateFamilies, type Message, said } from './message.ts';

type Family = (typeof families)[number] | (typeof lateFamilies)[number];
export type Key = Extract<keyof typeof en, `${Family}.${string}`>;
export type Say = (key: Key, args?: Arguments) => string;

export interface Speech {
  language: string;
  /** How numbers and times are written: the reader's own region where it speaks the language. */
  region: string;
  say: Say;
}

/** `tag`: as the client names the reader's language, such as `de-at`. */
export async function speechOf(tag: string): Promise<Speech> {
  const language = languageIn(Object.keys(loaders), tag);
  const region = tag.toLowerCase().startsWith(language) ? tag : language;
  const catalogue = ((await loaders[language]?.())?.default ?? {}) as Readonly<Record<string, Message>>;
  return { language, region, say: (key, args) => said(catalogue[key] ?? key, region, args) };
}

export const SpeechContext = createContext<Speech>({ language: 'en', region: 'en', say: (key) => key });

export const useSpeech = (): Speech => use(SpeechContext);
export const useSay = (): Say => useSpeech().say;
