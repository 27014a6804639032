// A week is seven days of somebody's own calendar, wherever they live and wherever the app runs: nine stays nine when clocks change.
import { afterEach, expect, test, vi } from 'vitest';
import { awake, local, nextMonday } from '../../bot/reminders/calendar.ts';

/** With half hours and quarters of one, without summer time, on both sides of the date line, and with odd changes. */
const zones =
  `Africa/Cairo Africa/Casablanca Africa/Johannesburg Africa/Lagos America/Anchorage America/Argentina/Buenos_Aires
America/Bogota America/Chicago America/Denver America/Halifax America/Havana America/Los_Angeles America/Mexico_City
America/New_York America/Nuuk America/Phoenix America/Santiago America/Sao_Paulo America/St_Johns Asia/Amman Asia/Beirut
Asia/Dubai Asia/Jerusalem Asia/Kabul Asia/Karachi Asia/Kathmandu Asia/Kolkata Asia/Shanghai Asia/Singapore Asia/Tehran
Asia/Tokyo Asia/Yangon Atlantic/Azores Australia/Adelaide Australia/Eucla Australia/Lord_Howe Australia/Sydney
Europe/Berlin Europe/Dublin Europe/Istanbul Europe/Lisbon Europe/London Pacific/Apia Pacific/Auckland Pacific/Chatham
Pacific/Kiritimati Pacific/Pago_Pago UTC`.split(/\s+/);

const first = '2026-09-01T00:00:00.000Z';
const weeks = 60;

afterEach(() => {
  vi.unstubAllEnvs();
});

/** The Mondays from the first day on, each reckoned from the one before. */
function mondays(zone: string): string[] {
  const all = [nextMonday(first, zone)];
  while (all.length < weeks) all.push(nextMonday(all.at(-1) ?? first, zone));
  return all;
}

test.each(['UTC', 'America/New_York', 'Asia/Kolkata'])(
  'over both changes of the clocks everyone is asked on each Monday at nine, once, where the app runs in %s',
  (home) => {
    vi.stubEnv('TZ', home);
    for (const zone of zones) {
      const asked = mondays(zone).map((it) => local(it, zone));
      const [begun] = asked;
      const wanted = asked.map((_, n) => `${String(begun?.toPlainDate().add({ weeks: n }))} Monday, 9:00`);
      const found = asked.map((it) => {
        const day = it.dayOfWeek === 1 ? 'Monday' : `day ${it.dayOfWeek}`;
        return `${it.toPlainDate().toString()} ${day}, ${it.hour}:${String(it.minute).padStart(2, '0')}`;
      });
      expect(found, zone).toEqual(wanted);
    }
  },
);

test('whatever the hour is, nobody is told before they are up, nor later than the next morning', () => {
  const wrong: string[] = [];
  for (const zone of zones) {
    let now = Temporal.Instant.from(first);
    for (let n = 0; n < weeks * 7; n++) {
      now = now.add({ hours: 25 });
      const at = awake(now.toString({ smallestUnit: 'millisecond' }), zone);
      const { hour } = local(at, zone);
      const waits = now.until(at).total('hours');
      // A day on which clocks go back is longer.
      if (hour < 8 || hour >= 20 || waits < 0 || waits > 14)
        wrong.push(`${zone} at ${now.toString()}: ${at}`);
    }
  }
  expect(wrong).toEqual([]);
});
