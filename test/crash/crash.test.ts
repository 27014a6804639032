// The app is killed between intent, call and record of every step; what it makes is made once, and nothing is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templates } from '../../bot/lifecycle/applyProject/templates.ts';
import { showMatrix } from '../house/proofPage.ts';
import { noServer } from '../store/server.ts';
import {
  agree,
  aim,
  arrive,
  choose,
  finish,
  form,
  holger,
  passage,
  share,
  shared,
  six,
  write,
} from './acts.ts';
import { shareOf } from './chosen.ts';
import { companies, type Database, databases } from './databases.ts';
import { points, type Step } from './deadly.ts';
import { type Driven, openDriven } from './driven.ts';
import type { Kill, Life } from './life.ts';
import { groupIn, placesIn, saidIn, seatsOf, timesOf } from './picture.ts';

const open = companies();

type Act = (company: Driven) => Promise<unknown>;
const hour: Act = (company) => company.hour();
/** First whatever the last crash has left. */
const later =
  (act: Act): Act =>
  async (company) => {
    await company.hour();
    await act(company);
  };

/** What leads to each step, in the order of a group's life; each begins where the one before was cut off. */
const road: [Step, Act][] = [
  ['install', arrive],
  ['tell', hour],
  ['members', later(form)],
  ['channel', hour],
  ['tab', hour],
  ['page', hour],
  ['publish', hour],
  ['topicPage', hour],
  ['topicPublish', hour],
  ['topicRevise', hour],
  ['post', hour],
  ['times', later(aim)],
  ['plan', later(choose)],
  ['task', hour],
  ['details', hour],
  ['progress', later(finish)],
  ['revise', later(share)],
  ['article', later(write)],
  ['reviseArticle', hour],
  ['calendar', later(agree)],
];
const steps = road.map(([step]) => step);

/** Drives the company until the app has ended itself. */
async function dies(company: Driven, life: Life, acts: readonly Act[]): Promise<void> {
  for (const act of acts) if (!life.isOver()) await act(company);
  const outlived = !life.isOver() && (await company.hour());
  expect(outlived ? 'outlived' : await life.ended, life.log().slice(-2000)).toBe('SIGKILL');
}

interface Picture {
  group: string;
  seats: number[];
  places: ReturnType<typeof placesIn>;
  told: Map<string, number>;
  journal: string[];
  work: Awaited<ReturnType<Driven['work']>>;
}

async function pictureOf(company: Driven, life: Life): Promise<Picture> {
  await company.hour();
  const work = await company.work();
  await life.stop();
  const group = groupIn(company.state);
  return {
    group,
    seats: seatsOf(company.state, six),
    places: placesIn(company.state),
    told: timesOf(saidIn(company.state)),
    // What is made side by side is recorded in any order.
    journal: (await company.kept(group)).journal.toSorted(),
    work,
  };
}

let undisturbed: Picture;

describe('without a crash', () => {
  let company: Driven;
  beforeAll(async () => {
    company = await openDriven();
  });
  afterAll(() => company.close());

  it('six people get one place and one project', async () => {
    const life = await company.begin();
    for (const [, act] of road) await act(company);
    undisturbed = await pictureOf(company, life);
    const { seats, places, work } = undisturbed;
    expect(seats).toEqual(six.map(() => 1));
    expect(places.channels).toHaveLength(1);
    expect(places.tabs).toEqual([expect.stringContaining('/tab/channel?group=group')]);
    expect(places.pages).toEqual([expect.stringMatching(/, published: /)]);
    expect(places.pages[0]).toContain(shared);
    expect(places.articles).toEqual([expect.stringMatching(new RegExp(`, published: .*${passage}`))]);
    expect(places.topicPages).toEqual([expect.stringContaining(shared)]);
    expect(places.meetings).toMatchObject([{ start: { dateTime: '2026-11-25T13:00:00.0000000' } }]);
    expect(places.plans.map(({ tasks }) => tasks.length)).toEqual([templates.article.length]);
    const [first, ...rest] = places.plans[0]?.tasks ?? [];
    expect([first?.percentComplete, ...rest.map((it) => it.percentComplete)]).toEqual([100, 0, 0, 0, 0]);
    for (const { description, checklist, references } of [first, ...rest].flatMap((it) => it ?? [])) {
      expect(description).not.toBe('');
      expect(checklist).toHaveLength(3);
      expect(references).toHaveLength(2);
    }
    expect(work).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});

/** What was being said when the app was killed may have been said: it stays unknown and is never said again. */
const leftOpen = ({ step, point }: Kill) => (step === 'tell' || step === 'post') && point !== 'after record';

/** How many of the steps it is killed at where not all are. */
const killed: Record<Database, number> = { SQLite: 8, PostgreSQL: 3 };
const turns = shareOf([0, 1, 2], 1);
const lives = databases.flatMap((database) =>
  turns.cases.map((turn) => ({ database, turn, at: shareOf(steps, killed[database]).cases })),
);
const table: string[] = [];
afterAll(() => showMatrix(`crashes: ${steps.length} steps on two databases, points in ${turns.said}`, table));

/** Each kill with all that leads to it since the one before, and what is left to be lived after the last. */
function chapters(at: readonly Step[], turn: number) {
  const kills: (Kill & { acts: Act[] })[] = [];
  let acts: Act[] = [];
  for (const [n, [step, act]] of road.entries()) {
    acts.push(act);
    if (!at.includes(step)) continue;
    kills.push({ step, point: points[(n + turn) % points.length] ?? 'after call', acts });
    acts = [];
  }
  return { kills, rest: acts };
}

/** The page is revised before its turn, too: all but the last act is lived through first, so that it is that one which is cut off. */
async function livedUntil(company: Driven, acts: readonly Act[]): Promise<readonly Act[]> {
  const life = await company.begin();
  for (const act of [...acts.slice(0, -1), hour]) await act(company);
  await life.stop();
  return acts.slice(-1);
}

describe.each(lives)('killed at $at.length steps on $database, turn $turn', ({ database, turn, at }) => {
  const { kills, rest } = chapters(at, turn);
  let company: Driven | undefined;
  beforeAll(async () => {
    company = await open(database);
  });
  afterAll(() => company?.close());

  it.for(kills)('$step $point', async ({ step, point, acts }, { skip }) => {
    if (!company) return skip(noServer);
    const last = step === 'revise' ? await livedUntil(company, acts) : acts;
    await dies(company, await company.begin({ step, point }), last);
    table.push(`${database.padEnd(10)} ${step.padEnd(14)} ${point.padEnd(13)} killed`);
  });

  it('has made everything once in the end', async ({ skip }) => {
    if (!company) return skip(noServer);
    const life = await company.begin();
    for (const act of rest) await act(company);
    const { seats, places, told, journal, work } = await pictureOf(company, life);
    expect(seats).toEqual(undisturbed.seats);
    expect(places).toEqual(undisturbed.places);
    expect(journal).toEqual(undisturbed.journal);
    expect(work).toMatchObject({ due: 0, running: 0, failed: 0, unknown: kills.filter(leftOpen).length });
    const often = [...told].filter(([message, times]) => times > (undisturbed.told.get(message) ?? 0));
    expect(often).toEqual([]);
    // Teams stops telling the app that it was installed when nobody answers for long: then there is no welcome.
    const lost = [...undisturbed.told].filter(
      ([message]) => !message.startsWith(holger) && !told.has(message),
    );
    const unsaid = kills.filter(({ step, point }) => step === 'post' && point === 'after intent');
    expect(lost, lost.join('\n')).toHaveLength(unsaid.length);
    table.push(
      `${database}, turn ${turn}: all of it made once in the end, ${kills.filter(leftOpen).length} messages unknown`,
    );
  });
});
