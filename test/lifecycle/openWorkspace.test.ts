// The group's place: built step by step, each refusal survived, and told to no one who may not know.
import { describe, expect, test } from 'vitest';
import { placeSteps } from '../../bot/lifecycle/decision.ts';
import { openWorkspace } from '../../bot/lifecycle/openWorkspace/index.ts';
import { placeBuilt, placeRefused, resumePlace } from '../../bot/lifecycle/openWorkspace/openWorkspace.ts';
import { pageName, resourcePage } from '../../bot/lifecycle/openWorkspace/resourcePage.ts';
import { buildable } from '../../bot/lifecycle/placing.ts';
import {
  ann,
  ben,
  cem,
  formed,
  given,
  group,
  lived,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from './given.ts';
import { at, course, sharedAgreed, sharedProposed } from './group.ts';
import { begun } from './openings.ts';
import { faults, hostile, read } from './sound.ts';
import { handle } from './world.ts';

const url = 'https://contoso.example/page';
const built: Record<string, object> = {
  members: { team: 'team' },
  channel: { team: 'team', channel: '19:c@thread.tacv2' },
  tab: { tab: 'tab' },
  page: { site: 'site', page: 'page', url },
  publish: {},
};
const done = (scene: Scene, step: string) =>
  scene.when(placeBuilt, { group, step, ...built[step] }, 'peerloop');
const refused = (scene: Scene, step: string) =>
  scene.when(placeRefused, { group, step, code: 'accessDenied' }, 'peerloop');
const fresh = given(formed());
const nothing = { happened: [], then: [], written: [] };
/** From then on it is looked at once a day. */
const looked = expect.objectContaining({ is: 'later', command: { do: 'verifyPlace', group } });
const ready = [...[ann, ben, cem].map((to) => ({ is: 'tell', to, group, what: 'placeReady' })), looked];

describe('Building the place', () => {
  test('makes what needs nothing else side by side, and tells everyone and the channel when all is there', () => {
    const live = fresh.live();
    expect(buildable(live).map(({ step }) => step)).toEqual(['members', 'channel', 'page']);
    const asked: Record<string, unknown> = {};
    const after = ['page', 'channel', 'publish', 'members', 'tab'].reduce((scene, step) => {
      const told = done(scene, step);
      asked[step] = told.accepted.then;
      return told.after;
    }, fresh);
    expect(asked).toMatchObject({
      page: [{ step: 'members' }, { step: 'channel' }, { step: 'publish' }],
      channel: [{ step: 'members' }, { step: 'tab' }, { step: 'publish' }],
      publish: [
        { step: 'members' },
        { step: 'tab' },
        { is: 'later', command: { do: 'gatherTopic', topic: uuid(2) } },
      ],
      members: [{ step: 'tab' }],
      tab: [
        { is: 'post', group, what: 'welcome', once: `welcome:${group}` },
        ...ready,
        // What has changed meanwhile.
        { is: 'build', step: 'revise', group },
        { is: 'build', step: 'pageTab', group },
      ],
    });
    expect(after.live().place).toEqual({
      team: 'team',
      joined: true,
      channel: '19:c@thread.tacv2',
      tab: 'tab',
      site: 'site',
      page: 'page',
      url,
      published: true,
      failed: [],
    });
  });

  test('names what is under way by the same key, so that it is planned once', () => {
    const [members] = buildable(fresh.live());
    expect(done(fresh, 'page').accepted.then).toContainEqual(members);
  });

  test.each([
    ['channel', ['members', 'page', 'publish']],
    ['tab', ['members', 'page', 'publish', 'channel']],
    ['page', ['members', 'channel', 'tab']],
  ])('goes on where %s is refused, keeps the code, and tells everyone at the end', (step, rest) => {
    const told = refused(fresh, step);
    expect(told.after.live().place.failed).toEqual([{ step, code: 'accessDenied' }]);
    expect(refused(told.after, step).accepted).toEqual(nothing);
    const before = rest.slice(0, -1).reduce((scene, it) => done(scene, it).after, told.after);
    const [last = ''] = rest.slice(-1);
    expect(done(before, last).accepted.then).toEqual(expect.arrayContaining(ready));
  });

  test('tries again what was refused, and nothing else', () => {
    const stuck = refused(refused(fresh, 'channel').after, 'page').after;
    const told = stuck.when(resumePlace, { group }, ann);
    expect(told.accepted.then).toMatchObject([
      { step: 'channel', again: true },
      { step: 'page', again: true },
    ]);
    expect(told.after.when(resumePlace, { group }, ben).refused).toBe('alreadyDone');
    expect(done(told.after, 'channel').accepted.then).toMatchObject([
      { step: 'members' },
      { step: 'tab', again: true },
      { step: 'page', again: true },
    ]);
  });

  test('records an outcome once, and nothing of a group that is not there', () => {
    expect(done(done(fresh, 'page').after, 'page').accepted).toEqual(nothing);
    for (const scene of [given(), fresh.and(lived(start, { type: 'groupEnded', v: 1, why: 'closed' }))]) {
      expect(done(scene, 'channel').accepted).toEqual(nothing);
      expect(refused(scene, 'channel').accepted).toEqual(nothing);
    }
  });

  test.each(openWorkspace.commands.map((it) => it.name))('%s is not for people to say', (name) => {
    const company = begun({ policy: 'as in the programme', lived: 0 });
    expect(handle(company, { do: name, group: uuid(70), step: 'publish', code: '' }, uuid(15)).refused).toBe(
      'malformed',
    );
  });

  test.each([
    [{ step: 'channel', team: 'team' }],
    [{ step: 'tab', tab: '' }],
    [{ step: 'publish', page: 'more' }],
    [{ step: 'plan', id: 'x' }],
    [{ step: 'members', team: 'x'.repeat(501) }],
  ])('takes no %o', (fields) => {
    expect(placeBuilt.shape.safeParse({ group, ...fields }).success).toBe(false);
  });
});

describe('The cards of the place', () => {
  const all = lived(
    start,
    { type: 'channelOpened', v: 1, team: 'team', channel: 'channel' },
    { type: 'tabPinned', v: 1, tab: 'tab' },
    { type: 'pageCreated', v: 1, site: 'site', page: 'page', url },
    { type: 'pagePublished', v: 1 },
  );
  const failed = [...placeSteps, 'plan'] as const;
  const scenes = {
    empty: fresh,
    built: fresh.and(all),
    tabless: fresh.and(
      lived(
        start,
        { type: 'channelOpened', v: 1, team: 'team', channel: 'channel' },
        { type: 'buildFailed', v: 1, step: 'tab', code: 'accessDenied' },
      ),
    ),
    refused: fresh.and(
      lived(start, ...failed.map((step) => ({ type: 'buildFailed', v: 1, step, code: 'x' }) as const)),
    ),
    ended: fresh.and(all, lived(start, { type: 'groupEnded', v: 1, why: 'closed' })),
    nothing: given(),
  };
  const show = (card: string, scene: keyof typeof scenes, reader: string | null) =>
    openWorkspace.cards[card]?.(
      viewOf(scenes[scene], reader, { wrote: hostile, topicName: () => hostile }),
      {},
    );

  test.each(Object.keys(openWorkspace.cards))('%s is sound for everyone', (card) => {
    for (const scene of Object.keys(scenes) as (keyof typeof scenes)[])
      for (const reader of [ann, stranger, null]) {
        const rendered = show(card, scene, reader);
        expect(rendered && faults(rendered), scene).toEqual([]);
        if (reader !== ann) expect(read(rendered)).not.toContain('Name 0');
      }
  });

  test('say what there is, what could not be made, and lead to the page', () => {
    expect(read(show('placeReady', 'built', ann))).toContain(url);
    expect(read(show('placeReady', 'refused', ann))).toContain('Publishing the page');
    expect(read(show('placeReady', 'built', ann))).toContain('Its tab shows');
    expect(read(show('placeReady', 'tabless', ann))).toContain('The channel has no tab of ours');
    expect(read(show('placeReady', 'tabless', ann))).toContain('The tab in the channel');
    expect(read(show('placeReady', 'built', stranger))).not.toContain(url);
    expect(read(show('post.welcome', 'built', null))).toContain(url);
    expect(read(show('post.ended', 'ended', null))).toContain('has finished');
  });
});

describe('The page on the intranet', () => {
  const view = (scene: Scene) => viewOf(scene, null, { text: (words) => `Words ${words}` });

  test('holds what was agreed and where the materials are, and nobody’s name', () => {
    const scene = at('course', {}, sharedProposed, sharedAgreed, course);
    const page = resourcePage(view(scene), scene.live());
    expect(page.name).toBe(`pl-${group}.aspx`);
    expect(page.name).toBe(pageName(group));
    expect(page.blocks).toContainEqual({ is: 'list', items: [`Words ${uuid(90)}`] });
    expect(page.blocks).toContainEqual({
      is: 'links',
      links: [{ title: `Words ${uuid(90)}`, url: `Words ${uuid(91)}` }],
    });
    expect(JSON.stringify(page)).not.toContain('Name ');
  });

  test('shows nothing that was only proposed, and no heading without anything under it', () => {
    const page = resourcePage(
      view(at('kickOff', {}, sharedProposed)),
      at('kickOff', {}, sharedProposed).live(),
    );
    expect(JSON.stringify(page)).not.toContain('Words ');
    expect(page.blocks.map((it) => it.is)).toEqual(['text', 'text', 'heading', 'list']);
  });
});

describe('A group whose channel had to be opened in another team, since the first one was full', () => {
  const elsewhere = (scene: Scene) =>
    scene.when(placeBuilt, { group, step: 'channel', team: 'next', channel: '19:n' }, 'peerloop');
  const members = (scene: Scene, team: string) =>
    scene.when(placeBuilt, { group, step: 'members', team }, 'peerloop');
  const brought = (told: ReturnType<typeof done>) =>
    told.accepted.then.flatMap((it) => (it.is === 'build' && it.step === 'members' ? [it.once] : []));

  test('has its members brought there, whichever of both ended first', () => {
    const [before] = brought(done(fresh, 'page'));
    const late = elsewhere(members(fresh, 'team').after);
    const early = members(elsewhere(fresh).after, 'team');
    for (const told of [late, early]) {
      expect(told.after.live().place).toMatchObject({ team: 'next', channel: '19:n' });
      expect(told.after.live().place.joined).toBeUndefined();
      const [again] = brought(told);
      // Under a key of its own: the first time has been done.
      expect(again).toBeDefined();
      expect(again).not.toBe(before);
      const { place } = members(told.after, 'next').after.live();
      expect(place).toMatchObject({ team: 'next', joined: true });
    }
  });
});
