// Groups that practise and reflect, as the tests of these steps need them.
import type { GroupEvent, Stage } from '../../bot/group/events.ts';
import { stages } from '../../bot/group/events.ts';
import type { Policy } from '../../bot/group/policy.ts';
import { ann, ben, cem, formed, given, type Happened, lived, type Scene, start, uuid } from './given.ts';

export const objectiveOf: Record<string, string> = { [ann]: uuid(21), [ben]: uuid(22), [cem]: uuid(23) };

const prepared: GroupEvent[] = [ann, ben, cem].flatMap((person, at): GroupEvent[] => [
  { type: 'objectiveSet', v: 1, objective: objectiveOf[person] ?? '', person, words: uuid(31 + at) },
  {
    type: 'committed',
    v: 1,
    commitment: uuid(41 + at),
    person,
    cue: uuid(51 + at),
    behaviour: uuid(61 + at),
  },
]);

/** Ann, Ben and Cem at a stage since `at`, each with an objective and a promise. */
export const atStage = (stage: Stage, policy: Partial<Policy> = {}, at: string = start): Scene =>
  given(
    formed([ann, ben, cem], policy),
    lived(start, ...prepared),
    lived(
      at,
      ...stages
        .slice(1, stages.indexOf(stage) + 1)
        .map((it): GroupEvent => ({ type: 'stageBegan', v: 1, stage: it })),
    ),
  );

export const practised = (...people: string[]): Happened[] =>
  lived(
    start,
    ...people.map(
      (person, at): GroupEvent => ({
        type: 'practised',
        v: 1,
        practice: uuid(71 + at),
        person,
        as: 'used',
        words: uuid(81 + at),
      }),
    ),
  );

export const checkedIn = (
  person: string,
  week: number,
  progress: number,
  help = false,
  words?: string,
): Happened[] =>
  lived(start, {
    type: 'checkedIn',
    v: 1,
    person,
    week,
    progress,
    help,
    ...(words === undefined ? {} : { words }),
  });

export const chosen: Happened[] = lived(start, {
  type: 'projectChosen',
  v: 1,
  kind: 'links',
  person: ann,
  title: uuid(91),
  tasks: 4,
});

export const finished = (...tasks: number[]): Happened[] =>
  lived(start, ...tasks.map((n): GroupEvent => ({ type: 'taskFinished', v: 1, n, person: ann })));

export const delivered: Happened[] = lived(start, { type: 'projectDelivered', v: 2, person: ann });
