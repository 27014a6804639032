// Finds words in everything that the person being played can see: messages, channels, tabs, pages, plans, mails, meetings.
import { towards } from './address.js';
import { empty, h, redraw } from './dom.js';
import { folded } from './people.js';
import { reading } from './reading.js';
import { askAll, thingsIn } from './seen.js';

/** @typedef {import('./seen.js').Thing} Thing */

const MOST = 50;
const AROUND = 60;

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function search(main, { person, nameOf, address }) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const count = h('p', { class: 'quiet small', role: 'status' });
  const results = h('div', { class: 'results' });
  const label = 'Search in everything you can see';
  const box = h('input', { type: 'text', id: 'search-words', 'aria-label': label, placeholder: label });
  box.value = address.q ?? '';
  /** @type {Thing[]} */
  let things = [];

  const find = () => {
    const words = folded(box.value).split(/\s+/).filter(Boolean);
    const found = words.length
      ? things.filter((thing) => words.every((word) => spoken(thing).includes(word)))
      : [];
    count.textContent = words.length ? told(found.length) : '';
    redraw(
      results,
      words.length
        ? h(
            'ul',
            {},
            found.slice(0, MOST).map((thing) => result(thing, words[0])),
          )
        : nothingAsked(),
    );
  };
  box.addEventListener('input', () => {
    history.replaceState(null, '', towards({ q: box.value }));
    find();
  });
  main.append(
    h('div', { class: 'view-head' }, h('h2', {}, 'Search'), h('div', { class: 'search-box' }, box)),
    problem,
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'What was found' },
      count,
      results,
    ),
  );
  const show = (seen) => {
    things = thingsIn(seen, nameOf);
    find();
  };
  if (!address.q) box.focus();
  return reading({ ask: () => askAll(person.id), problem, show, onlyNews: true });
}

const told = (many) => {
  if (!many) return 'Nothing that you can see has these words.';
  return `${many} ${many === 1 ? 'result' : 'results'}${many > MOST ? `; the first ${MOST} are shown` : ''}`;
};

const nothingAsked = () =>
  empty('What are you looking for?', 'Only what the person you are can see is searched.');

const spoken = ({ title, text }) => folded(`${title} ${text}`);

/** @param {Thing} thing @param {string} word the first that was asked for, in sight if it is in the text */
function result({ kind, title, text, to }, word) {
  const at = Math.max(0, folded(text).indexOf(word) - AROUND);
  const part = text.slice(at, at + 3 * AROUND).trim();
  const href = towards({ q: '', ...to });
  return h(
    'li',
    {},
    h(
      'a',
      { href, class: 'result' },
      h('span', { class: 'badge' }, kind),
      h(
        'span',
        { class: 'entry-words' },
        h('span', { class: 'person-name' }, title || '(no title)'),
        h('span', { class: 'quiet small' }, part),
      ),
    ),
  );
}
