// Taking the course: each member says when it is done, and the last one opens the discussion.
import { describe, expect, test } from 'vitest';
import { takeCourse } from '../../bot/lifecycle/takeCourse/index.ts';
import { completeCourse, reopenCourse } from '../../bot/lifecycle/takeCourse/takeCourse.ts';
import { ann, ben, cem, group, stranger, undone, viewOf } from './given.ts';
import { at, course, expectAllSound } from './group.ts';

const here = at('course', {}, course);

describe('The course', () => {
  test('is done by each member, and can be reopened', () => {
    const told = here.when(completeCourse, { group }, ann);
    expect(told.after.live().cycle.courseDone).toEqual([ann]);
    expect(told.accepted.then).toEqual([]);
    expect(undone(told, takeCourse.commands, ann).after.group()).toEqual(here.group());
  });

  test('opens the discussion when the last member has finished', () => {
    const told = here
      .when(completeCourse, { group }, ann)
      .after.when(completeCourse, { group }, ben)
      .after.when(completeCourse, { group }, cem);
    expect(told.types).toEqual(['courseCompleted', 'stageBegan']);
    expect(told.after.live().cycle.stage).toBe('discussion');
    expect(undone(told, takeCourse.commands, cem).refused).toBe('stageIsOver');
  });

  test('is refused by name', () => {
    const done = here.when(completeCourse, { group }, ann).after;
    expect(done.when(completeCourse, { group }, ann).refused).toBe('alreadyDone');
    expect(here.when(reopenCourse, { group }, ann).refused).toBe('courseNotDone');
    expect(at('course').when(completeCourse, { group }, ann).refused).toBe('noCourses');
    expect(here.when(completeCourse, { group }, stranger).refused).toBe('unknownGroup');
    expect(at('kickOff', {}, course).when(completeCourse, { group }, ann).refused).toBe('notYet');
  });
});

describe('The cards of the course', () => {
  test('are sound for everyone, at every stage, empty and full', () => expectAllSound(takeCourse.cards));

  test('name who has finished and nobody who has not', () => {
    const scene = here.when(completeCourse, { group }, ben).after;
    const shown = JSON.stringify(takeCourse.cards.course?.(viewOf(scene, ann), {}).card);
    expect(shown).toContain(`1 of 3 have finished: Name ${ben}.`);
    expect(shown).not.toContain(`Name ${cem}`);
  });

  test('lead to the course by its host, and only by https', () => {
    const shown = (wrote: string) =>
      JSON.stringify(takeCourse.cards.course?.(viewOf(here, ann, { wrote }), {}).card);
    expect(shown('https://learning.example.com/x')).toContain('Open learning.example.com');
    expect(shown('http://learning.example.com/x')).not.toContain('Action.OpenUrl');
  });
});
