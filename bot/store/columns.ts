// How values become columns and come back: instants as text of one width, JSON as opaque text.
import type { At } from '../lifecycle/decision.ts';

/** As text `08:00:00.500Z` comes before `08:00:00Z`: every instant that is compared has milliseconds. */
export const instant = (at: At): At => Temporal.Instant.from(at).toString({ smallestUnit: 'millisecond' });

/** PostgreSQL's text holds every sign but this one, and nobody sees it. */
export const storable = (text: string): string => text.replaceAll('\u0000', '');

export const toJson = (value: object): string => JSON.stringify(value);

/** Only for text that `toJson` wrote. */
export const fromJson = <T>(text: string): T => JSON.parse(text);
