// Somebody is forgotten: nothing kept leads back to them, and nothing but their own word brings them back.
import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { graveyard, tombstone } from '../../bot/run/forget.ts';
import { tabFor } from '../../bot/run/tab.ts';
import { ann, ben, cem, formed, group } from '../lifecycle/given.ts';
import { tenant } from '../run/shell.ts';
import { oidOf, openTalk, silent, type Talk } from '../run/talk.ts';

const isKnown = async (talk: Talk, who: string) => (await talk.idOf(who)) !== '';

const folderFor = () => {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

/** Somebody who wrote in a channel first, so that the app came to them by itself. */
async function installed(talk: Talk, chat: string): Promise<void> {
  talk.plays({
    install: async () => ({ is: 'done', value: {} }),
    findChat: async () => ({ is: 'done', value: { conversation: chat } }),
  });
  const place = { kind: 'channel', conversation: '19:channel', serviceUrl: 'http://127.0.0.1/' } as const;
  await talk.hear('lena', { is: 'text', text: 'topics' }, { place });
  await talk.works();
}

test('no effect keeps the conversation in which they were reached', async () => {
  const talk = await openTalk();
  await installed(talk, 'a:lenas-own-chat');
  expect(talk.sent.map((it) => it.conversation)).toContain('a:lenas-own-chat');
  await talk.presses('lena', 'do.eraseMe');
  await talk.works();
  expect(await isKnown(talk, 'lena')).toBe(false);
  expect(JSON.stringify(await talk.effects())).not.toContain('lenas-own-chat');
});

test('taking the app off does not bring them back', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  await talk.presses('lena', 'do.eraseMe');
  await talk.works();
  await talk.hear('lena', { is: 'removed' });
  expect(await isKnown(talk, 'lena')).toBe(false);
  await talk.writes('lena', 'hello');
  expect(await isKnown(talk, 'lena')).toBe(true);
});

test('a tab that is still open and asks again does not bring them back', async () => {
  const talk = await openTalk();
  const tab = tabFor({ ...talk.parts, directory: silent, wake: () => {} });
  const signed = { tenant, oid: oidOf('lena'), name: 'Name lena' };
  await talk.writes('lena', 'hello');
  await talk.presses('lena', 'do.eraseMe');
  await talk.works();
  const { view } = await tab.home(signed, { like: '', after: null });
  await tab.isMember(signed, group);
  await tab.group(signed, group, 'team');
  expect(view.groups).toEqual([]);
  expect(await isKnown(talk, 'lena')).toBe(false);
  await tab.command(signed, 'key-0001', { do: 'proposeTopic', name: 'Negotiation' });
  expect(await isKnown(talk, 'lena')).toBe(true);
});

test('whom a restored backup brings back leaves their groups again', async () => {
  const talk = await openTalk();
  await talk.knows(ann, ben, cem);
  await talk.happened(
    `group/${group}`,
    formed([ann, ben, cem]).map(({ event }) => event),
  );
  await talk.happened(`person/${ann}`, [
    { type: 'seatHeld', v: 1, person: ann, group, topic: group, at: talk.times.now, by: ann, via: 'chat' },
  ]);
  const folder = folderFor();
  await writeFile(join(folder, 'forgotten.txt'), `${tombstone(ann)}\n`);
  const grave = await graveyard(talk.store, folder);
  const half = await talk.store.transaction((tx) => grave.reapply(tx, tenant, talk.times.now));
  expect(half).toEqual([tombstone(ann)]);
  await talk.works();
  expect(await talk.types(`person/${ann}`)).toEqual(['seatHeld', 'seatGivenUp', 'personErased']);
  expect(await talk.types(`group/${group}`)).toContain('memberLeft');
});

test('a list of the forgotten that cannot be read is not taken for an empty one', async () => {
  const talk = await openTalk();
  const folder = folderFor();
  await mkdir(join(folder, 'forgotten.txt'));
  await expect(graveyard(talk.store, folder)).rejects.toThrow();
  await expect(graveyard(talk.store, join(folder, 'nowhere'))).resolves.toBeDefined();
});
