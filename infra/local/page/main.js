// Plugs the page together: who you are, which view you see, the theme, and a fresh look every two seconds.
import { here, towards } from './address.js';
import { app } from './app.js';
import { chat } from './chat.js';
import { clock } from './clock.js';
import { empty, h, icon, redraw } from './dom.js';
import * as doors from './doors.js';
import { catchLinks } from './links.js';
import { pages } from './pages.js';
import { peoplePanel } from './people.js';
import { planner } from './planner.js';
import { teams } from './teams.js';
import { wearTheme } from './theme.js';
import { readTimesIn } from './time.js';

/**
 * @typedef {import('./people.js').Person} Person
 * @typedef {import('./address.js').Address} Address
 * @typedef {{ person: Person, nameOf: (id: string) => string, address: Address }} Scene
 * @typedef {{ refresh: () => Promise<void>, leave: () => void }} View
 */

const VIEWS = [
  { name: 'chat', title: 'Chat', show: chat },
  { name: 'teams', title: 'Teams', show: teams },
  { name: 'app', title: 'Peerloop', show: app },
  { name: 'pages', title: 'Pages', show: pages },
  { name: 'planner', title: 'Planner', show: planner },
  { name: 'clock', title: 'Clock', show: clock },
];
const POLL_MS = 2000;

const main = document.getElementById('main');
const who = document.getElementById('who');
/** @type {View | undefined} */
let view;

function drawRail(current) {
  const links = VIEWS.map(({ name, title }) =>
    h(
      'a',
      {
        id: `view-${name}`,
        href: towards({ view: name, tab: '', sub: '' }),
        'aria-current': name === current && 'page',
      },
      icon(name),
      h('span', {}, title),
    ),
  );
  redraw(document.getElementById('rail'), ...links);
}

/** @param {Person[]} people */
async function drawView(people) {
  const address = here();
  const person = people.find(({ id }) => id === address.as);
  const chosen = VIEWS.find(({ name }) => name === address.view) ?? VIEWS[0];
  const focused = document.activeElement?.id ?? '';
  view?.leave();
  view = undefined;
  drawRail(chosen.name);
  document.body.classList.toggle('nobody', !person);
  who.replaceChildren(person ? h('span', { class: 'who-name' }, person.name) : 'Choose a person');
  document.title = person ? `${chosen.title} · ${person.name} · Peerloop` : 'Peerloop on this machine';
  main.replaceChildren();
  if (!person) {
    main.append(
      empty(
        'Choose who you are.',
        'Pick a person in the list; each window of your browser can be another one.',
      ),
    );
    return;
  }
  readTimesIn(person.timeZone);
  const nameOf = (id) => people.find((other) => other.id === id)?.name ?? 'Somebody who left';
  view = chosen.show(main, { person, nameOf, address });
  await view.refresh();
  if (document.activeElement === document.body && focused) (document.getElementById(focused) ?? main).focus();
}

function choosePeopleOnDemand() {
  const open = (yes) => {
    document.body.classList.toggle('choosing', yes);
    who.setAttribute('aria-expanded', String(yes));
    if (yes) document.getElementById('people-search').focus();
  };
  who.addEventListener('click', () => open(!document.body.classList.contains('choosing')));
  window.addEventListener('hashchange', () => open(false));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !document.body.classList.contains('choosing')) return;
    open(false);
    who.focus();
  });
}

async function pollWhileVisible() {
  if (document.visibilityState === 'visible') await view?.refresh();
  setTimeout(() => void pollWhileVisible(), POLL_MS);
}

async function start() {
  wearTheme();
  catchLinks();
  choosePeopleOnDemand();
  const answer = await doors.people();
  if (answer.problem) {
    main.append(empty('The local company cannot be read.', answer.problem));
    return;
  }
  const panel = peoplePanel(answer.value);
  const draw = () => {
    panel.show();
    return drawView(answer.value);
  };
  window.addEventListener('hashchange', () => void draw());
  await draw();
  void pollWhileVisible();
}

void start();
