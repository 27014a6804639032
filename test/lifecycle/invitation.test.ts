// A meeting as a file: lines, letters and times as RFC 5545 wants them.
import { expect, test } from 'vitest';
import { meetingFile } from '../../bot/lifecycle/invitation.ts';

const told = {
  subject: 'Kick-off; risks, and \\ more',
  body: `First line\nSecond line\r\n${'ä'.repeat(60)} 👩🏽‍💻`,
  isPrivate: false,
};
const when = {
  uid: 'group.1.kickOff@peerloop',
  start: '2027-03-28T00:30:00.000Z',
  now: '2027-03-20T09:15:30.500Z',
  url: 'https://teams.microsoft.com/l/meetup-join/1',
};
const file = meetingFile(told, when);
/** As a calendar reads it. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

test('It is one event between its beginnings and ends, each line ended by both signs', () => {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  expect(unfolded(file).slice(0, 5)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Peerloop//Peerloop//EN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
  ]);
});

test('No line is longer than 75 octets, and no letter is torn apart', () => {
  const lines = file.split('\r\n');
  expect(lines.length).toBeGreaterThan(unfolded(file).length);
  expect(Math.max(...lines.map((it) => Buffer.byteLength(it)))).toBeLessThanOrEqual(75);
  expect(file).not.toContain('\uFFFD');
});

test('Marks that mean something are escaped, and lines of a text stay in it', () => {
  expect(unfolded(file)).toContain('SUMMARY:Kick-off\\; risks\\, and \\\\ more');
  const description = unfolded(file).find((it) => it.startsWith('DESCRIPTION:'));
  expect(description).toBe(`DESCRIPTION:First line\\nSecond line\\n${'ä'.repeat(60)} 👩🏽‍💻`);
});

test('Times are in UTC, an hour and a half apart, through the change of the clocks', () => {
  expect(unfolded(file)).toEqual(
    expect.arrayContaining([
      'DTSTART:20270328T003000Z',
      'DTEND:20270328T020000Z',
      'DTSTAMP:20270320T091530Z',
    ]),
  );
});

test('A later file of the same meeting takes the place of the earlier one', () => {
  const sequence = (text: string) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]);
  const later = meetingFile(told, { ...when, now: '2027-03-21T09:15:30.500Z' });
  expect(sequence(later)).toBeGreaterThan(sequence(file));
  expect(unfolded(later)).toContain(unfolded(file).find((it) => it.startsWith('UID:')));
});

test('Of a confidential group colleagues see no subject', () => {
  expect(file).not.toContain('CLASS');
  expect(meetingFile({ ...told, isPrivate: true }, when)).toContain('CLASS:PRIVATE');
});
