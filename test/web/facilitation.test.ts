// What facilitators see of a group follows from where it stands: for how long, who is missing, who wants help; no words.
import { describe, expect, test } from 'vitest';
import type { Live } from '../../bot/group/group.ts';
import { standingOf } from '../../bot/web/facilitation.ts';
import { ann, ben, cem, formed, given, lived, start } from '../lifecycle/given.ts';
import { atStage, checkedIn, practised } from '../lifecycle/practising.ts';

const after = (days: number) =>
  Temporal.Instant.from(start)
    .add({ hours: 24 * days })
    .toString();
const of = (group: Live, days = 0) => standingOf({ group, since: start, topic: 'Feedback' }, after(days));

describe('a group, as facilitators see it,', () => {
  test('has as many people missing as have not done their part', () => {
    expect(of(atStage('practice').live())).toMatchObject({ stage: 'practice', members: 3, waiting: 3 });
    expect(of(atStage('practice').and(practised(ann, ben)).live()).waiting).toBe(1);
  });

  test('asks for help until it is offered', () => {
    const asks = atStage('practice').and(checkedIn(ann, 1, 25, true), checkedIn(cem, 1, 50));
    expect(of(asks.live()).help).toBe(1);
    const offered = asks.and(lived(start, { type: 'helpOffered', v: 1, from: ben, to: ann }));
    expect(of(offered.live()).help).toBe(0);
    expect(of(asks.and(checkedIn(ann, 2, 50)).live()).help).toBe(0);
  });

  test('is stuck when it stands longer than is usual, with the practice weeks on top', () => {
    expect(of(atStage('course').live(), 14).stuck).toEqual([]);
    expect(of(atStage('course').live(), 15).stuck).toEqual(['long']);
    expect(of(atStage('practice').live(), 15).stuck).toEqual([]);
    expect(of(atStage('practice').live(), 14 + 7 * 4 + 1).stuck).toEqual(['long']);
  });

  test('is stuck when something of its place could not be built', () => {
    const refused = { type: 'buildFailed', v: 1, step: 'page', code: 'Forbidden' } as const;
    expect(of(given(formed(), lived(start, refused)).live()).stuck).toEqual(['place']);
  });
});
