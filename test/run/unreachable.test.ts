// Whom Teams lets us write to no more: they are left in peace and tried again seldom, and who has left the company leaves their groups.
import { expect, test } from 'vitest';
import type { Outcome } from '../../bot/run/ports.ts';
import { ann, ben, cem, group, on, start, uuid } from '../lifecycle/given.ts';
import { type Shell, tenant, withGroup, work } from './shell.ts';

const heard = (shell: Shell, who: string) => shell.sent.filter((it) => it.conversation === who).length;
const refusal = (status: number, code: string): Outcome<never> => ({ is: 'refused', status, code });
const reachOf = (shell: Shell, who: string) =>
  shell.store.transaction(async (tx) => (await tx.people.get(tenant, [who])).get(who)?.reach);

/** Something that somebody is to be told, and all that is due. */
async function tells(shell: Shell, id: string, to: string): Promise<void> {
  await shell.plans({ id, lane: `person/${to}`, news: { is: 'tell', to, what: 'help' } });
  await work(shell);
}

/** To this person everything is answered so, and to the others as ever. */
function answers(shell: Shell, who: string, how: () => Outcome<never> | undefined): void {
  shell.speaks = async (conversation) =>
    (conversation === who ? how() : undefined) ?? { is: 'done', value: { activity: '1' } };
}

/** What the directory says of everyone. */
function directorySays(shell: Shell, ended: Outcome<never>): void {
  shell.parts.directory.person = async () => ended;
}

test.each([
  ['MessageWritesBlocked', 7],
  ['ConversationBlockedByUser', 7],
  ['BotDisabledByAdmin', 1],
])('after %s somebody is left in peace, and tried again after days: %i', async (code, days) => {
  const shell = await withGroup();
  answers(shell, ann, () => refusal(403, code));
  await tells(shell, 'first', ann);
  await tells(shell, 'at once', ann);
  await tells(shell, 'another', ben);
  expect([heard(shell, ann), heard(shell, ben)]).toEqual([1, 1]);
  shell.times.pass(`PT${24 * days}H`);
  await tells(shell, 'days later', ann);
  await tells(shell, 'and at once', ann);
  expect(heard(shell, ann)).toBe(2);
  shell.times.pass(`PT${24 * days}H`);
  answers(shell, ann, () => undefined);
  await tells(shell, 'when it is over', ann);
  await tells(shell, 'and then', ann);
  expect(heard(shell, ann)).toBe(4);
  expect(await reachOf(shell, ann)).toMatchObject({ is: 'installed', conversation: ann });
});

test('whose chat is not found twice hears it the third time, once', async () => {
  const shell = await withGroup();
  let times = 0;
  answers(shell, ann, () => (++times > 2 ? undefined : refusal(404, 'ConversationNotFound')));
  await tells(shell, 'news', ann);
  for (const _ of [1, 2]) {
    shell.times.pass('PT1M');
    await work(shell);
  }
  expect(times).toBe(3);
  expect(await shell.effect('news')).toMatchObject({ state: 'done' });
});

test('whose chat is not found, and who has no account any more, leaves the group, which hears of it', async () => {
  const shell = await withGroup();
  const sits = on(
    `person/${ann}`,
    start,
    ann,
    { type: 'seatHeld', v: 1, person: ann, group, topic: uuid(2) },
    { type: 'seatTaken', v: 1, person: ann, group, topic: uuid(2) },
  );
  await shell.happened(
    `person/${ann}`,
    sits.map(({ event }) => event),
  );
  answers(shell, ann, () => refusal(404, 'ConversationNotFound'));
  directorySays(shell, refusal(404, 'Request_ResourceNotFound'));
  await tells(shell, 'news', ann);
  for (const _ of [1, 2]) {
    shell.times.pass('PT1M');
    await work(shell);
  }
  expect(await shell.types(`group/${group}`)).toContain('memberLeft');
  expect(await shell.types(`person/${ann}`)).toContain('seatGivenUp');
  expect(await reachOf(shell, ann)).toEqual({ is: 'removed' });
  expect([heard(shell, ben), heard(shell, cem)]).toEqual([1, 1]);
});

test.each<[string, Outcome<never>, string]>([
  ['who has an account all the same', refusal(400, 'known'), 'none'],
  ['of whom IT lets us read nothing', refusal(403, 'Authorization_RequestDenied'), 'none'],
  ['while the directory does not answer', { is: 'unknown', code: 'noAnswer' }, 'installed'],
])('whose chat is not found stays a member, %s', async (_, ended, reach) => {
  const shell = await withGroup();
  answers(shell, ann, () => refusal(404, 'ConversationNotFound'));
  directorySays(shell, ended);
  await tells(shell, 'news', ann);
  for (const _minute of [1, 2]) {
    shell.times.pass('PT1M');
    await work(shell);
  }
  expect(await shell.types(`group/${group}`)).not.toContain('memberLeft');
  expect((await reachOf(shell, ann))?.is).toBe(reach);
});
