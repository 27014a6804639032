// The connector lets the bot in by its token and answers as Teams does, also where it refuses.
import { describe, expect, test } from 'vitest';
import { sign } from '../../infra/local/tokens.ts';
import { adaptive, type Lab, openLab, tokenFor } from './lab.ts';

const code = (answer: { body: Record<string, unknown> }) =>
  (answer.body.error as { code?: string } | undefined)?.code;
const at = encodeURIComponent;
const hello = { type: 'message', text: 'Hello' };

async function withLena() {
  const lab = await openLab();
  await lab.ask('/_tenant/happen', { what: 'install', person: 'Lena Hartwig' });
  const lena = lab.tenant.state.people.find((p) => p.displayName === 'Lena Hartwig');
  const chat = lab.tenant.state.personalInstalls[lena?.id ?? '']?.conversationId ?? '';
  const general = lab.tenant.state.teams[0]?.internalId ?? '';
  return { lab, lena, chat, general };
}

const post = (lab: Lab, channel: string, activity: object = hello) =>
  lab.connector('POST', '/conversations', {
    isGroup: true,
    channelData: { channel: { id: channel } },
    activity,
  });

const seenBy = async (lab: Lab, of: string) => {
  const answer = await lab.ask(`/_tenant/messages?of=${at(of)}`);
  return answer.body as unknown as { id: string; deleted?: boolean; activity: Record<string, unknown> }[];
};

describe('A call of the connector', () => {
  test('needs the token of the bot', async () => {
    const { lab, chat } = await withLena();
    const { tenantId, botId } = lab.tenant.state;
    const claims = {
      iss: `https://sts.windows.net/${tenantId}/`,
      aud: 'https://api.botframework.com',
      appid: botId,
    };
    const tokens = [
      '',
      'nonsense',
      await tokenFor(lab, 'https://graph.microsoft.com'),
      await sign(lab.tenant, 'connector', claims),
      await sign(lab.tenant, 'entra', { ...claims, appid: 'another' }),
      await sign(lab.tenant, 'entra', claims, -60),
    ];
    const send = async (token: string) => {
      const headers = { authorization: `Bearer ${token}` };
      return lab.ask(`/connector/v3/conversations/${at(chat)}/activities`, hello, headers);
    };
    for (const token of tokens)
      expect([(await send(token)).status, code(await send(token))]).toEqual([401, 'Unauthorized']);
    expect((await send(await sign(lab.tenant, 'entra', claims))).status).toBe(201);
    expect(await seenBy(lab, 'Lena Hartwig')).toHaveLength(1);
  });

  test.each([
    [{ type: 'dance' }, 400, 'BadSyntax'],
    [{ type: 'message' }, 400, 'BadSyntax'],
    [{ type: 'message', text: 7 }, 400, 'BadSyntax'],
    [{ type: 'message', text: 'x'.repeat(60_000) }, 413, 'MessageSizeTooBig'],
  ])('is refused with a bad activity', async (activity, status, name) => {
    const { lab, chat } = await withLena();
    const answer = await lab.connector('POST', `/conversations/${at(chat)}/activities`, activity);
    expect([answer.status, code(answer)]).toEqual([status, name]);
    expect(await seenBy(lab, 'Lena Hartwig')).toEqual([]);
  });
});

describe('A personal chat', () => {
  test('is the same however often it is opened, and takes messages', async () => {
    const { lab, chat } = await withLena();
    expect((await lab.send('Lena Hartwig', hello)).id).toBe(chat);
    await lab.connector('POST', `/conversations/${at(chat)}/activities`, {
      ...adaptive({ body: [] }),
      extra: { kept: 1 },
    });
    const [first, second] = await seenBy(lab, 'Lena Hartwig');
    expect(first?.activity).toMatchObject({ text: 'Hello', from: { id: `28:${lab.tenant.state.botId}` } });
    expect(second?.activity).toMatchObject({
      extra: { kept: 1 },
      conversation: { id: chat, conversationType: 'personal' },
    });
    expect(Number(second?.id)).toBeGreaterThan(Number(first?.id));
    expect(await seenBy(lab, 'Emre Aksoy')).toEqual([]);
  });

  test('is closed without an install, when the bot is blocked, and for who has left', async () => {
    const { lab, chat } = await withLena();
    const send = () => lab.connector('POST', `/conversations/${at(chat)}/activities`, hello);
    expect(code(await openFor(lab, 'Emre Aksoy'))).toBe('BotNotInConversationRoster');
    const happen = (what: string) => lab.ask('/_tenant/happen', { what, person: 'Lena Hartwig' });
    await happen('block');
    expect([await send(), await openFor(lab, 'Lena Hartwig')].map(code)).toEqual([
      'MessageWritesBlocked',
      'ConversationBlockedByUser',
    ]);
    await happen('unblock');
    expect((await send()).status).toBe(201);
    await happen('uninstall');
    expect([(await send()).status, code(await send())]).toEqual([403, 'BotNotInConversationRoster']);
    await happen('install');
    expect((await send()).status).toBe(201);
    await happen('person leaves');
    expect([(await send()).status, code(await send())]).toEqual([404, 'ConversationNotFound']);
  });

  const openFor = (lab: Lab, name: string) => {
    const { people, tenantId } = lab.tenant.state;
    const id = people.find((p) => p.displayName === name)?.teamsId;
    return lab.connector('POST', '/conversations', { members: [{ id }], tenantId });
  };

  test('of another tenant or with several people is refused', async () => {
    const { lab, lena } = await withLena();
    const id = lena?.teamsId;
    const others = [
      { members: [{ id }], tenantId: 'contoso' },
      { members: [{ id }, { id }], tenantId: lab.tenant.state.tenantId },
      { members: 'everybody' },
    ];
    for (const asked of others)
      expect(code(await lab.connector('POST', '/conversations', asked))).toBe('BadSyntax');
  });

  test('shows typing and keeps it out of the messages', async () => {
    const { lab, chat } = await withLena();
    expect(
      (await lab.connector('POST', `/conversations/${at(chat)}/activities`, { type: 'typing' })).status,
    ).toBe(201);
    expect(await seenBy(lab, 'Lena Hartwig')).toEqual([]);
    expect((await lab.ask('/_tenant/typing?of=Lena%20Hartwig')).body).toEqual([
      { conversationId: chat, who: 'bot' },
    ]);
    await lab.connector('POST', `/conversations/${at(chat)}/activities`, { type: 'message', text: 'Here.' });
    expect((await lab.ask('/_tenant/typing?of=Lena%20Hartwig')).body).toEqual([]);
  });
});

describe('A channel', () => {
  test('gets threads, and answers in them', async () => {
    const { lab, general } = await withLena();
    const { body } = await post(lab, general);
    expect(body.id).toBe(`${general};messageid=${String(body.activityId)}`);
    const path = `/conversations/${at(String(body.id))}/activities`;
    await lab.connector('POST', path, hello);
    await lab.connector('POST', `/conversations/${at(general)}/activities/${String(body.activityId)}`, hello);
    const threads = lab.tenant.state.messages.map((m) => m.conversationId);
    expect(threads).toEqual([body.id, body.id, body.id]);
    expect(await seenBy(lab, 'Anja Vogt')).toHaveLength(3);
    expect(await seenBy(lab, 'Maren Falk')).toEqual([]);
  });

  test('is closed when the app has left the team, and unknown or deleted ones are not found', async () => {
    const { lab, general } = await withLena();
    expect(code(await post(lab, '19:nowhere@thread.tacv2'))).toBe('ConversationNotFound');
    expect(code(await lab.connector('GET', '/conversations/a:1nobody/pagedmembers'))).toBe(
      'ConversationNotFound',
    );
    await lab.ask('/_tenant/happen', { what: 'uninstall', team: 'Learning at Alderbrook' });
    expect(code(await post(lab, general))).toBe('BotNotInConversationRoster');
  });
});

describe('A message of the bot', () => {
  test('is changed in place and taken back, once', async () => {
    const { lab, chat } = await withLena();
    const sent = await lab.send('Lena Hartwig', hello);
    const path = `/conversations/${at(chat)}/activities/${String(sent.activityId)}`;
    expect((await lab.connector('PUT', path, { type: 'message', text: 'Bye' })).status).toBe(200);
    expect((await seenBy(lab, 'Lena Hartwig'))[0]).toMatchObject({
      id: sent.activityId,
      activity: { text: 'Bye' },
    });
    expect((await lab.connector('DELETE', path)).status).toBe(200);
    expect((await seenBy(lab, 'Lena Hartwig'))[0]).toMatchObject({ deleted: true, activity: { text: '' } });
    expect(code(await lab.connector('DELETE', path))).toBe('ActivityNotFoundInConversation');
  });

  test('is not somebody else’s', async () => {
    const { lab, chat } = await withLena();
    const said = await lab.ask('/_tenant/say', { as: 'Lena Hartwig', text: 'Mine' });
    const path = `/conversations/${at(chat)}/activities/${String(said.body.activityId)}`;
    expect(code(await lab.connector('PUT', path, hello))).toBe('NotEnoughPermissions');
  });
});

describe('The roster', () => {
  test('comes in pages', async () => {
    const { lab, general } = await withLena();
    const path = `/conversations/${at(general)}/pagedmembers?pageSize=4`;
    const sizes: number[] = [];
    let more = '';
    do {
      const { body } = await lab.connector('GET', `${path}${more}`);
      const { members, continuationToken } = body as { members: unknown[]; continuationToken?: string };
      sizes.push(members.length);
      more = continuationToken ? `&continuationToken=${continuationToken}` : '';
    } while (more);
    expect(sizes).toEqual([4, 4, 2]);
  });

  test('tells of one member and of the team', async () => {
    const { lab, lena, chat, general } = await withLena();
    const member = await lab.connector(
      'GET',
      `/conversations/${at(chat)}/members/${at(lena?.teamsId ?? '')}`,
    );
    expect(member.body).toMatchObject({
      objectId: lena?.id,
      givenName: 'Lena',
      surname: 'Hartwig',
      email: lena?.mail,
    });
    expect(code(await lab.connector('GET', `/conversations/${at(chat)}/members/29:1x`))).toBe(
      'MemberNotFoundInConversation',
    );
    expect((await lab.connector('GET', `/teams/${at(general)}`)).body).toMatchObject({
      id: general,
      aadGroupId: lab.tenant.state.programmeTeam,
      memberCount: 10,
      channelCount: 1,
    });
  });
});
