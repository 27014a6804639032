// The calendar of the local company: what time it is there, and the ways to let time pass.
import { h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { momentOf, zoneName } from './time.js';
import { tell } from './toast.js';

/** @param {HTMLElement} main */
export function clock(main) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const face = h('div', { role: 'status' });
  const buttons = h('div', { class: 'buttons' });
  let busy = '';
  let shown = '';

  const show = ({ now, runs }) => {
    const drawing = JSON.stringify([momentOf(now), runs, busy]);
    if (drawing === shown) return;
    shown = drawing;
    redraw(face, ...hands(now, busy || (runs ? 'running' : 'standing still')));
    redraw(buttons, ...waysOn(runs).map((way) => wayButton(way, busy, pass)));
  };
  const { refresh, leave } = reading({ ask: doors.clock, problem, show });
  const pass = async ({ change, doing }) => {
    if (busy) return;
    busy = doing;
    await refresh();
    const answer = await doors.moveClock(change);
    busy = '';
    if (answer.problem) tell(answer.problem);
    await refresh();
  };
  const advice = 'Days that pass here bring what is due: reminders, meetings, check-ins.';
  main.append(
    h('div', { class: 'view-head' }, h('h2', {}, 'Clock')),
    problem,
    h('div', { class: 'clock' }, face, buttons, h('p', { class: 'quiet' }, advice)),
  );
  return { refresh, leave };
}

function hands(now, state) {
  return [
    h('p', { class: 'clock-now' }, momentOf(now)),
    h('p', { class: 'quiet' }, `${zoneName()} · ${state}`),
  ];
}

const waysOn = (runs) => [
  { id: 'clock-day', name: '+1 day', change: { advance: 'P1D' }, doing: 'Living through one day…' },
  { id: 'clock-week', name: '+7 days', change: { advance: 'P7D' }, doing: 'Living through seven days…' },
  {
    id: 'clock-run',
    name: runs ? 'Stop the clock' : 'Run the clock',
    change: { run: !runs },
    doing: 'One moment…',
  },
];

function wayButton(way, busy, pass) {
  const onclick = () => pass(way);
  return h(
    'button',
    { id: way.id, type: 'button', class: 'plain', 'aria-disabled': String(Boolean(busy)), onclick },
    way.name,
  );
}
