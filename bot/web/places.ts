// Addresses that the tab may lead to: links of people that are safe, and the pages that everyone can read.
import { safeLink } from '../cards/escape.ts';
import type { Placed } from '../group/group.ts';

export const https = (address: string | undefined): string | null =>
  address === undefined ? null : (safeLink(address)?.url ?? null);

/** The page that everyone can read, once it is there. */
export const pageOf = ({ place }: Pick<Placed, 'place'>): string | null =>
  place.published ? https(place.url) : null;
