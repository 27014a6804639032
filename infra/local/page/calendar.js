// The calendar of the person being played: the meetings that are still to come, by day, and those that were.
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { written } from './sanitise.js';
import { dayOf, timeOf, zoneName } from './time.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function calendar(main, { person }) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const agenda = h('div', { class: 'agenda' });
  const show = ({ found, now }) => {
    if (!found.length)
      return redraw(agenda, empty('No meetings.', 'An invitation to a meeting of your group appears here.'));
    const coming = found.filter(({ end }) => end >= now);
    const past = found.filter(({ end }) => end < now);
    redraw(
      agenda,
      coming.length ? days(coming) : empty('No meetings ahead.', 'Those that were are below.'),
      past.length > 0 && h('h3', { class: 'agenda-title' }, 'Past'),
      days(past),
    );
  };
  const ask = async () => {
    const [events, clock] = await Promise.all([doors.calendar(person.id), doors.clock()]);
    // The minute hand alone brings nothing new to see.
    const now = clock.value?.now.slice(0, 16) ?? '';
    return events.problem ? events : { value: { found: events.value, now } };
  };
  const place = { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Meetings' };
  const zone = h('p', { class: 'quiet small' }, `Times of ${zoneName()}`);
  main.append(
    h('div', { class: 'view-head' }, h('div', {}, h('h2', {}, 'Calendar'), zone)),
    problem,
    h('div', place, agenda),
  );
  return reading({ ask, problem, show, onlyNews: true });
}

function days(events) {
  const byDay = Map.groupBy(events, ({ start }) => dayOf(start));
  const list = h('div', {});
  for (const [day, meetings] of byDay)
    list.append(
      h('section', { 'aria-label': day }, h('h3', { class: 'agenda-title' }, day), meetings.map(meeting)),
    );
  return list;
}

function meeting({ subject, start, end, organizer, attendees, location, isOnline, isCancelled, body }) {
  const where = [location, isOnline && 'Microsoft Teams meeting'].filter(Boolean).join(' · ');
  return h(
    'article',
    { class: `meeting${isCancelled ? ' cancelled' : ''}` },
    h('p', { class: 'meeting-time' }, `${timeOf(start)}–${timeOf(end)}`),
    h(
      'div',
      {},
      h('h4', {}, isCancelled && 'Cancelled: ', subject || '(no subject)'),
      where && h('p', { class: 'small' }, where),
      h('p', { class: 'quiet small' }, `${organizer} invites ${attendees.join(', ')}`),
      body?.content && h('div', { class: 'page-text small' }, written(body)),
    ),
  );
}
