// One card in the channel: the team reads what everyone may, members see their group's own below, and Graph is not asked for it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, openCompany, type Seen, textOf } from './company.ts';
import { answerOf, form, nameObjectives, press, say, showCards, six } from './people.ts';

let company: Company;
const [lena, aoife] = six;
/** In the programme team, and in no group. */
const holger = 'Holger Brandt';
const canary = 'Give feedback on the same day, says';

beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  await nameObjectives(company, six);
});
afterAll(() => company.close());

const postsSeenBy = async (person: string): Promise<Seen[]> =>
  (await company.sees(person)).filter((it) => it.from === 'bot' && it.conversationId.startsWith('19:'));
const latest = async (person: string): Promise<Seen | undefined> => (await postsSeenBy(person)).at(-1);
const readBy = async (person: string) => textOf((await latest(person))?.activity.attachments);

it('shows a member what is next, for whom the group waits, and what is theirs', async () => {
  const text = await readBy(lena);
  expect(text).toContain('Giving feedback: the next stage');
  expect(text).toContain('For your group');
  expect(text).toContain('You meet, agree what you learn together');
  expect(text).toContain(`${canary} ${lena}`);
  expect(text).not.toContain(`${canary} ${aoife}`);
});

it('shows the rest of the team topic, stage and counts, on the card and in answer to its button', async () => {
  const text = await readBy(holger);
  expect(text).toContain('Everyone has named objectives');
  const pressed = await company.pressOn(holger, (await latest(holger))?.id ?? '', 'What’s next for us');
  expect(pressed.status).toBe(200);
  expect(answerOf(pressed)).toContain('Everyone has named objectives');
  for (const seen of [text, answerOf(pressed), textOf(await postsSeenBy(holger))]) {
    for (const theirs of [canary, 'For your group', ...six]) expect(seen).not.toContain(theirs);
  }
});

it('asks Graph for nothing while cards come into sight', async () => {
  const before = (await company.requests()).length;
  await company.door('clock', { advance: 'PT2M' });
  for (const person of [...six, holger]) await postsSeenBy(person);
  expect((await company.requests()).length).toBe(before);
});

it('shows who has left what the team sees, as soon as the card is asked for again', async () => {
  expect(await readBy(aoife)).toContain(`${canary} ${aoife}`);
  await say(company, aoife, 'leave the group');
  await press(company, aoife, 'Leave the group');
  await company.door('clock', { advance: 'PT2M' });
  const text = textOf(await postsSeenBy(aoife));
  expect(text).toContain('Everyone has named objectives');
  for (const theirs of [canary, 'For your group']) expect(text).not.toContain(theirs);
  expect(await readBy(lena)).toContain('For your group');
});

it('has sent only cards that Teams shows', async (context) => {
  await showCards(company, [lena, holger], context);
});
