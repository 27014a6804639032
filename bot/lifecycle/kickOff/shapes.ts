// Shapes of what a card sends of a time and of an answer: from its inputs everything arrives as text.
import { z } from 'zod';

export const yesNo = z.union([z.boolean(), z.stringbool({ truthy: ['true'], falsy: ['false'] })]);

const isZone = (zone: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};

/** The zones of the IANA database; an offset knows no summer time. */
const zone = z.string().refine((it) => /^[A-Za-z]/.test(it) && isZone(it));

export const localTime = {
  date: z.iso.date(),
  time: z.iso.time({ precision: -1 }),
  zone,
};
