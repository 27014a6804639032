// How long a text may be, said once for commands, cards and refusals.
import { z } from 'zod';

/** Longest texts in code points: a line (title, name), a sentence (objective, question), a passage (evidence, note). */
export const most = { line: 80, sentence: 300, passage: 1000 } as const;

const written = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .refine((text) => text.length > 0, { error: 'empty' })
    .refine((text) => [...text].length <= longest, { error: 'tooLong', params: { most: longest } });

export const line = written(most.line);
export const sentence = written(most.sentence);
export const passage = written(most.passage);

/** Our own ids, and only those: UUIDs. */
export const id = z.uuid();
