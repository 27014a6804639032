// Days and times in English words are read from the person's own clock.
import { afterEach, expect, test } from 'vitest';
import { momentIn } from '../../bot/speech/dates.ts';

/** A Wednesday, ten in the morning in Berlin. */
const at = { now: '2026-11-18T09:00:00Z', zone: 'Europe/Berlin' };

const read = (words: string, reference = at) => {
  const found = momentIn(words, reference);
  return found && [found.date, found.time];
};

const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

const moments: [string, string | undefined, string | undefined][] = [
  ['tomorrow at 10am', '2026-11-19', '10:00'],
  ['Wednesday 25 November at 13:00', '2026-11-25', '13:00'],
  ['Nov 25, 1pm', '2026-11-25', '13:00'],
  ['Dec 3rd at 11', '2026-12-03', '11:00'],
  ['3 December 15:30', '2026-12-03', '15:30'],
  ['next Tuesday 14:30', '2026-11-24', '14:30'],
  ['Tuesday the 24th at 10', '2026-11-24', '10:00'],
  ['next week Wednesday 11:00', '2026-11-25', '11:00'],
  ['Tuesday next week at 9', '2026-11-24', '09:00'],
  ['the 30th', '2026-11-30', undefined],
  ['the 31st', '2026-12-31', undefined],
  ['the 1st of December at 5pm', '2026-12-01', '17:00'],
  ['24/11 at 9', '2026-11-24', '09:00'],
  ['1/12/2026', '2026-12-01', undefined],
  ['20.11. at 14:00', '2026-11-20', '14:00'],
  ['2026-12-01 10:00', '2026-12-01', '10:00'],
  ['this Friday at 9.30', '2026-11-20', '09:30'],
  ['14h30 on Friday', '2026-11-20', '14:30'],
  ['day after tomorrow at nine', '2026-11-20', '09:00'],
  ['half past three', undefined, '15:30'],
  ['quarter to ten tomorrow', '2026-11-19', '09:45'],
  ['quarter past eleven on Monday', '2026-11-23', '11:15'],
  ["at ten o'clock on Monday", '2026-11-23', '10:00'],
  ['tomorrow at noon', '2026-11-19', '12:00'],
  ['10-11 tomorrow', '2026-11-19', '10:00'],
  ['in two weeks', '2026-12-02', undefined],
  ['in a fortnight', '2026-12-02', undefined],
  ['Friday morning', '2026-11-20', undefined],
  ['5 Jan', '2027-01-05', undefined],
  ['29 February 2028', '2028-02-29', undefined],
];

test.each(moments)('“%s” is %s %s', (words, date, time) => {
  expect(read(words)).toEqual([date, time]);
});

test.each(moments)('“%s” does not depend on where this machine stands', (words, date, time) => {
  for (const zone of ['America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland']) {
    process.env.TZ = zone;
    expect(read(words)).toEqual([date, time]);
  }
});

test.each([
  ['Thursday at 3', '15:00'],
  ['Thursday at 6:15', '18:15'],
  ['Thursday at 7', '07:00'],
  ['Thursday at 03:00', '03:00'],
  ['Thursday at 3 am', '03:00'],
])('Nobody meets in the night unless they say so: “%s” is %s', (words, time) => {
  expect(read(words)).toEqual(['2026-11-19', time]);
});

test('A weekday is the next one; today is today', () => {
  expect(read('Wednesday')).toEqual(['2026-11-25', undefined]);
  expect(read('Wednesday at 9')).toEqual(['2026-11-25', '09:00']);
  expect(read('Wednesday at 11')).toEqual(['2026-11-18', '11:00']);
  expect(read('today at 15:00')).toEqual(['2026-11-18', '15:00']);
});

test.each(['yesterday', 'today at 8', '1 December 2031', '12/1/2026 3pm', '19 May 2028 at 9'])(
  '“%s” is out of reach and left out',
  (words) => expect(read(words)).toEqual([undefined, undefined]),
);

test('Eighteen months ahead is the last day', () => {
  expect(read('18 May 2028 at 9')).toEqual(['2028-05-18', '09:00']);
});

test.each(['31 February', '30/02/2027', '5 people', 'may', 'second', 'for 15 minutes', 'Christmas', ''])(
  '“%s” is neither a day nor a time',
  (words) => expect(read(words)).toBeUndefined(),
);

test('The day is the one of the person, not of Greenwich', () => {
  const late = '2026-11-18T23:30:00Z';
  expect(read('tomorrow', { now: late, zone: 'Europe/Berlin' })).toEqual(['2026-11-20', undefined]);
  expect(read('tomorrow', { now: late, zone: 'America/New_York' })).toEqual(['2026-11-19', undefined]);
  expect(read('tomorrow at 9', { now: late, zone: 'Asia/Kolkata' })).toEqual(['2026-11-20', '09:00']);
});

test('A day on which the clocks change keeps the time that was said', () => {
  const before = { now: '2027-03-26T09:00:00Z', zone: 'Europe/Berlin' };
  expect(read('Sunday at 10:00', before)).toEqual(['2027-03-28', '10:00']);
  expect(read('next Monday at 09:00', before)).toEqual(['2027-03-29', '09:00']);
});
