// Six colleagues live one whole loop through the doors: from interest to the objectives of their second cycle.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { needChecks } from '../house/checks.ts';
import { type Company, type Json, openCompany, textOf } from './company.ts';
import {
  each,
  heardBy,
  kickOff,
  learn,
  lookBack,
  nameObjectives,
  newsOf,
  ownTabs,
  practise,
  press,
  project,
  say,
  showCards,
  six,
} from './people.ts';

interface Channel {
  id: string;
  displayName: string;
  description: string;
  tabs: { appId: string; configuration: Json }[];
}
interface Page {
  name: string;
  webUrl: string;
  published?: { title: string; canvasLayout?: unknown };
  publishingState: { level: string };
}
interface Task {
  title: string;
  percentComplete: number;
  dueDateTime: string | null;
  details: { description: string; checklist: Json; references: Json };
}
interface Team {
  displayName: string;
  members: { userId: string }[];
}

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const [lena, aoife, benoit, nuria, margaux, emre] = six;

const everyoneHeard = async (text: string) => {
  for (const person of six) expect((await heardBy(company, person)).join('\n'), person).toContain(text);
};

const groupChannel = async () => {
  const channels = await company.door<Channel[]>('channels');
  return channels.filter((it) => it.description.includes('peerloop:'));
};

const groupPages = async () =>
  (await company.door<Page[]>('pages')).filter((it) => it.name.startsWith('pl-'));

const pageName = async () => (await groupPages())[0]?.name ?? '';

/** The one page of the group as everyone reads it. */
const groupPage = async (): Promise<string> => {
  const [page, ...more] = await groupPages();
  expect(more).toEqual([]);
  expect(page?.publishingState.level).toBe('published');
  return JSON.stringify(page?.published?.canvasLayout);
};

const minutesLater = () => company.door('clock', { advance: 'PT10M' });

const posts = async () => {
  const [channel] = await groupChannel();
  const seen = await company.sees(channel?.id ?? '');
  return seen.map((it) => textOf(it.activity.attachments));
};

describe('interest and formation', () => {
  it('welcomes once, with what it is for, what to write and its limits (R60, R63, R105)', async () => {
    const first = await say(company, lena, 'hi');
    expect(first).toContain('Welcome to Peerloop');
    expect(first).toContain('Write “topics”');
    expect(first).toContain('I can’t see your other chats');
    expect(await say(company, lena, 'HELLO!')).not.toContain('Welcome to Peerloop');
  });

  it('lets the first add a topic and the others reply to it, without a second topic for another spelling (R29, R74)', async () => {
    await say(company, lena, 'I want to learn Giving feedback');
    expect(await say(company, aoife, 'I am interested in giving feedbak')).toContain(
      'You want to learn Giving feedback',
    );
    expect(await say(company, benoit, 'topics')).toContain('2 people wait');
    expect(await say(company, benoit, '1')).toContain('You want to learn Giving feedback');
  });

  it('proposes a group to exactly those who wait, when the minimum is reached (R26, R30, R77)', async () => {
    await each([nuria, margaux], (it) => say(company, it, 'I want to learn giving feedback'));
    expect((await newsOf(company, lena)).join()).not.toContain('are you in?');
    await say(company, emre, 'I want to learn giving feedback');
    await everyoneHeard('A group on Giving feedback: are you in?');
    await everyoneHeard('a no needs no reason.');
  });

  it('tells each person who can read what before they join (DESIGN §4)', async () => {
    await everyoneHeard('The channel can be read by everyone in the programme team');
  });

  it('forms the group with the last yes and opens its place (R108, R109)', async () => {
    await each(six, (it) => press(company, it, 'I’m in'));
    await everyoneHeard('Your group has a place');
    const channels = await groupChannel();
    expect(channels).toHaveLength(1);
    expect(channels[0]?.displayName).toMatch(/^Giving feedback [0-9a-f]{8}$/);
  });

  it('has pinned one tab of ours to the channel, which shows the board of this group (R107)', async () => {
    const [channel] = await groupChannel();
    const group = /peerloop:([\w-]+)/.exec(channel?.description ?? '')?.[1];
    const address = `https://peerloop.example/tab/channel?group=${group}`;
    expect(ownTabs(channel?.tabs ?? []).map(({ configuration }) => configuration)).toEqual([
      {
        entityId: group,
        contentUrl: address,
        websiteUrl: address,
        removeUrl: null,
      },
    ]);
  });

  it('has brought every member into the programme team, once', async () => {
    const people = await company.door<{ id: string; name: string }[]>('people');
    const [team] = await company.door<Team[]>('teams');
    for (const name of six) {
      const id = people.find((it) => it.name === name)?.id;
      expect(
        team?.members.filter((it) => it.userId === id),
        name,
      ).toHaveLength(1);
    }
  });

  it('has published one page for the group, and gave its link only then', async () => {
    const pages = await groupPages();
    expect(pages).toHaveLength(1);
    expect(pages[0]?.publishingState.level).toBe('published');
    expect(pages[0]?.published?.title).toBe('Learning group: Giving feedback');
    const sent = JSON.stringify(await company.sees(lena));
    expect(sent).toContain(pages[0]?.webUrl);
  });
});

describe('objectives and kick-off', () => {
  it('waits until everyone has named objectives of their own (R28, R32, R47)', async () => {
    await nameObjectives(company, six.slice(0, 5));
    expect((await newsOf(company, lena)).join()).not.toContain('Time to meet');
    expect(await say(company, emre, 'group')).toContain('Still waiting for you.');
    await say(company, emre, 'My objective is to give feedback before the day is over');
    await everyoneHeard('Time to meet');
  });

  it('holds a kick-off with agenda, time, shared objective, problem at work, course and resources (R33–R39)', async () => {
    await everyoneHeard('Find one to three objectives that you share and everyone accepts.');
    await kickOff(company, six);
    await everyoneHeard('Now the course');
    const agreed = await heardBy(company, aoife);
    expect(agreed.join()).toContain('Friday 20 November at 09:00');
    expect((await heardBy(company, lena)).join()).toContain('Friday 20 November at 10:00');
  });

  it('shows on its one page what was agreed, the course and its link, and nothing of the group’s own (R56)', async () => {
    const before = await groupPage();
    expect(before).not.toContain('What we learn together');
    await minutesLater();
    const page = await groupPage();
    expect(page).not.toContain('still agreeing');
    for (const shown of [
      'Give each other feedback within a day',
      'Feedback that helps',
      'https://learn.alderbrook.example/feedback',
    ])
      expect(page).toContain(shown);
    for (const own of ['Code reviews take a week', 'Give feedback on the same day', ...six])
      expect(page).not.toContain(own);
  });
});

describe('course, discussion and commitment', () => {
  it('goes on only when everyone has taken the course, cleared what was unclear and promised (R40–R43, R49–R53)', async () => {
    await learn(company, six);
    await everyoneHeard('When a colleague shows me a draft, I will say what helped');
  });
});

describe('practice and project', () => {
  it('makes a plan with five described tasks in Planner, and follows their progress (R54, R55, R110)', async () => {
    await project(company, emre, 'Resource page', 5);
    const plans = await company.door<{ title: string; tasks: Task[] }[]>('plans');
    expect(plans).toHaveLength(1);
    expect(plans[0]?.title).toContain('A feedback page for new colleagues');
    expect(plans[0]?.tasks.map((it) => it.percentComplete)).toEqual([100, 100, 100, 100, 100]);
    for (const task of plans[0]?.tasks ?? []) {
      expect(task.details.description, task.title).not.toBe('');
      expect(Object.keys(task.details.checklist), task.title).toHaveLength(3);
      expect(task.dueDateTime, task.title).not.toBeNull();
    }
    expect(new Set(plans[0]?.tasks.map((it) => it.title)).size).toBe(5);
  });

  it('shows the delivered project on the page, and leaves what a colleague has written below as it is', async () => {
    await company.door('happen', {
      what: 'page edited',
      page: await pageName(),
      text: 'Ask the library, too.',
    });
    await minutesLater();
    const page = await groupPage();
    expect(page).toContain('A feedback page for new colleagues');
    expect(page).toContain('Ask the library, too.');
  });

  it('never writes over what people have changed in its own part, and tells the group once', async () => {
    await company.door('happen', {
      what: 'page edited',
      page: await pageName(),
      text: 'Nicely put.',
      inside: true,
    });
    for (const title of ['Checklist for a feedback talk', 'Questions that open a talk']) {
      await say(company, lena, 'add a resource');
      await press(company, lena, 'Add resource', { title });
      await minutesLater();
    }
    const page = await groupPage();
    expect(page).toContain('Nicely put.');
    expect(page).not.toContain('Checklist for a feedback talk');
    for (const person of six) {
      const told = (await heardBy(company, person)).filter((it) => it.includes('changed the page by hand'));
      expect(told, person).toHaveLength(1);
    }
    expect(await say(company, lena, 'add a resource')).toContain('does not change by itself');
    await say(company, lena, 'cancel');
  });

  it('needs a practice record of every member before it looks back (R10, R52, R85)', async () => {
    await say(company, benoit, 'group');
    await press(company, benoit, 'Practice');
    await practise(company, six);
    await everyoneHeard('Time to look back');
    expect((await newsOf(company, lena)).join()).toContain('Aoife Nolan');
  });
});

describe('looking back and looping', () => {
  it('starts the second cycle with new objectives, the same people and the first cycle kept (R19, R44, R45)', async () => {
    await lookBack(company, six);
    await everyoneHeard('A new cycle: what do you want to be able to do now?');
    expect(await say(company, margaux, 'my objectives')).toContain('cycle 2');
    await nameObjectives(company, six);
    expect((await newsOf(company, nuria)).filter((it) => it.includes('Time to meet'))).toHaveLength(2);
  });
});

describe('at the end', () => {
  it('has told each member what concerned them, in order, and nothing twice', async () => {
    expect(await newsOf(company, margaux)).toEqual(heardByMargaux);
    for (const person of six) {
      const once = (await newsOf(company, person)).filter((it) => it !== 'Time to meet');
      expect(new Set(once).size, person).toBe(once.length);
    }
  });

  it('has posted to the channel only what everyone in the team may read, each stage once', async () => {
    const all = await posts();
    expect(all[0]).toContain('A learning group on Giving feedback has started');
    expect(new Set(all).size).toBe(all.length);
    for (const name of six) expect(all.join()).not.toContain(name);
    expect(all.join()).not.toContain('Code reviews take a week');
    expect(all.join()).not.toContain('more senior');
  });

  it('has nothing failed, unknown or left undone', async () => {
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
  });

  it('has made only calls that Microsoft Graph takes, every call of the loop among them', async (context) => {
    const requests = await company.requests();
    const calls = new Set(requests.map((it) => `${String(it.method)} ${shape(String(it.url))}`));
    expect([...calls]).toEqual(expect.arrayContaining(loopCalls));
    const found = await needChecks(context).graph(requests.map((it) => JSON.stringify(it)));
    expect(found.output).toMatch(/\b0 errors/);
    expect(found.exitCode).toBe(0);
  });

  it('has sent only cards that Teams shows, over the connector and in answer to presses', async (context) => {
    expect(company.pressed.length).toBeGreaterThan(50);
    await showCards(company, six, context);
  });

  it('still knows everything after a restart', async () => {
    await company.restartApp();
    expect(await say(company, benoit, 'group')).toContain('cycle 2');
  });
});

/** Somebody who neither led nor was challenged: the news of a whole cycle and the start of the next. */
const heardByMargaux = [
  'A group on Giving feedback: are you in?',
  'What do you want to be able to do?',
  'Your group has a place',
  'Time to meet',
  'Lena Hartwig proposes Friday 20 November at 10:00 CET',
  'You meet on Friday 20 November at 10:00 CET.',
  'Can you accept this as a shared objective?',
  'You share an objective',
  'Now the course',
  'Time to discuss',
  'What will you do differently?',
  'Now put it into practice',
  'Our project',
  'The project’s tasks are in Planner',
  'Your project is delivered',
  'Your group’s page',
  'Lena Hartwig would like help',
  'Time to look back',
  'What next?',
  'A new cycle: what do you want to be able to do now?',
  'Time to meet',
];

/** A call without its ids. */
const shape = (url: string) =>
  decodeURIComponent(url.replace('https://graph.microsoft.com/v1.0', '').split('?')[0] ?? '').replaceAll(
    /\/(users|teams|channels|sites|plans|tasks|pages|groups)\/[^/]+/g,
    '/$1/{id}',
  );

const loopCalls = [
  'GET /users/{id}',
  'GET /users/{id}/manager',
  'POST /teams/{id}/members/add',
  'POST /teams/{id}/channels',
  'POST /teams/{id}/channels/{id}/tabs',
  'POST /sites/{id}/pages',
  'POST /sites/{id}/pages/{id}/microsoft.graph.sitePage/publish',
  'GET /sites/{id}/pages/{id}/microsoft.graph.sitePage',
  'PATCH /sites/{id}/pages/{id}/microsoft.graph.sitePage',
  'POST /planner/plans',
  'POST /planner/tasks',
  'GET /planner/tasks/{id}/details',
  'PATCH /planner/tasks/{id}/details',
  'PATCH /planner/tasks/{id}',
];
