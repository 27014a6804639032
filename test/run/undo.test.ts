// “undo” and “no”: the last thing done is taken back or the reason why not is told, and what was asked is left or declined.
import { expect, test } from 'vitest';
import type { Command } from '../../bot/lifecycle/decision.ts';
import { tabFor } from '../../bot/run/tab.ts';
import { formed, group, lived, on, start, uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { oidOf, openTalk, silent, type Talk } from './talk.ts';

const topic = uuid(2);

/** Lena in a group of three that practises. */
async function practising(): Promise<Talk & { lena: string }> {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  const lena = await talk.idOf('lena');
  const stages = [
    formed([lena, uuid(12), uuid(13)]),
    lived(start, { type: 'stageBegan', v: 1, stage: 'practice' }),
  ].flat();
  await talk.happened(
    `group/${group}`,
    stages.map(({ event }) => event),
  );
  const seats = on(
    `person/${lena}`,
    start,
    lena,
    { type: 'seatHeld', v: 1, person: lena, group, topic },
    { type: 'seatTaken', v: 1, person: lena, group, topic },
  );
  await talk.happened(
    `person/${lena}`,
    seats.map(({ event }) => event),
  );
  return Object.assign(talk, { lena });
}

const inTab = (talk: Talk) => {
  const { store, book, clock, contact, forgotten, groupsPerTeam } = talk.parts;
  const tab = tabFor({ store, book, clock, contact, forgotten, groupsPerTeam, directory: silent, wake() {} });
  const signed = { tenant, oid: oidOf('lena'), name: 'Name lena' };
  return (key: string, command: Command) => tab.command(signed, key, command);
};

/** The last thing that was said to Lena. */
async function lastSaid(talk: Talk): Promise<string> {
  await talk.works();
  return JSON.stringify(talk.sent.at(-1)?.message);
}

test('of a check-in is told why it stays, and what to do instead', async () => {
  const talk = await practising();
  await talk.presses('lena', 'do.checkIn', { group, progress: '50' });
  await talk.writes('lena', 'undo');
  expect(await lastSaid(talk)).toContain('Write “check in”: for the same week the new one takes its place.');
  await talk.writes('lena', 'undo');
  expect(await talk.told('lena')).toEqual(['greeting', 'noUndo', 'noUndo']);
});

test('of a deed in the tab takes that back', async () => {
  const talk = await practising();
  const does = inTab(talk);
  expect(
    await does('key 1', { do: 'recordPractice', group, as: 'used', words: 'I asked first' }),
  ).toMatchObject({
    is: 'done',
  });
  await talk.writes('lena', 'undo');
  expect(await talk.types(`group/${group}`)).toContain('takenBack');
  expect(await lastSaid(talk)).toContain('That is taken back.');
  await talk.writes('lena', 'how far are we');
  expect(await lastSaid(talk)).not.toContain('That is taken back.');
});

test('is of the deed in the tab, not of what was done in the chat before it', async () => {
  const talk = await practising();
  await talk.presses('lena', 'do.recordPractice', { group, as: 'used', words: 'I asked first' });
  await inTab(talk)('key 1', { do: 'checkIn', group, progress: 50 });
  await talk.writes('lena', 'undo');
  expect(await talk.told('lena')).toEqual(['greeting', 'noUndo']);
  expect(await talk.types(`group/${group}`)).not.toContain('takenBack');
});

test('of a refused deed in the tab is still of the one before', async () => {
  const talk = await practising();
  await talk.presses('lena', 'do.recordPractice', { group, as: 'used', words: 'I asked first' });
  expect(await inTab(talk)('key 1', { do: 'closeKickOff', group })).toMatchObject({ is: 'refused' });
  await talk.writes('lena', 'undo');
  expect(await talk.types(`group/${group}`)).toContain('takenBack');
});

test('is of nothing after ten minutes', async () => {
  const talk = await practising();
  await talk.presses('lena', 'do.checkIn', { group, progress: '50' });
  talk.times.pass('PT10M');
  await talk.writes('lena', 'undo');
  expect(await talk.told('lena')).toEqual(['greeting', 'nothingToUndo']);
});

test('a plain “No.” to a proposal declines it, and undo asks again', async () => {
  const talk = await openTalk();
  await talk.writes('lena', 'hello');
  const lena = await talk.idOf('lena');
  const [first] = formed([lena, uuid(12), uuid(13)]);
  if (!first) throw new Error('nothing proposed');
  await talk.happened(`group/${group}`, [first.event]);
  const seats = on(
    `person/${lena}`,
    start,
    lena,
    { type: 'interestRegistered', v: 1, person: lena, topic },
    { type: 'seatHeld', v: 1, person: lena, group, topic },
  );
  await talk.happened(
    `person/${lena}`,
    seats.map(({ event }) => event),
  );
  await talk.writes('lena', 'No.');
  expect(await talk.types(`group/${group}`)).toEqual(['groupProposed', 'seatRefused']);
  await talk.writes('lena', 'undo');
  await talk.writes('lena', 'Yes');
  expect(await talk.types(`group/${group}`)).toEqual([
    'groupProposed',
    'seatRefused',
    'seatOffered',
    'seatAccepted',
  ]);
  expect(await talk.told('lena')).toEqual(['greeting', 'seatDeclined', 'proposal', 'proposal']);
});

test('a plain “No.” leaves what was asked for as it is', async () => {
  const talk = await practising();
  await talk.writes('lena', 'record practice');
  await talk.writes('lena', 'No.');
  expect(await talk.told('lena')).toEqual(['greeting', 'practice', 'cancelled']);
  expect(await talk.types(`group/${group}`)).not.toContain('practised');
});

test('a plain “No.” to a challenge is its answer', async () => {
  const talk = await practising();
  const raised = lived(start, {
    type: 'challengeRaised',
    v: 1,
    challenge: uuid(61),
    from: uuid(12),
    to: talk.lena,
    words: uuid(62),
  });
  await talk.happened(
    `group/${group}`,
    raised.map(({ event }) => event),
  );
  await talk.writes('lena', 'answer the challenge');
  await talk.writes('lena', 'No.');
  expect(await talk.types(`group/${group}`)).toContain('challengeAnswered');
});
