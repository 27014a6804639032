// A group as groups are: somebody says no, somebody never answers, one is late, one leaves, and still it goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsIn } from '../store/kept.ts';
import { type Company, type Json, openCompany, type Seen, textOf } from './company.ts';
import { answerOf, form, heardBy, newsOf, press, rest, say, six, sixOthers, together } from './people.ts';
import { wireTo } from './wire.ts';

const [lena, aoife, benoit, nuria, margaux, emre] = six;
/** Nuria leads Álvaro, and Lucas leads Margaux: whoever of a pair comes second waits. */
const [alvaro, lucas, katrin] = ['Álvaro Benítez', 'Lucas Perrin', 'Katrin Sommer'];
const speakers: readonly string[] = sixOthers;
/** Who forms the group in the end, and who is left of it after one has gone. */
const first = [lena, aoife, benoit, emre, alvaro, lucas];
const five = first.filter((it) => it !== alvaro);
const everybody = [...six, alvaro, lucas, katrin, ...speakers];

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const advance = (by: string) => company.door('clock', { advance: by });

/** What the bot wrote to somebody, with when; an answer to a press takes the place of its card and is none of it. */
async function inbox(person: string): Promise<{ at: string; what: string }[]> {
  const seen = (await company.sees(person)) as (Seen & { at: string })[];
  return seen
    .filter((it) => it.from === 'bot' && it.conversationId.startsWith('a:'))
    .map((it) => ({ at: it.at, what: String(it.activity.summary) }));
}

/** How often each of these people was told. */
async function told(what: string, people: readonly string[]): Promise<number[]> {
  return Promise.all(
    people.map(async (it) => (await inbox(it)).filter((one) => one.what.includes(what)).length),
  );
}
const once = (people: readonly string[]) => people.map(() => 1);
const never = (people: readonly string[]) => people.map(() => 0);
/** What everyone was told so far, to see that nothing is added. */
const toldSoFar = (people: readonly string[]) => Promise.all(people.map(inbox));

/** A cycle in a hurry, up to the question what comes next: the buttons are pressed without looking at the cards. */
async function liveCycle(people: readonly string[]): Promise<void> {
  const wire = wireTo(company);
  const [leader = ''] = people;
  const { group } = idsIn('groupFormed');
  const all = async (verb: string, data: (person: string) => Json = () => ({})) => {
    await together(people, (it) => wire.press(it, `do.${verb}`, { group, ...data(it) }));
    await rest(company);
  };
  const lead = async (verb: string, data: Json = {}) => {
    await wire.press(leader, `do.${verb}`, { group, ...data });
    await rest(company);
  };
  await all('addObjective', (it) => ({ objective: `Speak up, says ${it}` }));
  await lead('proposeShared', { shared: 'Speak without notes' });
  const { shared } = idsIn('sharedProposed');
  await all('answerShared', () => ({ shared, accepts: true }));
  await lead('nameOpportunity', { opportunity: 'Nobody asks questions' });
  await lead('pickCourse', { title: 'Speaking' });
  await lead('closeKickOff');
  await all('completeCourse');
  await lead('closeDiscussion');
  await all('commit', () => ({ cue: 'we meet', behaviour: 'speak first' }));
  await all('recordPractice', () => ({ as: 'used', words: 'I spoke first' }));
  await lead('beginReflection');
  await together(people, async (it) => {
    await press(company, it, 'Assess my objectives');
    await press(company, it, 'Save', { rating: '4' });
  });
}

/** The fields of the latest event of a kind, which has ids alone; the group is named by its stream. */
function idsIn(type: string): Json {
  const events = (rowsIn(company.folder).events ?? []).map((it) => JSON.parse(it) as Json);
  const found = events.filter((it) => it.type === type).at(-1);
  return {
    group: String(found?.stream).split('/')[1],
    ...(JSON.parse(typeof found?.body === 'string' ? found.body : JSON.stringify(found?.body ?? {})) as Json),
  };
}

describe('another group, of which too few stay', () => {
  it('learns for a whole cycle', async () => {
    await form(company, speakers, 'Public speaking');
    await liveCycle(speakers);
    expect(await told('What next?', speakers)).toEqual(once(speakers));
  });

  it('is told once that too few stay, however often somebody thinks again', async () => {
    const goes = speakers.slice(4);
    await together(speakers.slice(0, 4), (it) =>
      press(company, it, 'Save my choice', { mode: 'deeper', stays: 'true' }),
    );
    await together(goes, (it) => press(company, it, 'Save my choice', { mode: 'deeper', stays: 'false' }));
    expect(await told('Too few stay for another cycle', speakers)).toEqual(once(speakers));
    for (const person of speakers.slice(0, 3))
      await press(company, person, 'Change my choice', { mode: 'close', stays: 'true' });
    expect(await told('Too few stay for another cycle', speakers)).toEqual(once(speakers));
  });

  it('is closed by most of its votes, and everyone is told', async () => {
    const said = await press(company, speakers[3] ?? '', 'Change my choice', {
      mode: 'close',
      stays: 'true',
    });
    expect(answerOf(said)).toContain('Your group on Public speaking has ended');
    expect(await told('has ended', speakers)).toEqual([1, 1, 1, 0, 1, 1]);
    expect(await say(company, speakers[0] ?? '', 'my groups')).toContain('You are not in a group yet');
  });
});

describe('forming', () => {
  it('never asks two people with a reporting line for one group', async () => {
    await say(company, lena, 'I want to learn Giving feedback');
    await together(six.slice(1), (it) => say(company, it, 'I want to learn Giving feedback'));
    expect(await told('are you in?', six)).toEqual(once(six));
    for (const person of [alvaro, lucas]) await say(company, person, 'I want to learn Giving feedback');
    expect(await told('are you in?', [alvaro, lucas])).toEqual([0, 0]);
  });

  it('gives the place of one who says no to one who waits, and tells nobody', async () => {
    const others = [lena, aoife, benoit, emre];
    await together(others, (it) => press(company, it, 'I’m in'));
    const before = await toldSoFar([...others, margaux]);
    const said = await press(company, nuria, 'Not this time');
    expect(answerOf(said)).toContain('A no needs no reason');
    expect(await told('are you in?', [alvaro])).toEqual([1]);
    await press(company, alvaro, 'I’m in');
    expect(await toldSoFar([...others, margaux])).toEqual(before);
    const shown = await together([...others, alvaro, margaux], (it) => say(company, it, 'group'));
    for (const text of [...shown, ...(await heardBy(company, alvaro))]) {
      expect(text).not.toContain('Nuria');
      expect(text).not.toMatch(/declined|said no to/);
    }
    expect(shown.join()).toContain(alvaro);
  });

  it('asks one who does not answer once more after three days', async () => {
    const again = 'Your place is kept for a few more days';
    await advance('P2DT23H');
    expect(await told(again, [margaux])).toEqual([0]);
    await advance('PT1H');
    expect(await told(again, [margaux, lena, alvaro])).toEqual([1, 0, 0]);
    await advance('P3D');
    expect(await told(again, [margaux])).toEqual([1]);
  });

  it('lets the place lapse after seven days, says so, and asks the next', async () => {
    expect(await told('has lapsed', [margaux])).toEqual([0]);
    await advance('P1D');
    expect(await told('Your place in the group on Giving feedback has lapsed', [margaux])).toEqual([1]);
    expect(await told('are you in?', [lucas])).toEqual([1]);
    expect((await heardBy(company, lucas)).join()).not.toContain('Margaux');
    await press(company, lucas, 'I’m in');
    expect(await told('What do you want to be able to do?', first)).toEqual(once(first));
    expect(answerOf(await press(company, margaux, 'I’m in'))).toContain('This proposal is over');
  });
});

describe('waiting for one who names no objectives', () => {
  const waits = 'Your group is waiting for you';

  it('reminds her after three days, and nobody else', async () => {
    await together(
      first.filter((it) => it !== aoife),
      (it) => press(company, it, 'Add objective', { objective: `Speak up, says ${it}` }),
    );
    expect(await say(company, lena, 'go on without waiting')).toContain('a little more time');
    await advance('P2D');
    expect(await told(waits, [aoife])).toEqual([0]);
    await advance('P1D');
    expect(await told(waits, first)).toEqual([0, 1, 0, 0, 0, 0]);
    expect(await say(company, lena, 'go on without waiting')).toContain('a little more time');
  });

  it('reminds her a week later, and then offers the others to go on', async () => {
    await advance('P6D');
    expect(await told(waits, [aoife])).toEqual([1]);
    await advance('P1D');
    expect(await told(waits, first)).toEqual([0, 2, 0, 0, 0, 0]);
    expect(await told('Would you like to go on?', first)).toEqual([1, 0, 1, 1, 1, 1]);
    await press(company, lena, 'Go on without waiting');
    expect(await told('Time to meet', first)).toEqual(once(first));
  });
});

describe('a kick-off with other opinions', () => {
  it('tells who proposed a time whom it does not suit, and takes another', async () => {
    await press(company, lena, 'Propose a time');
    await press(company, lena, 'Propose this time', { date: '2026-12-07', time: '10:00' });
    await press(company, emre, 'Does not suit me');
    expect(await told('The time does not suit Emre Aksoy', first)).toEqual([1, 0, 0, 0, 0, 0]);
    await press(company, lena, 'Propose another time');
    await press(company, lena, 'Propose this time', { date: '2026-12-08', time: '14:00' });
    await together(first.slice(1), (it) => press(company, it, 'Suits me'));
    const agreed = await told('You meet on Tuesday 8 December', first);
    expect(agreed.reduce((sum, it) => sum + it)).toBe(first.length - 1);
  });

  it('tells who proposed an objective what speaks against it, and agrees on another', async () => {
    await press(company, lena, 'The kick-off');
    await press(company, lena, 'Propose a shared objective');
    await press(company, lena, 'Propose it', { shared: 'Give feedback every day' });
    await press(company, benoit, 'I do not', { words: 'Every day is too much' });
    expect(await told('Benoît Carlier sees it differently', first)).toEqual([1, 0, 0, 0, 0, 0]);
    expect((await heardBy(company, lena)).join()).toContain('Every day is too much');
    await press(company, lena, 'Take it back');
    await press(company, lena, 'The kick-off');
    await press(company, lena, 'Propose a shared objective');
    await press(company, lena, 'Propose it', { shared: 'Give feedback every week' });
    await together(first.slice(1), (it) => press(company, it, 'I accept it'));
    expect((await told('You share an objective', first)).reduce((sum, it) => sum + it)).toBe(5);
    await press(company, aoife, 'The kick-off');
    await press(company, aoife, 'Name a problem at work');
    await press(company, aoife, 'Add it', { opportunity: 'Reviews take a week' });
    await press(company, aoife, 'The kick-off');
    await press(company, aoife, 'Choose the course');
    await press(company, aoife, 'Choose this course', { title: 'Feedback that helps' });
    await press(company, aoife, 'The kick-off');
    await press(company, aoife, 'We have met');
    expect(await told('Now the course', first)).toEqual(once(first));
  });
});

describe('leaving in the middle', () => {
  it('is asked back before it is done', async () => {
    await together(five, (it) => press(company, it, 'I have finished it'));
    expect(await say(company, alvaro, 'leave group')).toContain('Leave the group on Giving feedback?');
    expect(await say(company, lena, 'group')).toContain(alvaro);
    expect(await told('Somebody left your group', five)).toEqual(never(five));
  });

  it('is told to the others, and what waited only for him goes on', async () => {
    expect(answerOf(await press(company, alvaro, 'Leave the group'))).toContain('You have left the group');
    expect(await told('Somebody left your group', five)).toEqual(once(five));
    expect(await told('Time to discuss', [...five, alvaro])).toEqual([...once(five), 0]);
    expect(await say(company, lena, 'group')).not.toContain(alvaro);
  });
});

describe('practising', () => {
  const asks = 'How did it go last week?';

  it('asks once a week, but not whoever has said it, nor who paused', async () => {
    await press(company, lena, 'The discussion');
    await press(company, lena, 'We have met');
    await together(five, (it) =>
      press(company, it, 'Promise it', { cue: 'I read a draft', behaviour: 'say what helps' }),
    );
    expect(await told('Now put it into practice', five)).toEqual(once(five));
    expect(await say(company, lucas, 'no reminders for two weeks')).toContain(
      'paused until Thursday 17 December',
    );
    await say(company, lena, 'check in');
    await press(company, lena, 'Check in', { progress: '25' });
    await advance('P5D');
    expect(await told(asks, five)).toEqual([0, 1, 1, 1, 0]);
    await advance('P7D');
    expect(await told(asks, five)).toEqual([1, 2, 2, 2, 0]);
    await advance('P7D');
    expect(await told(asks, five)).toEqual([2, 3, 3, 3, 1]);
  });

  it('says when the weeks are over who still has something to record, and to the others how many', async () => {
    await together(
      five.filter((it) => it !== emre),
      async (it) => {
        await say(company, it, 'record practice');
        await press(company, it, 'Record this', { as: 'used', words: `I tried it, says ${it}` });
      },
    );
    await advance('P9D');
    expect(await told('The practice weeks are over: what did you try?', five)).toEqual([0, 0, 0, 1, 0]);
    const over = await Promise.all(five.map((it) => newsOf(company, it)));
    expect(over.map((it) => it.filter((one) => one === 'The practice weeks are over').length)).toEqual([
      1, 1, 1, 0, 1,
    ]);
    await press(company, lena, 'Go on without waiting');
    await press(company, lena, 'Practice');
    await press(company, lena, 'Begin the reflection');
    expect(await told('Time to look back', five)).toEqual(once(five));
  });
});

describe('at the loop', () => {
  it('lets one go and one join, and nobody whom the rules keep apart', async () => {
    await together(
      five.filter((it) => it !== aoife),
      async (it) => {
        await press(company, it, 'Assess my objectives');
        await press(company, it, 'Save', { rating: '3' });
      },
    );
    expect(await told('What next?', five)).toEqual(once(five));
    // Lucas, who leads her, is a member.
    await say(company, margaux, 'I want to learn Giving feedback');
    expect(answerOf(await press(company, margaux, 'Join the group now'))).toContain(
      'You and this group don’t fit',
    );
    expect(await say(company, lena, 'group')).not.toContain(margaux);
    await say(company, katrin, 'I want to learn Giving feedback');
    await press(company, katrin, 'Join the group now');
    expect(await told('Somebody joined your group', five)).toEqual(once(five));
    await press(company, benoit, 'Save my choice', { mode: 'deeper', stays: 'false' });
    await together([lena, aoife, emre, lucas], (it) =>
      press(company, it, 'Save my choice', { mode: 'deeper', stays: 'true' }),
    );
    const next = [lena, aoife, emre, lucas, katrin];
    expect(await told('A new cycle: what do you want to be able to do now?', next)).toEqual(once(next));
    expect(await told('You have left the group', [benoit])).toEqual([1]);
    const shown = await say(company, lena, 'group');
    for (const it of next) if (it !== lena) expect(shown).toContain(it);
    expect(shown).not.toContain(benoit);
  });
});

describe('all in all', () => {
  const reminders = ['How did it go last week?', 'Your group is waiting for you', 'Would you like to go on?'];
  it('reminded nobody twice in a week, in the night, or of what they could not do any more', async () => {
    const people = await company.door<{ name: string; timeZone: string }[]>('people');
    let count = 0;
    for (const name of everybody) {
      const zone = people.find((it) => it.name === name)?.timeZone ?? 'UTC';
      const all = (await inbox(name)).filter((it) => reminders.includes(it.what));
      const when = all.map((it) => Temporal.Instant.from(it.at).toZonedDateTimeISO(zone));
      const weeks = when.map((it) => `${it.yearOfWeek} ${it.weekOfYear}`);
      expect(new Set(weeks).size, name).toBe(weeks.length);
      expect(
        when.filter(({ hour }) => hour < 8 || hour > 9),
        name,
      ).toEqual([]);
      count += all.length;
    }
    expect(count).toBeGreaterThan(15);
  });

  it('told nobody the same news twice', async () => {
    const repeated = new Set([...reminders, 'Can you accept this as a shared objective?']);
    for (const name of everybody) {
      const news = (await newsOf(company, name)).filter((it) => !repeated.has(it));
      expect(
        news.filter((it, at) => news.indexOf(it) !== at),
        name,
      ).toEqual([]);
    }
  });

  it('posted each step of each group once, and no name', async () => {
    const channels = await company.door<{ id: string; description: string }[]>('channels');
    const ours = channels.filter((it) => it.description.includes('peerloop:'));
    expect(ours).toHaveLength(2);
    for (const { id } of ours) {
      const posts = (await company.sees(id)).map((it) => textOf(it.activity.attachments));
      expect(new Set(posts).size).toBe(posts.length);
      expect(everybody.filter((it) => posts.join().includes(it))).toEqual([]);
    }
  });

  it('left nothing failed, unknown or undone', async () => {
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });
});
