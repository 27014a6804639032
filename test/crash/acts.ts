// What people do on the way to a group's place and its project, told once for the crashes and the faults.
import { templates } from '../../bot/lifecycle/applyProject/templates.ts';
import en from '../../bot/words/en.json' with { type: 'json' };
import type { Driven } from './driven.ts';

/** As much of a company as it takes to speak in it. */
interface Driving {
  say(as: string, text: string): Promise<unknown>;
  press(as: string, button: string, data?: Record<string, unknown>): Promise<unknown>;
}

/** Six colleagues of five areas and four offices, none of whom leads another. */
export const six = [
  'Lena Hartwig',
  'Aoife Nolan',
  'Benoît Carlier',
  'Nuria Cabrales',
  'Margaux Tessier',
  'Emre Aksoy',
];
export const [lena = ''] = six;
/** In the programme's team, and without the app. */
export const holger = 'Holger Brandt';

/** Whoever writes in a channel and has no app is answered in a chat that the app has to open first. */
export const arrive = (company: Driven) =>
  company.say(holger, 'I want to learn negotiation', { channel: 'General' });

export async function form(company: Driving): Promise<void> {
  for (const person of six) await company.say(person, 'I want to learn giving feedback');
  for (const person of six) await company.press(person, 'I’m in');
}

/** Then they are to meet, and it is looked when they could. */
export async function aim(company: Driving): Promise<void> {
  for (const person of six)
    await company.press(person, 'Add objective', { objective: 'Say it the same day' });
}

export async function choose(company: Driving): Promise<void> {
  await company.say(lena, 'choose a project');
  await company.press(lena, 'Choose this project', { kind: 'article', title: 'Feedback in five minutes' });
}

/** What it is called stands on the group's page some minutes later. */
export const shared = 'Checklist for a feedback talk';
export async function share(company: Driven): Promise<void> {
  await company.say(lena, 'add a resource');
  await company.press(lena, 'Add resource', { title: shared });
}

export async function finish(company: Driven): Promise<void> {
  await company.say(lena, 'show our tasks');
  await company.press(lena, `Done: 1 · ${en[templates.article[0]?.title ?? 'project.title']}`);
}

/** One writes a passage of their article, and everyone says yes to it. */
export const passage = 'Ask before you answer';
export async function write(company: Driven): Promise<void> {
  await company.say(lena, `add a paragraph: ${passage}`);
  for (const person of six) {
    await company.say(person, 'approve the article');
    await company.press(person, en['article.approve']);
  }
}

/** Everyone finds the time good that one of them proposes. */
export async function agree(company: Driven): Promise<void> {
  await company.press(lena, 'Propose a time');
  await company.press(lena, 'Propose this time', { date: '2026-11-25', time: '14:00' });
  for (const person of six.slice(1)) await company.press(person, 'Suits me');
}
