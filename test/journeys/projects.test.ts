// Six colleagues carry a project out between chat, Planner and pages: taken, moved, removed and asked for again, and shown to all.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, type Json, openCompany } from './company.ts';
import { answerOf, form, heardBy, nameObjectives, newsOf, press, rest, say, six } from './people.ts';

interface Task {
  title: string;
  percentComplete: number;
  dueDateTime: string;
  assignments: Json;
  details: { checklist: Json; references: Json };
}
interface Page {
  name: string;
  webUrl: string;
  published?: { canvasLayout?: unknown };
  publishingState: { level: string };
}

let company: Company;
const [lena, aoife, benoit, nuria] = six;
const first = 'Look at what is there';
const second = 'Collect good links';
const last = 'Put them on the page';

beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  await nameObjectives(company, six);
  await say(company, lena, 'project');
  await press(company, lena, 'Choose a project');
  await press(company, lena, 'Choose this project', { kind: 'links', title: 'The best links' });
});
afterAll(() => company.close());

const tasks = async (): Promise<Task[]> => {
  const plans = await company.door<{ tasks: Task[] }[]>('plans');
  return plans.flatMap((it) => it.tasks);
};
const task = async (title: string) => (await tasks()).filter((it) => it.title === title);
const happen = (what: string, more: Json) => company.door('happen', { what, ...more });
const later = (time: string) => company.door('clock', { advance: time });
const pages = async (begins: string) => {
  const all = await company.door<Page[]>('pages');
  return all.filter((it) => it.name.startsWith(begins));
};
const textOf = ({ published }: Page) => JSON.stringify(published?.canvasLayout);
const lastHeard = async (person: string) => (await heardBy(company, person)).at(-1);

describe('a project of links (R56)', () => {
  it('has dated tasks in Planner with what to check, and where it is all about (R56, R110)', async () => {
    const [page] = await pages('pl-');
    const found = await tasks();
    expect(found).toHaveLength(4);
    const dates = found.map((it) => it.dueDateTime.slice(0, 10));
    expect(new Set(dates).size).toBe(4);
    for (const { dueDateTime, details } of found) {
      expect(Temporal.Instant.from(dueDateTime).toZonedDateTimeISO('UTC').dayOfWeek).toBeLessThan(6);
      expect(Object.keys(details.checklist)).toHaveLength(3);
      expect(decodeURIComponent(Object.keys(details.references).join())).toContain(page?.webUrl ?? 'no page');
    }
  });

  it('gives a task to who takes it, by name in the chat and in Planner', async () => {
    expect(await say(company, aoife, 'I take task 2')).toMatch(/2 Collect good links.*· you/);
    const [taken] = await task(second);
    expect(Object.keys(taken?.assignments ?? {})).toHaveLength(1);
    expect(await say(company, benoit, 'who does what?')).toContain(aoife);
    await say(company, benoit, 'I take task 2');
    expect(Object.keys((await task(second))[0]?.assignments ?? {})).toHaveLength(2);
    await say(company, benoit, 'put back task 2');
    expect(Object.keys((await task(second))[0]?.assignments ?? {})).toHaveLength(1);
  });

  it('learns of what somebody does in Planner when a member looks, and tells them (R110)', async () => {
    await later('PT10M');
    await happen('task moved', { as: nuria, task: first, percentComplete: 100 });
    await say(company, lena, 'project');
    await rest(company);
    expect(await lastHeard(lena)).toMatch(/✓ 1/);
    expect(await lastHeard(benoit)).not.toMatch(/✓ 1/);
  });

  it('learns of it at night as well, and writes over nobody', async () => {
    await happen('task moved', { as: nuria, task: second, percentComplete: 50 });
    await later('P1D');
    expect(await say(company, benoit, 'project')).toMatch(/◐ 2/);
    await say(company, benoit, 'task 2 done');
    expect((await task(second))[0]).toMatchObject({ percentComplete: 100 });
    await happen('task moved', { as: nuria, task: second, percentComplete: 0 });
    await later('P1D');
    expect((await task(second))[0]).toMatchObject({ percentComplete: 0 });
    expect(await say(company, benoit, 'project')).toMatch(/○ 2/);
  });

  it('leaves out what somebody removed there until a member wants it again', async () => {
    await happen('task removed', { as: nuria, task: last });
    await later('P3D');
    expect(await task(last)).toEqual([]);
    expect(await lastHeard(aoife)).toContain('removed in Planner');
    await press(company, aoife, 'Put back into Planner');
    await later('PT10M');
    expect(await task(last)).toHaveLength(1);
    expect((await newsOf(company, lena)).join()).not.toContain('could not be finished');
  });
});

describe('the page of the topic (R55)', () => {
  it('is made with the first group’s page, and each leads to the other (R55)', async () => {
    await later('PT30M');
    const [own] = await pages('pl-');
    const [topic, ...more] = await pages('pt-');
    expect(more).toEqual([]);
    expect(topic?.publishingState.level).toBe('published');
    expect(topic && textOf(topic)).toContain(own?.webUrl ?? 'no page');
    expect(own && textOf(own)).toContain(topic?.webUrl ?? 'no page');
  });

  it('grows with what the group collects, under its heading, and with no hostile address (R56)', async () => {
    await say(company, lena, 'add a link');
    for (const link of ['javascript:alert(1)', 'data:text/html,x', 'http://learn.example', 'https://[::1'])
      expect(answerOf(await press(company, lena, 'Add resource', { title: 'Bad', link }))).toContain(
        'begin with https://',
      );
    await say(company, lena, 'add a link');
    await press(company, lena, 'Add resource', {
      title: 'Checklist <b>bold</b>',
      link: 'https://learn.alderbrook.example/checklist',
      section: 'Templates and tools',
    });
    await later('PT30M');
    for (const page of [...(await pages('pt-')), ...(await pages('pl-'))]) {
      expect(textOf(page)).toContain('Templates and tools');
      expect(textOf(page)).toContain('https://learn.alderbrook.example/checklist');
      expect(textOf(page)).toContain('&lt;b&gt;');
      expect(textOf(page)).not.toContain('javascript:');
    }
  });

  it('shows nothing that the group keeps for itself, as its plan does not', async () => {
    const plans = JSON.stringify(await company.door('plans'));
    for (const text of [plans, ...(await pages('p')).map(textOf)])
      expect(text).not.toContain('Give feedback on the same day');
  });
});
