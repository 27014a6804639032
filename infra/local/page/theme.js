// The theme that the page wears: chosen in the bar, kept in the browser, and told to everyone who wears it too.

const dark = matchMedia('(prefers-color-scheme: dark)');
/** @type {Set<(theme: string) => void>} */
const watchers = new Set();
let told = '';

const choice = () => document.getElementById('theme');

/** As Teams calls it: default, dark or contrast. */
export function themeNow() {
  const { value } = choice();
  const chosen = value === 'system' ? (dark.matches ? 'dark' : 'light') : value;
  return chosen === 'light' ? 'default' : chosen;
}

/** @param {(theme: string) => void} watcher @returns {() => void} stops watching */
export function watchTheme(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function wear() {
  const { value } = choice();
  document.documentElement.dataset.theme = value;
  localStorage.setItem('theme', value);
  if (told === themeNow()) return;
  told = themeNow();
  for (const watcher of watchers) watcher(told);
}

export function wearTheme() {
  choice().value = localStorage.getItem('theme') ?? 'system';
  choice().addEventListener('change', wear);
  dark.addEventListener('change', wear);
  wear();
}
