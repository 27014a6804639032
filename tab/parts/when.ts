// Moments as the reader's own region and clock write them.

/** `zone`: the reader's own as the app knows it, so that the tab says the same time as the chat. "Monday, 23 November, 10:00 CET": the zone is said, because colleagues may live in another. */
export const moment = (at: string, region: string, zone?: string): string =>
  new Intl.DateTimeFormat(region, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    // Until the app has learnt where somebody lives, their device knows it better.
    ...(zone && zone !== 'UTC' ? { timeZone: zone } : {}),
  }).format(new Date(at));

/** "23 November": the day is enough where it is about weeks. */
export const day = (at: string, region: string): string =>
  new Intl.DateTimeFormat(region, { day: 'numeric', month: 'long' }).format(new Date(at));
