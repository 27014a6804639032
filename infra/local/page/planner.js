// The plans of the person’s groups: tasks with progress, due day and checklist, moved as if in Planner.
import { towards } from './address.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { split } from './split.js';
import { dateOf } from './time.js';
import { tell } from './toast.js';

const PROGRESS = [
  { percentComplete: 0, name: 'Not started' },
  { percentComplete: 50, name: 'In progress' },
  { percentComplete: 100, name: 'Completed' },
];

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function planner(main, { person, address }) {
  const { list, body, problem } = split(main, 'Plans', Boolean(address.plan));
  const move = async (task, percentComplete) => {
    const answer = await doors.happen({ what: 'task moved', task: task.id, percentComplete });
    await refresh();
    if (answer.problem) tell(`Not moved. ${answer.problem}`);
  };
  const show = ({ found, today }) => {
    redraw(
      list,
      found.length
        ? h(
            'ul',
            {},
            found.map((plan) => planLink(plan, address.plan)),
          )
        : noPlans(),
    );
    const plan = found.find(({ id }) => id === address.plan);
    if (plan) redraw(body, planHead(plan), tasksOf(plan, today, move));
    else redraw(body, found.length > 0 && empty('No plan chosen.', 'Choose a plan to see its tasks.'));
  };
  const ask = async () => {
    const [plans, clock] = await Promise.all([doors.plans(person.id), doors.clock()]);
    return plans.problem
      ? plans
      : { value: { found: plans.value, today: clock.value?.now.slice(0, 10) ?? '' } };
  };
  const { refresh, leave } = reading({ ask, problem, show, onlyNews: true });
  return { refresh, leave };
}

const noPlans = () =>
  empty('No plan yet.', 'When your group chooses its applied project, Peerloop makes its plan here.');

function planLink({ id, title, group }, chosen) {
  const current = id === chosen && 'page';
  const text = [h('span', {}, title), h('span', { class: 'quiet small' }, group)];
  return h(
    'li',
    {},
    h('a', { id: `plan-${id}`, href: towards({ plan: id }), 'aria-current': current }, text),
  );
}

function planHead({ title, tasks }) {
  const done = tasks.filter(({ percentComplete }) => percentComplete === 100).length;
  return h(
    'div',
    { class: 'view-head' },
    h('a', { class: 'back', href: towards({ plan: '' }) }, '‹ All plans'),
    h(
      'div',
      {},
      h('h2', {}, title),
      h('p', { class: 'quiet small' }, `${done} of ${tasks.length} tasks completed`),
    ),
  );
}

function tasksOf({ tasks }, today, move) {
  const place = { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Tasks' };
  if (!tasks.length) return h('div', place, empty('No tasks yet.', 'Ask Peerloop to add one.'));
  return h(
    'div',
    place,
    h(
      'ul',
      { class: 'tasks' },
      tasks.map((task) => taskRow(task, today, move)),
    ),
  );
}

function taskRow(task, today, move) {
  const late = task.due && task.percentComplete < 100 && task.due.slice(0, 10) < today;
  return h(
    'li',
    { class: 'task' },
    h('h3', {}, task.title),
    h(
      'p',
      { class: 'quiet small' },
      [task.due && `Due ${dateOf(task.due)}`, ...task.assigned].filter(Boolean).join(' · '),
      late && h('strong', { class: 'late' }, ' Late'),
    ),
    task.description && h('p', {}, task.description),
    task.checklist.length > 0 && h('ul', { class: 'checklist' }, task.checklist.map(checklistRow)),
    h(
      'div',
      { class: 'progress', role: 'group', 'aria-label': `Progress of ${task.title}` },
      PROGRESS.map((step) => progressButton(task, step, move)),
    ),
  );
}

function checklistRow({ title, checked }) {
  return h(
    'li',
    { class: checked ? 'checked' : '' },
    h('span', { class: 'tick', 'aria-hidden': 'true' }, checked ? '✓' : ''),
    h('span', {}, title, h('span', { class: 'unseen' }, checked ? ', done' : ', open')),
  );
}

function progressButton(task, { percentComplete, name }, move) {
  return h(
    'button',
    {
      type: 'button',
      class: 'plain',
      id: `task-${task.id}-${percentComplete}`,
      'aria-pressed': String(stepOf(task) === percentComplete),
      onclick: () => move(task, percentComplete),
    },
    name,
  );
}

/** Planner shows any percentage between none and all as in progress. */
const stepOf = ({ percentComplete }) =>
  percentComplete === 0 || percentComplete === 100 ? percentComplete : 50;
