// Activities in the shape that Teams sends them, for the tests of this room.
export const tenantId = '11111111-aaaa-4aaa-8aaa-111111111111';
export const ann = '33333333-aaaa-4aaa-8aaa-333333333333';
export const bot = { id: '28:22222222-aaaa-4aaa-8aaa-222222222222', name: 'Peerloop' };
export const serviceUrl = 'http://127.0.0.1:3900/connector/';

type Change = Record<string, unknown>;

const envelope = () => ({
  id: '1700000000001',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:ann', name: 'Ann Lee', aadObjectId: ann },
  recipient: bot,
  conversation: { id: 'a:ann', conversationType: 'personal', tenantId },
  channelData: { tenant: { id: tenantId } },
  entities: [{ type: 'clientInfo', locale: 'de-DE', timezone: 'Europe/Berlin', platform: 'Web' }],
});

export const message = (text: string, change: Change = {}) => ({
  ...envelope(),
  type: 'message',
  text,
  textFormat: 'plain',
  ...change,
});

const inTeam = {
  tenant: { id: tenantId },
  team: { id: '19:team@thread.tacv2', aadGroupId: '44444444-aaaa-4aaa-8aaa-444444444444', name: 'Learning' },
  channel: { id: '19:channel@thread.tacv2' },
};

export const inChannel = (text: string, change: Change = {}) =>
  message(text, {
    conversation: {
      id: '19:channel@thread.tacv2;messageid=1',
      conversationType: 'channel',
      isGroup: true,
      tenantId,
    },
    channelData: inTeam,
    ...change,
  });

export const execute = (action: unknown, change: Change = {}) => ({
  ...envelope(),
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action, trigger: 'manual' },
  ...change,
});

export const pressed = (verb: string, data: unknown) => ({ type: 'Action.Execute', verb, data });

export const installation = (action: string, change: Change = {}) => ({
  ...envelope(),
  type: 'installationUpdate',
  action,
  ...change,
});

export const update = (change: Change) => ({
  ...envelope(),
  type: 'conversationUpdate',
  conversation: { id: '19:team@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId },
  ...change,
});

export const channelEvent = (eventType: string, change: Change = {}) =>
  update({ channelData: { ...inTeam, eventType }, ...change });
