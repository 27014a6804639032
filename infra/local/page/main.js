// Plugs the page together: who you are, which view you see, the theme, and a fresh look every two seconds.
import { ANOTHER_VIEW, here, towards } from './address.js';
import { app } from './app.js';
import { calendar } from './calendar.js';
import { chats } from './chats.js';
import { clock } from './clock.js';
import { avatar, empty, h, icon, redraw } from './dom.js';
import * as doors from './doors.js';
import { catchLinks, open } from './links.js';
import { mail } from './mail.js';
import { pages } from './pages.js';
import { choosePeopleOnDemand, peoplePanel } from './people.js';
import { planner } from './planner.js';
import { search } from './search.js';
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
  { name: 'chat', title: 'Chat', show: chats },
  { name: 'teams', title: 'Teams', show: teams },
  { name: 'calendar', title: 'Calendar', show: calendar },
  { name: 'mail', title: 'Mail', show: mail },
  { name: 'app', title: 'Peerloop', show: app },
  { name: 'pages', title: 'Pages', show: pages },
  { name: 'planner', title: 'Planner', show: planner },
  { name: 'clock', title: 'Clock', show: clock },
];
/** Reached from the bar above. */
const SEARCH = { name: 'search', title: 'Search', show: search };
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
        href: towards({ ...ANOTHER_VIEW, view: name }),
        title,
        'aria-current': name === current && 'page',
      },
      icon(name),
      h('span', {}, title),
    ),
  );
  redraw(document.getElementById('rail'), ...links);
  const look = document.getElementById('view-search');
  look.href = towards({ ...ANOTHER_VIEW, view: 'search' });
  look.toggleAttribute('aria-current', current === 'search');
}

/** @param {Person[]} people */
async function drawView(people) {
  const address = here();
  const person = people.find(({ id }) => id === address.as);
  const chosen = [...VIEWS, SEARCH].find(({ name }) => name === address.view) ?? VIEWS[0];
  const focused = document.activeElement?.id ?? '';
  view?.leave();
  view = undefined;
  drawRail(chosen.name);
  document.body.classList.toggle('nobody', !person);
  who.replaceChildren(
    ...(person ? [avatar(person.name), h('span', { class: 'who-name' }, person.name)] : ['Choose a person']),
  );
  // A framed page of the app has a main part of its own.
  main.setAttribute('aria-label', person ? chosen.title : 'Nobody yet');
  document.title = person ? `${chosen.title} · ${person.name} · Peerloop` : 'Peerloop on this machine';
  main.replaceChildren();
  if (!person) {
    main.append(
      empty(
        'Choose who you are.',
        address.link
          ? 'The link opens for the person you pick in the list.'
          : 'Pick a person in the list; each window of your browser can be another one.',
      ),
    );
    return;
  }
  sessionStorage.setItem('as', person.id);
  if (address.link) {
    // Without the link in the address, so that Back does not lead here again.
    history.replaceState(null, '', towards({ link: '' }));
    void open(address.link);
  }
  readTimesIn(person.timeZone);
  const nameOf = (id) => people.find((other) => other.id === id)?.name ?? 'Somebody who left';
  main.setAttribute('aria-busy', 'true');
  const opened = chosen.show(main, { person, nameOf, address });
  view = opened;
  await opened.refresh();
  if (view === opened) main.removeAttribute('aria-busy');
  if (document.activeElement === document.body && focused) (document.getElementById(focused) ?? main).focus();
}

/** Whoever looks at a window in which nothing is answered should know why. */
async function lookAfterApp() {
  const answer = await doors.app();
  document.getElementById('banner').hidden = answer.value?.answers !== false;
}

async function pollWhileVisible() {
  if (document.visibilityState === 'visible') await Promise.all([view?.refresh(), lookAfterApp()]);
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
  const { as, link } = here();
  const last = sessionStorage.getItem('as');
  if (link && !as && last) history.replaceState(null, '', towards({ as: last }));
  await draw();
  void pollWhileVisible();
}

void start();
