// How long a text may be, said once for commands, cards and refusals.
import { z } from 'zod';
import { clean } from '../cards/escape.ts';

/** Longest texts in code points: a line (title, name), a sentence (objective, question), a passage (evidence, note). */
export const most = { line: 80, sentence: 300, passage: 1000 } as const;

const written = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    // What nobody can see is no text.
    .refine((text) => clean(text).trim() !== '', { error: 'empty' })
    .refine((text) => [...text].length <= longest, { error: 'tooLong', params: { most: longest } });

export const line = written(most.line);
export const sentence = written(most.sentence);
export const passage = written(most.passage);

/** Equal for texts that differ in nothing but case, spaces and punctuation. */
export const wording = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || text;

/** A whole number as a card sends it: from its data as a number, from an input as digits; nothing else is one. */
export const whole = (least: number, greatest: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ])
    .pipe(z.number().int().min(least).max(greatest));

/** Our own ids, and only those: UUIDs. */
export const id = z.uuid();
