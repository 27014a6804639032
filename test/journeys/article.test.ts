// Six colleagues write an article of their own words: each gives or keeps theirs, all say yes, and everyone else reads no more than that.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany, textOf } from './company.ts';
import { answerOf, each, form, heardBy, nameObjectives, newsOf, press, say, six } from './people.ts';

interface Page {
  id: string;
  name: string;
  title: string;
  webUrl: string;
  published?: { title: string; canvasLayout?: unknown };
  canvasLayout?: unknown;
  publishingState: { level: string };
}

const [lena, aoife, benoit, nuria] = six;
/** In the programme's team, and in no group. */
const outsider = 'Arjun Menon';
/** A word that nobody else uses: whoever finds it has found this sentence. */
const given = 'Quaggagiven';
const kept = 'Quaggakept';
const asked = 'Quaggaasked';
const added = 'Quaggaadded <b>bold</b>';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  await nameObjectives(company, six);
  const told = new Map([
    [lena, given],
    [aoife, kept],
    [benoit, asked],
  ]);
  for (const [person, opportunity] of told) {
    await press(company, person, 'The kick-off');
    await press(company, person, 'Name a problem at work');
    await press(company, person, 'Add it', { opportunity });
  }
});
afterAll(() => company.close());

/** A yes is to the draft that is shown for it. */
async function approve(person: string): Promise<void> {
  await say(company, person, 'approve the article');
  await press(company, person, 'Yes, publish it like this');
}

const pages = () => company.door<Page[]>('pages');
const article = async () => (await pages()).filter((it) => it.name.includes('-article'));
const canvas = ({ published }: Page) => JSON.stringify(published?.canvasLayout);
const later = (time: string) => company.door('clock', { advance: time });
const lastHeard = async (person: string) => (await heardBy(company, person)).at(-1) ?? '';

/** All that somebody outside the group can come across. */
async function outside(): Promise<string> {
  const seen = await company.sees(outsider);
  const places = await Promise.all(
    ['pages', 'plans', 'channels', 'calendar', 'mail'].map((it) => company.door(it)),
  );
  return JSON.stringify([seen.map((it) => it.activity), places]);
}

describe('an article for supervisors (R57)', () => {
  it('is chosen with its readers', async () => {
    await say(company, lena, 'choose a project');
    const shown = answerOf(
      await press(company, lena, 'Choose this project', {
        kind: 'article',
        title: 'Feedback that lands',
        readers: 'supervisors',
      }),
    );
    expect(shown).toContain('Article');
    expect(await say(company, nuria, 'article')).toMatch(/For supervisors.*I can put a draft together/s);
  });

  it('is put together from what the group wrote, and asks each whose words they are', async () => {
    await say(company, lena, 'article');
    await press(company, lena, 'Put a draft together');
    expect(await newsOf(company, benoit)).toContain('May your words stand in the article?');
    expect(await newsOf(company, nuria)).not.toContain('May your words stand in the article?');
    expect(await say(company, aoife, 'the draft')).toMatch(
      /Quaggagiven.*has not yet said whether everyone may read it/s,
    );
    expect(await say(company, benoit, 'approve the article')).toContain('an answer is still missing');
  });

  it('has nobody’s words before they say so, and goes out to nobody before all have said yes', async () => {
    await say(company, lena, 'my passages');
    await press(company, lena, 'Everyone may read it');
    await say(company, aoife, 'my passages');
    await press(company, aoife, 'Keep it in the group');
    expect(await say(company, benoit, 'I approve the article')).not.toContain('Yes, publish it like this');
    await each([lena, aoife, nuria], approve);
    expect(await lastHeard(nuria)).toContain('Benoît');
    await later('PT1H');
    expect(await article()).toEqual([]);
    for (const canary of [given, kept, asked]) expect(await outside()).not.toContain(canary);
  });

  it('is changed by them, and everyone is asked again for their yes', async () => {
    await say(company, benoit, 'my passages');
    await press(company, benoit, 'Everyone may read it');
    expect(await newsOf(company, nuria)).toContain('The draft has changed');
    await say(company, nuria, 'write a passage');
    await press(company, nuria, 'Add it', { words: added });
    await say(company, nuria, 'call the article Better mornings');
    expect(await say(company, lena, 'article')).toMatch(/Better mornings.*Quaggaadded/s);
    const refused = answerOf(await press(company, nuria, 'Yes, publish it like this', { version: 1 }));
    expect(refused).toContain('The draft has changed since you opened it');
    await each(six.slice(1), approve);
    expect(await article()).toEqual([]);
  });

  it('is published with the last yes, in their words and without their names', async () => {
    await approve(lena);
    const [page, ...more] = await article();
    expect(more).toEqual([]);
    expect(page?.published?.title).toBe('Better mornings');
    expect(page && canvas(page)).toMatch(/For supervisors.*Quaggagiven.*Quaggaasked.*Quaggaadded/s);
    expect(page && canvas(page)).toContain('&lt;b&gt;bold&lt;/b&gt;');
    for (const it of [kept, lena, benoit, nuria]) expect(page && canvas(page)).not.toContain(it);
    for (const person of six.slice(1))
      expect(await newsOf(company, person)).toContain('Your article is published');
    expect(await say(company, aoife, 'article')).toContain('everyone in the company can read it');
  });

  it('is found from the group’s page and the topic’s page', async () => {
    await later('PT30M');
    const [page] = await article();
    const lead = (await pages()).filter(
      (it) => it !== page && canvas(it).includes(page?.webUrl ?? 'no page'),
    );
    expect(lead.map((it) => it.name.slice(0, 3)).toSorted()).toEqual(['pl-', 'pt-']);
  });
});

describe('what somebody gave', () => {
  it('is gone from the page some minutes after they take it back', async () => {
    await say(company, benoit, 'my passages');
    await press(company, benoit, 'Keep it in the group');
    await later('PT10M');
    const [page] = await article();
    expect(page?.publishingState.level).toBe('published');
    expect(page && canvas(page)).toContain(given);
    expect(page && canvas(page)).not.toContain(asked);
  });

  it('is gone with the one who is forgotten, and the rest stays', async () => {
    await say(company, nuria, 'forget me');
    await press(company, nuria, 'Delete it all');
    await later('PT10M');
    const [page] = await article();
    expect(page && canvas(page)).toContain(given);
    expect(page && canvas(page)).not.toContain('Quaggaadded');
  });

  it('is missed within a day when somebody takes its page back or removes it, and stands there again when they want it', async () => {
    for (const [what, how] of [
      ['page unpublished', 'somebody has unpublished it'],
      ['page deleted', 'somebody has removed it'],
    ]) {
      const [before] = await article();
      await company.door('happen', { what, page: before?.id });
      await later('P2D');
      expect(textOf((await company.sees(lena)).at(-1)?.activity.attachments)).toContain(
        'taken it back or removed it',
      );
      expect(await say(company, lena, 'workspace')).toContain(`! The article’s page: ${how}`);
      await press(company, lena, 'Try again');
      await later('PT10M');
      const [again, second] = await article();
      expect([again?.publishingState.level, second]).toEqual(['published', undefined]);
      expect(again && canvas(again)).toContain(given);
      expect(await say(company, lena, 'workspace')).toContain('✓ The article’s page');
    }
  });

  it('is not taken out over the words of others: all are told whose hand it needs, within a day and when it should change', async () => {
    const [page] = await article();
    const hand = 'The article’s page needs a hand';
    const told = async () => (await newsOf(company, lena)).filter((it) => it.includes(hand)).length;
    const before = await told();
    await company.door('happen', { what: 'page edited', page: page?.id, text: 'Mind the gap', inside: true });
    await later('P2D');
    expect(await told()).toBe(before + 1);
    await say(company, lena, 'my passages');
    await press(company, lena, 'Keep it in the group');
    await later('PT10M');
    const [left] = await article();
    expect(left && canvas(left)).toContain('Mind the gap');
    expect(await told()).toBe(before + 2);
    expect(textOf((await company.sees(lena)).at(-1)?.activity.attachments)).toContain('Try again');
  });

  it('was never read outside where it was kept', async () => {
    expect(await outside()).not.toContain(kept);
    expect(await outside()).not.toContain(asked);
  });
});
