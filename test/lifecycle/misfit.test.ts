// Why somebody cannot come to a group: their own area when it is theirs that is full, and never somebody else's.
import { expect, test } from 'vitest';
import { presets } from '../../bot/group/policy.ts';
import { misfit } from '../../bot/lifecycle/misfit.ts';
import { speaker } from '../../bot/speech/say.ts';
import { start } from './given.ts';

const areas: Record<string, string> = { ann: 'HR', ben: 'HR', cem: 'IT', dia: 'Law', eva: 'HR', fritz: '' };
const facts = (person: string) => ({
  name: person,
  area: areas[person] ?? '',
  office: 'Berlin',
  language: 'en',
  zone: 'Europe/Berlin',
});
/** Two of them came to share an area when one of them moved. */
const seated = ['ann', 'ben', 'cem'];
const said = (person: string, among = seated) =>
  misfit(among, person, { facts }, presets.managers, { now: start });

test('A newcomer of an area that has its place already is told so (R3)', () => {
  expect(said('eva')).toEqual({ refused: 'areaIsTaken', about: { most: 1 } });
  expect(said('eva', ['ann', 'cem'])).toEqual({ refused: 'areaIsTaken', about: { most: 1 } });
});

test.each(['dia', 'fritz'])(
  'What two who sit there share is not said of %s, who has another area',
  (person) => {
    expect(said(person)).toEqual({ refused: 'doesNotFit' });
    expect(said(person, ['ann', 'cem'])).toBeUndefined();
  },
);

test.each(['areaIsTaken', 'doesNotFit'] as const)(
  '%s asks for no interest: without one nobody comes so far',
  (refused) => {
    const words = speaker('en')(`refused.${refused}`, { most: 1 });
    expect(words).toContain('Your interest in the topic stays registered');
    expect(words).not.toContain('Register');
  },
);
