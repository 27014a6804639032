// A field of a card that may be left empty: Teams sends it as empty text, or not at all.
import { z } from 'zod';

export const optional = <S extends z.ZodType>(shape: S) =>
  z
    .preprocess((it) => (typeof it === 'string' && it.trim() === '' ? undefined : it), shape.optional())
    .optional();
