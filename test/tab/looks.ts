// What there is to be seen on every page of the tab, and the ways it is looked at: by reading, by rule, by keyboard.
import type { Frame, Page } from 'playwright-core';
import { expect } from 'vitest';
import { broken as brokenIn } from '../tenant/browser.ts';
import { feedback } from './rows.ts';
import { fullHall } from './talkRows.ts';
import type { Framing } from './teamsHost.ts';

export const personal: Framing = { path: '/tab/personal', token: 'full' };
export const channel: Framing = { path: `/tab/channel?group=${feedback.id}`, token: 'full' };
export const hall: Framing = { path: `/tab/channel?group=${fullHall.id}`, token: 'full' };
export const settings: Framing = { path: '/tab/settings', token: 'full', frame: 'settings' };

/** What must be there to be looked at: texts anywhere, and how many rows. */
export interface Look {
  framing: Framing;
  texts: string[];
  rows?: number;
  /** The button that leads to the second level. */
  enter?: string;
}

const failed = ['This could not be shown', 'Something went wrong on our side', 'Try again'];
export const looks: Record<string, Look> = {
  'personal, full': {
    framing: personal,
    texts: [
      'Put it into practice',
      'Learning group · Next for you · Giving feedback',
      'Managers’ learning group · Difficult conversations',
      'Give feedback that a colleague',
      'You and one other person',
      'You have a place in a group on this.',
      'Inés Moreno',
      '◇ Community of practice · 31 members · 4 open questions',
    ],
    rows: 4 + 4 + 2 + 6,
  },
  'personal, empty': {
    framing: { ...personal, token: 'empty' },
    texts: [
      'What would you like to learn?',
      'You are not in a group yet',
      'Name what you want to learn',
      'no community of practice for Finance yet',
    ],
    rows: 0,
  },
  'personal, error': { framing: { ...personal, token: 'error' }, texts: failed },
  'facilitation, full': {
    framing: { ...personal, token: 'facilitator' },
    enter: 'For facilitators',
    texts: [
      'Longer than usual',
      'One asks for help',
      'A topic that was removed',
      'build channel',
      'tried 3 times',
      'Team 2: 12 of 150 groups',
    ],
    rows: 5 + 3 + 5,
  },
  'bringing, full': {
    framing: personal,
    enter: 'What I bring',
    texts: [
      'Say it differently',
      'I know how to run retrospectives.',
      'Only the members of your group read this',
    ],
    rows: 4 + 4 + 2 + 6,
  },
  'starters, full': {
    framing: { ...personal, token: 'facilitator' },
    enter: 'Show ready-made topics',
    texts: ['Delegating work', '3 people wait', 'Not offered', 'With managers of other areas'],
    rows: 4 + 4 + 2 + 6 + 2,
  },
  'facilitation, empty': {
    framing: { ...personal, token: 'facilitator empty' },
    enter: 'For facilitators',
    texts: ['There is no group yet', 'nothing has failed'],
    rows: 0,
  },
  'facilitation, error': {
    framing: { ...personal, token: 'facilitator error' },
    enter: 'For facilitators',
    texts: failed,
  },
  'channel, full': {
    framing: channel,
    texts: ['Giving feedback', 'in the week in which', '10:00', 'Feedback that helps', '2 of 5 tasks done'],
    rows: 0,
  },
  'channel, empty': {
    framing: { ...channel, token: 'empty' },
    texts: ['at the kick-off', 'No time is agreed', 'No course has been', 'No project has been'],
  },
  'channel, error': { framing: { ...channel, token: 'error' }, texts: failed },
  'within, full': {
    framing: channel,
    enter: 'For our group',
    texts: [
      'For our group: Giving feedback',
      'Learning group · ',
      'Our reviews come two weeks late',
      'Ana Silva (you)',
      'ask two questions',
      'Your article',
      'Who does what',
      'I have a checklist for hard talks',
    ],
    rows: 18,
  },
  'within, empty': {
    framing: { ...channel, token: 'empty' },
    enter: 'For our group',
    texts: ['Nobody has recorded a practice', 'Nothing is marked as unclear', 'Promises come after'],
    rows: 0,
  },
  'hall, full': {
    framing: hall,
    texts: [
      '◇ Community of practice',
      '57',
      'Something moved last',
      'First steps with Python',
      'Data contracts',
      '3 people wait',
    ],
  },
  'hall, empty': {
    framing: { ...hall, token: 'empty' },
    texts: ['not yet', 'No learning group has its place here yet'],
  },
  'talk, full': {
    framing: hall,
    enter: 'Read and ask',
    texts: ['Ours take four hours', 'queue of their own', '2 people say thanks', 'Show 3 earlier answers'],
    rows: 4,
  },
  'talk, empty': {
    framing: { ...hall, token: 'empty' },
    enter: 'Read and ask',
    texts: ['Nobody has asked anything yet'],
    rows: 0,
  },
  'settings, full': {
    framing: settings,
    texts: ['Which of your groups?', 'Difficult conversations · Managers’ learning group'],
  },
  'settings, empty': {
    framing: { ...settings, token: 'empty' },
    texts: ['You are in no learning group yet', 'Find a topic'],
  },
  'settings, error': { framing: { ...settings, token: 'error' }, texts: failed },
  'channel without a group': { framing: { path: '/tab/channel', token: 'full' }, texts: ['Remove the tab'] },
};

export async function seen(frame: Frame, look: Look) {
  if (look.enter) await frame.getByRole('button', { name: look.enter }).first().click();
  for (const text of look.texts) await frame.getByText(text).first().waitFor({ state: 'attached' });
  if (look.rows !== undefined) await expect.poll(() => frame.locator('.row').count()).toBe(look.rows);
}

/** Fluent's own stops for the keyboard are hidden on purpose (microsoft/tabster#288). */
export const broken = (page: Page) => brokenIn(page, [['iframe', '[data-tabster-dummy]']]);

/** Where the focus stands, and whether it can be seen there: a ring of its own, or of the field around it. */
const here = `(() => {
  const it = document.activeElement;
  if (it === document.body) return null;
  const box = it.closest('.fui-Input, .fui-Textarea, .fui-Select') ?? it;
  const drawn = [[it, ''], [box, ''], [it, '::after'], [box, '::after']].map(([of, part]) => getComputedStyle(of, part || null));
  const ring = drawn.some((s) => (s.outlineStyle !== 'none' && s.outlineWidth !== '0px') || (s.content !== 'none' && s.content !== 'normal' && s.borderBottomWidth !== '0px'));
  const { top, bottom } = it.getBoundingClientRect();
  return { name: it.ariaLabel ?? it.innerText ?? it.name, ring, within: bottom > 0 && top < innerHeight };
})()`;
interface Stop {
  name: string;
  ring: boolean;
  within: boolean;
}

/** Every place that the tabulator stops at until it leaves the page. */
export async function walk(page: Page, frame: Frame): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (let n = 0; n < 80; n++) {
    await page.keyboard.press('Tab');
    const stop = await frame.evaluate<Stop | null>(here);
    const left = !(await frame.evaluate('document.hasFocus()'));
    if (left || !stop) return stops;
    stops.push(stop);
  }
  throw new Error('The keyboard does not leave the page.');
}
