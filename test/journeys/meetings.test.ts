// A group in three zones finds a time that suits all, meets in one calendar event, and has it moved and taken back once.
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Company, type Json, openCompany, titlesOf } from './company.ts';
import { answerOf, each, form, heardBy, nameObjectives, press, say, six } from './people.ts';

const [lena, aoife, benoit, nuria, margaux, emre] = six;
/** Of whom Exchange has no mailbox. */
const unmailed = margaux;

const settled = (company: Company) => company.door('clock', { advance: 'PT5M' });
const happen = (company: Company, what: string, more: Json) => company.door('happen', { what, ...more });

interface Event {
  subject: string;
  body: { content: string };
  start: { dateTime: string };
  attendees: { emailAddress: { address: string } }[];
  isCancelled: boolean;
}
const events = (company: Company) => company.door<Event[]>('calendar');
const invited = ({ attendees }: Event) => attendees.map((it) => it.emailAddress.address.split('@')[0]);

/** What came to the inbox of somebody about meetings, oldest first. */
async function notices(company: Company, name: string): Promise<string[]> {
  const mail =
    await company.door<
      { meetingMessageType?: string; toRecipients: { emailAddress: { address: string } }[] }[]
    >('mail');
  return mail.flatMap(({ meetingMessageType: type, toRecipients }) =>
    type && toRecipients.some((it) => it.emailAddress.address.startsWith(name)) ? [type] : [],
  );
}

/** Where the last card leads that has a file for a calendar, without the origin that only Teams knows. */
async function fileLinkOf(company: Company, person: string): Promise<string> {
  const cards = (await company.sees(person)).map((it) => JSON.stringify(it.activity.attachments));
  const [, link = ''] =
    /https:\/\/[^/"]+(\/meetings\/meeting\.ics\?key=[\w-]+)/.exec(
      cards.findLast((it) => it.includes('meeting.ics')) ?? '',
    ) ?? [];
  return link;
}

const lastHeard = async (company: Company, person: string, part: string) =>
  (await heardBy(company, person)).findLast((it) => it.includes(part)) ?? '';

/** Six in Berlin, New York and Bengaluru, where the day begins late, before their kick-off. */
async function spread(company: Company): Promise<void> {
  await happen(company, 'mailbox removed', { person: unmailed });
  await form(company, six);
  await happen(company, 'person moves', { person: aoife, timeZone: 'America/New_York' });
  await happen(company, 'working hours', { person: aoife, from: '08:00', to: '16:00' });
  await happen(company, 'person moves', { person: emre, timeZone: 'Asia/Kolkata' });
  await happen(company, 'working hours', { person: emre, from: '13:00', to: '21:00' });
  await nameObjectives(company, six);
  await settled(company);
}

/** Somebody proposes a time of the offered ones, and the others agree. */
async function agree(company: Company, button: string): Promise<void> {
  await press(company, lena, button);
  await each(
    six.filter((it) => it !== lena),
    (it) => press(company, it, 'Suits me'),
  );
  await settled(company);
}

describe('A group in three zones', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany();
    await spread(company);
  });
  afterAll(() => company.close());

  it('is offered times within everyone’s hours, and told by what they are known', async () => {
    const card = await say(company, lena, 'propose a time');
    expect(card).toContain('These times suit everyone');
    expect(card).toContain('5 of you are free then by calendar. For one other I know only the usual hours');
  });

  it('sees nobody’s busy times', async () => {
    const all = (await Promise.all(six.map((it) => heardBy(company, it)))).flat().join();
    expect(all.toLowerCase()).not.toContain('busy');
  });

  it('has one event with an online meeting, to which everyone with a mailbox is invited, with the agenda (R33)', async () => {
    const offered = (await company.sees(lena)).flatMap((it) => titlesOf(it.activity.attachments));
    const first = offered.find((it) => /^\w{3},? \d+ \w+,? \d\d:\d\d$/.test(it)) ?? '';
    // Eight in New York is two in Berlin and half past six in Bengaluru.
    expect(first).toContain('14:00');
    await agree(company, first);
    const made = await events(company);
    expect(made).toMatchObject([{ isCancelled: false, isOnlineMeeting: true }]);
    expect(made[0]?.start.dateTime).toContain('T13:00:00');
    const asked = ['aoife.nolan', 'benoit.carlier', 'emre.aksoy', 'lena.hartwig', 'nuria.cabrales'];
    expect(new Set(made.flatMap(invited))).toEqual(new Set(asked));
    expect(made[0]?.body.content).toContain('Find one to three objectives that you share');
    expect(await notices(company, 'lena')).toEqual(['meetingRequest']);
  });

  it('reads where it meets; who has no mailbox is told in chat', async () => {
    expect(await lastHeard(company, unmailed, 'Where you meet')).toContain('no invitation reaches you');
    expect(await heardBy(company, nuria)).not.toContain('Where you meet');
    await say(company, benoit, 'when do we meet');
    const links = JSON.stringify((await company.sees(benoit)).at(-1)?.activity.attachments);
    expect(links).toContain('meetup-join');
  });

  it('keeps the link from everybody else', async () => {
    const channel = (await company.sees('Arjun Menon')).map((it) => JSON.stringify(it.activity));
    expect(channel.join()).not.toContain('meetup-join');
  });

  it('is told of another time once, by a change of the same event', async () => {
    await press(company, lena, 'Propose another time');
    await press(company, lena, 'Propose this time', { date: '2026-11-27', time: '14:00' });
    expect((await events(company))[0]?.start.dateTime).not.toContain('2026-11-27');
    await each(
      six.filter((it) => it !== lena),
      (it) => press(company, it, 'Suits me'),
    );
    await settled(company);
    const made = await events(company);
    expect(made).toHaveLength(1);
    expect(made[0]?.start.dateTime).toContain('2026-11-27T13:00:00');
    expect(await notices(company, 'nuria')).toEqual(['meetingRequest', 'meetingRequest']);
  });

  it('invites no more who has left', async () => {
    await say(company, nuria, 'forget me');
    await press(company, nuria, 'Delete it all');
    await settled(company);
    expect((await events(company)).flatMap(invited)).not.toContain('nuria.cabrales');
    expect(await notices(company, 'nuria')).toEqual(['meetingRequest', 'meetingRequest', 'meetingCancelled']);
    expect(await notices(company, 'lena')).toEqual(['meetingRequest', 'meetingRequest']);
  });

  it('has it taken back when the group ends', async () => {
    await each([aoife, benoit, margaux, emre], async (it) => {
      await say(company, it, 'leave the group');
      await press(company, it, 'Leave the group');
    });
    await settled(company);
    expect(await events(company)).toMatchObject([{ isCancelled: true }]);
    expect((await notices(company, 'lena')).filter((it) => it === 'meetingCancelled')).toHaveLength(1);
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});

it('Without the permission to write calendars, or even to look, a group is told its time and how times were found', async () => {
  const company = await openCompany();
  onTestFinished(() => company.close());
  await happen(company, 'permission withheld', { permission: 'Calendars.ReadWrite' });
  await form(company, six);
  await nameObjectives(company, six);
  await settled(company);
  expect(await say(company, lena, 'propose a time')).toContain('All 6 of you are free then');
  await happen(company, 'permission withheld', { permission: 'Calendars.ReadBasic' });
  expect(answerOf(await press(company, lena, 'Look for times that suit all'))).toContain('I am looking');
  await settled(company);
  expect(await lastHeard(company, lena, 'These times suit everyone')).toContain(
    'They are between nine and five for all of you. I cannot look into your calendars',
  );

  await press(company, lena, 'Propose this time', { date: '2026-11-27', time: '14:00' });
  await each(six.slice(1), (it) => press(company, it, 'Suits me'));
  await settled(company);
  for (const person of [lena, emre])
    expect(await lastHeard(company, person, 'The kick-off has a time')).toContain(
      'I could not write it into your calendars. This file brings it into yours',
    );
  expect(await events(company)).toEqual([]);

  const link = await fileLinkOf(company, emre);
  const file = await fetch(`${company.app()}${link}`);
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(await file.text()).toContain('DTSTART:20261127T130000Z\r\n');
  expect(await fileLinkOf(company, lena)).not.toBe(link);
  const guessed = `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`;
  expect((await fetch(`${company.app()}${guessed}`)).status).toBe(404);
  expect(company.log()).not.toContain(link.split('key=')[1]);

  await say(company, emre, 'leave the group');
  await press(company, emre, 'Leave the group');
  expect((await fetch(`${company.app()}${link}`)).status).toBe(404);
  const hers = await fileLinkOf(company, lena);
  await company.door('clock', { advance: 'P8D' });
  expect((await fetch(`${company.app()}${hers}`)).status).toBe(404);
});
