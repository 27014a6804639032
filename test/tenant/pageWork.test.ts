// What people do on the page besides talking: the Planner board, mails and meetings, search, and links of Teams.
import { describe, expect, test } from 'vitest';
import type { Person, Plan, Task } from '../../infra/local/state.ts';
import { planOf } from './pageContent.ts';
import { at, general, go, lena, open, openTrials, tab } from './tabTrial.ts';

openTrials();

const state = () => at.lab.tenant.state;

const member = (): Person => {
  const [id] = state().groups.find((group) => group.id === state().programmeTeam)?.members ?? [];
  return personWith((person) => person.id === id);
};

const outsider = (): Person => {
  const members = state().groups.find((group) => group.id === state().programmeTeam)?.members ?? [];
  return personWith((person) => !members.includes(person.id));
};

function personWith(fits: (person: Person) => boolean): Person {
  const found = state().people.find(fits);
  if (!found) throw new Error('there is nobody like that');
  return found;
}

/** The board of a plan, as a member of its group sees it. */
async function openBoard(): Promise<Plan> {
  await open({ view: 'chat' });
  const plan = planOf(state());
  state().plans.push(plan);
  await go({ as: member().id, view: 'planner', plan: plan.id });
  await at.page.getByRole('heading', { name: 'Show it to the sales team' }).waitFor();
  return plan;
}

const taskOf = (plan: Plan, id: string): Task => {
  const found = plan.tasks.find((task) => task.id === id);
  if (!found) throw new Error(`there is no task ${id}`);
  return found;
};

const column = (name: string) => at.page.getByRole('region', { name, exact: true });

const card = (title: string) =>
  at.page.getByRole('listitem').filter({ has: at.page.getByRole('heading', { name: title }) });

describe('On the Planner board', () => {
  test('a task that is dragged into another column has moved there, under a new etag', async () => {
    const plan = await openBoard();
    const { etag } = taskOf(plan, 't3');
    await card('Show it to the sales team').dragTo(column('In progress'));
    await column('In progress').getByText('Show it to the sales team').waitFor();
    expect(taskOf(plan, 't3')).toMatchObject({ percentComplete: 50, completedDateTime: null });
    expect(taskOf(plan, 't3').etag).not.toBe(etag);
    expect(at.complaints).toEqual([]);
  });

  test('the keyboard moves it just as well, says so, and stays where it was', async () => {
    const plan = await openBoard();
    const done = at.page
      .getByRole('group', { name: 'Progress of Show it to the sales team' })
      .getByRole('button', { name: 'Completed' });
    await done.focus();
    await at.page.keyboard.press('Enter');
    await column('Completed').getByText('Show it to the sales team').waitFor();
    await at.page.getByRole('status').filter({ hasText: 'Show it to the sales team: Completed' }).waitFor();
    await expect.poll(() => at.page.evaluate('document.activeElement.id')).toBe('task-t3-100');
    expect(taskOf(plan, 't3').completedDateTime).toBe(at.lab.tenant.now());
  });

  test('a task is given to a member of the group, and its checklist is ticked', async () => {
    const plan = await openBoard();
    const other = personWith((person) => person.displayName === 'Rafael Ortuño');
    const etags = { task: taskOf(plan, 't3').etag, details: taskOf(plan, 't3').details.etag };
    await at.page.locator('#assign-t3').click();
    await at.page
      .locator('#assign-t3')
      .locator('..')
      .getByRole('checkbox', { name: other.displayName })
      .check();
    await expect.poll(() => taskOf(plan, 't3').assignments[other.id]).toBeDefined();
    await card('Show it to the sales team').getByRole('checkbox', { name: 'Write it down' }).check();
    await expect.poll(() => taskOf(plan, 't3').details.checklist.b).toMatchObject({ isChecked: true });
    expect(taskOf(plan, 't3').etag).not.toBe(etags.task);
    expect(taskOf(plan, 't3').details.etag).not.toBe(etags.details);
  });

  test('who is not in the group of the plan neither sees nor changes it', async () => {
    const plan = await openBoard();
    await go({ as: outsider().id, view: 'planner', plan: plan.id });
    await at.page.getByText('Only the members of its group can see a plan.').waitFor();
    expect(await at.page.getByText('Show it to the sales team').count()).toBe(0);
    const as = outsider().id;
    const move = await at.lab.ask('/_tenant/happen', {
      what: 'task moved',
      as,
      task: 't3',
      percentComplete: 100,
    });
    expect([move.status, move.body.error]).toEqual([400, 'There is no task t3.']);
    const give = { what: 'task assigned', task: 't3', person: as, assigned: true };
    expect((await at.lab.ask('/_tenant/happen', give)).status).toBe(400);
    expect(taskOf(plan, 't3')).toMatchObject({ percentComplete: 0, etag: 'W/"1"' });
  });
});

const addressOf = ({ mail: address, displayName: name }: Person) => ({ emailAddress: { address, name } });

describe('In Outlook', () => {
  test('a mail is read by whom it was sent to, and by nobody else', async () => {
    await open({ view: 'mail' });
    await at.page.getByText('No mail yet.').waitFor();
    state().mail.push({
      id: 'mail-1',
      subject: 'Your week',
      body: {
        contentType: 'HTML',
        content: '<p>Two <strong>tasks</strong> wait.</p><script>alert(1)</script>',
      },
      toRecipients: [addressOf(lena())],
      sentDateTime: '2026-11-16T09:00:00Z',
    });
    await at.page.getByRole('link', { name: /Your week/ }).click();
    const text = at.page.getByRole('region', { name: 'Mail' }).getByRole('article');
    expect(await text.innerHTML()).toBe('<p>Two <strong>tasks</strong> wait.</p>');
    await go({ as: outsider().id, view: 'mail', mail: 'mail-1' });
    await at.page.getByText('It was sent to somebody else.').waitFor();
    expect(at.complaints).toEqual([]);
  });

  test('a meeting stands in the calendars of those invited, at their own hour', async () => {
    await open({ view: 'calendar' });
    await at.page.getByText('No meetings.').waitFor();
    state().calendar.push({
      id: 'event-1',
      subject: 'Kick-off: Giving feedback',
      start: { dateTime: '2026-11-19T09:00:00.0000000', timeZone: 'UTC' },
      end: { dateTime: '2026-11-19T10:30:00.0000000', timeZone: 'UTC' },
      attendees: [addressOf(lena())],
    });
    const day = at.page.getByRole('region', { name: 'Thursday 19 November' });
    await day.getByText('10:00–11:30').waitFor();
    expect(await day.getByRole('heading', { name: 'Kick-off: Giving feedback' }).isVisible()).toBe(true);
    await go({ as: outsider().id, view: 'calendar' });
    await at.page.getByText('No meetings.').waitFor();
  });
});

describe('A search', () => {
  test('finds what was said, on cards too, and leads there; who was not there finds nothing', async () => {
    await openBoard();
    const text = 'a canary in the channel';
    await at.lab.ask('/_tenant/say', { as: lena().id, text, where: { channel: general(), mention: false } });
    await go({ as: lena().id, view: 'search' });
    const box = at.page.getByRole('textbox', { name: 'Search in everything you can see' });
    await box.fill('CANARY channel');
    await at.page.getByRole('link', { name: /Lena Hartwig.*canary/ }).click();
    await at.page.locator('.pointed').getByText(text).waitFor();
    await go({ as: outsider().id, view: 'search' });
    for (const words of ['canary', 'sales', 'SQL']) {
      await box.fill(words);
      await at.page.getByText('Nothing that you can see has these words.').waitFor();
    }
    expect(at.complaints).toEqual([]);
  });
});

describe('A link of Teams, pasted with this address,', () => {
  const follow = (path: string) => at.page.goto(`${at.lab.url}${path}`);

  test('opens the chat with the bot with the words that it brings', async () => {
    await open({ view: 'clock' });
    await at.page.getByRole('heading', { name: 'Clock' }).waitFor();
    await follow(`/l/chat/0/0?users=28:${state().botId}&message=my%20groups`);
    const box = at.page.getByRole('textbox', { name: 'Message to Peerloop' });
    await box.waitFor();
    await expect.poll(() => box.inputValue()).toBe('my groups');
    expect(at.page.url()).not.toContain('link=');
  });

  test('opens a channel, and the message in it', async () => {
    await open({ view: 'clock' });
    const asked = { as: lena().id, text: 'look here', where: { channel: general() } };
    const { body } = await at.lab.ask('/_tenant/say', asked);
    await at.page.getByRole('heading', { name: 'Clock' }).waitFor();
    await follow(`/l/channel/${encodeURIComponent(general())}/General`);
    await at.page.getByRole('heading', { name: 'General' }).waitFor();
    await follow(`/l/message/${encodeURIComponent(general())}/${String(body.activityId)}`);
    await at.page.locator('.pointed').getByText('look here').waitFor();
  });

  test('opens a personal tab at its place, once somebody is chosen', async () => {
    await open({ view: 'chat' });
    await at.lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
    await at.page.getByRole('textbox', { name: 'Message to Peerloop' }).waitFor();
    await at.page.evaluate('sessionStorage.clear()');
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'objectives' }));
    await follow(`/l/entity/${state().manifestId}/home?context=${context}`);
    await at.page.getByText('The link opens for the person you pick in the list.').waitFor();
    await at.page.getByRole('link', { name: 'Lena Hartwig' }).click();
    await tab('/tab/personal', 'ready: objectives');
  });

  test.for([
    ['/l/stream/1', 'There is no such kind of link into Teams here'],
    ['/l/channel/19:none@thread.tacv2/None', 'What this link leads to is not here, or you can’t see it'],
    ['/l/chat/0/0?users=somebody@example.com', 'What this link leads to is not here, or you can’t see it'],
  ])('is explained when it leads nowhere: %s', async ([path, words]) => {
    await open({ view: 'clock' });
    await at.page.getByRole('heading', { name: 'Clock' }).waitFor();
    await follow(path ?? '');
    await at.page.getByText(words ?? '').waitFor();
    await at.page.getByRole('heading', { name: 'Peerloop' }).first().waitFor();
  });
});
