// Moments in the reader's own language and zone.

/** "Monday, 23 November, 10:00 CET": the zone is said, because colleagues may live in another. */
export const moment = (at: string, language: string, zone?: string): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
