// The list of people to be: searched by name, area, office or role.
import { ANOTHER_PERSON, here, towards } from './address.js';
import { avatar, h, redraw } from './dom.js';

/**
 * @typedef {{ id: string, name: string, area: string, office: string, title: string, timeZone: string,
 *   roles: string[] }} Person
 */

/** @param {Person[]} people */
export function peoplePanel(people) {
  const search = document.getElementById('people-search');
  const count = document.getElementById('people-count');
  const list = document.getElementById('people-list');
  const show = () => {
    const words = folded(search.value).split(/\s+/).filter(Boolean);
    const found = people.filter((person) => words.every((word) => spoken(person).includes(word)));
    count.textContent = found.length
      ? `${found.length} ${found.length === 1 ? 'person' : 'people'}`
      : 'Nobody found. Try another name, area, office or role.';
    redraw(list, ...found.map(row));
  };
  search.addEventListener('input', show);
  return { show };
}

const narrow = matchMedia('(max-width: 760px)');

/** The list is beside the views where there is room, until it is put away; elsewhere it comes over them. */
export function choosePeopleOnDemand() {
  const who = document.getElementById('who');
  const { classList } = document.body;
  const isOpen = () => (narrow.matches ? classList.contains('choosing') : !classList.contains('folded'));
  const told = () => who.setAttribute('aria-expanded', String(isOpen()));
  const open = (yes) => {
    if (narrow.matches) classList.toggle('choosing', yes);
    else classList.toggle('folded', !yes);
    localStorage.setItem('people', classList.contains('folded') ? 'folded' : '');
    told();
  };
  classList.toggle('folded', localStorage.getItem('people') === 'folded');
  told();
  narrow.addEventListener('change', told);
  who.addEventListener('click', () => {
    open(!isOpen());
    if (isOpen()) document.getElementById('people-search').focus();
  });
  window.addEventListener('hashchange', () => narrow.matches && open(false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !classList.contains('choosing')) return;
    open(false);
    who.focus();
  });
}

/** @param {Person} person */
function row(person) {
  const chosen = here().as === person.id;
  return h(
    'li',
    {},
    h(
      'a',
      {
        id: `person-${person.id}`,
        href: towards({ ...ANOTHER_PERSON, as: person.id, view: here().view ?? 'chat' }),
        'aria-current': chosen && 'true',
      },
      avatar(person.name),
      h(
        'span',
        { class: 'person' },
        h('span', { class: 'person-name' }, person.name),
        h(
          'span',
          { class: 'quiet small' },
          [person.title, person.area, person.office].filter(Boolean).join(' · '),
        ),
        person.roles.length > 0 &&
          h(
            'span',
            { class: 'badges' },
            person.roles.map((role) => h('span', { class: 'badge' }, role)),
          ),
      ),
    ),
  );
}

const spoken = ({ name, area, office, title, roles }) =>
  folded([name, area, office, title, ...roles].join(' '));

/** Lower case without accents, so that Zoe finds Zoë. */
export const folded = (text) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
