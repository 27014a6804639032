// What was made for a group is looked after: what people rename stays theirs, and what they remove is made again only if somebody wants it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../bot/words/en.json' with { type: 'json' };
import { type Company, type Json, openCompany } from './company.ts';
import {
  form,
  heardBy,
  nameObjectives,
  newsOf,
  ownTabs,
  press,
  rest,
  say,
  showCards,
  six,
} from './people.ts';

const [lena, aoife] = six;
const facilitator = 'Anja Vogt';
/** In no group. */
const outsider = 'Holger Brandt';

interface ChannelSeen {
  id: string;
  displayName: string;
  description: string;
  deletedDateTime?: string;
  tabs: { id: string; displayName: string }[];
}
interface PageSeen {
  name: string;
  published?: unknown;
}
const channelsOf = async (company: Company) =>
  (await company.door<ChannelSeen[]>('channels')).filter(({ description }) =>
    description.includes('peerloop:'),
  );
const pagesOf = async (company: Company) =>
  (await company.door<PageSeen[]>('pages')).filter(({ name }) => name.startsWith('pl-'));

/** The next look comes within two days, whatever minute of the day is the group's. */
const twoDays = (company: Company) => company.door('clock', { advance: 'P2D' });
/** What may be there is looked for twice before it is made. */
const fiveMinutes = (company: Company) => company.door('clock', { advance: 'PT5M' });
const happen = (company: Company, what: string, more: Json) => company.door('happen', { what, ...more });

describe('A group with a project', () => {
  let company: Company;
  const last = async (person: string) => (await heardBy(company, person)).at(-1) ?? '';
  beforeAll(async () => {
    company = await openCompany();
    await form(company, six);
    await nameObjectives(company, six);
    await say(company, lena, 'choose a project');
    await press(company, lena, 'Choose this project', { kind: 'links', title: 'Feedback in five minutes' });
    await rest(company);
  });
  afterAll(() => company.close());

  it('is shown what was made for it, step by step', async () => {
    const shown = await say(company, lena, 'what was made for us?');
    expect(shown).toContain('The workspace of Giving feedback');
    for (const part of ['✓ The channel', '✓ Our tab in the channel', '✓ The plan in Planner'])
      expect(shown).toContain(part);
    expect(shown).not.toContain('✗');
  });

  it('keeps the name that people give their channel, and is told nothing of it', async () => {
    const [channel] = await channelsOf(company);
    const before = (await newsOf(company, aoife)).length;
    await happen(company, 'channel renamed', { channel: channel?.id ?? '', name: 'Feedback heroes' });
    await rest(company);
    expect(await say(company, lena, 'workspace')).toContain('it keeps the name they gave it');
    await twoDays(company);
    expect((await channelsOf(company)).map(({ displayName }) => displayName)).toEqual(['Feedback heroes']);
    expect((await newsOf(company, aoife)).slice(before)).not.toContain(
      'Something of Giving feedback is gone',
    );
  });

  it('hears at once that its channel was deleted, and nobody posts there any more', async () => {
    const [channel] = await channelsOf(company);
    await happen(company, 'channel deleted', { channel: channel?.id ?? '' });
    await rest(company);
    expect(await last(aoife)).toContain('Somebody has removed the channel.');
    expect(await say(company, lena, 'workspace')).toContain('! The channel: somebody has removed it');
    expect((await company.work()).failed).toBe(0);
  });

  it('has it back as it was when somebody restores it', async () => {
    const [channel] = await channelsOf(company);
    await happen(company, 'channel restored', { channel: channel?.id ?? '' });
    await rest(company);
    const shown = await say(company, lena, 'workspace');
    expect(shown).toContain('✓ The channel');
    expect(shown).toContain('✓ Our tab in the channel');
    expect(await channelsOf(company)).toHaveLength(1);
  });

  it('gets another one where the deleted one keeps its name, once, with our tab in it', async () => {
    const [channel] = await channelsOf(company);
    await happen(company, 'channel deleted', { channel: channel?.id ?? '' });
    await rest(company);
    await press(company, aoife, 'Make the channel again');
    await fiveMinutes(company);
    const living = (await channelsOf(company)).filter((it) => it.deletedDateTime === undefined);
    expect(living).toHaveLength(1);
    expect(living[0]?.id).not.toBe(channel?.id);
    expect(ownTabs(living[0]?.tabs ?? [])).toHaveLength(1);
    expect(await say(company, lena, 'workspace')).toContain('✓ Our tab in the channel');
  });

  it('finds within a day that the tab is gone and the page unpublished, says so in one message, and makes nothing by itself', async () => {
    const living = (await channelsOf(company)).find((it) => it.deletedDateTime === undefined);
    const [page] = await pagesOf(company);
    await happen(company, 'tab removed', { as: lena, tab: living?.tabs[0]?.id ?? '' });
    await happen(company, 'page unpublished', { page: page?.name ?? '' });
    const before = (await newsOf(company, aoife)).length;
    await twoDays(company);
    const news = (await newsOf(company, aoife)).slice(before);
    expect(news.filter((it) => it === 'Something of Giving feedback is gone')).toHaveLength(1);
    const told = (await heardBy(company, aoife)).find((it) => it.includes('our tab.')) ?? '';
    expect(told).toContain('Somebody has removed our tab.');
    expect(told).toContain('Somebody has unpublished the page');
    await twoDays(company);
    expect((await pagesOf(company))[0]).not.toHaveProperty('published');
  });

  it('does without what it leaves so, and has the rest made again, once', async () => {
    await press(company, aoife, 'Do without our tab');
    await press(company, lena, 'Make the page again');
    await rest(company);
    await fiveMinutes(company);
    await twoDays(company);
    const [page] = await pagesOf(company);
    expect(page?.published).toBeDefined();
    expect(await pagesOf(company)).toHaveLength(1);
    const shown = await say(company, lena, 'workspace');
    expect(shown).toContain('– Our tab in the channel: removed, and the group does without it');
    expect(shown).not.toContain('!');
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });

  it('misses a tab that led to its page without a message, and pins it again only when somebody asks for it', async () => {
    const pinned = async () => {
      const living = (await channelsOf(company)).find((it) => it.deletedDateTime === undefined);
      return living?.tabs.filter(({ displayName }) => displayName === en['channel.tabPage']) ?? [];
    };
    const [leads] = await pinned();
    const before = await newsOf(company, aoife);
    await happen(company, 'tab removed', { as: lena, tab: leads?.id ?? '' });
    await twoDays(company);
    expect(await say(company, lena, 'workspace')).toContain('! A tab for the page: somebody has removed it');
    expect(await newsOf(company, aoife)).toEqual(before);
    expect(await pinned()).toEqual([]);
    await press(company, lena, 'Make the tab for the page again');
    await fiveMinutes(company);
    expect(await pinned()).toHaveLength(1);
    expect(await say(company, lena, 'workspace')).toContain('✓ A tab for the page');
  });

  it('hears that somebody has archived its channel, may not bring it back, and has it back from its owner', async () => {
    const living = (await channelsOf(company)).find((it) => it.deletedDateTime === undefined);
    const channel = living?.id ?? '';
    await happen(company, 'channel archived', { channel });
    await twoDays(company);
    expect(await last(aoife)).toContain('Somebody has archived the channel: it can be read');
    expect(await say(company, lena, 'workspace')).not.toContain('Make the channel again');
    await happen(company, 'channel unarchived', { channel });
    await twoDays(company);
    expect(await say(company, lena, 'workspace')).toContain('✓ The channel');
    expect((await company.work()).failed).toBe(0);
  });

  it('is shown to facilitators by the API, who may have made again what its members have not', async () => {
    const living = (await channelsOf(company)).find((it) => it.deletedDateTime === undefined);
    const group = /peerloop:([\w-]+)/.exec(living?.description ?? '')?.[1] ?? '';
    const ask = async (as: string, path: string, body?: Json, language = 'en') => {
      const { token } = await company.door<{ token: string }>('token', { as });
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'accept-language': language,
      };
      const more = body ? { method: 'POST', body: JSON.stringify(body) } : {};
      const answer = await fetch(`${company.app()}/api/${path}`, {
        headers: { ...headers, 'idempotency-key': `${as} ${path} 1` },
        ...more,
      });
      return { status: answer.status, body: (await answer.json()) as Json };
    };
    const { body } = await ask(facilitator, `groups/${group}/workspace`);
    expect(body).toMatchObject({ topic: 'Giving feedback', renamed: false });
    expect(body.steps).toContainEqual({
      step: 'tab',
      n: null,
      key: group,
      state: 'left',
      code: null,
      how: 'gone',
      said: 'Our tab in the channel: removed, and the group does without it',
    });
    const german = await ask(facilitator, `groups/${group}/workspace`, undefined, 'de');
    expect(JSON.stringify(german.body)).toContain(
      'Registerkarte im Kanal: entfernt, und die Gruppe kommt ohne aus',
    );
    expect((await ask(lena, `groups/${group}/workspace`)).status).toBe(404);
    const repair = { do: 'repairPart', group, part: 'tab' };
    expect((await ask(outsider, 'commands', repair)).status).toBe(422);
    expect((await ask(facilitator, 'commands', repair)).status).toBe(200);
    await fiveMinutes(company);
    const again = (await channelsOf(company)).find((it) => it.deletedDateTime === undefined);
    expect(ownTabs(again?.tabs ?? [])).toHaveLength(1);
  });

  it('is shown to a facilitator in the chat, step by step and without its words, and to nobody else outside', async () => {
    const shown = await say(company, facilitator, 'workspace of giving feedback');
    expect(shown).toContain('The workspace of Giving feedback');
    expect(shown).toContain('✓ The channel');
    expect(shown).not.toContain('Feedback in five minutes');
    expect(await say(company, facilitator, 'workspace')).toContain('The workspace of Giving feedback');
    expect(await say(company, outsider, 'workspace of giving feedback')).toContain(
      'I don’t know this group, or you are not in it.',
    );
  });

  it('hears that its whole team was archived, may not repair that, and has it back', async () => {
    const [team] = await company.door<{ id: string }[]>('teams');
    await happen(company, 'team archived', { team: team?.id ?? '' });
    await rest(company);
    expect(await last(aoife)).toContain('Somebody has archived the team');
    expect(await say(company, lena, 'workspace')).not.toContain('Make the team again');
    await happen(company, 'team unarchived', { team: team?.id ?? '' });
    await rest(company);
    expect(await say(company, lena, 'workspace')).toContain('✓ The channel');
  });

  it('was looked at once a day, with one read for each part', async (context) => {
    const requests = await company.requests();
    const looks = requests.filter(
      ({ url }) => String(url).includes('publishingState') && !String(url).includes('name'),
    );
    const days = looks.map(({ ts }) => new Date(Number(ts)).toISOString().slice(0, 10));
    expect(new Set(days).size).toBeGreaterThan(4);
    // What is missed for the first time is looked at twice: the tab and the page, and the tab that leads to it.
    expect(days.length - new Set(days).size).toBeLessThanOrEqual(2);
    await showCards(company, [aoife], context);
  });
});
