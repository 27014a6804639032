// What people meet when they talk to the bot on the page: mentions, single views of cards, refusals, and an app that is away.
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { adaptive, type Json } from './lab.ts';
import { at, general, go, lena, open, openTrials, team } from './tabTrial.ts';

openTrials();

const chatBox = () => at.page.getByRole('textbox', { name: 'Message to Peerloop' });

const openChannel = () =>
  open({ view: 'teams' }).then(() => go({ as: lena().id, view: 'teams', channel: general() }));

const messages = () => at.lab.heard.map(({ activity }) => activity).filter(({ type }) => type === 'message');

const question = (more: Json[] = []) =>
  adaptive({
    version: '1.5',
    body: [{ type: 'Input.Text', id: 'goal', label: 'Your goal' }, ...more],
    actions: [{ type: 'Action.Execute', title: 'Save', verb: 'save' }],
  });

const someCard = (text: string) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'TextBlock', text, wrap: true }],
});

const card = () => at.page.locator('.card');

describe('A message in a channel', () => {
  test('reaches the bot only while it is mentioned', async () => {
    await openChannel();
    await at.page.getByRole('button', { name: /Peerloop, take the mention away/ }).click();
    await at.page.getByText('Without a mention (type @) Peerloop does not hear of it.').waitFor();
    const box = at.page.getByRole('textbox', { name: 'New post in General', exact: true });
    await box.fill('just between us');
    await at.page.keyboard.press('Enter');
    await at.page.getByRole('article').getByText('just between us').waitFor();
    await at.page.getByRole('textbox', { name: 'New post in General, mentioning Peerloop' }).fill('and you?');
    await at.page.keyboard.press('Enter');
    await at.page.getByText('Peerloop and you?').waitFor();
    expect(messages().map(({ text }) => text)).toEqual(['<at>Peerloop</at> and you?']);
  });

  test('mentions it again by “@”, as the page offers', async () => {
    await openChannel();
    await at.page.getByRole('button', { name: /take the mention away/ }).click();
    const box = at.page.getByRole('textbox', { name: /New post in General/ });
    await box.pressSequentially('help me @pe');
    await at.page.getByRole('status').getByRole('button', { name: 'Peerloop' }).waitFor();
    await at.page.keyboard.press('Tab');
    expect(await box.inputValue()).toBe('help me ');
    expect(await box.getAttribute('aria-label')).toBe('New post in General, mentioning Peerloop');
  });
});

describe('Whoever writes in a channel', () => {
  const member = () => {
    const [other] = at.lab.tenant.state.people.filter(
      ({ id }) => id !== lena().id && team().members.some(({ userId }) => userId === id),
    );
    if (!other) throw new Error('Lena is alone in her team');
    return other;
  };
  const signsFor = async (name: string) =>
    (await at.lab.ask(`/_tenant/typing?of=${encodeURIComponent(name)}`)).body;

  /** Told again and again, as by whoever goes on writing: a sign is shown for some seconds only. */
  const isShown = (sign: Locator, tell: () => Promise<unknown>) =>
    expect.poll(() => tell().then(() => sign.isVisible()), { interval: 1000 }).toBe(true);

  test('is seen writing by who looks there, until the message is there', async () => {
    await openChannel();
    const { displayName } = member();
    const sign = at.page.getByRole('status').getByText(`${displayName} is typing`);
    await isShown(sign, () => at.lab.ask('/_tenant/typing', { as: displayName, channel: general() }));
    await at.lab.ask('/_tenant/say', {
      as: displayName,
      text: 'a word to all',
      where: { channel: general(), mention: false },
    });
    await at.page.getByText('a word to all').waitFor();
    await at.page.getByText(`${displayName} is typing`).waitFor({ state: 'hidden' });
    await at.page.getByRole('textbox', { name: /New post in General/ }).pressSequentially('hel');
    await expect.poll(() => signsFor(displayName)).toEqual([{ conversationId: general(), who: lena().id }]);
  });

  test('and the bot in a thread, too; but by nobody outside the team', async () => {
    await openChannel();
    const where = { channel: general(), mention: false };
    const { body } = await at.lab.ask('/_tenant/say', {
      as: member().displayName,
      text: 'a question',
      where,
    });
    const thread = `${general()};messageid=${String(body.activityId)}`;
    const activities = `/conversations/${encodeURIComponent(thread)}/activities`;
    const sign = at.page.getByRole('article').getByText('Peerloop is typing');
    await isShown(sign, () => at.lab.connector('POST', activities, { type: 'typing' }));
    const outside = at.lab.tenant.state.people.find(
      ({ id }) => !team().members.some(({ userId }) => userId === id),
    );
    expect(await signsFor(outside?.displayName ?? '')).toEqual([]);
    const refused = { as: outside?.displayName, channel: general() };
    expect((await at.lab.ask('/_tenant/typing', refused)).status).toBe(400);
    await at.lab.connector('POST', activities, { type: 'message', text: 'an answer' });
    await at.page.getByRole('article').getByText('an answer').waitFor();
    await at.page.getByText('Peerloop is typing').waitFor({ state: 'hidden' });
  });
});

describe('A card', () => {
  test('is shown to those it names as they may see it, and to others as everyone may', async () => {
    await open({ view: 'clock' });
    const base = adaptive({
      ...someCard('The group has met.'),
      refresh: { action: { type: 'Action.Execute', verb: 'show' }, userIds: [lena().teamsId] },
    });
    const value = someCard('Your promise: ask two questions.');
    at.lab.turn = ({ type }) =>
      type === 'invoke' ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value } : {};
    await at.lab.connector('POST', '/conversations', {
      isGroup: true,
      channelData: { channel: { id: general() } },
      activity: base,
    });
    await go({ as: lena().id, view: 'teams', channel: general() });
    await card().getByText('Your promise: ask two questions.').waitFor();
    expect(await at.page.getByText('The group has met.').count()).toBe(0);
    const other = at.lab.tenant.state.teams[0]?.members.find(({ userId }) => userId !== lena().id);
    await go({ as: other?.userId ?? '', view: 'teams', channel: general() });
    await card().getByText('The group has met.').waitFor();
    expect(await at.page.getByText('Your promise').count()).toBe(0);
  });

  test('that is refused says why, with what was filled in', async () => {
    await open({ view: 'chat' });
    await at.lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
    await at.lab.send('Lena Hartwig', question());
    at.lab.turn = () => ({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'BadRequest', message: 'Somebody changed it before you.' },
    });
    await card().getByLabel('Your goal').fill('to ask better');
    await card().getByRole('button', { name: 'Save' }).click();
    await card().getByText('Somebody changed it before you.').waitFor();
    expect(await card().getByLabel('Your goal').inputValue()).toBe('to ask better');
  });

  test('that the bot changes keeps what somebody is filling in', async () => {
    await open({ view: 'chat' });
    await at.lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
    const { activityId, id } = await at.lab.send('Lena Hartwig', question());
    await card().getByLabel('Your goal').fill('half a sen');
    const news = question([{ type: 'TextBlock', text: 'Two have answered.' }]);
    await at.lab.connector(
      'PUT',
      `/conversations/${encodeURIComponent(String(id))}/activities/${String(activityId)}`,
      news,
    );
    await card().getByText('Two have answered.').waitFor();
    expect(await card().getByLabel('Your goal').inputValue()).toBe('half a sen');
  });
});

describe('What a person writes', () => {
  test('is still there after a look at something else', async () => {
    await open({ view: 'chat' });
    await chatBox().fill('not done yet');
    await at.page.getByRole('link', { name: 'Clock' }).click();
    await at.page.getByRole('heading', { name: 'Clock' }).waitFor();
    await at.page.getByRole('link', { name: 'Chat', exact: true }).click();
    expect(await chatBox().inputValue()).toBe('not done yet');
  });

  test('is refused above the size that Teams takes, and stays', async () => {
    await open({ view: 'chat' });
    const long = 'ä'.repeat(14 * 1024 + 1);
    await chatBox().fill(long);
    await at.page.keyboard.press('Enter');
    await at.page.getByText('This message is too long. Teams takes about 28 KB; send it in parts.').waitFor();
    expect(await chatBox().inputValue()).toBe(long);
    expect(messages()).toEqual([]);
  });

  test('while the app is away stands in the chat once, and the page says why nobody answers', async () => {
    await open({ view: 'chat' });
    await at.lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
    await at.lab.stopApp();
    await at.page.getByText('The app does not answer. You can look around').waitFor();
    await chatBox().fill('is anybody there?');
    await at.page.keyboard.press('Enter');
    await at.page.getByText('Your message stands above.').waitFor();
    expect(await chatBox().inputValue()).toBe('');
    expect(await at.page.locator('.bubble').getByText('is anybody there?').count()).toBe(1);
  });
});
