// A topic's page: made once, published, revised as its groups change, and nothing on it that a group keeps for itself.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { presets } from '../../bot/group/policy.ts';
import { gatherTopic, topicBuilt, topicRefused } from '../../bot/knowledge/gatherTopic.ts';
import { topicPage } from '../../bot/knowledge/topicPage.ts';
import { revisePage } from '../../bot/lifecycle/openWorkspace/revisePage.ts';
import { ann, formed, given, group, lived, on, type Scene, start, uuid, viewOf } from '../lifecycle/given.ts';
import { atStage } from '../lifecycle/practising.ts';

const topic = uuid(2);
const proposed = on(`topic/${topic}`, start, ann, {
  type: 'topicProposed',
  v: 1,
  topic,
  name: uuid(3),
  person: ann,
});
const scene = given(proposed, formed());
const site = 'site';
const url = 'https://intranet.example/pt.aspx';
const mark = 'b2'.repeat(32);
const gathers = (of: Scene) => of.when(gatherTopic, { topic }, 'peerloop').accepted.then;
const built = (of: Scene, fields: object) => of.when(topicBuilt, { topic, ...fields }, 'peerloop');
const paged = built(scene, { step: 'page', site, page: 'page', url });
const published = built(paged.after, { step: 'publish', groups: `${group}` });
const revised = built(published.after, { step: 'revise', mark });

describe('The page of a topic', () => {
  test('is made, published and revised, each step once', () => {
    expect(gathers(scene)).toEqual([{ is: 'gather', step: 'page', topic, once: `page:${topic}:0` }]);
    expect(paged.accepted.then).toEqual([
      { is: 'gather', step: 'publish', topic, once: `publish:${topic}:0` },
    ]);
    expect(published.accepted.then).toEqual([
      { is: 'gather', step: 'revise', topic },
      { is: 'later', at: start, command: { do: 'revisePage', group } },
    ]);
    expect(gathers(published.after)).toEqual([{ is: 'gather', step: 'revise', topic }]);
    expect(revised.types).toEqual(['pageRevised']);
    expect(built(paged.after, { step: 'page', site, page: 'other', url }).types).toEqual([]);
    expect(built(published.after, { step: 'publish', groups: '' }).types).toEqual([]);
    expect(built(revised.after, { step: 'revise', mark }).types).toEqual([]);
  });

  test('has the page of the community above it revised with it', () => {
    const community = uuid(5);
    const under = published.after.and(
      on(`topic/${topic}`, start, ann, { type: 'broughtUnder', v: 1, topic, community }),
    );
    expect(built(under, { step: 'revise', mark }).accepted.then).toEqual([
      { is: 'later', at: start, command: { do: 'revisePage', group: community } },
    ]);
    expect(revised.accepted.then).toEqual([]);
  });

  test('is tried again by the next change after it was refused', () => {
    const refused = scene.when(topicRefused, { topic, step: 'page', code: '403' }, 'peerloop').after;
    expect(gathers(refused)).toEqual([{ is: 'gather', step: 'page', topic, once: `page:${topic}:1` }]);
  });

  test('is left to people where they have it, and taken up when ours is there again', () => {
    const left = built(revised.after, { step: 'revise', left: 'pageEdited' });
    expect(left.types).toEqual(['pageLeft']);
    expect(built(left.after, { step: 'revise', left: 'pageEdited' }).types).toEqual([]);
    expect(built(left.after, { step: 'revise', mark }).types).toEqual(['pageRevised']);
    const gone = revised.after.when(topicRefused, { topic, step: 'revise', code: 'pageGone' }, 'peerloop');
    expect(gone.types).toEqual(['pageLeft']);
  });

  test('is asked for by a revision of a group’s page, but never by a confidential group', () => {
    const place: GroupEvent[] = [
      { type: 'pageCreated', v: 1, site, page: 'p', url },
      { type: 'pagePublished', v: 1 },
    ];
    const asks = (of: Scene) =>
      of.when(revisePage, { group }, 'peerloop').accepted.then.filter((it) => it.is === 'later');
    expect(asks(scene.and(lived(start, ...place)))).toMatchObject([
      { command: { do: 'gatherTopic', topic } },
    ]);
    const apart = given(proposed, formed(undefined, { confidential: true }), lived(start, ...place));
    expect(asks(apart)).toEqual([]);
  });
});

describe('What it says', () => {
  const title = uuid(91);
  const link = uuid(92);
  const resource = { type: 'resourceAdded', v: 1, resource: uuid(35), person: ann, title, link } as const;
  const collected: GroupEvent[] = [
    resource,
    { ...resource, resource: uuid(36) },
    { type: 'resourcePlaced', v: 1, resource: uuid(36), section: 'tools', before: 0 },
  ];
  const living = atStage('practice')
    .and(lived(start, ...collected))
    .live();
  const text = (view: Partial<Parameters<typeof topicPage>[0]>) =>
    JSON.stringify(topicPage(viewOf(scene, null, view), topic).blocks);

  test('gathers what several groups found, each thing once and under its heading', () => {
    const said = text({ below: [living, living] });
    expect(said.match(new RegExp(`Words ${title}`, 'g'))).toHaveLength(1);
    expect(said).toContain('Templates and tools');
    expect(said).toContain('2 groups of colleagues have');
  });

  test('says which groups take new members, which learn, and which have ended', () => {
    expect(text({ below: [living] })).toContain('Groups that learn now');
    const open = atStage('renewal').live();
    expect(text({ below: [open] })).toContain('Groups that take new members now');
    const over = { ...living, phase: 'ended', ended: start, why: 'closed' } as const;
    expect(text({ below: [over] })).toContain('Groups that have learned it');
  });

  test('holds nothing of a group that is not meant for everyone', () => {
    const inner = atStage('practice', presets.employees).live();
    const secret = [...inner.cycle.objectives, ...inner.cycle.commitments].flatMap((it) =>
      'words' in it ? [it.words] : [it.cue, it.behaviour],
    );
    for (const words of secret) expect(text({ below: [inner] })).not.toContain(words);
    expect(text({ below: [inner] })).not.toContain(ann);
  });
});
