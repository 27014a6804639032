// PURE: where the next page of a list begins, as text that goes out and comes back as it was.
import type { z } from 'zod';

export const writeCursor = (place: readonly (string | number)[] | null): string | null =>
  place && Buffer.from(JSON.stringify(place)).toString('base64url');

/** The place, null for the first page, or undefined for what no answer of that list ever gave. */
export function readCursor<Place>(
  shape: z.ZodType<Place>,
  text: string | undefined,
): Place | null | undefined {
  if (text === undefined) return null;
  try {
    return shape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}
