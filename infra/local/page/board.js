// A Planner board: tasks in columns by progress, dragged with the pointer or moved with the buttons on each card.
import { avatar, empty, h } from './dom.js';
import { dateOf } from './time.js';

const PROGRESS = [
  { percentComplete: 0, name: 'Not started', sign: '○' },
  { percentComplete: 50, name: 'In progress', sign: '◐' },
  { percentComplete: 100, name: 'Completed', sign: '✓' },
];

/**
 * @typedef {{ today: string, change: (done: object, said: string) => Promise<void>, unfolded: Set<string> }} Work
 *   `change`: what is done and how it is told afterwards; `unfolded`: tasks whose list of people is open
 * @param {any} plan @param {Work} work
 */
export function board(plan, work) {
  const place = { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Tasks' };
  if (!plan.tasks.length) return h('div', place, empty('No tasks yet.', 'Ask Peerloop to add one.'));
  return h(
    'div',
    place,
    h(
      'div',
      { class: 'board' },
      PROGRESS.map((step) => column(step, plan, work)),
    ),
  );
}

/** Planner shows any percentage between none and all as in progress. */
const stepOf = ({ percentComplete }) =>
  percentComplete === 0 || percentComplete === 100 ? percentComplete : 50;

function move(task, { percentComplete, name }, { change }) {
  if (stepOf(task) === percentComplete) return;
  void change({ what: 'task moved', task: task.id, percentComplete }, `${task.title}: ${name}`);
}

function column(step, plan, work) {
  const tasks = plan.tasks.filter((task) => stepOf(task) === step.percentComplete);
  const over = (is) => (event) => {
    event.preventDefault();
    event.currentTarget.classList.toggle('over', is);
  };
  const ondrop = (event) => {
    over(false)(event);
    const dragged = plan.tasks.find(({ id }) => id === event.dataTransfer.getData('text/plain'));
    if (dragged) move(dragged, step, work);
  };
  return h(
    'section',
    {
      class: 'column',
      'aria-label': step.name,
      ondragover: over(true),
      ondragleave: over(false),
      ondrop,
    },
    h('h3', { class: 'column-title' }, step.name, ' ', h('span', { class: 'quiet' }, String(tasks.length))),
    tasks.length
      ? h(
          'ul',
          {},
          tasks.map((task) => taskCard(task, plan, work)),
        )
      : h('p', { class: 'quiet small column-empty' }, 'Nothing here.'),
  );
}

function taskCard(task, plan, work) {
  const late = task.due && task.percentComplete < 100 && task.due.slice(0, 10) < work.today;
  const ondragstart = (event) => {
    event.dataTransfer.setData('text/plain', task.id);
    event.dataTransfer.effectAllowed = 'move';
  };
  return h(
    'li',
    { class: 'task', draggable: 'true', ondragstart },
    h('h4', {}, task.title),
    task.description && h('p', { class: 'small' }, task.description),
    task.checklist.length > 0 &&
      h(
        'ul',
        { class: 'checklist' },
        task.checklist.map((entry) => checklistRow(task, entry, work)),
      ),
    task.due &&
      h(
        'p',
        { class: `small ${late ? 'late' : 'quiet'}` },
        `Due ${dateOf(task.due)}`,
        late && h('strong', {}, ' Late'),
      ),
    h(
      'div',
      { class: 'task-foot' },
      h(
        'div',
        { class: 'progress', role: 'group', 'aria-label': `Progress of ${task.title}` },
        PROGRESS.map((step) => progressButton(task, step, work)),
      ),
      people(task, plan, work),
    ),
  );
}

function checklistRow(task, { id, title, checked }, { change }) {
  const onchange = ({ target }) => {
    const said = `${title}: ${target.checked ? 'done' : 'open'}`;
    void change({ what: 'task ticked', task: task.id, entry: id, ticked: target.checked }, said);
  };
  const box = { type: 'checkbox', id: `tick-${task.id}-${id}`, checked, onchange };
  return h('li', {}, h('label', {}, h('input', box), h('span', {}, title)));
}

function progressButton(task, step, work) {
  const { percentComplete, name, sign } = step;
  return h(
    'button',
    {
      type: 'button',
      class: 'plain',
      id: `task-${task.id}-${percentComplete}`,
      title: name,
      'aria-label': name,
      'aria-pressed': String(stepOf(task) === percentComplete),
      onclick: () => move(task, step, work),
    },
    h('span', { 'aria-hidden': 'true' }, sign),
  );
}

/** Who has the task, and a list of the group's members to give it to. */
function people(task, plan, { change, unfolded }) {
  const names = task.assigned.map(({ name }) => name).join(', ');
  const ontoggle = ({ target }) => {
    if (target.open) unfolded.add(task.id);
    else unfolded.delete(task.id);
  };
  const choose = (member) => {
    const has = task.assigned.some(({ id }) => id === member.id);
    const onchange = () => {
      const said = has ? `${member.name} no longer has it` : `${member.name} has it now`;
      const done = { what: 'task assigned', task: task.id, person: member.id, assigned: !has };
      void change(done, `${task.title}: ${said}`);
    };
    const box = { type: 'checkbox', id: `give-${task.id}-${member.id}`, checked: has, onchange };
    return h('li', {}, h('label', {}, h('input', box), h('span', {}, member.name)));
  };
  return h(
    'details',
    { class: 'assign', open: unfolded.has(task.id), ontoggle },
    h(
      'summary',
      { id: `assign-${task.id}` },
      h('span', { class: 'unseen' }, `Assign: ${names || 'nobody yet'}`),
      task.assigned.length
        ? task.assigned.map(({ name }) => avatar(name))
        : h('span', { class: 'small', 'aria-hidden': 'true' }, 'Assign'),
    ),
    h('ul', { class: 'checklist' }, plan.members.map(choose)),
  );
}
