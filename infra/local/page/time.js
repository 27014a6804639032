// Times and days as the person being played reads them.

let zone = 'UTC';

/** @param {string} timeZone IANA name; one that the browser does not know is read as UTC */
export function readTimesIn(timeZone) {
  try {
    zone = new Intl.DateTimeFormat('en-GB', { timeZone }).resolvedOptions().timeZone;
  } catch {
    zone = 'UTC';
  }
}

const write = (at, options) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options }).format(new Date(at));

export const timeOf = (at) => write(at, { hour: '2-digit', minute: '2-digit' });
export const dayOf = (at) => write(at, { weekday: 'long', day: 'numeric', month: 'long' });
export const dateOf = (at) =>
  write(at, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
export const shortOf = (at) => write(at, { day: 'numeric', month: 'short' });
export const momentOf = (at) => write(at, { dateStyle: 'full', timeStyle: 'short' });
export const zoneName = () => zone.replaceAll('_', ' ');
