// Every create and update meets every fault once, before and after its effect: it is made once, or said to be unknown.
import { afterAll, expect, it, onTestFinished } from 'vitest';
import { templates } from '../../bot/lifecycle/applyProject/templates.ts';
import type { Effect } from '../../bot/store/contract.ts';
import en from '../../bot/words/en.json' with { type: 'json' };
import { showMatrix } from '../house/proofPage.ts';
import {
  agree,
  aim,
  arrive,
  choose,
  finish,
  form,
  holger,
  lena,
  passage,
  share,
  shared,
  six,
  write,
} from './acts.ts';
import { shareOf } from './chosen.ts';
import { calls, type Step, stepOf } from './deadly.ts';
import { type Driven, openDriven } from './driven.ts';
import { everyFault, type Fault, waitSeconds } from './everyFault.ts';
import { groupIn, placesIn, saidIn, seatsOf } from './picture.ts';

/** The page of the topic is published by the same call as the group's, which nothing in it tells apart. */
type Met = Exclude<Step, 'topicPublish'>;

/** Where each step knocks; of those given at once the first that fits a call is the one it meets. */
const doors: Record<Met, { method: string; path: string; body?: string }> = {
  install: { method: 'POST', path: '/teamwork/installedApps' },
  tell: { method: 'POST', path: '/activities' },
  members: { method: 'POST', path: '/members/add' },
  channel: { method: 'POST', path: '/channels' },
  tab: { method: 'POST', path: '/tabs' },
  publish: { method: 'POST', path: '/publish' },
  topicPage: { method: 'POST', path: '/pages', body: '"name":"pt-' },
  page: { method: 'POST', path: '/pages' },
  topicRevise: { method: 'PATCH', path: '/pages/', body: en['topicPage.how'] },
  revise: { method: 'PATCH', path: '/pages/' },
  article: { method: 'POST', path: '/pages' },
  reviseArticle: { method: 'POST', path: '/publish' },
  post: { method: 'POST', path: '/v3/conversations' },
  plan: { method: 'POST', path: '/planner/plans' },
  task: { method: 'POST', path: '/planner/tasks' },
  details: { method: 'PATCH', path: '/details' },
  progress: { method: 'PATCH', path: '/planner/tasks/' },
  times: { method: 'POST', path: '/getSchedule' },
  calendar: { method: 'POST', path: '/events' },
};
const steps = (Object.keys(calls) as Step[]).filter((it): it is Met => it !== 'topicPublish');

/** Messages in chats pass while a post is to meet a fault: both go to the same address. */
const sparing = { ...doors.tell, answer: { delayMs: 0 }, times: 1000 };

/** Lives through an act and what follows while each of these steps meets the fault once. */
async function meeting(
  company: Driven,
  { name, hasEffect, met: fault }: Fault,
  met: Met[],
  act: () => Promise<void>,
): Promise<void> {
  // A message that was taken and answered with 429 would come twice, and no bot could know.
  const certain = met.filter((it) => !(name === '429' && hasEffect && isSaid(it)));
  await company.faults([
    ...(met.includes('post') ? [sparing] : []),
    ...certain.map((step) => ({ ...doors[step], ...fault })),
  ]);
  await act();
  await company.hour();
  const left = await company.faults(sparing);
  expect(left.filter(({ path }) => path !== sparing.path)).toEqual([]);
  await company.faults([]);
}

const isSaid = (step: Met) => step === 'tell' || step === 'post';

const toldIn = ({ state }: Driven, person: string) => saidIn(state).filter(({ place }) => place === person);

/** What she got when she asked for help, and after how many seconds of the tenant's clock. */
async function askForHelp(company: Driven, fault: Fault): Promise<number[]> {
  await company.say(lena, 'hello');
  const before = toldIn(company, lena).length;
  const asked = company.state.clock.now;
  await meeting(company, fault, ['tell'], () => company.say(lena, 'help'));
  const answers = toldIn(company, lena).slice(before);
  return answers.map(({ at }) => (Date.parse(at) - Date.parse(asked)) / 1000);
}

async function live(company: Driven, fault: Fault): Promise<number[]> {
  await meeting(company, fault, ['install'], () => arrive(company));
  const helped = await askForHelp(company, fault);
  await meeting(company, fault, ['publish', 'members', 'tab', 'channel', 'topicPage', 'page', 'post'], () =>
    form(company),
  );
  await meeting(company, fault, ['times'], () => aim(company));
  await meeting(company, fault, ['details', 'plan', 'task'], () => choose(company));
  await meeting(company, fault, ['calendar'], () => agree(company));
  await meeting(company, fault, ['progress'], () => finish(company));
  await meeting(company, fault, ['topicRevise', 'revise'], () => share(company));
  await meeting(company, fault, ['reviseArticle', 'article'], () => write(company));
  return helped;
}

/** How often each thing is there that should be there once. */
function countsOf({ state }: Driven): Record<Exclude<Met, 'tell' | 'times'>, number> {
  const { channels, tabs, pages, topicPages, articles, plans } = placesIn(state);
  const tasks = plans.flatMap((plan) => plan.tasks);
  const described = tasks.filter((it) => it.description !== '' && it.checklist.length === 3);
  const seats = seatsOf(state, six);
  const welcomes = saidIn(state).filter(
    ({ place, words }) => place === 'channel' && words.includes('This channel belongs to a learning group'),
  );
  return {
    install: state.people.filter((it) => it.displayName === holger && state.personalInstalls[it.id]).length,
    members: seats.every((it) => it === 1) ? 1 : Math.max(...seats, 2),
    channel: channels.length,
    tab: tabs.length,
    page: pages.length,
    publish: pages.filter((it) => it.includes(', published: ')).length,
    revise: pages.filter((it) => it.includes(shared)).length,
    topicPage: topicPages.length,
    topicRevise: topicPages.filter((it) => it.includes(shared)).length,
    article: articles.length,
    reviseArticle: articles.filter((it) => it.includes(', published: ') && it.includes(passage)).length,
    post: welcomes.length,
    plan: plans.length,
    task: tasks.length / templates.article.length,
    details: described.length / templates.article.length,
    progress: tasks.filter((it) => it.percentComplete === 100).length,
    calendar: state.calendar.length,
  };
}

/** What the ledger says of a step: the least good state of its rows. */
function saysOf(ledger: readonly Effect[], step: Met): string {
  const rows = ledger.filter((it) => stepOf(it) === step);
  return (
    (['failed', 'unknown', 'planned'] as const).find((it) => rows.some(({ state }) => state === it)) ?? 'done'
  );
}

/** Once and done; what was said may have been lost, and is never said again on a guess. */
function expected({ name, hasEffect, isAnswered }: Fault, step: Met): string {
  if (!isSaid(step) || name === '429' || isAnswered) return '1 done';
  return hasEffect ? '1 unknown' : '0 unknown';
}

type Asked = Awaited<ReturnType<Driven['requests']>>[number];
const isSame = (one: Asked, other: Asked) =>
  one.method === other.method &&
  one.url === other.url &&
  JSON.stringify(one.body) === JSON.stringify(other.body);

/** Seconds on the tenant's clock between each call of Graph that was told a time to wait and its next attempt. */
async function pausesOf(company: Driven): Promise<number[]> {
  const requests = await company.requests();
  return requests.flatMap((it, at) => {
    if (it.responseHeaders['retry-after'] === undefined) return [];
    // Beside it, others ask the same place for something else.
    const again = requests.slice(at + 1).find((other) => isSame(other, it));
    return [again ? (again.ts - it.ts) / 1000 : Infinity];
  });
}

const table: string[] = [];
const chosen = shareOf(everyFault, 3);
const line = (first: string, cells: string[]) =>
  [first.padEnd(33), ...cells.map((it) => it.padEnd(10))].join(' ').trimEnd();

afterAll(() => {
  const head = line('', steps);
  showMatrix(`faults: ${chosen.said}`, [head, ...table]);
});

it.each(chosen.cases)('$name $when leaves everything once, or unknown', async (fault) => {
  const company = await openDriven();
  onTestFinished(() => company.close());
  const life = await company.begin();
  const helped = await live(company, fault);
  const pauses = await pausesOf(company);
  await life.stop();
  const { ledger, journal } = await company.kept(groupIn(company.state));
  // Looking may be done again; what is found is told once.
  const times = journal.filter((it) => it === 'timesFound').length;
  const counts = { ...countsOf(company), tell: helped.length, times };

  const cells = steps.map((step) => `${counts[step]} ${saysOf(ledger, step)}`);
  table.push(line(`${fault.name} ${fault.when}`, cells));
  const failed = ledger
    .filter(({ state }) => state === 'failed')
    .map(({ news, result }) => ({ news, result }));
  expect(failed).toEqual([]);
  expect(cells).toEqual(steps.map((step) => expected(fault, step)));
  if (fault.name !== '429' && fault.name !== '503 and a time') return;
  expect(pauses).toHaveLength(steps.filter((it) => !isSaid(it)).length);
  // A read before the next attempt may adopt what is there: then the call is never repeated.
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(waitSeconds);
  if (fault.name === '429' && !fault.hasEffect)
    expect(Math.min(...helped)).toBeGreaterThanOrEqual(waitSeconds);
});
