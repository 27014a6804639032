// The site pages that the person being played can read, and one of them as it was published.
import { towards } from './address.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { safe } from './sanitise.js';
import { choice, split } from './split.js';
import { dateOf } from './time.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function pages(main, { person, address }) {
  const { fill, body, problem } = split(main, 'Site pages', Boolean(address.page));
  const show = (found) => {
    fill(
      found.map((page) => pageLink(page, address.page)),
      noPages(),
    );
    const page = found.find(({ id }) => id === address.page);
    if (page) redraw(body, pageHead(page), published(page));
    else redraw(body, notChosen(found, address.page));
  };
  return reading({ ask: () => doors.pages(person.id), problem, show, onlyNews: true });
}

function notChosen(found, wanted) {
  if (wanted)
    return empty('This page is not here.', 'It is not published, or lies on a site of another team.');
  return found.length > 0 && empty('No page chosen.', 'Choose a page to read it as it was published.');
}

const noPages = () =>
  empty('No page is published yet.', 'When a group forms, Peerloop publishes its resource page here.');

function pageLink({ id, title, site }, chosen) {
  const text = [h('span', {}, title), h('span', { class: 'quiet small' }, site)];
  return choice('page', id, chosen, text);
}

function pageHead({ site, changed }) {
  return h(
    'div',
    { class: 'view-head' },
    h('a', { class: 'back', href: towards({ page: '' }) }, '‹ All pages'),
    h('p', { class: 'quiet small' }, `${site} · changed ${dateOf(changed)}`),
  );
}

function published({ title, layout }) {
  const sections = [...(layout?.horizontalSections ?? []), ...sideOf(layout)];
  return h(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Published page' },
    h('article', { class: 'page' }, h('h2', { class: 'page-title' }, title), sections.map(section)),
  );
}

const sideOf = (layout) =>
  layout?.verticalSection ? [{ columns: [{ webparts: layout.verticalSection.webparts }] }] : [];

function section({ columns = [] }) {
  return h(
    'div',
    { class: 'page-section' },
    columns.map(({ webparts = [] }) => h('div', { class: 'page-column' }, webparts.map(webPart))),
  );
}

function webPart(part) {
  if (typeof part.innerHtml === 'string') return h('div', { class: 'page-text' }, safe(part.innerHtml));
  const { title, serverProcessedContent: content } = part.data ?? {};
  const texts = (content?.searchablePlainTexts ?? []).map(({ value }) => h('p', {}, String(value)));
  const links = (content?.links ?? []).filter(({ value }) => String(value).startsWith('https://'));
  return h(
    'div',
    { class: 'page-block' },
    title && h('h3', {}, String(title)),
    texts,
    links.map(({ value }) => h('p', {}, h('a', { href: value }, value))),
    !title && !texts.length && !links.length && h('p', { class: 'quiet small' }, 'A web part without text.'),
  );
}
