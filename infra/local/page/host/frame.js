// One framed page of the app: its iframe from another origin, what every such page may ask, and what it is told.
import { h } from '../dom.js';
import { watchTheme } from '../theme.js';
import { commonFunctions } from './functions.js';
import { noteFor } from './notes.js';
import { addressOf } from './surface.js';
import { wire } from './wire.js';

/** How long Teams waits for a tab that promised to say when it is ready. */
const PATIENCE_MS = 30_000;

/** What Teams lets a framed page do. */
const SANDBOX = [
  'allow-forms',
  'allow-modals',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-pointer-lock',
  'allow-scripts',
  'allow-same-origin',
  'allow-downloads',
].join(' ');

/**
 * @param {import('./surface.js').Surface} surface
 * @param {import('./wire.js').Functions} [more] what only this kind of surface may ask
 */
export function framed(surface, more = {}) {
  const { hosting } = surface;
  const address = addressOf(surface);
  const status = h('div', { class: 'tab-status', role: 'status' });
  const frame = h('iframe', {
    class: 'tab-frame',
    title: surface.label,
    sandbox: SANDBOX,
    allow: 'clipboard-write',
    src: address ?? 'about:blank',
  });
  const element = h('div', { class: 'tab-surface' }, status, frame);
  /** @type {Set<string>} */
  const registered = new Set();
  let onBack = () => {};
  let timer;

  const told = (...children) => status.replaceChildren(...children);
  const arrived = () => {
    clearTimeout(timer);
    told();
    element.classList.remove('waiting');
  };
  const failed = (words) => {
    arrived();
    const again = () => {
      wait();
      frame.src = address;
    };
    told(h('p', {}, words), h('button', { type: 'button', class: 'plain', onclick: again }, 'Try again'));
  };
  const wait = () => {
    if (!hosting.waits) return told();
    element.classList.add('waiting');
    told(h('p', {}, `${surface.label} is loading…`));
    timer = setTimeout(() => failed(`${surface.label} does not answer.`), PATIENCE_MS);
  };
  const register = (name) => {
    registered.add(name);
    if (name === 'backButton') onBack();
  };

  const line = wire({
    frame,
    origin: hosting.origins.here,
    functions: { ...commonFunctions(surface, { arrived, failed, register }), ...more },
    note: (refusal) => noteFor(hosting.user.name, surface.url, refusal),
  });
  const stopWatching = watchTheme((theme) => {
    if (registered.has('themeChange')) line.send('themeChange', theme);
  });
  if (address) wait();
  else told(h('p', {}, 'This address is not one of the app, so it is not framed.'));
  return {
    element,
    send: line.send,
    /** Whether the page wants to hear of Back; until it does, Back is the browser's. */
    hasBack: () => registered.has('backButton'),
    back: () => line.send('backButtonPress'),
    watchBack: (watcher) => {
      onBack = watcher;
    },
    close: () => {
      clearTimeout(timer);
      stopWatching();
      line.close();
    },
  };
}
