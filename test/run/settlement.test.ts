// How a row of the ledger goes on after an attempt, and after it was looked up.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../bot/run/ports.ts';
import { reconciled, settlement } from '../../bot/run/settlement.ts';
import type { Effect } from '../../bot/store/contract.ts';
import { start as now } from '../lifecycle/given.ts';

const effect = (more: Partial<Effect> = {}): Effect => ({
  id: 'e',
  tenant: 't',
  lane: 'l',
  seq: 1,
  news: { is: 'tell', to: 'ann', what: 'welcome' },
  state: 'attempting',
  due: now,
  attempts: 1,
  misses: 0,
  result: null,
  planned: now,
  ...more,
});

const inSeconds = (seconds: number) =>
  Temporal.Instant.from(now).add({ seconds }).toString({ smallestUnit: 'millisecond' });

type Ended = Outcome<Effect['result']>;
const done = (value: Effect['result']): Ended => ({ is: 'done', value });
const wait = (seconds: number): Ended => ({ is: 'wait', seconds, code: 'throttled' });
const refused = (status = 403): Ended => ({ is: 'refused', code: 'no', status });
const unknown: Ended = { is: 'unknown', code: 'http502' };
const closed: Ended = { is: 'unknown', code: 'http503', tooMuch: 1800 };
const hour = 3600;

describe('after an attempt', () => {
  test.each<[string, Partial<Effect>, Ended, boolean, object]>([
    ['what is done is done', {}, done({ id: 'x' }), true, { state: 'done', due: null, result: { id: 'x' } }],
    ['a refusal fails', {}, refused(), true, { state: 'failed', due: null, result: { code: 'no' } }],
    ['412 is tried again', {}, refused(412), true, { state: 'planned', due: inSeconds(30) }],
    ['a wait is obeyed', {}, wait(400), true, { state: 'planned', due: inSeconds(400) }],
    ['short waits grow', { attempts: 6 }, wait(1), true, { state: 'planned', due: inSeconds(64) }],
    ['to an hour at most', { attempts: 15 }, wait(1), true, { state: 'planned', due: inSeconds(hour) }],
    [
      'a long wait is never cut',
      { attempts: 6 },
      wait(9000),
      true,
      { state: 'planned', due: inSeconds(9000) },
    ],
    ['waiting ends', { attempts: 20 }, wait(1), true, { state: 'failed', due: null }],
    ['a lost answer is looked up', {}, unknown, true, { state: 'unknown', due: inSeconds(30), misses: 0 }],
    [
      'not before Microsoft takes anything again',
      {},
      closed,
      true,
      { state: 'unknown', due: inSeconds(1800) },
    ],
    ['a lost message never moves again', {}, unknown, false, { state: 'unknown', due: null }],
  ])('%s', (_, of, outcome, canLookUp, expected) => {
    expect(settlement(effect(of), outcome, now, canLookUp)).toMatchObject(expected);
  });
});

describe('after a look-up', () => {
  test.each<[string, Partial<Effect>, Ended, object]>([
    ['what is there is done', {}, done({ id: 'x' }), { state: 'done', due: null, result: { id: 'x' } }],
    ['one miss proves nothing', {}, done(null), { state: 'unknown', due: inSeconds(30), misses: 1 }],
    [
      'the second plans it again',
      { misses: 1 },
      done(null),
      { state: 'planned', due: inSeconds(2), misses: 0 },
    ],
    ['but not for ever', { misses: 1, attempts: 20 }, done(null), { state: 'failed', due: null }],
    ['a look-up may have to wait', { misses: 1 }, wait(400), { state: 'unknown', due: inSeconds(400) }],
    ['a lost look-up is repeated', {}, unknown, { state: 'unknown', due: inSeconds(30) }],
    ['not before Microsoft takes anything again', {}, closed, { state: 'unknown', due: inSeconds(1800) }],
    ['later and later', { planned: inSeconds(-600) }, unknown, { state: 'unknown', due: inSeconds(600) }],
    ['but every hour', { planned: inSeconds(-86_400) }, unknown, { due: inSeconds(hour) }],
    ['what may not be looked up is for people', {}, refused(), { state: 'unknown', due: null }],
  ])('%s', (_, of, outcome, expected) => {
    expect(reconciled(effect({ state: 'unknown', ...of }), outcome, now)).toMatchObject(expected);
  });

  test('a wait in between keeps the first miss', () => {
    expect(reconciled(effect({ state: 'unknown', misses: 1 }), wait(5), now)).not.toHaveProperty('misses');
  });
});
