// A confidential programme: six people get a team of their own, and nobody else sees a thing of it.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Company, type Json, openCompany, type Seen, textOf } from './company.ts';
import {
  answerOf,
  form,
  heardBy,
  nameObjectives,
  newsOf,
  ownTabs,
  press,
  say,
  showCards,
  six,
  together,
} from './people.ts';

const [lena, aoife, benoit] = six;
/** In the programme team, and in no group. */
const holger = 'Holger Brandt';
/** The first of the facilitators. */
const anja = 'Anja Vogt';
const canary = 'Speak up in reviews';

interface TeamSeen {
  id: string;
  displayName: string;
  description: string;
  internalId: string;
  members: { userId: string; roles: string[] }[];
  channels: { id: string; description: string; tabs: Json[] }[];
}

const confidential = () => openCompany(undefined, { CONFIDENTIAL: 'true' });
const teamsIn = (company: Company) => company.door<TeamSeen[]>('teams');
const isOurs = ({ description }: { description: string }) => description.includes('peerloop:');
/** A team takes a while until it can be used. */
const settled = (company: Company) => company.door('clock', { advance: 'PT5M' });

async function named(company: Company, team: TeamSeen | undefined, role?: string): Promise<string[]> {
  const people = await company.door<{ id: string; name: string }[]>('people');
  const seats = team?.members.filter(({ roles }) => role === undefined || roles.includes(role)) ?? [];
  return seats.map(({ userId }) => people.find(({ id }) => id === userId)?.name ?? '').toSorted();
}

/** What somebody is shown of a group in the tab. */
async function boardFor(company: Company, as: string, group: string) {
  const { token } = await company.door<{ token: string }>('token', { as });
  const url = `${company.app()}/api/groups/${group}/board`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return { status: answer.status, text: await answer.text() };
}

const inChannels = (seen: readonly Seen[]) => seen.filter((it) => it.conversationId.startsWith('19:'));

describe('Six people of a confidential programme', () => {
  let company: Company;
  let own: TeamSeen | undefined;
  let group = '';
  let before = '';
  beforeAll(async () => {
    company = await confidential();
    await together(six.slice(0, 5), (it) => say(company, it, 'I want to learn giving feedback'));
    await say(company, six[5], 'I want to learn giving feedback');
    before = (await heardBy(company, lena)).join('\n');
    for (const person of six) await press(company, person, 'I’m in');
    await settled(company);
    own = (await teamsIn(company)).find(isOurs);
    group = /peerloop:([\w-]+)/.exec(own?.description ?? '')?.[1] ?? '';
  });
  afterAll(() => company.close());

  it('are told before they join who can read what', () => {
    expect(before).toContain('Only its members, and one facilitator who owns it, can read its channel');
    expect(before).not.toContain('programme team');
  });

  it('get a team of their own with themselves and one facilitator, who owns it', async () => {
    expect(await named(company, own)).toEqual([...six, anja].toSorted());
    expect(await named(company, own, 'owner')).toEqual([anja]);
    expect(own?.displayName).toContain(group.slice(0, 8));
    const [channel] = own?.channels.filter(isOurs) ?? [];
    expect(ownTabs(channel?.tabs ?? [])).toHaveLength(1);
    expect(await newsOf(company, lena)).toContain('Your group has a place');
    const heard = (await heardBy(company, lena)).join('\n');
    expect(heard).toContain('Your group has a team of its own, and your channel in it is open.');
    expect(heard).toContain('Its tab shows your group where you stand.');
    expect(await say(company, lena, 'who can read what I write?')).toContain(
      'The team of a confidential group',
    );
  });

  it('are greeted there once, by the post of their group', async () => {
    const posts = inChannels(await company.sees(lena));
    const ours = posts.filter(({ conversationId }) =>
      own?.channels.some(({ id }) => conversationId.startsWith(id)),
    );
    expect(ours.map((it) => textOf(it.activity.attachments))).toEqual([
      expect.stringContaining('A learning group on'),
    ]);
  });

  it('have their project’s plan in that team', async () => {
    await nameObjectives(company, six);
    await press(company, lena, 'Add objective', { objective: canary });
    await say(company, lena, 'choose a project');
    await press(company, lena, 'Choose this project', { kind: 'links', title: 'Feedback in five minutes' });
    await settled(company);
    const plans = await company.door<{ groupId: string }[]>('plans');
    expect(plans.map(({ groupId }) => groupId)).toEqual([own?.id]);
  });

  it('stay out of sight of a colleague of the programme team: no team, channel, post, tab or plan', async () => {
    const others = (await teamsIn(company)).filter(({ id }) => id !== own?.id);
    expect(others.flatMap(({ channels }) => channels.filter(isOurs))).toEqual([]);
    expect(others.flatMap(({ channels }) => channels.flatMap(({ tabs }) => tabs))).toEqual([]);
    expect(await Promise.all(others.map((team) => named(company, team)))).not.toContainEqual(
      expect.arrayContaining([benoit]),
    );
    const posts = inChannels(await company.sees(holger));
    expect(posts.map((it) => it.activity.summary)).toEqual(['Welcome to Peerloop']);
    expect(await boardFor(company, holger, group)).toMatchObject({ status: 404 });
    expect(await boardFor(company, anja, group)).toMatchObject({ status: 404 });
    const board = await boardFor(company, lena, group);
    expect(JSON.parse(board.text)).toMatchObject({ confidential: true, member: true });
    expect(board.text).not.toContain(canary);
  });

  it('show in the channel itself what everyone in it may read, and each member their own', async () => {
    const latest = async (person: string) => inChannels(await company.sees(person)).at(-1);
    expect(textOf((await latest(lena))?.activity.attachments)).toContain(canary);
    const anjas = await latest(anja);
    const pressed = await company.pressOn(anja, anjas?.id ?? '', 'What’s next for us');
    for (const text of [textOf(anjas?.activity.attachments), answerOf(pressed)]) {
      expect(text).toContain('giving feedback: the next stage');
      expect(text).not.toContain(canary);
    }
  });

  it('lose who leaves from their team too, also where they are forgotten', async () => {
    await say(company, aoife, 'leave the group');
    await press(company, aoife, 'Leave the group');
    await say(company, benoit, 'delete my data');
    await press(company, benoit, 'Delete it all');
    await settled(company);
    own = (await teamsIn(company)).find(isOurs);
    const left = [aoife, benoit] as readonly string[];
    expect(await named(company, own)).toEqual([...six.filter((it) => !left.includes(it)), anja].toSorted());
    expect(inChannels(await company.sees(aoife))).toEqual([]);
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });

  it('have sent no card that Teams would not show', async (context) => {
    await showCards(company, [lena, anja, holger], context);
  });
});

describe('Where IT withholds a permission', () => {
  it.each([
    ['to make teams', 'Team.Create', 0],
    ['to bring the app into them', 'TeamsAppInstallation.ReadWriteAndConsentSelfForTeam.All', 1],
  ])(
    '%s, a group lives on in chat, says so, and never moves into the shared team',
    async (_, permission, teams) => {
      const company = await confidential();
      onTestFinished(() => company.close());
      await company.door('happen', { what: 'permission withheld', permission });
      const outsiders = await named(company, (await teamsIn(company))[0]);
      await form(company, six);
      await settled(company);

      const there = await teamsIn(company);
      expect(there.filter(isOurs)).toHaveLength(teams);
      expect(there.flatMap(({ channels }) => channels.filter(isOurs))).toEqual([]);
      expect(await named(company, there[0])).toEqual(outsiders);
      const heard = (await heardBy(company, lena)).join('\n');
      expect(heard).toContain('Your group could not get a team of its own, so there is no channel');
      expect(heard).not.toContain('programme team');

      await nameObjectives(company, six);
      await say(company, lena, 'choose a project');
      await press(company, lena, 'Choose this project', { kind: 'links', title: 'Feedback in five minutes' });
      await settled(company);
      expect(await company.door('plans')).toEqual([]);
      expect(await newsOf(company, lena)).toContain('The plan in Planner could not be finished');
      expect(await say(company, lena, 'show our tasks')).toContain('Feedback in five minutes');
    },
  );
});
