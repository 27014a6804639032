// The kick-off: finding a time, agreeing on what to learn, and what it takes to go on.
import { describe, expect, test } from 'vitest';
import {
  addResource,
  nameOpportunity,
  pickCourse,
  removeOpportunity,
} from '../../bot/lifecycle/kickOff/gather.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { closeKickOff } from '../../bot/lifecycle/kickOff/kickOff.ts';
import { answerShared, proposeShared, removeShared } from '../../bot/lifecycle/kickOff/shareObjectives.ts';
import { ann, ben, cem, group, lived, start, stranger, undone, uuid } from './given.ts';
import { at, course, named, opportunity, shared, sharedAgreed, sharedProposed } from './group.ts';

const here = at('kickOff');
const proposing = { group, shared: 'Give feedback in the same week' };

describe('A shared objective', () => {
  test('is told to the others and kept for the group alone', () => {
    const told = here.when(proposeShared, proposing, ann);
    expect(told.types).toEqual(['sharedProposed']);
    expect(told.accepted.then).toMatchObject([
      { is: 'tell', to: ben, what: 'sharedProposed' },
      { is: 'tell', to: cem, what: 'sharedProposed' },
    ]);
    expect(told.accepted.written).toMatchObject([{ owner: { person: ann }, audience: 'group' }]);
    expect(told.shows).toMatchObject({ show: 'sharedProposed', about: { shared: uuid(1001) } });
  });

  test('becomes the group’s own words when the last member accepts', () => {
    const scene = at('kickOff', {}, sharedProposed).when(answerShared, answer(true), ben).after;
    const told = scene.when(answerShared, answer('true'), cem);
    expect(told.types).toEqual(['sharedAnswered', 'sharedAgreed']);
    expect(told.accepted.written).toMatchObject([
      { id: uuid(1012), owner: { group }, audience: 'company', copyOf: uuid(90) },
    ]);
    expect(told.accepted.then.map((it) => it.is === 'tell' && [it.to, it.what])).toEqual([
      [ann, 'sharedAgreed'],
      [ben, 'sharedAgreed'],
    ]);
    expect(told.after.live().cycle.shared[0]).toMatchObject({ agreed: true, words: uuid(1012) });
  });

  test('is agreed without those who have left', () => {
    const scene = at('kickOff', {}, sharedProposed).and(
      lived(start, { type: 'memberLeft', v: 1, person: cem, why: 'left' }),
    );
    expect(scene.when(answerShared, answer(true), ben).types).toContain('sharedAgreed');
  });

  test('meets an objection that only its proposer is told of', () => {
    const told = at('kickOff', {}, sharedProposed).when(
      answerShared,
      { ...answer('false'), words: 'Customers are missing' },
      ben,
    );
    expect(told.types).toEqual(['sharedAnswered']);
    expect(told.accepted.then).toMatchObject([{ to: ann, what: 'sharedObjected', about: { person: ben } }]);
    expect(told.accepted.written).toMatchObject([{ owner: { person: ben }, audience: 'group' }]);
  });

  test('can be objected to without a reason, and accepted after all', () => {
    const against = at('kickOff', {}, sharedProposed).when(
      answerShared,
      { ...answer(false), words: ' ' },
      ben,
    );
    expect(against.accepted.written).toEqual([]);
    const all = against.after
      .when(answerShared, answer(true), cem)
      .after.when(answerShared, answer(true), ben);
    expect(all.types).toContain('sharedAgreed');
  });

  test('goes away again when its proposer takes it back', () => {
    const told = here.when(proposeShared, proposing, ann);
    expect(undone(told, kickOff.commands, ann).after.group()).toEqual(here.group());
  });

  test('is refused by name', () => {
    const scene = at('kickOff', {}, sharedProposed);
    const agreed = at('kickOff', {}, sharedProposed, sharedAgreed);
    const many = at('kickOff', {}, ...Array.from({ length: 5 }, () => sharedProposed));
    expect(many.when(proposeShared, proposing, ann).decision).toMatchObject({
      refused: 'enoughShared',
      about: { most: 5 },
    });
    expect(here.when(answerShared, answer(true), ben).refused).toBe('unknownShared');
    expect(agreed.when(answerShared, answer(true), ben).refused).toBe('sharedIsAgreed');
    expect(agreed.when(removeShared, { group, shared }, ann).refused).toBe('sharedIsAgreed');
    expect(scene.when(removeShared, { group, shared }, ben).refused).toBe('notYourShared');
    expect(scene.when(answerShared, answer(true), stranger).refused).toBe('unknownGroup');
    expect(at('objectives').when(proposeShared, proposing, ann).refused).toBe('notYet');
    expect(at('course').when(proposeShared, proposing, ann).refused).toBe('stageIsOver');
  });
});

const answer = (accepts: boolean | string) => ({ group, shared, accepts });

describe('An opportunity', () => {
  const naming = { group, opportunity: 'Our reviews run over time' };

  test('is kept for the group, and can be taken back', () => {
    const told = here.when(nameOpportunity, naming, ben);
    expect(told.accepted.written).toMatchObject([{ owner: { person: ben }, audience: 'group' }]);
    expect(told.after.live().cycle.opportunities).toHaveLength(1);
    expect(undone(told, kickOff.commands, ben).after.group()).toEqual(here.group());
  });

  test('is refused by name', () => {
    const three = at('kickOff', {}, named, named, named);
    expect(three.when(nameOpportunity, naming, ann).refused).toBe('enoughOpportunities');
    expect(three.when(nameOpportunity, naming, ben).refused).toBeUndefined();
    expect(three.when(removeOpportunity, { group, entry: opportunity }, ben).refused).toBe('unknownEntry');
    expect(here.when(removeOpportunity, { group, entry: uuid(7) }, ann).refused).toBe('unknownEntry');
    expect(here.when(nameOpportunity, naming, stranger).refused).toBe('unknownGroup');
    expect(at('practice').when(nameOpportunity, naming, ann).refused).toBe('stageIsOver');
  });
});

describe('A course and other resources', () => {
  const picking = { group, title: 'Feedback that helps', link: ' https://learning.example.com/a b ' };

  test('belong to the group and are open to the programme', () => {
    const told = here.when(pickCourse, picking, ann);
    expect(told.types).toEqual(['coursePicked']);
    expect(told.accepted.written).toMatchObject([
      { owner: { group }, audience: 'company', text: 'Feedback that helps' },
      { owner: { group }, audience: 'company', text: 'https://learning.example.com/a%20b' },
    ]);
    expect(told.accepted.then).toEqual([]);
  });

  test('need no address', () => {
    const told = here.when(addResource, { group, title: 'Ask Dia', link: '' }, ann);
    expect(told.accepted.written).toHaveLength(1);
    expect(told.after.live().cycle.resources).toMatchObject([{ person: ann }]);
    expect(undone(told, kickOff.commands, ann).after.group()).toEqual(here.group());
  });

  test.each([
    'http://a.example',
    'javascript:alert(1)',
    'https://u:p@a.example',
    `https://a.example/${'a'.repeat(1990)}`,
  ])('refuse an address that is not a safe one: %s', (link) => {
    expect(here.when(pickCourse, { ...picking, link }, ann).refused).toBe('badLink');
    expect(here.when(addResource, { ...picking, link }, ann).refused).toBe('badLink');
  });

  test('another course takes the place of the first until somebody has finished it', () => {
    const taking = at('course', {}, course);
    const told = taking.when(pickCourse, picking, ben);
    expect(told.accepted.then).toMatchObject([
      { to: ann, what: 'course' },
      { to: cem, what: 'course' },
    ]);
    const done = taking.and(lived(start, { type: 'courseCompleted', v: 1, person: ann }));
    expect(done.when(pickCourse, picking, ben).refused).toBe('courseStarted');
  });

  test('are refused by name', () => {
    const twenty = at('kickOff', {}, ...Array.from({ length: 20 }, () => resourceAdded));
    expect(twenty.when(addResource, picking, ann).refused).toBe('enoughResources');
    expect(at('kickOff', { materials: 'none' }).when(pickCourse, picking, ann).refused).toBe('noCourses');
    expect(at('discussion').when(pickCourse, picking, ann).refused).toBe('stageIsOver');
    expect(at('renewal').when(addResource, picking, ann).refused).toBeUndefined();
    expect(here.when(addResource, picking, stranger).refused).toBe('unknownGroup');
  });
});

const resourceAdded = {
  type: 'resourceAdded',
  v: 1,
  resource: uuid(70),
  person: ann,
  title: uuid(90),
} as const;

describe('The kick-off is over', () => {
  const enough = [sharedProposed, sharedAgreed, named, course];

  test('when everything is there, and the course begins for everyone', () => {
    const told = at('kickOff', {}, ...enough).when(closeKickOff, { group }, ben);
    expect(told.types).toEqual(['meetingHeld', 'stageBegan']);
    expect(told.after.live().cycle).toMatchObject({
      stage: 'course',
      meetings: { kickOff: { held: start } },
    });
    expect(told.accepted.then.flatMap((it) => (it.is === 'tell' ? [it.what] : []))).toEqual([
      'began.course',
      'began.course',
      'began.course',
    ]);
  });

  test('without a course where the programme has no materials, and the discussion begins', () => {
    const told = at('kickOff', { materials: 'none' }, sharedProposed, sharedAgreed, named).when(
      closeKickOff,
      { group },
      ann,
    );
    expect(told.types).toEqual(['meetingHeld', 'stageBegan']);
    expect(told.after.live().cycle.stage).toBe('discussion');
    expect(told.accepted.then).toMatchObject([
      { what: 'began.discussion' },
      { what: 'began.discussion' },
      { what: 'began.discussion' },
      { is: 'build', step: 'times', meeting: 'discussion' },
      { is: 'later', command: { do: 'planStage', stage: 'discussion' } },
    ]);
  });

  test('not while something is missing, which is named', () => {
    expect(here.when(closeKickOff, { group }, ann).decision).toEqual({
      refused: 'kickOffIncomplete',
      about: {
        missing: 3,
        shared: 'missing',
        opportunity: 'missing',
        material: 'there',
        course: 'missing',
        project: 'there',
      },
    });
    const noProject = at('kickOff', { project: 'required' }, ...enough);
    expect(noProject.when(closeKickOff, { group }, ann).decision).toMatchObject({
      about: { missing: 1, shared: 'there', project: 'missing' },
    });
  });

  test('only for members, and only once', () => {
    expect(here.when(closeKickOff, { group }, stranger).refused).toBe('unknownGroup');
    expect(at('course').when(closeKickOff, { group }, ann).refused).toBe('stageIsOver');
  });
});
