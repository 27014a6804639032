// What becomes of an ended group's workspace: told beforehand, the page first, then channel and plans, each once.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import type { Policy } from '../../bot/group/policy.ts';
import type { Accepted } from '../../bot/lifecycle/decision.ts';
import { leaveGroup } from '../../bot/lifecycle/formGroup/formGroup.ts';
import { postCards } from '../../bot/lifecycle/openWorkspace/postCards.ts';
import { pageBuilt, pageRefused } from '../../bot/lifecycle/openWorkspace/revisePage.ts';
import { renewCards } from '../../bot/lifecycle/renew/renewCards.ts';
import { archiveBuilt, archivePlace, archiveRefused, resumeArchive } from '../../bot/workspace/archive.ts';
import { blueprint } from '../../bot/workspace/blueprint.ts';
import { workspaceCards } from '../../bot/workspace/workspaceCards.ts';
import {
  ann,
  ben,
  cem,
  group,
  hana,
  lived,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from '../lifecycle/given.ts';
import { at } from '../lifecycle/group.ts';
import { read } from '../lifecycle/sound.ts';

const place: GroupEvent[] = [
  { type: 'membersAdded', v: 1, team: 'team' },
  { type: 'channelOpened', v: 1, team: 'team', channel: '19:c@thread.tacv2' },
  { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://contoso.example/page' },
  { type: 'pagePublished', v: 1 },
];
const project: GroupEvent[] = [
  { type: 'projectChosen', v: 1, kind: 'links', person: ann, title: uuid(91), tasks: 2 },
  { type: 'planOpened', v: 2, plan: 'plan' },
  { type: 'taskOpened', v: 1, n: 1, task: 'one' },
  { type: 'taskDescribed', v: 1, n: 1 },
];
const ended: GroupEvent = { type: 'groupEnded', v: 1, why: 'closed' };
const removes: Partial<Policy> = { afterEnd: { weeks: 6, plan: 'remove' } };
const mark = 'a1'.repeat(32);

const over = (policy: Partial<Policy> = {}, ...events: GroupEvent[]) =>
  at('practice', policy, ...place, ...project, ...events).and(lived(start, ended));
const begun = (scene: Scene) => scene.when(archivePlace, { group }, 'peerloop');
const revised = (scene: Scene) => scene.when(pageBuilt, { group, step: 'revise', mark }, 'peerloop');
const built = (scene: Scene, more: object) => scene.when(archiveBuilt, { group, ...more }, 'peerloop');
const steps = ({ then }: Accepted) => then.flatMap((it) => (it.is === 'build' ? [it.step] : []));
const away = (scene: Scene) =>
  blueprint(scene.group() as Parameters<typeof blueprint>[0]).flatMap(({ step, n, state }) =>
    step === 'archive' || step === 'removePlan' ? [[step, n, state]] : [],
  );
const seen = (percent: number) => JSON.stringify([{ n: 1, percent, takers: [ben] }]);

describe('When a group ends', () => {
  const lastButOne = (policy: Partial<Policy> = {}, ...events: GroupEvent[]) =>
    at('kickOff', policy, ...events, { type: 'memberLeft', v: 1, person: cem, why: 'left' });
  const planned = ({ then }: Accepted) =>
    then.flatMap((it) => (it.is === 'later' && it.command.do === 'archivePlace' ? [it] : []));

  test('its workspace is put away once, as many weeks later as its policy says', () => {
    const at = (policy?: Partial<Policy>) =>
      planned(lastButOne(policy, ...place).when(leaveGroup, { group }, ben).accepted);
    expect(at()).toEqual([
      {
        is: 'later',
        at: '2026-12-14T08:00:00.000Z',
        command: { do: 'archivePlace', group },
        once: `archivePlace:${group}`,
      },
    ]);
    expect(at(removes)).toMatchObject([{ at: '2026-12-28T08:00:00.000Z' }]);
  });

  test('nothing is put away where nothing was made', () => {
    expect(planned(lastButOne().when(leaveGroup, { group }, ben).accepted)).toEqual([]);
  });

  test('members read what becomes of channel and plan, and the channel what becomes of itself', () => {
    const told = (policy?: Partial<Policy>) => read(renewCards.groupEnded?.(viewOf(over(policy), ann), {}));
    expect(told()).toContain('In 4 weeks your channel is archived');
    expect(told()).toContain('Your plan stays in Planner');
    expect(told(removes)).toContain('In 6 weeks your channel is archived');
    expect(told(removes)).toContain('Then your plan goes from Planner, too');
    const post = (scene: Scene) => read(postCards['post.ended']?.(viewOf(scene, null), {}));
    expect(post(over())).toContain('In 4 weeks this channel is archived');
    expect(post(begun(over()).after)).not.toContain('archived');
  });
});

describe('Putting away', () => {
  test('begins with the page, and goes on with the channel however that ended', () => {
    const first = begun(over());
    expect(first.types).toEqual(['archiveBegan']);
    expect(steps(first.accepted)).toEqual(['revise']);
    expect(begun(first.after).types).toEqual([]);
    expect(steps(revised(first.after).accepted)).toEqual(['archive']);
    const left = first.after.when(pageBuilt, { group, step: 'revise', left: 'pageEdited' }, 'peerloop');
    expect(steps(left.accepted)).toEqual(['archive']);
    const refused = first.after.when(pageRefused, { group, step: 'revise', code: 'pageGone' }, 'peerloop');
    expect(steps(refused.accepted)).toEqual(['archive']);
  });

  test('waits for no page where there is none, and is not for a group that lives', () => {
    const pageless = at('practice', {}, ...place.slice(0, 2)).and(lived(start, ended));
    expect(steps(begun(pageless).accepted)).toEqual(['archive']);
    expect(begun(at('practice', {}, ...place)).types).toEqual([]);
    expect(steps(revised(over()).accepted)).toEqual([]);
  });

  test('of a confidential group is that of its team, also without a channel', () => {
    const own: GroupEvent[] = [
      { type: 'teamOpened', v: 1, team: 'own' },
      { type: 'appAdded', v: 1 },
    ];
    const scene = (...events: GroupEvent[]) =>
      begun(at('practice', { confidential: true }, ...events).and(lived(start, ended)));
    expect(steps(scene(...own).accepted)).toEqual(['archive']);
    expect(steps(scene(...own.slice(0, 1)).accepted)).toEqual([]);
  });

  test('is recorded once, and shown', () => {
    const open = begun(over()).after;
    expect(away(over())).toEqual([['archive', undefined, 'planned']]);
    const done = built(open, { step: 'archive', how: 'archived' });
    expect(done.types).toEqual(['placeArchived']);
    expect(away(done.after)).toEqual([['archive', undefined, 'done']]);
    expect(built(done.after, { step: 'archive', how: 'archived' }).types).toEqual([]);
    expect(away(built(open, { step: 'archive', how: 'gone' }).after)).toEqual([
      ['archive', undefined, 'lost'],
    ]);
    const refused = (code: string) => open.when(archiveRefused, { group, step: 'archive', code }, 'peerloop');
    expect(away(refused('Forbidden').after)).toEqual([['archive', undefined, 'leftOut']]);
    expect(away(refused('BadRequest').after)).toEqual([['archive', undefined, 'refused']]);
    expect(
      refused('BadRequest').after.when(archiveRefused, { group, step: 'archive', code: 'x' }, 'peerloop')
        .types,
    ).toEqual([]);
  });
});

describe('What was refused of putting away', () => {
  const open = begun(over(removes)).after;
  const refused = (step: string, code: string, of = open, more: object = {}) =>
    of.when(archiveRefused, { group, step, code, ...more }, 'peerloop').after;
  const both = refused('export', 'Forbidden', refused('archive', 'BadRequest'), { cycle: 1 });
  const shown = (scene: Scene) => read(workspaceCards.workspace?.(viewOf(scene, ann), {}));

  test('is shown with its reason and a button, and tried again, each step once for each press', () => {
    expect(shown(both)).toContain('Microsoft refused it (BadRequest)');
    expect(shown(both)).toContain('Try again');
    const again = both.when(resumeArchive, { group }, ann);
    expect(again.types).toEqual(['buildResumed']);
    expect(again.accepted.then).toMatchObject([
      { is: 'build', step: 'archive', group, again: true },
      { is: 'build', step: 'export', group, cycle: 1, again: true },
    ]);
    expect(away(again.after)).toEqual([
      ['archive', undefined, 'planned'],
      ['removePlan', 1, 'planned'],
    ]);
    expect(again.after.when(resumeArchive, { group }, ben).refused).toBe('alreadyDone');
    const keys = (scene: Scene) =>
      scene.when(resumeArchive, { group }, ann).accepted.then.map((it) => ('once' in it ? it.once : ''));
    const twice = refused('archive', 'BadRequest', again.after);
    expect(keys(twice)[0]).not.toBe(keys(both)[0]);
  });

  test('is tried again by members and facilitators, and by nobody else', () => {
    expect(both.when(resumeArchive, { group }, stranger).refused).toBe('unknownGroup');
    const asFacilitator = both.when(resumeArchive, { group }, hana);
    expect(asFacilitator.types).toEqual(['buildResumed']);
    expect(open.when(resumeArchive, { group }, ann).refused).toBe('alreadyDone');
    expect(shown(open)).not.toContain('Try again');
  });
});

describe('The plan of an ended group', () => {
  const open = begun(over(removes)).after;
  const exported = built(open, { step: 'export', cycle: 1, seen: JSON.parse(JSON.stringify(seen(100))) });

  test('stays unless the policy says otherwise', () => {
    expect(steps(revised(begun(over()).after).accepted)).toEqual(['archive']);
    expect(steps(revised(open).accepted)).toEqual(['archive', 'export']);
  });

  test('is removed only after how its tasks stood is kept here', () => {
    expect(exported.types).toEqual(['planExported']);
    expect(exported.accepted.then).toEqual([
      { is: 'build', step: 'removePlan', group, cycle: 1, once: `build:removePlan:${group}:1` },
    ]);
    const kept = exported.after.group();
    expect(kept).toMatchObject({ cycle: { project: { tasks: [{ n: 1, done: true, takers: [ben] }, {}] } } });
    expect(built(exported.after, { step: 'export', cycle: 1, seen: seen(0) }).types).toEqual([]);
  });

  test('is gone once, and every member has its tasks in chat', () => {
    const gone = built(exported.after, { step: 'removePlan', cycle: 1 });
    expect(gone.types).toEqual(['planRemoved']);
    expect(gone.accepted.then).toEqual(
      [ann, ben, cem].map((to) => ({ is: 'tell', to, what: 'planRemoved', group, about: { cycle: 1 } })),
    );
    expect(built(gone.after, { step: 'removePlan', cycle: 1 }).types).toEqual([]);
    expect(away(gone.after)).toContainEqual(['removePlan', 1, 'done']);
    const shown = (reader: string) =>
      read(workspaceCards.planRemoved?.(viewOf(gone.after, reader), { cycle: 1 }));
    expect(shown(ann)).toMatch(/✓ .*\(Name /);
    expect(shown(stranger)).not.toContain('✓');
  });

  test.each(['export', 'removePlan'])('stays where people have made it theirs, seen at the %s', (step) => {
    const left = built(step === 'export' ? open : exported.after, { step, cycle: 1, left: 'planEdited' });
    expect(left.types).toEqual(['planLeft']);
    expect(left.accepted.then).toEqual([]);
    expect(away(left.after)).toContainEqual(['removePlan', 1, 'kept']);
  });

  test('that people have removed, or that may not be read, is told of nobody', () => {
    const gone = built(open, { step: 'export', cycle: 1, gone: 1 });
    expect([gone.types, gone.accepted.then]).toEqual([['planRemoved'], []]);
    const withheld = open.when(
      archiveRefused,
      { group, step: 'export', cycle: 1, code: 'accessDenied' },
      'peerloop',
    );
    expect(away(withheld.after)).toContainEqual(['removePlan', 1, 'leftOut']);
  });
});

test('Before the end the blueprint says what will be put away', () => {
  expect(away(at('practice', removes, ...place))).toEqual([
    ['archive', undefined, 'atEnd'],
    ['removePlan', undefined, 'atEnd'],
  ]);
});
