// The tenant's Outlook: when people are free, one event per transaction, and who is told of what becomes of it.
import { expect, it } from 'vitest';
import { graphTrial, values } from './graphTrial.ts';

const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const who = (address: string) => ({ emailAddress: { address }, type: 'required' });

async function trial() {
  const { state, ...rest } = await graphTrial();
  const named = (name: string) => {
    const person = state.people.find((it) => it.displayName === name);
    if (!person) throw new Error(`Nobody is called ${name}.`);
    return person;
  };
  const organiser = `/users/${state.sharedMailbox?.mail}`;
  const [lena, arjun] = [named('Lena Hartwig'), named('Arjun Menon')];
  const event = {
    subject: 'Kick-off',
    start: utc('2026-11-24T13:00:00'),
    end: utc('2026-11-24T14:00:00'),
    attendees: [who(lena.mail), who(arjun.mail)],
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: 'one',
  };
  const notices = () =>
    state.mail.map(({ meetingMessageType, toRecipients }) => [
      meetingMessageType,
      Array.isArray(toRecipients) ? toRecipients.length : 0,
    ]);
  return { ...rest, state, organiser, lena, arjun, event, notices };
}

it('tells of each calendar when it is taken, its working hours, or its own error', async () => {
  const { post, organiser, lena, arjun, state } = await trial();
  lena.weekly = [{ day: 2, from: '10:00', to: '11:00' }];
  arjun.noMailbox = true;
  const asked = {
    schedules: [lena.mail, arjun.mail],
    startTime: utc('2026-11-24T08:00:00'),
    endTime: utc('2026-11-24T11:00:00'),
    availabilityViewInterval: 30,
  };
  const answer = await post(`${organiser}/calendar/getSchedule`, asked);
  expect(answer.status).toBe(200);
  const [hers, his] = values(answer);
  // Ten in Berlin is nine in UTC.
  expect(hers).toMatchObject({
    availabilityView: '002200',
    workingHours: { startTime: '09:00:00.0000000', timeZone: { name: 'W. Europe Standard Time' } },
  });
  expect(his).toMatchObject({
    scheduleId: arjun.mail,
    error: { responseCode: 'ErrorMailRecipientNotFound' },
  });
  const many = { ...asked, schedules: state.people.slice(0, 21).map(({ mail }) => mail) };
  expect(await post(`${organiser}/calendar/getSchedule`, many)).toMatchObject({ status: 400 });
  const backwards = { ...asked, endTime: asked.startTime };
  expect(await post(`${organiser}/calendar/getSchedule`, backwards)).toMatchObject({ status: 400 });
});

it('makes an event once for a transaction, with a place to meet, and invites', async () => {
  const { post, organiser, event, notices, state } = await trial();
  const made = await post(`${organiser}/events`, event);
  expect(made).toMatchObject({
    status: 201,
    body: { onlineMeeting: { joinUrl: expect.stringContaining('meetup-join') } },
  });
  expect(await post(`${organiser}/events`, event)).toMatchObject({ status: 201, id: made.id });
  expect(state.calendar).toHaveLength(1);
  expect(notices()).toEqual([['meetingRequest', 2]]);
  const late = { ...event, transactionId: 'two', start: event.end };
  expect(await post(`${organiser}/events`, late)).toMatchObject({ status: 400 });
});

it('tells everyone of a new time, and of new people only those', async () => {
  const { post, patch, organiser, event, notices, lena } = await trial();
  const { id } = await post(`${organiser}/events`, event);
  const moved = { start: utc('2026-11-25T13:00:00'), end: utc('2026-11-25T14:00:00') };
  expect(await patch(`${organiser}/events/${id}`, moved)).toMatchObject({ status: 200 });
  await patch(`${organiser}/events/${id}`, moved);
  await patch(`${organiser}/events/${id}`, { attendees: [who(lena.mail)] });
  expect(notices()).toEqual([
    ['meetingRequest', 2],
    ['meetingRequest', 2],
    ['meetingCancelled', 1],
  ]);
});

it('cancels what is deleted, and knows it no more', async () => {
  const { post, patch, remove, organiser, event, notices, state } = await trial();
  const { id } = await post(`${organiser}/events`, event);
  expect(await remove(`${organiser}/events/${id}`)).toMatchObject({ status: 204 });
  expect(notices().at(-1)).toEqual(['meetingCancelled', 2]);
  expect(state.calendar).toMatchObject([{ id, isCancelled: true }]);
  expect(await remove(`${organiser}/events/${id}`)).toMatchObject({ status: 404, code: 'ErrorItemNotFound' });
  expect(await patch(`${organiser}/events/${id}`, {})).toMatchObject({ status: 404 });
});

it('answers four at a time', async () => {
  const { post, organiser, event } = await trial();
  const five = Array.from({ length: 5 }, (_, n) => ({ ...event, transactionId: String(n) }));
  const at = (all: object[]) => Promise.all(all.map((it) => post(`${organiser}/events`, it)));
  expect((await at(five)).filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await at(five.slice(1))).map(({ status }) => status)).toEqual([201, 201, 201, 201]);
});

it('has no calendar for whom Exchange has none, and none without the permission', async () => {
  const { post, organiser, event, lena, state } = await trial();
  lena.noMailbox = true;
  expect(await post(`/users/${lena.id}/events`, event)).toMatchObject({
    status: 404,
    code: 'MailboxNotEnabledForRESTAPI',
  });
  expect(await post('/users/nobody@x.example/events', event)).toMatchObject({
    status: 404,
    code: 'ErrorInvalidUser',
  });
  state.withheld = ['Calendars.ReadWrite'];
  expect(await post(`${organiser}/events`, event)).toMatchObject({ status: 403, code: 'ErrorAccessDenied' });
});
