// The sentences of the reader's language, loaded once, and the way parts of the page say them.
import { createContext, use } from 'react';
import loaders from 'virtual:words';
import type en from '../../bot/words/en.json';
import { type Arguments, type families, type Message, said } from './message.ts';

export type Key = Extract<keyof typeof en, `${(typeof families)[number]}.${string}`>;
export type Say = (key: Key, args?: Arguments) => string;

export interface Speech {
  language: string;
  say: Say;
}

/** The language of ours that a tag such as `de-AT` asks for; English when we do not speak it. */
export function languageOf(tag: string): string {
  const primary = tag.toLowerCase().split('-')[0] ?? '';
  return Object.hasOwn(loaders, primary) ? primary : 'en';
}

export async function speechOf(language: string): Promise<Speech> {
  const catalogue: Readonly<Record<string, Message>> = (await loaders[language]?.())?.default ?? {};
  return { language, say: (key, args) => said(catalogue[key] ?? key, language, args) };
}

export const SpeechContext = createContext<Speech>({ language: 'en', say: (key) => key });

export const useSpeech = (): Speech => use(SpeechContext);
export const useSay = (): Say => useSpeech().say;
