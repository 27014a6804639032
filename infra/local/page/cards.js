// Shows an Adaptive Card as Teams does and hands on what is pressed with what was filled in.
import { h } from './dom.js';
import { hostConfig } from './hostConfig.js';
import { open } from './links.js';
import { markdown } from './markdown.js';

const Cards = globalThis.AdaptiveCards;
const settings = new Cards.HostConfig(hostConfig);

Cards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = h('p', {}, markdown(text)).outerHTML;
  result.didProcess = true;
};

/** What each drawn card was begun with, and the renderer that knows what was filled in since. */
const drawn = new WeakMap();

/**
 * Resolves to a problem in words.
 * @typedef {(button: string, data: object) => Promise<string | undefined>} Press
 * @param {object} content the card
 * @param {Press} press
 * @param {Record<string, string>} [begun] what was filled in on the card whose place this one takes, by input
 */
export function card(content, press, begun = {}) {
  const note = h('p', { class: 'card-note', role: 'status' });
  const place = h('div', { class: 'card', role: 'group', 'aria-label': 'Card', tabindex: -1 });
  const shown = new Cards.AdaptiveCard();
  shown.hostConfig = settings;
  shown.onExecuteAction = async (action) => {
    note.textContent = '';
    if (action instanceof Cards.OpenUrlAction) await open(action.url ?? '');
    else if (action instanceof Cards.SubmitActionBase) note.textContent = await pressed(place, action, press);
  };
  shown.parse(filled(content, begun));
  place.append(shown.render() ?? content.fallbackText ?? 'This card cannot be shown.', note);
  drawn.set(place, { begun, shown });
  return place;
}

/** What was filled in on a drawn card and is not sent yet, by input. @param {Element} place */
export function filledIn(place) {
  const { begun, shown } = drawn.get(place);
  const changed = shown.getAllInputs().filter((input) => input.id && input.isDirty());
  return { ...begun, ...Object.fromEntries(changed.map(({ id, value }) => [id, value ?? ''])) };
}

/** The card with its inputs filled in as told. */
function filled(node, begun) {
  if (Array.isArray(node)) return node.map((part) => filled(part, begun));
  if (typeof node !== 'object' || node === null) return node;
  const parts = Object.entries(node).map(([key, part]) => [key, filled(part, begun)]);
  const isInput = String(node.type).startsWith('Input.') && Object.hasOwn(begun, node.id);
  return { ...Object.fromEntries(parts), ...(isInput && { value: begun[node.id] }) };
}

/** `action.data` holds the inputs over the action's own, once the renderer found them valid. */
async function pressed(place, action, press) {
  if (place.getAttribute('aria-busy') === 'true') return '';
  place.setAttribute('aria-busy', 'true');
  const problem = await press(action.id ?? action.title ?? '', action.data ?? {});
  place.removeAttribute('aria-busy');
  return problem ?? '';
}
