// Moments as people read them: in their language and time zone.
import type { At } from '../lifecycle/decision.ts';
import type { Language } from './say.ts';

/** English dates are day first, as in most of the offices that use it beside other languages. */
const locale = (language: Language) => (language === 'en' ? 'en-GB' : language);

export const day = (at: At, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(Temporal.Instant.from(at).epochMilliseconds);

/** For a button. */
export const brief = (at: At, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(Temporal.Instant.from(at).epochMilliseconds);

export const moment = (at: At, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(locale(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  }).format(Temporal.Instant.from(at).epochMilliseconds);
