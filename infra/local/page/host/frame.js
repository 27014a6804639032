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
  const frame = h('iframe', {
    class: 'tab-frame',
    title: surface.label,
    sandbox: SANDBOX,
    allow: 'clipboard-write',
    src: address ?? 'about:blank',
  });
  const loading = loadingOf(surface, frame, address);
  /** @type {Set<string>} */
  const registered = new Set();
  let onBack = () => {};
  const register = (name) => {
    registered.add(name);
    if (name === 'backButton') onBack();
  };
  const line = wire({
    frame,
    origin: hosting.origins.here,
    functions: { ...commonFunctions(surface, { ...loading, register }), ...more },
    note: (refusal) => noteFor(hosting.user.name, surface.url, refusal),
  });
  const stopWatching = watchTheme((theme) => {
    if (registered.has('themeChange')) line.send('themeChange', theme);
  });
  return {
    element: loading.element,
    send: line.send,
    /** Whether the page wants to hear of Back; until it does, Back is the browser's. */
    hasBack: () => registered.has('backButton'),
    back: () => line.send('backButtonPress'),
    watchBack: (watcher) => {
      onBack = watcher;
    },
    close: () => {
      loading.arrived();
      stopWatching();
      line.close();
    },
  };
}

/** The frame and, above it, whether it is still loading or why it is not there. */
function loadingOf({ hosting, label }, frame, address) {
  const status = h('div', { class: 'tab-status', role: 'status' });
  const element = h('div', { class: 'tab-surface' }, status, frame);
  let timer;
  const arrived = () => {
    clearTimeout(timer);
    status.replaceChildren();
    element.classList.remove('waiting');
  };
  const failed = (words) => {
    arrived();
    const again = () => {
      wait();
      frame.src = address;
    };
    const button = h('button', { type: 'button', class: 'plain', onclick: again }, 'Try again');
    status.replaceChildren(h('p', {}, words), button);
  };
  const wait = () => {
    arrived();
    if (!hosting.waits) return;
    element.classList.add('waiting');
    status.append(h('p', {}, `${label} is loading…`));
    timer = setTimeout(() => failed(`${label} does not answer.`), PATIENCE_MS);
  };
  if (address) wait();
  else status.append(h('p', {}, 'This address is not one of the app, so it is not framed.'));
  return { element, arrived, failed };
}
