// A confidential group's own team: made before all else, never exchanged for the shared one, and left with the group.
import { describe, expect, test } from 'vitest';
import { teamOf } from '../../bot/group/group.ts';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import { placeSteps } from '../../bot/lifecycle/decision.ts';
import { acceptSeat, leaveGroup } from '../../bot/lifecycle/formGroup/formGroup.ts';
import { formGroupCards } from '../../bot/lifecycle/formGroup/formGroupCards.ts';
import { openWorkspace } from '../../bot/lifecycle/openWorkspace/index.ts';
import { placeBuilt, placeRefused } from '../../bot/lifecycle/openWorkspace/openWorkspace.ts';
import { privacyCards } from '../../bot/privacy/privacyCards.ts';
import { ann, ben, cem, formed, given, group, lived, on, type Scene, start, uuid, viewOf } from './given.ts';
import { read } from './sound.ts';

const confidential = { confidential: true };
const size = { least: 2, min: 3, target: 3, max: 4 };
const fresh = given(formed([ann, ben, cem], confidential));
const own = lived(
  start,
  { type: 'teamOpened', v: 1, team: 'own', operation: 'op' },
  { type: 'appAdded', v: 1 },
  { type: 'membersAdded', v: 1, team: 'own' },
  { type: 'channelOpened', v: 1, team: 'own', channel: '19:c' },
  { type: 'tabPinned', v: 1, tab: 'tab' },
);

const built: Record<string, object> = {
  team: { team: 'own', operation: 'op' },
  members: { team: 'own' },
  channel: { team: 'own', channel: '19:c@thread.tacv2' },
  tab: { tab: 'tab' },
  page: { site: 'site', page: 'page', url: 'https://contoso.example/page' },
};
const done = (scene: Scene, step: string) =>
  scene.when(placeBuilt, { group, step, ...built[step] }, 'peerloop');
const refused = (scene: Scene, step: string) =>
  scene.when(placeRefused, { group, step, code: 'Forbidden' }, 'peerloop');
const builds = (then: readonly object[]) =>
  then.flatMap((it) => ('is' in it && it.is === 'build' && 'step' in it ? [it.step] : []));
const until = (step: (typeof placeSteps)[number]) =>
  placeSteps.slice(0, placeSteps.indexOf(step)).reduce((scene, it) => done(scene, it).after, fresh);

describe('A confidential group', () => {
  test('begins with a team of its own, and others with the programme team', () => {
    const first = (policy: object) => {
      const asked = lived(start, {
        type: 'groupProposed',
        v: 1,
        group,
        topic: uuid(2),
        policy: { ...presets.employees, size, ...policy },
        invited: [ann, ben, cem],
      });
      const seats = [ben, cem].map((person) => ({ type: 'seatAccepted', v: 1, person }) as const);
      const held = on(`person/${ann}`, start, ann, {
        type: 'seatHeld',
        v: 1,
        person: ann,
        group,
        topic: uuid(2),
      });
      return builds(
        given(asked, lived(start, ...seats), held).when(acceptSeat, { group }, ann).accepted.then,
      );
    };
    expect(first(confidential)).toEqual(['team', 'page']);
    expect(first({})).toEqual(['members', 'channel', 'page']);
  });

  test('gets team, app, members, channel and tab one after the other, and its page beside them', () => {
    const asked = placeSteps.map((step) => builds(done(until(step), step).accepted.then));
    expect(asked).toEqual([
      ['app', 'page'],
      ['members', 'page'],
      ['channel', 'page'],
      ['tab', 'page'],
      ['page'],
      ['publish'],
      ['revise', 'pageTab'],
    ]);
    const scene = done(until('publish'), 'publish').after;
    expect(teamOf(scene.live())).toBe('own');
  });

  test.each(['team', 'app', 'members', 'channel', 'tab'] as const)(
    'goes on without %s to its page, and to no other team',
    (step) => {
      const told = refused(until(step), step);
      expect(builds(told.accepted.then)).toEqual(['page']);
      const { place } = told.after.live();
      expect(place.channel).toBe(step === 'tab' ? '19:c@thread.tacv2' : undefined);
      expect(teamOf(told.after.live())).toBe(step === 'team' || step === 'app' ? undefined : 'own');
      const whole = done(done(told.after, 'page').after, 'publish').accepted.then;
      expect(whole).toContainEqual({ is: 'tell', to: ann, what: 'placeReady', group });
    },
  );

  test('says in one sentence that there is no channel, and not who could read it', () => {
    const scene = refused(fresh, 'team').after;
    const text = read(openWorkspace.cards.placeReady?.(viewOf(scene, ann), {}));
    expect(text).toContain('Your group could not get a team of its own, so there is no channel');
    expect(text).toContain('A team of your own');
    expect(text).not.toContain('programme team');
    expect(text).not.toContain('can read its channel');
  });

  test('is told whom its own team holds: on the card of its place, of the group, and of what is read by whom', () => {
    const view = viewOf(fresh.and(own), ann);
    const place = read(openWorkspace.cards.placeReady?.(view, {}));
    expect(place).toContain('a team of its own, and your channel in it is open');
    expect(place).toContain('Only its members, and one facilitator who owns it');
    expect(read(formGroupCards.group?.(view, {}))).toContain('in a team of its own');
    const privacy = read(privacyCards.privacy?.({ ...view, groups: [fresh.live()] }, {}));
    expect(privacy).toContain('The team of a confidential group');
    for (const text of [place, privacy]) expect(text).not.toContain('programme team');
  });

  test('is left together with its team, once that is there', () => {
    const leaves = (scene: Scene) => builds(scene.when(leaveGroup, { group }, cem).accepted.then);
    expect(leaves(fresh.and(own))).toEqual(['leavers']);
    expect(leaves(fresh)).toEqual([]);
    expect(leaves(given(formed()).and(own))).toEqual([]);
  });
});

test('Before anybody has a group, the programme’s rules say who reads what', () => {
  const privacy = (confidential: boolean) => {
    const policies = policiesOf(['employees'], { confidential });
    return read(privacyCards.privacy?.(viewOf(given(), ann, { policies }), {}));
  };
  expect(privacy(false)).toContain('The programme team:');
  expect(privacy(true)).not.toContain('The programme team:');
});
