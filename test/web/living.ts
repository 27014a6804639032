// A small company around one group, alive behind the tab's own routes: everybody's part is done by commands over HTTP.
import { expect } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import type { Live } from '../../bot/group/group.ts';
import { policiesOf, presets } from '../../bot/group/policy.ts';
import type { AnyEvent } from '../../bot/lifecycle/decision.ts';
import { openBook } from '../../bot/run/book.ts';
import { communityOf } from '../../bot/run/communities.ts';
import { streamsIn } from '../../bot/run/streams.ts';
import { tabFor } from '../../bot/run/tab.ts';
import { type RouteName, routes } from '../../bot/web/contract.ts';
import { webServer } from '../../bot/web/server.ts';
import { uuid } from '../lifecycle/given.ts';
import { openShell, type Shell, steps, tenant, work } from '../run/shell.ts';
import { silent } from '../run/talk.ts';

const seated = ['ann', 'ben', 'cem', 'left', 'erased'] as const;
export const people = [...seated, 'asked', 'colleague', 'supervisor', 'facilitator', 'stranger'] as const;
export type Somebody = (typeof people)[number];

const group = uuid(1);
const asking = uuid(3);
const area = 'Sales';
const idOf = (who: Somebody) => uuid(100 + people.indexOf(who));
/** Everyone but these has been brought into the programme team. */
const outside: Somebody[] = ['stranger', 'asked'];

/** Names and sentences that nobody writes by chance. */
export const nameOf = (who: Somebody) => `Vollername ${who}`;
export const said = (what: string) => `Kanarienvogel ${what}`;

export interface Living {
  shell: Shell;
  /** The community of practice of the area that all of them work in. */
  community: string;
  /** `of`: another group than the one of this company; talk is asked of its community. */
  ask(
    name: RouteName,
    as: Somebody | 'nobody',
    more?: { of?: string; query?: Record<string, string> },
  ): Promise<{ status: number; text: string }>;
  /** A command that has to be carried out. */
  does(as: Somebody, what: string, fields?: Record<string, unknown>): Promise<void>;
  state(): Promise<Live>;
}

/** All programmes are on, so that there is something of each to be seen. */
const book = openBook(steps, policiesOf(['employees', 'managers', 'community']));

const serve = (shell: Shell) =>
  webServer({
    config: { local: true },
    receive: () => Promise.resolve({ status: 200 }),
    health: { ready: () => true, work: () => Promise.reject(new Error('not asked for')) },
    log: { level: 'silent' },
    api: {
      check: async (authorization) => {
        const who = people.find((it) => authorization === `Bearer ${it}`);
        return who
          ? { ok: true, tenant, oid: `oid-${who}`, name: nameOf(who) }
          : { ok: false, status: 401, why: 'noToken' };
      },
      roles: async (oid) => ({
        facilitator: oid === 'oid-facilitator',
        administrator: false,
        team: !outside.some((it) => oid === `oid-${it}`),
      }),
      tab: tabFor({ ...shell.parts, book, directory: silent, wake: () => {} }),
    },
  });

async function openLiving(): Promise<Living> {
  const shell = await openShell();
  const web = serve(shell);
  let key = 0;
  await shell.store.transaction(async (tx) => {
    for (const who of people)
      await tx.people.save(tenant, {
        id: idOf(who),
        oid: `oid-${who}`,
        facts: {
          name: nameOf(who),
          area,
          office: 'Bern',
          language: 'en',
          zone: 'Europe/Zurich',
          ...(who === 'ann' ? { supervisor: 'oid-supervisor' } : {}),
        },
        reach: { is: 'none' },
        refreshed: shell.times.now,
      });
  });
  const headers = (as: string) => (as === 'nobody' ? {} : { authorization: `Bearer ${as}` });
  const community = communityOf(tenant, area) ?? '';
  return {
    shell,
    community,
    async ask(name, as, { of = name === 'talk' ? community : group, query } = {}) {
      const { method, path } = routes[name];
      const url = path.replace(':group', of);
      const body = { do: 'registerInterest', topic: uuid(999) };
      const { statusCode, body: text } = await web.inject({
        method,
        url,
        headers: { ...headers(as), ...(method === 'POST' ? { 'idempotency-key': `asked-${key++}` } : {}) },
        ...(query ? { query } : {}),
        ...(method === 'POST' ? { payload: body } : {}),
      });
      return { status: statusCode, text };
    },
    async does(as, what, fields = { group }) {
      const answer = await web.inject({
        method: 'POST',
        url: '/api/commands',
        headers: { ...headers(as), 'idempotency-key': `command-${key++}` },
        payload: { do: what, ...fields },
      });
      expect(answer.statusCode, `${as} ${what}: ${answer.body}`).toBe(200);
    },
    state: () =>
      shell.store.transaction(async (tx) => {
        const streams = streamsIn(tx, tenant);
        await streams.load([`group/${group}`]);
        const found = streams.group(group);
        if (found?.phase !== 'live') throw new Error(`The group is ${found?.phase}.`);
        return found;
      }),
  };
}

type Body<T> = T extends AnyEvent ? T : never;
const stamped = (shell: Shell, ...events: Body<AnyEvent>[]) =>
  events.map((it) => ({ ...it, at: shell.times.now, by: 'peerloop', via: 'outcome' as const }));

/** A topic that everyone can read, a group of five on it, and another one that is only asked for. */
async function begin({ shell, does, ask }: Living): Promise<void> {
  await does('ann', 'proposeTopic', { name: said('topic') });
  const [{ id: topic }] = JSON.parse((await ask('topics', 'ann')).text).topics;
  const small = { least: 2, min: 3, target: 5, max: 5 };
  const policy = { ...presets.employees, size: small };
  const propose = (of: string, invited: string[]): GroupEvent => ({
    type: 'groupProposed',
    v: 1,
    group: of,
    topic,
    policy,
    invited,
  });
  const members = seated.map(idOf);
  await shell.happened(
    `group/${group}`,
    stamped(shell, propose(group, members), { type: 'groupFormed', v: 1, members }),
  );
  for (const person of members) {
    const seat = { v: 1, person, group, topic } as const;
    await shell.happened(
      `person/${person}`,
      stamped(shell, { type: 'seatHeld', ...seat }, { type: 'seatTaken', ...seat }),
    );
  }
  const person = idOf('asked');
  await shell.happened(`group/${asking}`, stamped(shell, propose(asking, [person, uuid(998)])));
  await shell.happened(
    `person/${person}`,
    stamped(shell, { type: 'seatHeld', v: 1, person, group: asking, topic }),
  );
}

/** What Microsoft 365 holds for it. */
const built: GroupEvent[] = [
  { type: 'channelOpened', v: 1, team: 'team', channel: '19:feedback@thread.tacv2' },
  { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://alderbrook.example/pl.aspx' },
  { type: 'pagePublished', v: 1 },
];

/** Members ask and answer; what was taken back or written by who was forgotten is read by nobody. */
async function talk({ does, ask, state, community }: Living): Promise<void> {
  await does('ann', 'foundCommunity', {});
  for (const who of ['ben', 'left', 'erased'] as const)
    await does(who, 'joinCommunity', { group: community });
  const write = (who: Somebody, kind: string, what: string) =>
    does(who, 'openThread', { group: community, kind, words: said(what) });
  const newest = async () => JSON.parse((await ask('talk', 'ann')).text).threads[0].id;
  await write('ben', 'tip', 'taken back');
  await does('ben', 'takeBackThread', { thread: await newest() });
  await write('left', 'tip', 'tip left');
  await write('ann', 'question', 'question ann');
  const thread = await newest();
  for (const who of ['ben', 'erased'] as const)
    await does(who, 'answerThread', { thread, words: said(`answer ${who}`) });
  await does('left', 'leaveCommunity', { group: community });
  await does('ann', 'putUnder', { group, community });
  await does('ben', 'putTopicUnder', { topic: (await state()).topic, community });
}

/** What they know of the topic; one puts other words in the place of the first, and one takes theirs back. */
async function bring({ does, state }: Living): Promise<void> {
  for (const what of ['known ann', 'known before', 'known cem'])
    await does(what === 'known ann' ? 'ann' : 'cem', 'bringKnowledge', { group, words: said(what) });
  await does('ben', 'bringKnowledge', { group, words: said('known taken back') });
  const own = (await state()).knowledge.find((it) => it.person === idOf('ben'));
  await does('ben', 'removeKnowledge', { group, entry: own?.id });
}

async function meet({ does, state }: Living): Promise<void> {
  const stays = ['ann', 'ben', 'cem'] as const;
  await does('ann', 'proposeShared', { group, shared: said('shared') });
  await does('ben', 'proposeShared', { group, shared: said('open shared') });
  const [shared] = (await state()).cycle.shared;
  for (const who of ['ben', 'cem'] as const)
    await does(who, 'answerShared', { group, shared: shared?.id, accepts: 'true' });
  await does('ben', 'nameOpportunity', { group, opportunity: said('opportunity') });
  await does('ann', 'pickCourse', { group, title: said('course'), link: 'https://learn.example/course' });
  await does('cem', 'addResource', { group, title: said('resource'), link: 'https://learn.example/r' });
  await does('ann', 'closeKickOff');
  for (const who of stays) await does(who, 'completeCourse');
  await does('ben', 'askUnclear', { group, point: said('point') });
  await does('ann', 'challenge', { group, to: idOf('ben'), words: said('challenge') });
  const [challenge] = (await state()).cycle.challenges;
  await does('ben', 'answerChallenge', { group, challenge: challenge?.id, words: said('answer') });
  const [point] = (await state()).cycle.points;
  await does('ann', 'markPoint', { group, point: point?.id });
  await does('ben', 'clearPoint', { group, point: point?.id });
  const when = { date: '2026-11-24', time: '10:00', zone: 'Europe/Zurich' };
  await does('ann', 'proposeTime', { group, meeting: 'discussion', ...when });
  for (const who of ['ben', 'cem'] as const)
    await does(who, 'answerTime', { group, meeting: 'discussion', suits: 'true' });
  await does('cem', 'chooseProject', { group, kind: 'article', title: said('project') });
  await does('ann', 'takeTask', { group, task: 1 });
  await does('cem', 'draftArticle');
}

async function practise({ does, shell, state }: Living): Promise<void> {
  await shell.happened(`group/${group}`, stamped(shell, { type: 'planOpened', v: 2, plan: 'plan' }));
  const stays = ['ann', 'ben', 'cem'] as const;
  await does('ann', 'closeDiscussion');
  for (const who of stays)
    await does(who, 'commit', { group, cue: said(`cue ${who}`), behaviour: said(`behaviour ${who}`) });
  await does('ann', 'checkIn', { group, progress: 50, help: 'true', words: said('check-in') });
  for (const who of stays)
    await does(who, 'recordPractice', { group, as: 'used', words: said(`practice ${who}`) });
  await does('ann', 'beginReflection');
  const own = (await state()).cycle.objectives.find((it) => it.person === idOf('ann'));
  await does('ann', 'assess', { group, objective: own?.id, rating: 4, words: said('assessment') });
}

/** They go on to a second cycle, and apply at work what they learned. */
async function applyAtWork({ does, state }: Living): Promise<void> {
  const stays = ['ann', 'ben', 'cem'] as const;
  const { objectives } = (await state()).cycle;
  for (const who of ['ben', 'cem'] as const) {
    const own = objectives.find((it) => it.person === idOf(who));
    await does(who, 'assess', { group, objective: own?.id, rating: 4 });
  }
  for (const who of stays) await does(who, 'chooseNext', { group, mode: 'deeper', stays: 'true' });
  for (const who of stays) await does(who, 'addObjective', { group, objective: said(`objective ${who}`) });
  await does('cem', 'chooseProject', { group, kind: 'onTheJob', title: said('project') });
  const [what, who, when] = ['job what', 'job who', 'job when'].map(said);
  await does('ben', 'setJob', { group, whom: 'colleague', what, who, when });
  await does('ann', 'tellResult', { group, words: said('job result') });
}

/** From the first objective into the second cycle; `look` is called when there is something new to be seen. */
export async function live(look: (living: Living) => Promise<void>): Promise<Living> {
  const living = await openLiving();
  const { does, shell } = living;
  await begin(living);
  await shell.happened(`group/${group}`, stamped(shell, ...built));
  for (const who of ['erased', 'left'] as const) {
    await does(who, 'addObjective', { group, objective: said(`objective ${who}`) });
    await does(who, 'bringKnowledge', { group, words: said(`known ${who}`) });
  }
  await talk(living);
  await does('erased', 'eraseMe', {});
  await does('left', 'leaveGroup');
  // Who was forgotten leaves their groups as soon as the clock says so.
  await work(shell);
  await bring(living);
  await look(living);
  for (const who of ['ann', 'ben', 'cem'] as const)
    await does(who, 'addObjective', { group, objective: said(`objective ${who}`) });
  await meet(living);
  await look(living);
  await practise(living);
  // Long enough to be stuck.
  shell.times.pass('PT720H');
  await look(living);
  await applyAtWork(living);
  await look(living);
  return living;
}
