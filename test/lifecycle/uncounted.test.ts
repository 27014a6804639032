// Where somebody was excused, “everyone” is not said of them: members read who, the channel how many.
import { describe, expect, test } from 'vitest';
import type { GroupEvent, Stage } from '../../bot/group/events.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { postCards } from '../../bot/lifecycle/openWorkspace/postCards.ts';
import { practise } from '../../bot/lifecycle/practise/index.ts';
import { ann, ben, cem, formed, given, lived, type Scene, start, uuid, viewOf } from './given.ts';

const named = (person: string): GroupEvent => ({
  type: 'objectiveSet',
  v: 1,
  objective: uuid(40),
  person,
  words: uuid(90),
});
const excused = (person: string, stage: Stage): GroupEvent => ({
  type: 'memberExcused',
  v: 2,
  person,
  stage,
  why: 'goneOn',
});
const promised = (person: string): GroupEvent => ({
  type: 'committed',
  v: 1,
  commitment: uuid(60),
  person,
  cue: uuid(90),
  behaviour: uuid(90),
});
const practised = (person: string): GroupEvent => ({
  type: 'practised',
  v: 1,
  practice: uuid(70),
  person,
  as: 'used',
  words: uuid(90),
});
const scene = (stage: Stage, ...events: GroupEvent[]): Scene =>
  given(formed([ann, ben, cem]), lived(start, ...events, { type: 'stageBegan', v: 1, stage }));
const read = (of: Scene, name: string) =>
  JSON.stringify({ ...kickOff.cards, ...practise.cards }[name]?.(viewOf(of, ann), {}).card);
const post = (of: Scene, stage: Stage) =>
  JSON.stringify(postCards['post.stage']?.(viewOf(of, null), { stage }));

describe('When the kick-off begins', () => {
  const all = scene('kickOff', named(ann), named(ben), named(cem));
  const two = scene('kickOff', named(ann), named(ben), excused(cem, 'objectives'));

  test('everyone has named objectives where everyone has', () => {
    expect(read(all, 'began.kickOff')).toContain('Everyone has named objectives. Meet once');
    expect(post(all, 'kickOff')).toContain('Everyone has named objectives. Next');
  });

  test('members read who has not, and the channel no name', () => {
    const told = `Everyone has named objectives but Name ${cem}: the group does not wait for that. Meet once`;
    expect(read(two, 'began.kickOff')).toContain(told);
    expect(post(two, 'kickOff')).toContain('All but one have named objectives. Next');
    expect(post(two, 'kickOff')).not.toContain('Name ');
    const one = scene('kickOff', named(ann), excused(ben, 'objectives'), excused(cem, 'objectives'));
    expect(post(one, 'kickOff')).toContain('All but 2 have named objectives. Next');
  });

  test('nobody is left out who has named some since, or has left', () => {
    const since = two.and(lived(start, named(cem)));
    const left = two.and(lived(start, { type: 'memberLeft', v: 1, person: cem, why: 'left' }));
    for (const it of [since, left]) {
      expect(read(it, 'began.kickOff')).toContain('Everyone has named objectives. Meet once');
      expect(post(it, 'kickOff')).toContain('Everyone has named objectives. Next');
    }
  });

  test('a post that is looked at in the next cycle still tells of its own', () => {
    const next = two.and(lived(start, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' }));
    const old = postCards['post.stage']?.(viewOf(next, null), { stage: 'kickOff', cycle: 1 });
    expect(JSON.stringify(old)).toContain('All but one have named objectives. Next');
  });
});

test('When practice begins, the channel reads how many have committed', () => {
  const of = (...events: GroupEvent[]) => post(scene('practice', ...events), 'practice');
  expect(of(promised(ann), promised(ben), promised(cem))).toContain('Everyone has committed.');
  expect(of(promised(ann), promised(ben), excused(cem, 'commitment'))).toContain(
    'All but one have committed.',
  );
});

test('When the practice weeks are over, members read who has recorded nothing and need not', () => {
  const over = scene('practice', named(ann), promised(ann)).and(
    lived(start, practised(ann), practised(ben), excused(cem, 'practice')),
  );
  expect(read(over, 'practiceOver')).toContain(`Everyone has recorded something but Name ${cem}:`);
  const all = over.and(lived(start, practised(cem)));
  expect(read(all, 'practiceOver')).toContain('Everyone has recorded something. ');
});
