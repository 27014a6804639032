// Ways to move people through a journey: what each presses and sees, written once.
import { expect, type TestContext } from 'vitest';
import { needChecks } from '../house/checks.ts';
import { type Company, type Json, type Said, textOf, titlesOf } from './company.ts';

/** Six colleagues of five areas and four offices without a reporting line between them. */
export const six = [
  'Lena Hartwig',
  'Aoife Nolan',
  'Benoît Carlier',
  'Nuria Cabrales',
  'Margaux Tessier',
  'Emre Aksoy',
] as const;

/** Six others of the same kind. */
export const sixOthers = [
  'Declan Farrell',
  'Frauke Lindner',
  'Pilar Quintana',
  'Holger Brandt',
  'Saoirse Keane',
  'Felix Oberländer',
] as const;

/** Heads of six areas, none of whom reports to another. */
export const heads = [
  'Tobias Reinhardt',
  'Orla Brennan',
  'Hélène Marchand',
  'Lucas Perrin',
  'Ciara Dunne',
  'Íñigo Salvatierra',
] as const;

/** The card that answered a press, as text. */
export const answerOf = (said: Said): string => textOf(said.response);

/** All that the bot said in a person's own chat, oldest first. */
export async function heardBy(company: Company, person: string): Promise<string[]> {
  const seen = await company.sees(person);
  return seen
    .filter((it) => it.from === 'bot' && !it.deleted && it.conversationId.startsWith('a:'))
    .map((it) => textOf(it.activity.attachments));
}

/** What came to a person unasked, as text: the news. */
export async function newsOf(company: Company, person: string): Promise<string[]> {
  const seen = await company.sees(person);
  return seen
    .filter(
      (it) =>
        it.from === 'bot' && !it.deleted && it.conversationId.startsWith('a:') && !company.answers.has(it.id),
    )
    .map((it) => (typeof it.activity.summary === 'string' ? it.activity.summary : ''));
}

export async function press(
  company: Company,
  person: string,
  button: string,
  data?: Record<string, unknown>,
) {
  const said = await company.press(person, button, data);
  expect(said.error, `${person} pressed “${button}”`).toBeUndefined();
  expect(said.status).toBe(200);
  return said;
}

export async function say(company: Company, person: string, text: string, where?: Record<string, unknown>) {
  const said = await company.say(person, text, where);
  expect(said.error, `${person} wrote “${text}”`).toBeUndefined();
  return textOf(said.replies.map((it) => it.attachments));
}

export async function each(
  people: readonly string[],
  act: (person: string) => Promise<unknown>,
): Promise<void> {
  for (const person of people) await act(person);
}

/** Everyone at the same time, as in life. */
export const together = <T>(people: readonly string[], act: (person: string) => Promise<T>): Promise<T[]> =>
  Promise.all(people.map(act));

/** Ours among the tabs of a channel; beside it lie those of Microsoft's that lead to page and plan. */
export const ownTabs = <Tab extends object>(tabs: readonly Tab[]): Tab[] =>
  tabs.filter((it) => JSON.stringify(it).includes('/tab/channel?'));

/** Waits until the app has nothing to do at this moment. */
export const rest = async (company: Company) =>
  company.door('clock', { now: (await company.door<{ now: string }>('clock')).now });

/** Everyone wants the topic, is asked, and says yes: the group has formed and its place is open. */
export async function form(
  company: Company,
  people: readonly string[],
  topic = 'Giving feedback',
): Promise<void> {
  await each(people, (it) => say(company, it, `I want to learn ${topic}`));
  await each(people, (it) => press(company, it, 'I’m in'));
}

/** What somebody names or promises, told apart by who it is. */
export type Wording = (person: string) => string;

const objectiveOf: Wording = (person) => `Give feedback on the same day, says ${person}`;
const promiseOf: Wording = (person) => `say what helped, says ${person}`;

/** All that these people were shown, and what answered any press, is such as Teams shows. */
export async function showCards(
  company: Company,
  people: readonly string[],
  context: TestContext,
): Promise<void> {
  const seen = (await together(people, (it) => company.sees(it))).flat();
  const cards = seen.flatMap((it) => (it.activity.attachments ?? []) as { content: Json }[]);
  const found = await needChecks(context).cards([...cards.map((it) => it.content), ...company.pressed]);
  expect(found.output).toMatch(/^0 errors, 0 warnings/m);
}

export const nameObjectives = (company: Company, people: readonly string[], wording = objectiveOf) =>
  each(people, (it) => press(company, it, 'Add objective', { objective: wording(it) }));

/** From objectives to the end of the kick-off, led by the first, each point brought by another. */
export async function kickOff(company: Company, people: readonly string[]): Promise<void> {
  const [first = '', second = '', third = '', ...rest] = people;
  await press(company, first, 'Propose a time');
  await press(company, first, 'Propose this time', { date: '2026-11-20', time: '10:00' });
  await each([second, third, ...rest], (it) => press(company, it, 'Suits me'));
  await press(company, first, 'The kick-off');
  await press(company, first, 'Propose a shared objective');
  await press(company, first, 'Propose it', { shared: 'Give each other feedback within a day' });
  await each([second, third, ...rest], (it) => press(company, it, 'I accept it'));
  await press(company, second, 'The kick-off');
  await press(company, second, 'Name a problem at work');
  await press(company, second, 'Add it', { opportunity: 'Code reviews take a week' });
  await press(company, third, 'The kick-off');
  await press(company, third, 'Choose the course');
  await press(company, third, 'Choose this course', {
    title: 'Feedback that helps',
    link: 'https://learn.alderbrook.example/feedback',
  });
  await press(company, third, 'The kick-off');
  await press(company, third, 'We have met');
}

/** From the course to everyone's promise; one asks, one is challenged, one leads. */
export async function learn(company: Company, people: readonly string[], wording = promiseOf): Promise<void> {
  const [first = '', second = '', third = ''] = people;
  await press(company, third, 'Note it', { point: 'What do I say to somebody more senior?' });
  await press(company, third, 'The course');
  await each(people, (it) => press(company, it, 'I have finished it'));
  await press(company, first, 'The discussion');
  await press(company, first, 'This is clear now');
  await press(company, second, 'The discussion');
  await press(company, second, 'Challenge a colleague');
  await press(company, second, 'Ask', { to: first, words: 'Whom will you give feedback this week?' });
  await press(company, first, 'Answer', { words: 'Whoever shows me a draft on Thursday.' });
  await press(company, first, 'The discussion');
  await press(company, first, 'We have met');
  await each(people, (it) =>
    press(company, it, 'Promise it', {
      cue: 'a colleague shows me a draft',
      behaviour: wording(it),
    }),
  );
}

/** Practice at work with a weekly check-in, a call for help and an offer. */
export async function practise(company: Company, people: readonly string[]): Promise<void> {
  const [first = '', second = '', third = ''] = people;
  await say(company, first, 'check in');
  await press(company, first, 'Check in', {
    progress: 'Tried it once',
    words: 'It was short.',
    help: 'true',
  });
  await press(company, second, 'Offer help');
  await each(people, async (it) => {
    await say(company, it, 'group');
    await press(company, it, 'Practice');
    await press(company, it, 'Record this', { as: 'Used it at work', words: `I tried it, says ${it}` });
  });
  await say(company, third, 'group');
  await press(company, third, 'Practice');
  await press(company, third, 'Begin the reflection');
}

export async function lookBack(company: Company, people: readonly string[]): Promise<void> {
  await each(people, async (it) => {
    await press(company, it, 'Assess my objectives');
    await press(company, it, 'Save', { rating: '4 · In most situations', words: 'I did it twice.' });
  });
  await each(people, (it) =>
    press(company, it, 'Save my choice', { mode: 'Deeper: the same topic, further in', stays: 'I stay' }),
  );
}

/** A project is chosen, its plan is made in Planner, and every task is done. */
export async function project(company: Company, person: string, kind: string, tasks: number): Promise<void> {
  await press(company, person, 'Our project');
  await press(company, person, 'Choose a project');
  await press(company, person, 'Choose this project', { kind, title: 'A feedback page for new colleagues' });
  await press(company, person, 'Our project');
  for (let n = 1; n <= tasks; n++) await press(company, person, await taskButton(company, person, n));
  await press(company, person, 'Deliver the project');
}

async function taskButton(company: Company, person: string, n: number): Promise<string> {
  const seen = await company.sees(person);
  const titles = seen.flatMap((it) => titlesOf(it.activity.attachments));
  return titles.findLast((it) => it.startsWith(`Done: ${n} `)) ?? `Done: ${n}`;
}
