// Tabs beside a group's own that lead to its page and plan: pinned once, shown where they are or why not, told to nobody.
import { expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { projectBuilt } from '../../bot/lifecycle/applyProject/build.ts';
import { blueprint } from '../../bot/workspace/blueprint.ts';
import { linkBuilt, linkRefused } from '../../bot/workspace/links.ts';
import { repairPart } from '../../bot/workspace/repair.ts';
import { workspaceCards } from '../../bot/workspace/workspaceCards.ts';
import { ann, group, type Scene, uuid, viewOf } from '../lifecycle/given.ts';
import { at } from '../lifecycle/group.ts';
import { read } from '../lifecycle/sound.ts';

const place: GroupEvent[] = [
  { type: 'membersAdded', v: 1, team: 'team' },
  { type: 'channelOpened', v: 1, team: 'team', channel: '19:c@thread.tacv2' },
  { type: 'tabPinned', v: 1, tab: 'tab' },
  { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://contoso.example/page' },
  { type: 'pagePublished', v: 1 },
];
const chosen: GroupEvent = {
  type: 'projectChosen',
  v: 1,
  kind: 'links',
  person: ann,
  title: uuid(91),
  tasks: 4,
};
const scene = at('practice', {}, ...place);

const built = (of: Scene, more: object) =>
  of.when(linkBuilt, { group, step: 'pageTab', ...more }, 'peerloop');
const shown = (of: Scene) => blueprint(of.live()).find(({ step }) => step === 'pageTab');

test('A plan gets its tab as soon as it is there, and one more in another channel', () => {
  const opened = (...before: GroupEvent[]) =>
    at('practice', {}, ...before, chosen)
      .when(projectBuilt, { group, step: 'plan', id: 'plan' }, 'peerloop')
      .accepted.then.flatMap((it) => (it.is === 'build' && it.step === 'planTab' ? [it.once] : []));
  expect(opened(...place)).toEqual([`build:planTab:${group}:19:c@thread.tacv2:plan`]);
  expect(opened()).toEqual([]);
});

test('What came of it is recorded once, told to nobody, and goes with the channel', () => {
  const pinned = built(scene, { tab: 'page tab' });
  expect(pinned.types).toEqual(['linkPinned']);
  expect(pinned.accepted.then).toEqual([]);
  expect(built(pinned.after, { tab: 'page tab' }).types).toEqual([]);
  expect(shown(pinned.after)).toMatchObject({ state: 'done' });
  const lost = pinned.after.and(
    at('practice', {}, { type: 'partLost', v: 1, part: 'channel', how: 'gone' }).events.slice(-1),
  );
  expect(shown(lost)).toBeUndefined();
  expect(built(lost, { tab: 'too late' }).types).toEqual([]);
});

test('Where Microsoft refuses it the workspace says so, and the place is no less whole', () => {
  expect(shown(scene)).toBeUndefined();
  const refused = built(scene, { code: 'tabNotSupported' });
  expect(refused.types).toEqual(['linkRefused']);
  expect(refused.after.live().place.failed).toEqual([]);
  expect(shown(refused.after)).toMatchObject({ state: 'refused', code: 'tabNotSupported' });
  const card = read(workspaceCards.workspace?.(viewOf(refused.after, ann), {}));
  expect(card).toContain('✗ A tab for the page: Microsoft does not let me pin it (tabNotSupported)');
  const maybe = scene.when(linkRefused, { group, step: 'pageTab', code: 'maybeDone' }, 'peerloop');
  expect(shown(maybe.after)).toMatchObject({ state: 'unknown' });
});

test('A tab for the plan of another cycle is not to be had again before there is one, and stays missed', () => {
  const planned: GroupEvent[] = [
    ...place,
    { type: 'linkPinned', v: 1, step: 'planTab', tab: 'leads' },
    { type: 'partLost', v: 1, part: 'planTab', how: 'gone' },
  ];
  const shownTo = (of: Scene) => read(workspaceCards.workspace?.(viewOf(of, ann), {}));
  const before = at('practice', {}, ...planned);
  const asked = (of: Scene) => of.when(repairPart, { group, part: 'planTab' }, ann);
  expect(asked(before).refused).toBe('leadsNowhere');
  expect(shownTo(before)).not.toContain('Make the tab for the plan again');
  const after = at('practice', {}, ...planned, chosen, { type: 'planOpened', v: 2, plan: 'plan' });
  expect(asked(after).accepted.then).toMatchObject([{ is: 'build', step: 'planTab', again: true }]);
  expect(shownTo(after)).toContain('Make the tab for the plan again');
});
