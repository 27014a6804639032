// Keeps who you are and what you look at in the address, so that two windows can be two people.

/**
 * @typedef {{ as?: string, view?: string, channel?: string, tab?: string, sub?: string, post?: string, text?: string,
 *   page?: string, plan?: string, mail?: string, q?: string, link?: string }} Address
 *   `sub`: where within a tab; `post`: the message that is pointed at; `text`: what a link wants to have written;
 *   `q`: what is searched for; `link`: one of Teams that is to be followed
 */

/** Of one view or one person; they go when another is chosen. */
const PASSING = ['tab', 'sub', 'post', 'text', 'q', 'link'];
const CHOSEN = ['channel', 'page', 'plan', 'mail'];
const PARTS = ['as', 'view', ...CHOSEN, ...PASSING];

const without = (parts) => Object.fromEntries(parts.map((part) => [part, '']));

/** What an address says when it leads to another view, or to another person. */
export const ANOTHER_VIEW = without(PASSING);
export const ANOTHER_PERSON = without([...PASSING.filter((part) => part !== 'link'), ...CHOSEN]);

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
