// Faults meet the next calls that match them, before the call took effect or after it.
import { describe, expect, test } from 'vitest';
import { type Json, type Lab, openLab, tokenFor } from './lab.ts';

const hello = { type: 'message', text: 'Hello' };
const sent = (lab: Lab) => lab.tenant.state.messages.length;

async function labWithLena() {
  const lab = await openLab();
  await lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
  await lab.send('Lena Hartwig', hello);
  return lab;
}

const fault = (lab: Lab, body: unknown) => lab.ask('/_tenant/faults', body);

describe('A fault', () => {
  test('answers in place of the connector, as often as asked, with its headers', async () => {
    const lab = await labWithLena();
    await fault(lab, {
      method: 'post',
      path: '/conversations',
      answer: { status: 429, headers: { 'retry-after': '7' } },
      times: 2,
    });
    const send = () => lab.send('Lena Hartwig', hello);
    expect([await send(), await send()]).toMatchObject([{ error: { code: 'Fault429' } }, { error: {} }]);
    expect(sent(lab)).toBe(1);
    expect(await send()).toHaveProperty('activityId');
  });

  test('after the effect lets the message arrive and breaks its answer', async () => {
    const lab = await labWithLena();
    await fault(lab, { answer: { status: 502, body: { broken: true } }, afterEffect: true });
    expect(await lab.send('Lena Hartwig', hello)).toEqual({ broken: true });
    expect(sent(lab)).toBe(2);
  });

  test('drops the connection, before or after the effect', async () => {
    const lab = await labWithLena();
    await fault(lab, [{ answer: 'drop' }, { answer: 'drop', afterEffect: true }]);
    await expect(lab.send('Lena Hartwig', hello)).rejects.toThrow();
    expect(sent(lab)).toBe(1);
    await expect(lab.send('Lena Hartwig', hello)).rejects.toThrow();
    expect(sent(lab)).toBe(2);
    expect(await lab.send('Lena Hartwig', hello)).toHaveProperty('activityId');
  });

  test('delays, and the call is answered all the same', async () => {
    const lab = await labWithLena();
    await fault(lab, [{ answer: { delayMs: 5 } }, { answer: { delayMs: 5 }, afterEffect: true }]);
    expect(await lab.send('Lena Hartwig', hello)).toHaveProperty('activityId');
    expect(await lab.send('Lena Hartwig', hello)).toHaveProperty('activityId');
  });

  test('lets a call take effect later, when whoever made it has given up', async () => {
    const lab = await labWithLena();
    await fault(lab, { answer: { lateSeconds: 20 } });
    await expect(lab.send('Lena Hartwig', hello)).rejects.toThrow();
    await lab.ask('/_tenant/clock', { advance: 'PT19S' });
    expect(sent(lab)).toBe(1);
    await lab.ask('/_tenant/clock', { advance: 'PT1S' });
    await lab.ask('/_tenant/people');
    expect(sent(lab)).toBe(2);
    await lab.ask('/_tenant/clock', { advance: 'PT1H' });
    expect(sent(lab)).toBe(2);
  });

  test.each([true, false])('lets reads of Graph lag behind; answered: %s', async (answered) => {
    const lab = await openLab();
    const token = await tokenFor(lab, 'https://graph.microsoft.com');
    const pages = `/v1.0/sites/${lab.tenant.state.intranetSite}/pages`;
    const headers = { authorization: `Bearer ${token}` };
    const names = async () =>
      JSON.stringify((await lab.ask(`${pages}/microsoft.graph.sitePage`, undefined, headers)).body);
    await fault(lab, { method: 'POST', path: '/pages', answer: { staleSeconds: 20, answered } });
    const page = {
      '@odata.type': '#microsoft.graph.sitePage',
      name: 'pl-one.aspx',
      title: 'One',
      pageLayout: 'article',
    };
    const made = lab.ask(pages, page, headers);
    if (answered) expect(await made).toMatchObject({ status: 201 });
    else await expect(made).rejects.toThrow();
    expect(await names()).not.toContain('pl-one.aspx');
    await lab.ask('/_tenant/clock', { advance: 'PT20S' });
    expect(await names()).toContain('pl-one.aspx');
  });

  test('meets tokens and Graph, whose log shows it', async () => {
    const lab = await labWithLena();
    const token = await tokenFor(lab, 'https://graph.microsoft.com');
    await fault(lab, [
      { path: '/oauth2/', answer: { status: 503 } },
      { path: '/users', answer: { status: 503, headers: { 'retry-after': '3' } } },
    ]);
    expect(await tokenFor(lab, 'https://graph.microsoft.com')).toBeUndefined();
    const users = () => lab.ask('/v1.0/users?$top=1', undefined, { authorization: `Bearer ${token}` });
    expect([(await users()).status, (await users()).status]).toEqual([503, 200]);
    const lines = await (await fetch(`${lab.url}/_tenant/requests`)).text();
    const logged = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Json);
    expect(logged).toMatchObject([{ status: 503, responseHeaders: { 'retry-after': '3' } }, { status: 200 }]);
  });

  test('meets only the call whose body says what it names', async () => {
    const lab = await labWithLena();
    await fault(lab, { path: '/conversations', body: '"text":"Bye"', answer: { status: 500 } });
    expect(await lab.send('Lena Hartwig', hello)).toHaveProperty('activityId');
    expect(await lab.send('Lena Hartwig', { ...hello, text: 'Bye' })).toMatchObject({
      error: { code: 'Fault500' },
    });
  });

  test('does not meet the doors, nor calls that it does not name', async () => {
    const lab = await labWithLena();
    await fault(lab, [
      { method: 'DELETE', answer: 'drop' },
      { path: '/users', answer: 'drop' },
    ]);
    expect(await lab.send('Lena Hartwig', hello)).toHaveProperty('activityId');
    expect((await lab.ask('/_tenant/people')).status).toBe(200);
  });

  test('is cleared by an empty list', async () => {
    const lab = await labWithLena();
    await fault(lab, { answer: 'drop', times: 9 });
    await fault(lab, []);
    expect(await lab.send('Lena Hartwig', hello)).toHaveProperty('activityId');
  });

  test.each([{}, { answer: 'explode' }, { answer: { status: 200 } }, { answer: 'drop', times: 0 }, 7])(
    'is refused when it is %j',
    async (body) => {
      const lab = await openLab();
      expect(await fault(lab, body)).toMatchObject({ status: 400, body: { error: expect.any(String) } });
    },
  );
});

describe('What happens during a call', () => {
  test('is told to the bot even when the answer to the call is lost', async () => {
    const lab = await openLab();
    const token = await tokenFor(lab, 'https://graph.microsoft.com');
    await fault(lab, { path: '/channels', answer: 'drop', afterEffect: true });
    const team = lab.tenant.state.programmeTeam;
    const headers = { authorization: `Bearer ${token}` };
    const create = lab.ask(
      `/v1.0/teams/${team}/channels`,
      { displayName: 'SQL 1', membershipType: 'standard' },
      headers,
    );
    await expect(create).rejects.toThrow();
    await lab.ask('/_tenant/clock', { advance: 'PT1S' });
    const events = lab.heard.map(({ activity }) => (activity.channelData as Json).eventType);
    expect(events).toContain('channelCreated');
  });
});
