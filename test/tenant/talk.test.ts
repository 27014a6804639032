// People write to the bot, press its buttons and look at its cards, and what comes of it is what Teams would show them.
import { describe, expect, test } from 'vitest';
import { adaptive, atRest, type Json, type Lab, openLab } from './lab.ts';

const at = encodeURIComponent;
const card = (text: string, more: Json = {}) => ({ body: [{ type: 'TextBlock', text }], ...more });
const button = (title: string, more: Json = {}) => ({ type: 'Action.Execute', title, verb: 'go', ...more });
const answering = (content: Json) => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: { type: 'AdaptiveCard', ...content },
});

const say = (lab: Lab, as: string, text: string, where?: unknown) =>
  lab.ask('/_tenant/say', { as, text, ...(where ? { where } : {}) });
const press = (lab: Lab, as: string, activityId: unknown, choice: Json) =>
  lab.ask('/_tenant/press', { as, activityId, ...choice });
const heard = (lab: Lab, type: string) =>
  lab.heard.map(({ activity }) => activity).filter((a) => a.type === type);
const cardSeen = async (lab: Lab, as: string) => {
  const answer = await lab.ask(`/_tenant/messages?of=${at(as)}`);
  const messages = answer.body as unknown as { activity: { attachments?: { content: Json }[] } }[];
  return JSON.stringify(messages.map((m) => m.activity.attachments?.[0]?.content.body));
};

describe('A person who writes to the bot', () => {
  test('has the app from then on, and the bot hears of that first', async () => {
    const lab = await openLab();
    await say(lab, 'Sofía Ledesma', 'Hola');
    await say(lab, 'Sofía Ledesma', 'Otra vez');
    const sofia = lab.heard.map((h) => h.activity).filter((a) => (a.from as Json).name === 'Sofía Ledesma');
    expect(sofia.map((a) => a.type)).toEqual([
      'conversationUpdate',
      'installationUpdate',
      'message',
      'message',
    ]);
  });

  test('sends what Teams sends', async () => {
    const lab = await openLab();
    const { state } = lab.tenant;
    await say(lab, 'arjun.menon@alderbrook.example', 'Hello');
    const arjun = state.people.find((p) => p.displayName === 'Arjun Menon');
    expect(heard(lab, 'message')[0]).toMatchObject({
      type: 'message',
      text: 'Hello',
      channelId: 'msteams',
      serviceUrl: `${lab.url}/connector/`,
      timestamp: '2026-11-16T08:00:00.000Z',
      localTimestamp: '2026-11-16T13:30:00.000+05:30',
      localTimezone: 'Asia/Kolkata',
      locale: 'en-IN',
      from: { id: arjun?.teamsId, aadObjectId: arjun?.id, name: 'Arjun Menon' },
      recipient: { id: `28:${state.botId}` },
      conversation: { conversationType: 'personal', tenantId: state.tenantId },
      channelData: { tenant: { id: state.tenantId }, clientActivityId: expect.any(String) },
      entities: [{ type: 'clientInfo', locale: 'en-IN', country: 'IN', timezone: 'Asia/Kolkata' }],
    });
  });

  test('gets what the bot sends in its turn and after it, and nobody else’s', async () => {
    const lab = await openLab();
    await say(lab, 'Emre Aksoy', 'Hi');
    await lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
    let due = 1;
    const afterwards = async () => {
      await lab.send('Emre Aksoy', { type: 'message', text: 'for Emre' });
      await lab.send('Lena Hartwig', { type: 'message', text: 'after it' });
      due = 0;
    };
    lab.turn = async () => {
      await lab.send('Lena Hartwig', { type: 'message', text: 'in the turn' });
      setImmediate(() => void afterwards());
    };
    lab.work = () => ({ ...atRest, due });
    const before = lab.tenant.state.messages.length;
    const { replies } = (await say(lab, 'Lena Hartwig', 'Hello')).body as { replies: Json[] };
    expect(replies.map((r) => r.text)).toEqual(['in the turn', 'after it']);
    expect(lab.tenant.state.messages.slice(before)).toHaveLength(4);
  });

  test('mentions it in a channel, where it answers in the thread', async () => {
    const lab = await openLab();
    const { teams } = lab.tenant.state;
    lab.turn = async (activity) => {
      const { id } = activity.conversation as { id: string };
      if (activity.type === 'message')
        await lab.connector('POST', `/conversations/${at(id)}/activities`, { type: 'message', text: 'Yes?' });
    };
    const first = await say(lab, 'Lena Hartwig', 'Hello', { channel: 'General' });
    expect((first.body.replies as Json[]).map((r) => r.text)).toEqual(['Yes?']);
    await say(lab, 'Arjun Menon', 'Me too', {
      channel: teams[0]?.internalId,
      replyTo: first.body.activityId,
    });
    const [one, two] = heard(lab, 'message');
    expect(one).toMatchObject({
      text: '<at>Peerloop</at> Hello',
      conversation: {
        id: `${teams[0]?.internalId};messageid=${String(first.body.activityId)}`,
        isGroup: true,
      },
      entities: [{ type: 'mention', text: '<at>Peerloop</at>' }, { type: 'clientInfo' }],
      channelData: {
        team: { id: teams[0]?.internalId, aadGroupId: teams[0]?.id },
        channel: { id: teams[0]?.internalId },
      },
    });
    expect(two?.conversation).toEqual(one?.conversation);
  });

  test.each([
    ['is nobody', { as: 'Nobody', text: 'Hi' }],
    ['says nothing', { as: 'Lena Hartwig', text: '' }],
    ['is not in the team', { as: 'Emre Aksoy', text: 'Hi', where: { channel: 'General' } }],
    ['names no channel', { as: 'Lena Hartwig', text: 'Hi', where: { channel: 'Nowhere' } }],
    [
      'answers what is not there',
      { as: 'Lena Hartwig', text: 'Hi', where: { channel: 'General', replyTo: '1' } },
    ],
    ['sends more than a door reads', { as: 'Lena Hartwig', text: 'Hi', extra: 1 }],
  ])('is refused with a reason who %s', async (_who, asked) => {
    const lab = await openLab();
    expect(await lab.ask('/_tenant/say', asked)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    });
    expect(heard(lab, 'message')).toEqual([]);
  });

  test('is told what is still due when the app does not come to rest', async () => {
    const lab = await openLab({ patience: 1000 });
    await say(lab, 'Lena Hartwig', 'Hello');
    lab.work = () => ({ due: 2, running: 1, next: null });
    expect(await say(lab, 'Lena Hartwig', 'Hello')).toMatchObject({
      status: 504,
      body: { due: 2, running: 1 },
    });
  });

  test('is told when the bot fails', async () => {
    const lab = await openLab();
    lab.turn = (activity) => {
      if (activity.type === 'message') throw new Error('broken');
    };
    expect(await say(lab, 'Lena Hartwig', 'Hello')).toMatchObject({
      status: 502,
      body: { error: 'The bot answered 500.' },
    });
  });
});

describe('A person who presses a button', () => {
  async function withCard(content: Json) {
    const lab = await openLab();
    await say(lab, 'Lena Hartwig', 'Hello');
    const sent = await lab.send('Lena Hartwig', adaptive(content));
    return { lab, id: sent.activityId };
  }

  test('sends an invoke, and sees the card that answers it in its place', async () => {
    const { lab, id } = await withCard(
      card('old', { actions: [button('Go', { id: 'b', data: { group: 'g' } })] }),
    );
    lab.turn = () => answering(card('new'));
    const { body } = await press(lab, 'Lena Hartwig', id, { button: 'Go', data: { note: 'x' } });
    expect(body).toMatchObject({
      response: { type: 'application/vnd.microsoft.card.adaptive' },
      replies: [],
    });
    expect(heard(lab, 'invoke')).toMatchObject([
      {
        name: 'adaptiveCard/action',
        replyToId: id,
        value: {
          action: {
            type: 'Action.Execute',
            verb: 'go',
            id: 'b',
            title: 'Go',
            data: { group: 'g', note: 'x' },
          },
          trigger: 'manual',
        },
      },
    ]);
    expect(await cardSeen(lab, 'Lena Hartwig')).toContain('new');
    await lab.connector(
      'PUT',
      `/conversations/${at(chatOf(lab))}/activities/${String(id)}`,
      adaptive(card('newest')),
    );
    expect(await cardSeen(lab, 'Lena Hartwig')).toContain('newest');
  });

  const chatOf = (lab: Lab) => lab.tenant.state.conversations.find((c) => c.kind === 'personal')?.id ?? '';

  test('keeps the card when the answer is a message or an error', async () => {
    const { lab, id } = await withCard(card('old', { actions: [button('Go')] }));
    for (const type of ['application/vnd.microsoft.activity.message', 'application/vnd.microsoft.error']) {
      lab.turn = () => ({ statusCode: 200, type, value: 'Not now' });
      const { body } = await press(lab, 'Lena Hartwig', id, { button: 'Go' });
      expect(body.response).toMatchObject({ type, value: 'Not now' });
    }
    expect(await cardSeen(lab, 'Lena Hartwig')).toContain('old');
  });

  test('with an old client sends a message that nobody sees', async () => {
    const fallback = { type: 'Action.Submit', title: 'Go', data: { verb: 'go' } };
    const { lab, id } = await withCard(card('old', { actions: [button('Go', { fallback })] }));
    await press(lab, 'Lena Hartwig', id, { button: 'Go', client: 'old' });
    expect(heard(lab, 'message').at(-1)).toMatchObject({ value: { verb: 'go' }, replyToId: id });
    expect(heard(lab, 'message').at(-1)).not.toHaveProperty('text');
    expect(lab.tenant.state.messages).toHaveLength(2);
  });

  test('is told which buttons there are', async () => {
    const { lab, id } = await withCard(card('old', { actions: [button('Go'), button('Stay')] }));
    expect(await press(lab, 'Lena Hartwig', id, { button: 'Fly' })).toMatchObject({
      status: 400,
      body: { buttons: ['Go', 'Stay'] },
    });
  });

  test('can’t press in somebody else’s chat', async () => {
    const { lab, id } = await withCard(card('old', { actions: [button('Go')] }));
    expect((await press(lab, 'Emre Aksoy', id, { button: 'Go' })).status).toBe(400);
    expect(heard(lab, 'invoke')).toEqual([]);
  });
});

describe('A card with views for single people', () => {
  test('is refreshed as it comes into sight, for those whom it names', async () => {
    const lab = await openLab();
    const { people, teams } = lab.tenant.state;
    const lena = people.find((p) => p.displayName === 'Lena Hartwig');
    const refresh = { action: button('', { verb: 'refresh' }), userIds: [lena?.teamsId] };
    await lab.connector('POST', '/conversations', {
      isGroup: true,
      channelData: { channel: { id: teams[0]?.internalId } },
      activity: adaptive(card('for all', { refresh })),
    });
    lab.turn = () => answering(card('for Lena', { refresh }));
    expect(await cardSeen(lab, 'Arjun Menon')).toContain('for all');
    expect(heard(lab, 'invoke')).toEqual([]);
    expect(await cardSeen(lab, 'Lena Hartwig')).toContain('for Lena');
    expect(await cardSeen(lab, 'Lena Hartwig')).toContain('for Lena');
    expect(heard(lab, 'invoke')).toMatchObject([
      { from: { name: 'Lena Hartwig' }, value: { trigger: 'automatic' } },
    ]);
    expect(await cardSeen(lab, 'General')).toContain('for all');
    await lab.ask('/_tenant/clock', { advance: 'PT1M' });
    await cardSeen(lab, 'Lena Hartwig');
    expect(heard(lab, 'invoke')).toHaveLength(2);
  });
});
