// Calendar time stands still until it is moved, and an advance lives through every moment that the app waits for.
import { describe, expect, test } from 'vitest';
import { clockOf } from '../../infra/local/clock.ts';
import { seedState } from '../../infra/local/seed.ts';
import { atRest, openLab } from './lab.ts';

const MONDAY = '2026-11-16T08:00:00.000Z';

describe('The clock', () => {
  const state = () => seedState({ seed: 'a', keys: { entra: {}, connector: {} }, appVersion: '1' });

  test('stands still, runs with the machine, and stands again where it was', () => {
    let machine = 1_000;
    const clock = clockOf(state(), () => machine);
    machine += 60_000;
    expect(clock.now()).toBe(MONDAY);
    clock.run(true);
    machine += 60_000;
    expect(clock.now()).toBe('2026-11-16T08:01:00.000Z');
    clock.run(false);
    machine += 60_000;
    expect(clock.now()).toBe('2026-11-16T08:01:00.000Z');
  });

  test('goes on running after a leap', () => {
    let machine = 1_000;
    const clock = clockOf(state(), () => machine);
    clock.run(true);
    clock.set('2027-01-01T01:00:00+01:00');
    machine += 1;
    expect(clock.now()).toBe('2027-01-01T00:00:00.001Z');
  });
});

describe('The door to the clock', () => {
  test('advances through every moment in order, and waits for the work of each', async () => {
    const lab = await openLab();
    const moments = ['2026-11-16T09:00:00.000Z', '2026-11-18T07:30:00.000Z', '2026-11-23T08:00:00.000Z'];
    const lived: string[] = [];
    let polls = 0;
    lab.work = () => {
      const now = lab.tenant.now();
      const reached = moments.filter((moment) => moment <= now && !lived.includes(moment));
      const busy = reached.length > 0 && ++polls % 3 !== 0;
      if (!busy) lived.push(...reached);
      const next = moments.find((moment) => moment > now) ?? '2027-01-01T00:00:00.000Z';
      return { due: busy ? 1 : 0, running: 0, next };
    };
    const { body } = await lab.ask('/_tenant/clock', { advance: 'P7D' });
    expect(body).toEqual({ now: '2026-11-23T08:00:00.000Z', runs: false });
    expect(lived).toEqual(moments);
  });

  test('leaps over the moments between, as after downtime', async () => {
    const lab = await openLab();
    const seen = new Set<string>();
    lab.work = () => {
      seen.add(lab.tenant.now());
      return atRest;
    };
    await lab.ask('/_tenant/clock', { now: '2026-12-07T08:00:00Z' });
    expect([...seen]).toEqual(['2026-12-07T08:00:00.000Z']);
    expect((await lab.ask('/_tenant/clock')).body).toEqual({ now: '2026-12-07T08:00:00.000Z' });
  });

  test('counts months on the calendar', async () => {
    const lab = await openLab();
    expect((await lab.ask('/_tenant/clock', { advance: 'P3M' })).body.now).toBe('2027-02-16T08:00:00.000Z');
  });

  test('runs and stands on demand', async () => {
    const lab = await openLab();
    expect((await lab.ask('/_tenant/clock', { run: true })).body.runs).toBe(true);
    expect((await lab.ask('/_tenant/clock', { advance: 'P1D' })).body.runs).toBe(true);
    expect((await lab.ask('/_tenant/clock', { run: false })).body.runs).toBe(false);
  });

  test('gives up with what is due when a moment never ends', async () => {
    const lab = await openLab({ patience: 1000 });
    await lab.ask('/_tenant/clock', { advance: 'PT1S' });
    lab.work = () => ({
      due: lab.tenant.now() > '2026-11-16T09' ? 4 : 0,
      running: 0,
      next: '2026-11-16T09:30:00Z',
    });
    expect(await lab.ask('/_tenant/clock', { advance: 'P1D' })).toMatchObject({
      status: 504,
      body: { due: 4 },
    });
    expect(lab.tenant.now()).toBe('2026-11-16T09:30:00.000Z');
  });

  test('says so when the app’s clock is another', async () => {
    const lab = await openLab({ patience: 1000 });
    await lab.ask('/_tenant/clock', { advance: 'PT1S' });
    lab.work = () => ({ ...atRest, now: MONDAY });
    const { status, body } = await lab.ask('/_tenant/clock', { advance: 'P1D' });
    expect([status, body.error]).toEqual([504, expect.stringContaining(MONDAY)]);
  });

  test.each([
    { advance: '7 days' },
    { advance: '-P1D' },
    { advance: 'PT0S' },
    { now: 'tomorrow' },
    { run: 'yes' },
    {},
  ])('refuses %j', async (asked) => {
    const lab = await openLab();
    expect(await lab.ask('/_tenant/clock', asked)).toMatchObject({
      status: 400,
      body: { error: expect.any(String) },
    });
    expect(lab.tenant.now()).toBe(MONDAY);
  });
});
