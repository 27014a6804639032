// The kind of a group stands wherever the group is named: on every card, for whoever reads it (R1).
import { describe, expect, test } from 'vitest';
import type { View } from '../../bot/cards/view.ts';
import { type GroupEvent, stages } from '../../bot/group/events.ts';
import type { Live, Proposed } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import type { About } from '../../bot/lifecycle/decision.ts';
import {
  ann,
  ben,
  cem,
  given,
  group,
  hana,
  lived,
  on,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from '../lifecycle/given.ts';
import { atStage, chosen } from '../lifecycle/practising.ts';
import { steps } from '../run/shell.ts';

const cards = steps.flatMap(({ cards = {} }) => Object.entries(cards));
const topic = uuid(2);
const area = uuid(77);
const { managers, community } = presets;

const much: GroupEvent[] = [
  { type: 'channelOpened', v: 1, team: 'team', channel: 'channel' },
  { type: 'partLost', v: 1, part: 'channel', how: 'gone' },
  { type: 'timeProposed', v: 1, meeting: 'kickOff', start, person: ben },
  { type: 'meetingAgreed', v: 1, meeting: 'kickOff', start },
  { type: 'materialProvided', v: 1, material: uuid(61), person: hana, title: uuid(62) },
  { type: 'sharedProposed', v: 1, shared: uuid(63), person: ben, words: uuid(64) },
];
const invited = [ann, ben, cem];
const proposed = lived(start, { type: 'groupProposed', v: 1, group, topic, policy: managers, invited });

const ofManagers: Record<string, Scene> = {
  'a proposal': given(proposed),
  'an accepted proposal': given(proposed, lived(start, { type: 'seatAccepted', v: 1, person: ann })),
  ...Object.fromEntries(stages.map((it) => [it, atStage(it, managers)])),
  'much at the kick-off': atStage('kickOff', managers).and(lived(start, ...much)),
  'a project': atStage('practice', managers).and(chosen, lived(start, ...much)),
  'the end': atStage('renewal', managers).and(
    chosen,
    lived(start, { type: 'groupEnded', v: 1, why: 'closed' }),
  ),
};
const ofCommunity: Record<string, Scene> = {
  'a community': given(
    on(
      `group/${group}`,
      start,
      ann,
      { type: 'communityFounded', v: 1, group, policy: community, area, person: ann },
      { type: 'channelOpened', v: 1, team: 'team', channel: 'channel' },
      { type: 'partLost', v: 1, part: 'channel', how: 'gone' },
    ),
  ),
};

const abouts: About[] = [
  {},
  { meeting: 'kickOff', stage: 'course', shared: uuid(63), person: ben, cycle: 1, to: ben },
];

/** As members, others, the whole channel and a facilitator see it; each has it in their list, too. */
function viewsOf(scene: Scene): View[] {
  const is = scene.group();
  const groups = is.phase === 'live' || is.phase === 'proposed' ? [is as Live | Proposed] : [];
  const overseen = is.phase === 'unknown' || is.phase === 'cancelled' ? [] : [is, is];
  return [
    viewOf(scene, ann, { groups }),
    viewOf(scene, stranger),
    viewOf(scene, null),
    viewOf(scene, hana, { overseen: overseen.slice(1) }),
    viewOf(scene, hana, { overseen }),
  ];
}

/** Cards that name the group and do not say of which kind it is. */
function silent(scenes: Record<string, Scene>, name: string, kind: string): string[] {
  const found = Object.entries(scenes).flatMap(([where, scene]) =>
    viewsOf(scene).flatMap((view) =>
      abouts.flatMap((about) =>
        cards.flatMap(([card, render]) => {
          const seen = JSON.stringify(render(view, about).card);
          return seen.includes(name) && !seen.includes(kind) ? [`${card} at ${where}`] : [];
        }),
      ),
    ),
  );
  return [...new Set(found)];
}

describe('Every card that names a group', () => {
  test('of managers says that it is one', () => {
    expect(silent(ofManagers, `Topic ${topic}`, 'Managers’ learning group')).toEqual([]);
  });

  test('that is a community of practice says that it is one', () => {
    expect(silent(ofCommunity, `Words ${area}`, '◇ Community of practice')).toEqual([]);
  });

  test('is found: most of them are looked at', () => {
    const naming = cards.filter(([, render]) =>
      Object.values(ofManagers).some((scene) =>
        JSON.stringify(render(viewOf(scene, ann), {}).card).includes(`Topic ${topic}`),
      ),
    );
    expect(naming.length).toBeGreaterThan(50);
  });
});
