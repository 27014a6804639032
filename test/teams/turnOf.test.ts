// What an activity means: a turn, nothing, or a refusal.
import { describe, expect, test } from 'vitest';
import type { Turn } from '../../bot/run/turn.ts';
import { Activity } from '../../bot/teams/activity.ts';
import { turnOf } from '../../bot/teams/turnOf.ts';
import {
  ann,
  bot,
  channelEvent,
  execute,
  inChannel,
  installation,
  message,
  pressed,
  serviceUrl,
  tenantId,
  update,
} from './activities.ts';

const reduced = (activity: unknown) => turnOf(Activity.parse(activity));
const turn = (activity: unknown): Turn => {
  const it = reduced(activity);
  if (!('said' in it)) throw new Error(`no turn: ${JSON.stringify(it)}`);
  return it;
};
const said = (activity: unknown) => turn(activity).said;
const words = (activity: unknown) => {
  const it = said(activity);
  return it.is === 'text' ? it.text : undefined;
};
const mention = (id: string, text: string) => ({ type: 'mention', mentioned: { id }, text });
const tab = String.fromCharCode(9);
const nul = String.fromCharCode(0);

describe('a message', () => {
  test('in the personal chat names its speaker and its place', () => {
    expect(turn(message('hello'))).toEqual({
      tenant: tenantId,
      keys: ['m:a:ann:1700000000001'],
      speaker: { oid: ann, teamsId: '29:ann', name: 'Ann Lee', locale: 'de-DE', zone: 'Europe/Berlin' },
      place: { kind: 'personal', conversation: 'a:ann', serviceUrl },
      said: { is: 'text', text: 'hello' },
    });
  });

  test('in a channel names its thread, its channel and its team', () => {
    expect(turn(inChannel('hello')).place).toEqual({
      kind: 'channel',
      conversation: '19:channel@thread.tacv2;messageid=1',
      serviceUrl,
      team: '19:team@thread.tacv2',
      teamGroup: '44444444-aaaa-4aaa-8aaa-444444444444',
      channel: '19:channel@thread.tacv2',
    });
  });

  test('loses the call to the bot and keeps the names of others', () => {
    const text = '<at>Peerloop</at> ask <at>Tom Ray</at> please';
    const entities = [mention(bot.id, '<at>Peerloop</at>'), mention('29:tom', '<at>Tom Ray</at>')];
    expect(words(inChannel(text, { entities }))).toBe('ask Tom Ray please');
  });

  test('keeps the name of somebody who is called like the bot', () => {
    const text = '<at>Peerloop</at> and I';
    expect(words(inChannel(text, { entities: [mention('29:other', '<at>Peerloop</at>')] }))).toBe(
      'Peerloop and I',
    );
  });

  test.each([
    ['in one Unicode form', 'ﬁne\u00a0day', 'fine day'],
    ['without what a database refuses', `a${nul}b${tab}c`, `ab${tab}c`],
    ['without half characters', 'a\ud800b', 'a\ufffdb'],
    ['without markup of mentions nobody made', 'hi <at id="0">Bo</at>', 'hi Bo'],
    ['without space around', '  hi \r\n there ', 'hi \n there'],
  ])('is told %s', (_, text, expected) => {
    expect(words(message(text))).toBe(expected);
  });

  test('of any length is a turn: what is too long, the product says', () => {
    expect(words(message('x'.repeat(10_000)))).toHaveLength(10_000);
  });

  test('made of opening brackets costs no more than its length, and is read only as far as nothing is kept of', () => {
    const text = '<at'.repeat(80_000);
    const entities = Array.from({ length: 200 }, () => mention('29:tom', '<at>Tom</at>'));
    expect(words(message(text, { entities }))).toHaveLength(32_000);
  });

  test('takes language and zone from the activity before the client, and drops what nobody knows', () => {
    const spoken = (change: object) => turn(message('hi', { ...change })).speaker;
    expect(spoken({ locale: 'fr-FR', localTimezone: 'Asia/Kolkata' })).toMatchObject({
      locale: 'fr-FR',
      zone: 'Asia/Kolkata',
    });
    const odd = spoken({ locale: '"><', localTimezone: 'Mars/Olympus' });
    expect(odd).not.toHaveProperty('locale');
    expect(odd).not.toHaveProperty('zone');
  });

  test('has a second key by which a message sent twice by a client is known', () => {
    const channelData = { tenant: { id: tenantId }, clientActivityId: 'client-9' };
    const first = turn(message('hi', { channelData })).keys;
    const again = turn(message('hi', { channelData, id: 'another' })).keys;
    expect(first).toEqual(['m:a:ann:1700000000001', 'c:a:ann:29:ann:client-9']);
    expect(again).toContain('c:a:ann:29:ann:client-9');
  });

  test('of somebody without an object id means nothing', () => {
    expect(reduced(message('hi', { from: { id: '29:guest', name: 'Guest' } }))).toEqual({
      nothing: 'noObjectId',
    });
  });
});

describe('a press of a button', () => {
  test('of an Action.Execute is told with its fields, and is to be answered at once', () => {
    expect(said(execute(pressed('do.join', { topic: 't1', nonce: 'abc' })))).toEqual({
      is: 'pressed',
      verb: 'do.join',
      fields: { topic: 't1', nonce: 'abc' },
      card: 'card-1',
      invoke: true,
    });
  });

  test('of an Action.Submit is a message with the verb among its fields', () => {
    const value = { verb: 'do.join', topic: 't1', nonce: 'abc', msteams: { type: 'messageBack' } };
    expect(said(message('', { text: undefined, value, replyToId: 'card-1' }))).toEqual({
      is: 'pressed',
      verb: 'do.join',
      fields: { topic: 't1', nonce: 'abc' },
      card: 'card-1',
      invoke: false,
    });
  });

  const keys = (data: unknown, change = {}) => turn(execute(pressed('do.note', data), change)).keys;

  test('has the same key when Teams delivers it again under a new id and with its fields in another order', () => {
    expect(keys({ nonce: 'abc', text: 'one', deep: { a: 1, b: 2 } }, { id: 'f:other' })).toEqual(
      keys({ deep: { b: 2, a: 1 }, text: 'one', nonce: 'abc' }),
    );
  });

  test.each<[string, unknown, Record<string, unknown>]>([
    ['text', { nonce: 'abc', text: 'two' }, {}],
    ['nonce', { nonce: 'abd', text: 'one' }, {}],
    ['card', { nonce: 'abc', text: 'one' }, { replyToId: 'card-2' }],
    ['person', { nonce: 'abc', text: 'one' }, { from: { id: '29:tom', aadObjectId: tenantId } }],
  ])('has another key with another %s', (_, data, change) => {
    expect(keys(data, change)).not.toEqual(keys({ nonce: 'abc', text: 'one' }));
  });

  test.each<[string, unknown]>([
    ['no action', undefined],
    ['an action that is no object', 'x'],
    ['another kind of action', { type: 'Action.Http', verb: 'do.join' }],
    ['no verb', { type: 'Action.Execute' }],
    ['a verb that is no text', { type: 'Action.Execute', verb: { a: 1 } }],
    ['a verb of a novel', { type: 'Action.Execute', verb: 'x'.repeat(101) }],
    ['fields that are no object', pressed('do.join', 'x')],
    ['a list of fields', pressed('do.join', [1])],
  ])('with %s is malformed', (_, action) => {
    expect(reduced(execute(action))).toHaveProperty('malformed');
  });

  test('of an Action.Submit without a verb is malformed', () => {
    expect(reduced(message('', { value: { nonce: 'abc' } }))).toHaveProperty('malformed');
  });

  test('of another kind of invoke means nothing to us', () => {
    expect(reduced(execute({}, { name: 'fileConsent/invoke' }))).toEqual({ nothing: 'otherInvoke' });
  });
});

describe('the app', () => {
  test('that comes is told once, though Teams tells it twice', () => {
    const both = [
      update({ channelData: { tenant: { id: tenantId } }, membersAdded: [bot] }),
      installation('add'),
    ];
    expect(both.map(reduced).filter((it) => 'said' in it)).toHaveLength(1);
    expect(said(installation('add'))).toEqual({ is: 'installed' });
  });

  test('that is delivered again has the same key, and that comes again later another', () => {
    const came = turn(installation('add', { id: 'f:1' })).keys;
    expect(turn(installation('add', { id: 'f:1' })).keys).toEqual(came);
    expect(turn(installation('add', { id: 'f:3' })).keys).not.toEqual(came);
  });

  test('that goes is told', () => {
    expect(said(installation('remove'))).toEqual({ is: 'removed' });
  });

  test('that is upgraded is no news', () => {
    expect(reduced(installation('add-upgrade'))).toEqual({ nothing: 'upgrade' });
    expect(reduced(installation('remove-upgrade'))).toEqual({ nothing: 'upgrade' });
  });

  test('hears of people who join a team, and it means nothing', () => {
    expect(reduced(update({ membersAdded: [{ id: '29:tom' }] }))).toEqual({ nothing: 'otherUpdate' });
  });
});

describe('a channel', () => {
  test.each([
    ['channelRenamed', 'renamed'],
    ['channelDeleted', 'deleted'],
    ['channelRestored', 'restored'],
  ])('%s is told', (event, what) => {
    expect(said(channelEvent(event))).toEqual({ is: 'channel', what, channel: '19:channel@thread.tacv2' });
  });

  test('that is deleted is told even when Teams does not say by whom', () => {
    const it = turn(channelEvent('channelDeleted', { from: { id: '29:somebody' } }));
    expect(it.speaker.oid).toBe('');
  });

  test('that is new means nothing', () => {
    expect(reduced(channelEvent('channelCreated'))).toEqual({ nothing: 'otherUpdate' });
  });
});
