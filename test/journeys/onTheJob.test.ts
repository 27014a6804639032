// Six colleagues apply at work what they learn, for a colleague outside: their tasks, what came of it, and who can read of it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, type Json, openCompany } from './company.ts';
import { answerOf, each, form, nameObjectives, newsOf, press, say, six } from './people.ts';

interface Task {
  title: string;
  details: { checklist: Record<string, { title: string }>; references: Record<string, { alias: string }> };
}
interface Page {
  name: string;
  webUrl: string;
}

const [lena, aoife, benoit, nuria] = six;
/** In the programme's team, and in no group. */
const outsider = 'Arjun Menon';
const title = 'Reviews within two days';
/** Words that nobody else uses: whoever finds one has found its sentence. */
const what = 'Quaggawhat: ask two questions first';
const who = 'Quaggawho in Sales';
const when = 'Quaggawhen, from Monday';
const result = 'Quaggaresult: fewer rounds';
const theirs = [what, who, when, result];

let company: Company;
beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  await nameObjectives(company, six);
  await say(company, lena, 'choose a project');
  await press(company, lena, 'Choose this project', { kind: 'On-the-job project', title });
});
afterAll(() => company.close());

const tasks = async () => (await company.door<{ tasks: Task[] }[]>('plans')).flatMap((it) => it.tasks);
const pages = (begins: string) =>
  company.door<Page[]>('pages').then((all) => all.filter((it) => it.name.startsWith(begins)));
const references = async (): Promise<[string, string][]> =>
  (await tasks()).flatMap(({ details }) =>
    Object.entries(details.references).map(([url, it]): [string, string] => [
      it.alias,
      decodeURIComponent(url),
    ]),
  );
async function ownGroup(): Promise<string> {
  const channels = await company.door<{ description: string }[]>('channels');
  return channels.flatMap((it) => /peerloop:([\w-]+)/.exec(it.description)?.[1] ?? []).join();
}

/** What the app answers somebody in the tab. */
async function inTab(as: string, part: string) {
  const { token } = await company.door<{ token: string }>('token', { as });
  const answer = await fetch(`${company.app()}/api/groups/${await ownGroup()}/${part}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return { status: answer.status, text: await answer.text() };
}

/** All that a colleague of the team can come across: posts, pages, plans, channels, calendar, mail and the tab. */
async function outside(): Promise<string> {
  const seen = await company.sees(outsider);
  const places = await Promise.all(
    ['pages', 'plans', 'channels', 'calendar', 'mail'].map((it) => company.door(it)),
  );
  const board = await inTab(outsider, 'board');
  expect(board.status).toBe(200);
  return JSON.stringify([seen.map((it): Json => it.activity), places, board.text]);
}

describe('a project on the job (R58)', () => {
  it('has tasks of its own in Planner, each with what to check, and leads to where the group writes of it', async () => {
    const found = await tasks();
    expect(found.map((it) => it.title).toSorted()).toEqual([
      'Do it',
      'Look at what changed',
      'Pass it on',
      'Pick the problem',
      'Plan the first attempt',
    ]);
    for (const { details } of found) expect(Object.keys(details.checklist)).toHaveLength(3);
    const first = found.find((it) => it.title === 'Pick the problem')?.details.checklist ?? {};
    expect(Object.values(first).map((it) => it.title)).toContain('Say who gains from it');
    const [page] = await pages('pl-');
    const tab = `https://peerloop.example/tab/channel?group=${await ownGroup()}`;
    const each = [
      ['Our project', tab],
      ['Learning group: Giving feedback', page?.webUrl],
    ];
    const inOrder = (all: readonly unknown[]) => all.map((it) => JSON.stringify(it)).toSorted();
    expect(inOrder(await references())).toEqual(inOrder(found.flatMap(() => each)));
  });

  it('is for a colleague who is named, and the others are told of it', async () => {
    await say(company, aoife, 'project');
    await press(company, aoife, 'Say what we do at work');
    const whom = 'For a colleague outside the group';
    const unnamed = await press(company, aoife, 'That is it', { what, whom, when });
    expect(answerOf(unnamed)).toContain('but not for whom');
    await say(company, aoife, 'project');
    await press(company, aoife, 'Say what we do at work');
    const shown = answerOf(await press(company, aoife, 'That is it', { what, whom, who, when }));
    for (const it of [what, `For ${who}`, when]) expect(shown).toContain(it);
    expect(await say(company, nuria, 'project')).toContain(what);
  });

  it('is not delivered before the group has said what came of it', async () => {
    await each(['1', '2', '3', '4', '5'], (n) => say(company, lena, `task ${n} done`));
    expect(await say(company, lena, 'deliver the project')).toContain(
      'The others want to know what came of it',
    );
    expect(await newsOf(company, nuria)).not.toContain('Your project is delivered');
    await say(company, benoit, 'tell the result');
    await press(company, benoit, 'Say what came of it', { words: result });
    expect(await say(company, nuria, 'project')).toContain(result);
    await say(company, lena, 'deliver the project');
    expect(await newsOf(company, nuria)).toContain('Your project is delivered');
  });

  it('is read by its members alone: elsewhere stand its title and tasks, and not a word of what they do or for whom', async () => {
    await company.door('clock', { advance: 'PT1H' });
    expect(await pages('pt-')).toHaveLength(1);
    const all = await outside();
    expect(all).toContain(title);
    expect(all).not.toContain('Quagga');
    const within = await inTab(nuria, 'doing');
    for (const it of theirs) expect(within.text).toContain(it);
    expect(await inTab(outsider, 'doing')).toMatchObject({ status: 404 });
  });
});
