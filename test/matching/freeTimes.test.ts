// Times that suit people of several zones: in everyone's hours, where nobody's calendar is taken, through summer time.
import { expect, test } from 'vitest';
import { freeTimes, type OneCalendar, spanAhead } from '../../bot/matching/freeTimes.ts';

const monday = '2026-11-23T00:00:00.000Z';
const workdays = [1, 2, 3, 4, 5];
const three = { minutes: 90, most: 3 };
const local = (at: string, zone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
/** Two weeks of half hours; `taken`: the numbers of those that are. */
const view = (taken: (at: number) => boolean, letter = '2') =>
  Array.from({ length: 14 * 48 }, (_, at) => (taken(at) ? letter : '0')).join('');

test('Those in one zone are offered the middle of three days', () => {
  const found = freeTimes([{ zone: 'Europe/Berlin' }, { zone: 'Europe/Berlin' }], monday, three);
  expect(found).toEqual(['2026-11-23T10:30:00.000Z', '2026-11-24T10:30:00.000Z', '2026-11-25T10:30:00.000Z']);
});

test('A zone that is off by half an hour is within its own hours, too', () => {
  const found = freeTimes([{ zone: 'Europe/Berlin' }, { zone: 'Asia/Kolkata' }], monday, three);
  expect(found.map((it) => local(it, 'Asia/Kolkata'))).toEqual(['14:00', '14:00', '14:00']);
  expect(found.map((it) => local(it, 'Europe/Berlin'))).toEqual(['09:30', '09:30', '09:30']);
  expect(
    freeTimes([{ zone: 'Asia/Kathmandu' }], monday, three).map((it) => local(it, 'Asia/Kathmandu')),
  ).toEqual(['11:45', '11:45', '11:45']);
});

test('Nobody in Kolkata and New York meets between nine and five; where hours are others they do', () => {
  const usual: OneCalendar[] = [{ zone: 'Asia/Kolkata' }, { zone: 'America/New_York' }];
  expect(freeTimes(usual, monday, three)).toEqual([]);
  const late = { zone: 'Asia/Kolkata', hours: { days: workdays, from: '13:00', to: '21:00' } };
  const found = freeTimes([late, { zone: 'America/New_York' }], monday, three);
  expect(found.map((it) => local(it, 'America/New_York'))).toEqual(['09:00', '09:00', '09:00']);
});

test('What is taken in any calendar is not offered, from its first minute to its last', () => {
  // Everything but Tuesday from ten to half past eleven, in UTC.
  const free = [48 + 20, 48 + 21, 48 + 22];
  const busy: OneCalendar = { zone: 'UTC', view: view((at) => !free.includes(at)) };
  expect(freeTimes([busy, { zone: 'UTC' }], monday, three)).toEqual(['2026-11-24T10:00:00.000Z']);
  const tight: OneCalendar = { zone: 'UTC', view: view((at) => !free.slice(1).includes(at)) };
  expect(freeTimes([tight], monday, three)).toEqual([]);
});

test('A tentative time is taken, and working elsewhere is not', () => {
  expect(freeTimes([{ zone: 'UTC', view: view(() => true, '1') }], monday, three)).toEqual([]);
  expect(freeTimes([{ zone: 'UTC', view: view(() => true, '4') }], monday, three)).toHaveLength(3);
});

test('The clocks change in one zone before the other, and it stays within the hours of both', () => {
  // New York changes on 14 March 2027, Berlin on the 28th.
  const both: OneCalendar[] = [{ zone: 'Europe/Berlin' }, { zone: 'America/New_York' }];
  const [before] = freeTimes(both, '2027-03-08T00:00:00.000Z', three);
  const [between] = freeTimes(both, '2027-03-15T00:00:00.000Z', three);
  expect([before, between].map((it) => local(it ?? '', 'America/New_York'))).toEqual(['09:00', '09:00']);
  expect([before, between].map((it) => local(it ?? '', 'Europe/Berlin'))).toEqual(['15:00', '14:00']);
});

test('Weekends are nobody’s, unless they are', () => {
  const saturday = '2026-11-28T00:00:00.000Z';
  expect(freeTimes([{ zone: 'UTC' }], saturday, three)[0]).toContain('2026-11-30');
  const hours = { days: [6], from: '09:00', to: '12:00' };
  expect(freeTimes([{ zone: 'UTC', hours }], saturday, three)[0]).toContain('2026-11-28');
});

test('It is looked a day ahead, from a half hour on, for two weeks', () => {
  expect(spanAhead('2026-11-16T08:01:00.000Z')).toEqual({
    from: '2026-11-17T08:30:00.000Z',
    to: '2026-12-01T08:30:00.000Z',
  });
});
