// Keeps who you are and what you look at in the address, so that two windows can be two people.

/**
 * @typedef {{ as?: string, view?: string, channel?: string, tab?: string, sub?: string, page?: string,
 *   plan?: string }} Address `sub`: where within a tab
 */

const PARTS = ['as', 'view', 'channel', 'tab', 'sub', 'page', 'plan'];

/** @returns {Address} */
export function here() {
  const given = new URLSearchParams(location.hash.slice(1));
  return Object.fromEntries(PARTS.flatMap((part) => (given.get(part) ? [[part, given.get(part)]] : [])));
}

/**
 * The address that differs from the present one as told; an empty text takes a part away.
 * @param {Address} change
 */
export function towards(change) {
  const parts = Object.entries({ ...here(), ...change }).filter(([, value]) => value);
  return `#${new URLSearchParams(parts)}`;
}

/** @param {Address} change */
export function go(change) {
  location.hash = towards(change);
}
