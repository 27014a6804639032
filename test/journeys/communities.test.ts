// A community of practice from its founding to its digest, beside a learning group: open talk for its members, nothing of it for others.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Company, type Json, openCompany, type Seen, textOf } from './company.ts';
import { answerOf, form, heardBy, newsOf, press, rest, say, showCards, six } from './people.ts';

let company: Company;
/** A head of the area and two engineers: managers and employees alike (R4). Lena is in a learning group, too (R2). */
const [lena] = six;
const tobias = 'Tobias Reinhardt';
const kavya = 'Kavya Shetty';
/** In the programme team, of another area. */
const holger = 'Holger Brandt';
const question = 'How do you keep nightly builds from blocking reviews?';
const answer = 'We moved them to a queue of their own.';
const tip = 'Name the reviewer in the first line';

beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  await say(company, tobias, 'hi');
  await say(company, holger, 'hi');
});
afterAll(() => company.close());

const postsSeenBy = async (person: string): Promise<Seen[]> =>
  (await company.sees(person)).filter((seen) => seen.from === 'bot' && seen.conversationId.startsWith('19:'));
const posts = async (person: string) => textOf((await postsSeenBy(person)).map((seen) => seen.activity));

it('is founded by somebody for the area that the directory names, and gets its place', async () => {
  expect(await say(company, tobias, 'start a community of practice')).toContain(
    'Engineering: community of practice',
  );
  await rest(company);
  const heard = (await heardBy(company, tobias)).join('\n');
  expect(heard).toContain('◇ Community of practice · Engineering');
  expect(heard).toContain('The community of Engineering has a place');
  const pages = await company.door<{ name: string; title: string }[]>('pages');
  expect(pages.map(({ title }) => title)).toContain('Community of practice: Engineering');
  const channels = await company.door<{ description: string; tabs: { displayName: string }[] }[]>('channels');
  const own = channels.find((it) => it.description.startsWith('A community of practice of Engineering'));
  expect(own?.tabs.map((it) => it.displayName)).toEqual(['Questions and tips', 'Our page']);
});

it('is proposed to the next of its area instead of a second one, with who reads what before joining', async () => {
  const offered = await say(company, lena, 'start a community for engineering');
  expect(offered).toContain('What you write there is read by its members');
  expect(offered).toContain('managers and employees alike');
  await press(company, lena, 'Join the community');
  await say(company, kavya, 'join the community');
  await press(company, kavya, 'Join the community');
  expect(await say(company, lena, 'communities')).toContain('3 members');
  // R2: it takes no place of hers in a learning group.
  expect(await say(company, lena, 'my groups')).toContain('1 of at most 2');
});

it('takes nobody of another area, and says what is open to them', async () => {
  const shown = await say(company, holger, 'join the engineering community');
  expect(shown).toContain('Its members all work in Engineering');
  expect(shown).not.toContain('Join the community');
});

it('is asked, answers, thanks and solves, as things come up', async () => {
  expect(await say(company, lena, `ask engineering: ${question}`)).toContain(question);
  await say(company, kavya, 'engineering community');
  await press(company, kavya, 'Read it');
  await press(company, kavya, 'Answer', { words: answer });
  expect(await newsOf(company, lena)).toContain(`${kavya} has answered`);
  expect(answerOf(await press(company, lena, `Thank ${kavya}`))).toContain('one person says thanks');
  expect(answerOf(await press(company, lena, 'This is solved'))).toContain('Question, solved · one answer');
  expect(answerOf(await press(company, lena, 'It is still open'))).toContain('Question · one answer');
  await company.door('clock', { advance: 'PT1M' });
  expect(await say(company, tobias, `tip for engineering: ${tip}`)).toContain(tip);
  const list = await say(company, lena, 'engineering community');
  expect(list.indexOf(tip)).toBeLessThan(list.indexOf(question));
  const found = await say(company, lena, 'search engineering for QUEUE');
  expect(found).toContain(question);
  expect(found).not.toContain(tip);
});

it('knows no stages, promises or check-ins, and says where there are some', async () => {
  expect(await say(company, tobias, 'check in')).toContain('That belongs to learning groups');
  expect(await say(company, tobias, 'I commit to answer every question within a day')).toContain(
    'That belongs to learning groups',
  );
});

it('takes up any topic at any time, where a learning group keeps to its one (R11, R12)', async () => {
  const refused = await say(company, lena, 'Our group should also take up the topic branch naming');
  expect(refused).toContain('A learning group has one topic at a time');
  expect(await say(company, lena, 'Add another topic to our group')).toContain('another group forms');
  expect(await say(company, kavya, 'Add another topic to our group')).toContain('Ask or share in');
  expect(await say(company, kavya, 'How do others name their branches?')).toContain('Question · no answer');
});

it('tells its channel that there is something new, and its members alone what it says', async () => {
  expect(await posts(lena)).toContain(question);
  const seen = await posts(holger);
  expect(seen).toContain('A new question in Engineering');
  expect(seen).toContain('A new tip in Engineering');
  const pressed = answerOf(await company.press(holger, 'Show it to me'));
  const chat = (await heardBy(company, holger)).join('\n');
  const pages = JSON.stringify(await company.door('pages'));
  for (const read of [seen, pressed, chat, pages, company.log()])
    for (const theirs of [question, answer, tip]) expect(read).not.toContain(theirs);
});

it('has a learning group under it, and each page leads to the other', async () => {
  await say(company, lena, 'put our group under engineering');
  await company.door('clock', { advance: 'PT15M' });
  expect(await say(company, tobias, 'engineering community')).toContain('Giving feedback');
  const pages = await company.door<Json[]>('pages');
  const [area, group] = ['Community of practice: Engineering', 'Learning group: Giving feedback'].map(
    (title) => JSON.stringify(pages.find((page) => page.title === title)),
  );
  expect(area).toContain('Giving feedback');
  expect(group).toContain('The community it belongs to');
});

it('has topics of its area under it, whose groups are found there, until they are taken out (R62, R64)', async () => {
  const shown = await say(company, kavya, 'put the topic giving feedback under engineering');
  expect(shown).toContain('Topics of this community');
  expect(shown).toContain('1 group');
  await company.door('clock', { advance: 'PT15M' });
  const pages = await company.door<Json[]>('pages');
  const area = JSON.stringify(pages.find((page) => page.title === 'Community of practice: Engineering'));
  expect(area).toContain('Topics of this community');
  expect(await say(company, lena, 'take our group out of engineering')).toContain('Giving feedback');
  expect(await say(company, tobias, 'engineering community')).toContain('1 group');
  expect(await say(company, kavya, 'take the topic giving feedback out of engineering')).not.toContain(
    'Giving feedback',
  );
  expect(await say(company, kavya, 'undo')).toContain('Giving feedback');
});

it('comes to each member once a week with what is new, as one message with the week’s other reminder', async () => {
  await company.door('clock', { advance: 'P7D' });
  const news = await newsOf(company, kavya);
  expect(news.filter((it) => it === 'New in your communities')).toHaveLength(1);
  expect((await heardBy(company, kavya)).join('\n')).toContain(tip);
  await company.door('clock', { advance: 'P14D' });
  const later = await newsOf(company, kavya);
  expect(later.filter((it) => it === 'New in your communities')).toHaveLength(1);
});

it('sends no digest to whoever wants none', async () => {
  expect(await say(company, kavya, 'stop the digest')).toContain('You get no weekly digest');
  await say(company, lena, `ask engineering: ${question} Again?`);
  const before = (await newsOf(company, kavya)).length;
  await company.door('clock', { advance: 'P7D' });
  expect((await newsOf(company, kavya)).length).toBe(before);
  expect(await newsOf(company, tobias)).toContain('New in your communities');
});

it('keeps what others wrote when somebody leaves or is forgotten', async () => {
  await say(company, kavya, 'delete my data');
  await press(company, kavya, 'Delete it all');
  await rest(company);
  await say(company, lena, 'search engineering for nightly');
  const shown = answerOf(await press(company, lena, 'Read it'));
  expect(shown).toContain(question);
  expect(shown).not.toContain(answer);
  await say(company, tobias, 'leave the community');
  await press(company, tobias, 'Leave the community');
  await say(company, lena, 'leave the community');
  await press(company, lena, 'Leave the community');
  expect(await say(company, lena, 'start a community')).toContain(question);
});

it('has sent no card that Teams would not show', async (context) => {
  await showCards(company, [lena, tobias, holger], context);
  expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
});
