// The group's page stays true: one revision for all that changes within minutes, told once where people have it now.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { deliverProject } from '../../bot/lifecycle/applyProject/applyProject.ts';
import type { Accepted } from '../../bot/lifecycle/decision.ts';
import { leaveGroup } from '../../bot/lifecycle/formGroup/formGroup.ts';
import {
  addResource,
  nameOpportunity,
  pickCourse,
  removeOpportunity,
  removeResource,
} from '../../bot/lifecycle/kickOff/gather.ts';
import { answerShared } from '../../bot/lifecycle/kickOff/shareObjectives.ts';
import { openWorkspace } from '../../bot/lifecycle/openWorkspace/index.ts';
import { resourcePage } from '../../bot/lifecycle/openWorkspace/resourcePage.ts';
import { pageBuilt, pageRefused, revisePage } from '../../bot/lifecycle/openWorkspace/revisePage.ts';
import { chooseNext, joinGroup } from '../../bot/lifecycle/renew/renew.ts';
import { ann, ben, cem, dia, group, lived, on, type Scene, start, uuid, viewOf } from './given.ts';
import { at, course, named, opportunity, shared, sharedAgreed, sharedProposed } from './group.ts';
import { chosen, finished } from './practising.ts';
import { read } from './sound.ts';

const url = 'https://contoso.example/page';
const paged: GroupEvent[] = [
  { type: 'pageCreated', v: 1, site: 'site', page: 'page', url },
  { type: 'pagePublished', v: 1 },
];
const mark = 'a1'.repeat(32);
const ended: GroupEvent = { type: 'groupEnded', v: 1, why: 'closed' };
const nothing = { happened: [], then: [], written: [] };

const asked = ({ then }: Accepted) =>
  then.flatMap((it) => (it.is === 'later' && it.command.do === 'revisePage' ? [it] : []));
const accepts = (person: string): GroupEvent => ({
  type: 'sharedAnswered',
  v: 1,
  shared,
  person,
  accepts: true,
});
const goesOn = (person: string): GroupEvent => ({
  type: 'nextChosen',
  v: 1,
  person,
  mode: 'deeper',
  stays: true,
});
const resource: GroupEvent = {
  type: 'resourceAdded',
  v: 1,
  resource: uuid(35),
  person: ann,
  title: uuid(90),
};

describe('A revision of the page', () => {
  const material = { group, title: 'A course', link: 'https://learn.example/1' };
  const kickOff = at('kickOff', {}, ...paged);
  const changes: [string, () => { accepted: Accepted }][] = [
    [
      'a shared objective is agreed',
      () =>
        at('kickOff', {}, ...paged, sharedProposed, accepts(ben)).when(
          answerShared,
          { group, shared, accepts: 'true' },
          cem,
        ),
    ],
    ['a course is chosen', () => kickOff.when(pickCourse, material, ann)],
    ['another course is chosen', () => at('course', {}, ...paged, course).when(pickCourse, material, ann)],
    ['a resource is added', () => kickOff.when(addResource, material, ann)],
    [
      'a resource is taken back',
      () => at('kickOff', {}, ...paged, resource).when(removeResource, { group, entry: uuid(35) }, ann),
    ],
    ['a member leaves', () => kickOff.when(leaveGroup, { group }, ben)],
    [
      'somebody joins',
      () =>
        at('renewal', { size: { least: 2, min: 3, target: 4, max: 8 } }, ...paged)
          .and(
            on(`person/${dia}`, start, dia, {
              type: 'interestRegistered',
              v: 1,
              person: dia,
              topic: uuid(2),
            }),
          )
          .when(joinGroup, { group }, dia),
    ],
    [
      'a cycle begins',
      () =>
        at(
          'renewal',
          { size: { least: 2, min: 3, target: 3, max: 8 } },
          ...paged,
          sharedProposed,
          sharedAgreed,
          goesOn(ann),
          goesOn(ben),
        ).when(chooseNext, { group, mode: 'deeper', stays: 'true' }, cem),
    ],
    [
      'the project is delivered',
      () =>
        at('practice', {}, ...paged)
          .and(chosen, finished(1, 2, 3, 4))
          .when(deliverProject, { group }, ann),
    ],
    [
      'the group ends',
      () =>
        at('kickOff', {}, ...paged, { type: 'memberLeft', v: 1, person: cem, why: 'left' }).when(
          leaveGroup,
          { group },
          ben,
        ),
    ],
  ];

  test.each(changes)('follows when %s', (_, change) => {
    expect(asked(change().accepted)).toEqual([
      {
        is: 'later',
        at: '2026-11-16T08:05:00.000Z',
        command: { do: 'revisePage', group },
        once: `page:${group}:2026-11-16T08:05:00.000Z`,
      },
    ]);
  });

  test('follows neither from what the page does not show, nor before there is a page', () => {
    const told = [
      kickOff.when(nameOpportunity, { group, opportunity: 'Reviews' }, ann),
      at('kickOff', {}, ...paged, named).when(removeOpportunity, { group, entry: opportunity }, ann),
      at('kickOff').when(addResource, material, ann),
    ];
    for (const { accepted, refused } of told) {
      expect(refused).toBeUndefined();
      expect(asked(accepted)).toEqual([]);
    }
  });

  test('is one for all that changes within minutes, and never due while the change is being written', () => {
    const keyAt = (now: string) => asked(kickOff.when(addResource, material, ann, now).accepted)[0]?.once;
    expect(keyAt('2026-11-16T08:01:10.000Z')).toBe(keyAt('2026-11-16T08:03:59.000Z'));
    expect(keyAt('2026-11-16T08:04:00.001Z')).toBe(`page:${group}:2026-11-16T08:10:00.000Z`);
  });

  test('is built while the page is published, also for a group that has just ended', () => {
    const built = [{ is: 'build', step: 'revise', group }];
    const then = (scene: Scene) =>
      scene.when(revisePage, { group }, 'peerloop').accepted.then.filter((it) => it.is === 'build');
    expect(then(kickOff)).toEqual(built);
    expect(then(kickOff.and(lived(start, ended)))).toEqual(built);
    expect(then(at('kickOff'))).toEqual([]);
    expect(then(at('kickOff', {}, ...paged.slice(0, 1)))).toEqual([]);
  });
});

describe('The end of a revision', () => {
  const scene = at('kickOff', {}, ...paged);
  const done = (from: Scene, hash = mark) =>
    from.when(pageBuilt, { group, step: 'revise', mark: hash }, 'peerloop');
  const edited = (from: Scene) =>
    from.when(pageBuilt, { group, step: 'revise', left: 'pageEdited' }, 'peerloop');
  const refused = (from: Scene, code: string) =>
    from.when(pageRefused, { group, step: 'revise', code }, 'peerloop');

  test('keeps the mark of what was written, once', () => {
    const told = done(scene);
    expect(told.types).toEqual(['pageRevised']);
    expect(told.after.live().place.mark).toBe(mark);
    expect(done(told.after).accepted).toEqual(nothing);
    expect(done(told.after, 'b2'.repeat(32)).types).toEqual(['pageRevised']);
  });

  test('takes no mark that is anything but a hash', () => {
    const says = { group, step: 'revise', mark: 'Giving feedback' };
    expect(pageBuilt.shape.safeParse(says).success).toBe(false);
  });

  test('is told to everyone once where people have the page now, until it can be revised again', () => {
    const told = edited(scene);
    expect(told.accepted.then).toEqual(
      [ann, ben, cem].map((to) => ({ is: 'tell', to, what: 'pageLeft', group })),
    );
    expect(edited(told.after).accepted).toEqual(nothing);
    const again = done(told.after).after;
    expect(again.live().place.left).toBeUndefined();
    expect(edited(again).types).toEqual(['pageLeft']);
  });

  test('is told once of whatever Microsoft has refused, and anew for another reason', () => {
    const told = refused(scene, 'invalidRequest');
    expect(refused(told.after, 'pageInUse').accepted).toEqual(nothing);
    expect(refused(told.after, 'pageWithheld').types).toEqual(['pageLeft']);
  });

  test('of a page that is gone shows no way to it any more', () => {
    const told = refused(scene, 'pageGone');
    expect(told.after.live().place.published).toBe(false);
    expect(told.after.when(revisePage, { group }, 'peerloop').accepted.then).toEqual([]);
  });

  test('is recorded of a group that has ended, and told to nobody', () => {
    const over = scene.and(lived(start, ended));
    expect(done(over).after.group()).toMatchObject({ phase: 'ended', place: { mark } });
    expect(edited(over).accepted.then).toEqual([]);
    expect(edited(over).after.group()).toMatchObject({ place: { left: 'pageEdited' } });
  });
});

describe('The card of a page that is left', () => {
  const card = (code: string) => {
    const scene = at('kickOff', {}, ...paged, { type: 'pageLeft', v: 1, code });
    return read(openWorkspace.cards.pageLeft?.(viewOf(scene, ann), {}));
  };

  test.each([
    ['pageEdited', 'changed the page by hand'],
    ['pageWithheld', 'may not change the page'],
    ['invalidRequest', 'could not bring the page up to date'],
  ])('says why (%s) and leads to the page', (code, sentence) => {
    expect(card(code)).toContain(sentence);
    expect(card(code)).toContain(url);
  });

  test('leads nowhere when there is none', () => {
    expect(card('pageGone')).toContain('no longer on the intranet');
    expect(card('pageGone')).not.toContain(url);
  });
});

describe('What the page says', () => {
  const blocks = (scene: Scene) => {
    const found = scene.group();
    if (found.phase !== 'live' && found.phase !== 'ended') throw new Error('no group');
    return JSON.stringify(
      resourcePage(viewOf(scene, null, { text: (words) => `Words ${words}` }), found).blocks,
    );
  };
  const second: GroupEvent = { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' };

  test('keeps what earlier cycles have agreed, learned with and made', () => {
    const delivered: GroupEvent = { type: 'projectDelivered', v: 2, person: ann, title: uuid(95) };
    const scene = at('practice', {}, ...paged, sharedProposed, sharedAgreed, course).and(
      chosen,
      lived(start, delivered, second),
    );
    expect(blocks(scene)).toContain('What we learned together before');
    for (const words of [90, 91, 95]) expect(blocks(scene)).toContain(`Words ${uuid(words)}`);
  });

  test('shows a project only once it is delivered, and a course that has no address', () => {
    const bare: GroupEvent = { type: 'coursePicked', v: 1, course: uuid(37), person: ann, title: uuid(96) };
    const scene = at('practice', {}, ...paged, bare).and(chosen);
    expect(blocks(scene)).toContain(`{"title":"Words ${uuid(96)}"}`);
    expect(blocks(scene)).not.toContain('What we made of it');
  });

  test('is in the past once the group has ended, and promises nothing', () => {
    const over = blocks(at('kickOff', {}, ...paged, ended));
    expect(over).toContain('learned');
    expect(over).not.toContain('What we learn together');
  });
});
