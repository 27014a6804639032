// The calendar of the local company: what time it is there, and the ways to let time pass.
import { h, redraw } from './dom.js';
import * as doors from './doors.js';
import { momentOf, zoneName } from './time.js';

/** @param {HTMLElement} main */
export function clock(main) {
  const problem = h('p', { class: 'problem', role: 'alert' });
  const face = h('div', { class: 'clock-face', role: 'status' });
  const buttons = h('div', { class: 'buttons' });
  let busy = '';
  let shown = '';
  let left = false;

  const refresh = async () => {
    const answer = await doors.clock();
    if (left) return;
    if (answer.problem) problem.textContent = answer.problem;
    if (answer.value) draw(answer.value);
  };
  const draw = ({ now, runs }) => {
    const drawing = JSON.stringify([momentOf(now), runs, busy]);
    if (drawing === shown) return;
    shown = drawing;
    redraw(
      face,
      h('p', { class: 'clock-now' }, momentOf(now)),
      h('p', { class: 'quiet' }, `${zoneName()} · ${busy || (runs ? 'running' : 'standing still')}`),
    );
    redraw(
      buttons,
      button('clock-day', '+1 day', { advance: 'P1D' }, 'Living through one day…'),
      button('clock-week', '+7 days', { advance: 'P7D' }, 'Living through seven days…'),
      button('clock-run', runs ? 'Stop the clock' : 'Run the clock', { run: !runs }, 'One moment…'),
    );
  };
  const button = (id, name, change, doing) => {
    const onclick = async () => {
      if (busy) return;
      busy = doing;
      problem.textContent = '';
      await refresh();
      const answer = await doors.moveClock(change);
      busy = '';
      problem.textContent = answer.problem ?? '';
      await refresh();
    };
    return h('button', { id, type: 'button', class: 'plain', 'aria-disabled': String(Boolean(busy)), onclick }, name);
  };
  main.append(
    h('div', { class: 'view-head' }, h('h2', {}, 'Clock')),
    h(
      'div',
      { class: 'clock' },
      face,
      buttons,
      problem,
      h('p', { class: 'quiet' }, 'Days that pass here bring what is due: reminders, meetings, check-ins.'),
    ),
  );
  return {
    refresh,
    leave: () => {
      left = true;
    },
  };
}
