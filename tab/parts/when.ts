// Moments as the reader's own region and clock write them.

/** "Monday, 23 November, 10:00 CET": the zone is said, because colleagues may live in another. */
export const moment = (at: string, region: string): string =>
  new Intl.DateTimeFormat(region, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(at));
