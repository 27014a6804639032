// Identifiers that look like Microsoft's and come out the same for the same words.
import { createHash } from 'node:crypto';

const digest = (words: string[]) => createHash('sha256').update(words.join('\n')).digest();

/** A GUID (version 4 in shape) made of the given words. */
export function guidOf(...words: string[]): string {
  const bytes = digest(words).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** How the bot knows a person: never the object id, and never computable from it outside the tenant. */
export const teamsIdOf = (...words: string[]) => `29:1${digest(['person', ...words]).toString('base64url')}`;

/** The thread of a channel. */
export const threadIdOf = (...words: string[]) =>
  `19:${digest(['thread', ...words])
    .toString('hex')
    .slice(0, 32)}@thread.tacv2`;

/** A personal chat with the bot; it stays the same when the app is removed and installed again. */
export const chatIdOf = (...words: string[]) => `a:1${digest(['chat', ...words]).toString('base64url')}`;
