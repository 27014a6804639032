// Reads the id out of an @odata.bind link, which names another object by its URL.
import { z } from 'zod';
import { graphRoot } from './answer.ts';

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function boundId(url: string, collection: string): string | undefined {
  if (!url.startsWith(`${graphRoot}/${collection}`)) return undefined;
  const [, quoted, plain] =
    /^(?:\('([^']+)'\)|\/([^/]+))$/.exec(url.slice(`${graphRoot}/${collection}`.length)) ?? [];
  return decoded(quoted ?? plain ?? '') || undefined;
}

/** The link in a body, read as the id that it names. */
export const linkTo = (collection: string) =>
  z
    .string()
    .transform((url) => boundId(url, collection) ?? '')
    .refine((id) => id !== '', `must be ${graphRoot}/${collection}/{id}`);
