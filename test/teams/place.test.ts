// Which kind of place an activity is from: what might have several people in it is never taken for a personal chat.
import { expect, test } from 'vitest';
import { Activity } from '../../bot/teams/activity.ts';
import { turnOf } from '../../bot/teams/turnOf.ts';
import { message, tenantId } from './activities.ts';

const kindOf = (conversation: Record<string, unknown>) => {
  const reduced = turnOf(Activity.parse(message('hello', { conversation: { tenantId, ...conversation } })));
  return 'place' in reduced ? reduced.place.kind : undefined;
};

test.each([
  ['personal', { id: 'a:ann', conversationType: 'personal' }, 'personal'],
  ['a chat of several', { id: '19:chat', conversationType: 'groupChat', isGroup: true }, 'groupChat'],
  ['one that does not say what it is, but of a group', { id: '19:chat', isGroup: true }, 'groupChat'],
  ['one of a kind that is not known yet', { id: '19:meeting', conversationType: 'meeting' }, 'groupChat'],
  ['one that says nothing at all', { id: 'a:ann' }, 'personal'],
])('%s', (_, conversation, kind) => {
  expect(kindOf(conversation)).toBe(kind);
});
