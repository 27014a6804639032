// The plans of the person’s groups, each as a board that is worked on as in Planner.
import { towards } from './address.js';
import { board } from './board.js';
import { empty, h, redraw } from './dom.js';
import * as doors from './doors.js';
import { reading } from './reading.js';
import { choice, split } from './split.js';
import { tell } from './toast.js';

/** @param {HTMLElement} main @param {import('./main.js').Scene} scene */
export function planner(main, { person, address }) {
  const { fill, body, problem } = split(main, 'Plans', Boolean(address.plan));
  const news = h('p', { class: 'unseen', role: 'status' });
  const head = h('div', {});
  const place = h('div', { class: 'view-body' });
  /** Tasks whose list of people is open, so that it stays so when the board is drawn anew. @type {Set<string>} */
  const unfolded = new Set();
  body.append(head, news, place);

  const change = async (done, said) => {
    const answer = await doors.happen({ as: person.id, ...done });
    await refresh();
    if (answer.problem) tell(`Not changed. ${answer.problem}`);
    else news.textContent = said;
  };
  const show = ({ found, today }) => {
    fill(
      found.map((plan) => planLink(plan, address.plan)),
      noPlans(),
    );
    const plan = found.find(({ id }) => id === address.plan);
    redraw(head, plan && planHead(plan));
    redraw(place, plan ? board(plan, { today, change, unfolded }) : notChosen(found, address.plan));
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

function notChosen(found, wanted) {
  if (wanted) return empty('This plan is not here.', 'Only the members of its group can see a plan.');
  return found.length > 0 && empty('No plan chosen.', 'Choose a plan to see its tasks.');
}

function planLink({ id, title, group }, chosen) {
  const text = [h('span', {}, title), h('span', { class: 'quiet small' }, group)];
  return choice('plan', id, chosen, text);
}

function planHead({ title, tasks }) {
  const done = tasks.filter(({ percentComplete }) => percentComplete === 100).length;
  const share = tasks.length ? Math.round((100 * done) / tasks.length) : 0;
  return h(
    'div',
    { class: 'view-head' },
    h('a', { class: 'back', href: towards({ plan: '' }) }, '‹ All plans'),
    h(
      'div',
      {},
      h('h2', {}, title),
      h('p', { class: 'quiet small' }, `${done} of ${tasks.length} tasks completed (${share} %)`),
    ),
  );
}
