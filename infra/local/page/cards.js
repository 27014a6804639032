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

/**
 * Resolves to a problem in words.
 * @typedef {(button: string, data: object) => Promise<string | undefined>} Press
 * @param {object} content the card
 * @param {Press} press
 */
export function card(content, press) {
  const note = h('p', { class: 'card-note', role: 'status' });
  const place = h('div', { class: 'card', role: 'group', 'aria-label': 'Card', tabindex: -1 });
  const shown = new Cards.AdaptiveCard();
  shown.hostConfig = settings;
  shown.onExecuteAction = async (action) => {
    note.textContent = '';
    if (action instanceof Cards.OpenUrlAction) await open(action.url ?? '');
    else if (action instanceof Cards.SubmitActionBase) note.textContent = await pressed(place, action, press);
  };
  shown.parse(content);
  place.append(shown.render() ?? content.fallbackText ?? 'This card cannot be shown.', note);
  return place;
}

/** `action.data` holds the inputs over the action's own, once the renderer found them valid. */
async function pressed(place, action, press) {
  if (place.getAttribute('aria-busy') === 'true') return '';
  place.setAttribute('aria-busy', 'true');
  const problem = await press(action.id ?? action.title ?? '', action.data ?? {});
  place.removeAttribute('aria-busy');
  return problem ?? '';
}
