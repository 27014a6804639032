// What is noticed of a workspace, what people make of it, and the blueprint that shows all of it.
import { describe, expect, test } from 'vitest';
import type { GroupEvent, Loss, Part } from '../../bot/group/group.ts';
import { maybeDone } from '../../bot/lifecycle/decision.ts';
import { links } from '../../bot/lifecycle/links.ts';
import { watch } from '../../bot/lifecycle/watch.ts';
import { blueprint } from '../../bot/workspace/blueprint.ts';
import { leavePart, repairPart } from '../../bot/workspace/repair.ts';
import { placeBefallen, placeSeen, verifyPlace } from '../../bot/workspace/verify.ts';
import { workspaceCards } from '../../bot/workspace/workspaceCards.ts';
import { workspaceConversation } from '../../bot/workspace/workspaceConversation.ts';
import { ann, ben, cem, group, type Scene, stranger, uuid, viewOf } from '../lifecycle/given.ts';
import { at } from '../lifecycle/group.ts';
import { alone, here } from '../lifecycle/here.ts';
import { read } from '../lifecycle/sound.ts';

const channel = '19:c@thread.tacv2';
const there: GroupEvent[] = [
  { type: 'membersAdded', v: 1, team: 'team' },
  { type: 'channelOpened', v: 1, team: 'team', channel },
  { type: 'tabPinned', v: 1, tab: 'tab' },
  { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://contoso.example/page' },
  { type: 'pagePublished', v: 1 },
];
const linked: GroupEvent[] = [{ type: 'linkPinned', v: 1, step: 'pageTab', tab: 'leads' }];
const scene = at('course', {}, ...there);
const lost = (part: Part, how: Loss = 'gone') =>
  at('course', {}, ...there, ...linked, { type: 'partLost', v: 1, part, how });

const seen = (of: Scene, found: string) => of.when(placeSeen, { group, step: 'verify', found }, 'peerloop');
const befallen = (of: Scene, what: 'deleted' | 'restored' | 'renamed', which = channel) =>
  of.when(placeBefallen, { group, what, channel: which }, 'peerloop');
const states = (of: Scene) => Object.fromEntries(blueprint(of.live()).map((it) => [it.step, it.state]));

describe('A look at the workspace', () => {
  test('is taken once a day, each group at its own minute', () => {
    const { then } = scene.when(verifyPlace, { group }, 'peerloop').accepted;
    expect(then).toMatchObject([
      { is: 'build', step: 'verify', group },
      { is: 'later', command: { do: 'verifyPlace', group } },
    ]);
    const now = '2026-11-16T08:00:00.000Z';
    const minutes = Array.from({ length: 200 }, (_, n) => {
      const id = `${(n * 83_886).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
      const news = watch(id, now);
      return 'at' in news ? news.at : undefined;
    });
    expect(new Set(minutes).size).toBeGreaterThan(150);
    expect(minutes.every((it) => it !== undefined && it > now)).toBe(true);
  });

  test('that finds all as it was made says nothing', () => {
    expect(seen(scene, 'channel:there tab:there page:there').accepted).toMatchObject({
      happened: [],
      then: [],
    });
  });

  test('tells every member once of all that is gone, and what is there again tells nobody', () => {
    const told = seen(scene, 'channel:there tab:gone page:unpublished');
    expect(told.types).toEqual(['partLost', 'partLost']);
    expect(told.accepted.then).toEqual(
      [ann, ben, cem].map((to) => ({ is: 'tell', to, what: 'partLost', group })),
    );
    expect(seen(told.after, 'channel:there tab:gone page:unpublished').types).toEqual([]);
    const back = seen(told.after, 'channel:there tab:there page:there');
    expect(back.types).toEqual(['partFound', 'partFound']);
    expect(back.accepted.then).toEqual([]);
    expect(back.after.live().place).toEqual(scene.live().place);
  });

  test('that misses the page of an article leaves it to those who hear of articles', () => {
    const told = scene.when(
      placeSeen,
      { group, step: 'verify', found: '', articles: '1:gone 2:unpublished' },
      'peerloop',
    );
    const left = (cycle: number, code: string) => ({
      is: 'later',
      command: { do: 'articleRefused', group, cycle, step: 'reviseArticle', code },
    });
    expect(told.accepted.then).toMatchObject([left(1, 'pageGone'), left(2, 'pageUnpublished')]);
    expect(placeSeen.shape.safeParse({ group, step: 'verify', found: '', articles: 'x:gone' }).success).toBe(
      false,
    );
  });

  test('that finds a page not as it was left has it revised, which tells what became of it', () => {
    const told = scene.when(
      placeSeen,
      { group, step: 'verify', found: 'channel:there page:changed', articles: '1:changed 2:gone' },
      'peerloop',
    );
    expect(told.types).toEqual([]);
    expect(told.accepted.then).toMatchObject([
      { is: 'build', step: 'revise', group },
      { is: 'build', step: 'reviseArticle', group, cycle: 1 },
      { is: 'later', command: { do: 'articleRefused', cycle: 2, code: 'pageGone' } },
    ]);
  });

  test.each(['a stranger’s words', 'channel:there; tab', 'tab.1:gone'])('takes no %j', (found) => {
    expect(placeSeen.shape.safeParse({ group, step: 'verify', found }).success).toBe(false);
  });
});

describe('What Teams says of a channel', () => {
  test('counts at once, and takes the tab in it along and back', () => {
    const deleted = befallen(scene, 'deleted');
    expect(deleted.after.live().place).not.toHaveProperty('channel');
    expect(deleted.after.live().place).not.toHaveProperty('tab');
    expect(befallen(deleted.after, 'restored').after.live().place).toEqual(scene.live().place);
  });

  test('says nothing of one that another has taken the place of', () => {
    expect(befallen(scene, 'deleted', '19:old@thread.tacv2').types).toEqual([]);
  });

  test('leaves a new name to those who gave it', () => {
    const renamed = befallen(scene, 'renamed');
    expect(renamed.types).toEqual(['channelNamed']);
    expect(renamed.accepted.then).toEqual([]);
    expect(befallen(renamed.after, 'renamed').types).toEqual([]);
  });
});

describe('What was lost', () => {
  test.each([
    ['channel', 'gone', 'channel'],
    ['tab', 'gone', 'tab'],
    ['page', 'gone', 'page'],
    ['page', 'unpublished', 'publish'],
    ['pageTab', 'gone', 'pageTab'],
  ] as const)('%s (%s) is made again from its first step on, and looked for first', (part, how, step) => {
    const told = lost(part, how).when(repairPart, { group, part }, ann);
    expect(told.accepted.then).toMatchObject([{ is: 'build', step, group, again: true }]);
    expect(told.after.live().place.lost).toBeUndefined();
    expect(told.after.when(repairPart, { group, part }, ben).refused).toBe('alreadyDone');
  });

  test('may be done without, and made again later all the same', () => {
    const left = lost('tab').when(leavePart, { group, part: 'tab' }, ann).after;
    expect(states(left)).toMatchObject({ channel: 'done', tab: 'left' });
    expect(left.when(leavePart, { group, part: 'tab' }, ben).refused).toBe('alreadyDone');
    expect(left.when(repairPart, { group, part: 'tab' }, ben).accepted.then).toHaveLength(1);
  });

  test('is nobody’s but an owner’s to bring back where it is a channel that was archived', () => {
    const archived = lost('channel', 'archived');
    expect(states(archived)).toMatchObject({ channel: 'lost', tab: 'lost' });
    expect(archived.when(repairPart, { group, part: 'channel' }, ann).refused).toBe('teamIsTheirs');
    const back = seen(archived, 'channel:there');
    expect(back.types).toEqual(['partFound']);
    expect(back.after.live().place).toMatchObject({ channel, tab: 'tab' });
  });

  test.each([
    ['Teams says so', (of: Scene) => befallen(of, 'deleted')],
    ['a look finds it', (of: Scene) => seen(of, 'channel:gone')],
  ])('is told once more where a channel that was archived is deleted, and %s', (_, happens) => {
    const deleted = happens(lost('channel', 'archived'));
    expect([deleted.types, deleted.accepted.then]).toEqual([
      ['partLost'],
      [ann, ben, cem].map((to) => ({ is: 'tell', to, what: 'partLost', group })),
    ]);
    expect(happens(deleted.after).types).toEqual([]);
    expect(deleted.after.when(repairPart, { group, part: 'channel' }, ann).accepted.then).toMatchObject([
      { is: 'build', step: 'channel', group, again: true },
    ]);
    expect(befallen(deleted.after, 'restored').after.live().place).toMatchObject({ channel, tab: 'tab' });
  });

  test('stays done without where it is lost in another way, and nobody is asked again', () => {
    const left = lost('page', 'unpublished').when(leavePart, { group, part: 'page' }, ann).after;
    const gone = seen(left, 'channel:there tab:there page:gone');
    expect([gone.types, gone.accepted.then]).toEqual([['partLost'], []]);
    expect(states(gone.after)).toMatchObject({ page: 'left' });
    const wanted = gone.after.when(repairPart, { group, part: 'page' }, ben);
    expect(wanted.accepted.then).toMatchObject([{ is: 'build', step: 'page', again: true }]);
  });

  test('is nobody else’s to decide about', () => {
    expect(lost('tab').when(repairPart, { group, part: 'tab' }, stranger).refused).toBe('unknownGroup');
    expect(lost('tab').when(leavePart, { group, part: 'tab' }, stranger).refused).toBe('unknownGroup');
  });
});

describe('A tab that only leads to the page', () => {
  const linkedScene = at('course', {}, ...there, ...linked);
  const gone = seen(linkedScene, 'channel:there tab:there pageTab:gone');

  test('is missed without a word to anybody, and shown with the way to have it again', () => {
    expect([gone.types, gone.accepted.then]).toEqual([['partLost'], []]);
    expect(states(linkedScene)).toMatchObject({ pageTab: 'done' });
    expect(states(gone.after)).toMatchObject({ pageTab: 'lost', tab: 'done' });
    const shown = read(workspaceCards.workspace?.(viewOf(gone.after, ann), {}));
    expect(shown).toContain('A tab for the page: somebody has removed it');
    expect(shown).toContain('Make the tab for the page again');
  });

  test('is pinned again by nobody but whoever asks for it, once for each time', () => {
    const [before] = links(linkedScene.live());
    expect(links(gone.after.live())).toEqual([before]);
    const wanted = gone.after.when(repairPart, { group, part: 'pageTab' }, ann);
    expect(wanted.accepted.then).toMatchObject([{ is: 'build', step: 'pageTab', again: true }]);
    const [again] = wanted.accepted.then;
    expect(again && 'once' in again ? again.once : '').not.toBe(
      before && 'once' in before ? before.once : '',
    );
  });

  test('comes back as it was with a channel that was deleted, and a tab that the group does without stays away', () => {
    const left = lost('tab').when(leavePart, { group, part: 'tab' }, ann).after;
    const restored = befallen(befallen(left, 'deleted').after, 'restored').after;
    expect(restored.live().place).toEqual(left.live().place);
    expect(states(restored)).toMatchObject({ tab: 'left', pageTab: 'done' });
  });

  test('is there again where somebody has pinned it by hand', () => {
    const back = seen(gone.after, 'channel:there tab:there pageTab:there');
    expect(back.types).toEqual(['partFound']);
    expect(back.after.live().place).toEqual(linkedScene.live().place);
  });
});

describe('“Workspace”', () => {
  const named = { mine: false, programme: 'employees', open: true } as const;
  const topics = [
    { id: uuid(2), name: 'Giving feedback', ...named },
    { id: uuid(3), name: 'Company law', ...named },
    { id: uuid(4), name: 'Company cars', ...named },
  ];
  const hear = (person: string, topic?: string) => {
    const slots = topic === undefined ? {} : { topic };
    const text = topic === undefined ? 'workspace' : `workspace of ${topic}`;
    const where = person === stranger ? { ...alone(person), text } : here(scene, person, text);
    return workspaceConversation.hears?.show_workspace?.(
      { intent: 'show_workspace', slots },
      { ...where, topics },
    );
  };

  test.each([undefined, 'giving feedback', 'our course', 'us'])(
    'of %s is their own to whoever has a group',
    (topic) => {
      expect(hear(ann, topic)).toEqual({ show: 'workspace', group });
    },
  );

  test('of a topic that is not theirs is for facilitators, and nobody else hears whether there is a group', () => {
    const shown = { show: 'workspaces', about: { topics: uuid(3) } };
    const answer = { facilitator: shown, otherwise: { refused: 'unknownGroup' } };
    for (const person of [ann, stranger]) expect(hear(person, 'company law')).toEqual(answer);
  });

  test('of a part of several names is that of each of them', () => {
    const shown = { show: 'workspaces', about: { topics: `${uuid(3)} ${uuid(4)}` } };
    expect(hear(stranger, 'company')).toMatchObject({ facilitator: shown });
  });

  test('of whoever is in no group means all of them, for facilitators', () => {
    const answer = { facilitator: { show: 'workspaces' }, otherwise: { refused: 'noGroupYet' } };
    expect(hear(stranger)).toEqual(answer);
    expect(hear(stranger, 'nobody knows what')).toEqual(answer);
  });
});

describe('The blueprint', () => {
  test('names every step with the key by which its thing is found again', () => {
    expect(blueprint(at('course').live()).map(({ step, key, state }) => [step, key, state])).toEqual([
      ['members', `peerloop:${group}`, 'planned'],
      ['channel', `peerloop:${group}`, 'planned'],
      ['tab', group, 'planned'],
      ['page', `pl-${group}.aspx`, 'planned'],
      ['publish', `pl-${group}.aspx`, 'planned'],
      ['plan', group.slice(0, 8), 'later'],
      ['archive', `peerloop:${group}`, 'atEnd'],
    ]);
  });

  test.each([
    ['accessDenied', 'leftOut'],
    ['Forbidden', 'leftOut'],
    ['invalidRequest', 'refused'],
    [maybeDone, 'unknown'],
  ])('tells what ended with %s as %s', (code, state) => {
    const failed = at('course', {}, { type: 'buildFailed', v: 1, step: 'page', code });
    expect(states(failed)).toMatchObject({ page: state, publish: 'planned' });
  });

  test('follows the plan and its tasks, one that somebody removed among them', () => {
    const project: GroupEvent[] = [
      { type: 'projectChosen', v: 1, kind: 'links', person: ann, title: uuid(91), tasks: 2 },
      { type: 'planOpened', v: 2, plan: 'plan' },
      { type: 'taskOpened', v: 1, n: 1, task: 'one' },
      { type: 'taskDescribed', v: 1, n: 1 },
    ];
    const tasks = (of: Scene) =>
      blueprint(of.live()).flatMap(({ step, n, state }) => (step === 'task' ? [[n, state]] : []));
    const half = at('practice', {}, ...there, ...project);
    expect(tasks(half)).toEqual([
      [1, 'done'],
      [2, 'planned'],
    ]);
    const missed: GroupEvent = { type: 'taskMissed', v: 1, n: 1 };
    const removed = at('practice', {}, ...there, ...project, missed, missed);
    expect(tasks(removed)).toEqual([
      [1, 'lost'],
      [2, 'planned'],
    ]);
  });
});
