// Whatever comes to the bot that no card of ours would send: refused by name, shown kindly, and without any effect.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../bot/cards/escape.ts';
import type { AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import { cards, fieldsOf, inner, keysOf, outer } from './buttons.ts';
import { type Company, type Json, openCompany, textOf } from './company.ts';
import { rowsIn, substance, wordsIn } from './kept.ts';
import { answerOf, form, press, rest, say, six, together } from './people.ts';
import { type Answered, type Wire, wireTo } from './wire.ts';

const [lena, aoife, benoit, nuria, margaux, emre] = six;
/** In the programme's team, in no group. */
const stranger = 'Arjun Menon';
/** Asked about a group of their own, and not yet answered. */
const asked = [
  'Declan Farrell',
  'Frauke Lindner',
  'Pilar Quintana',
  'Holger Brandt',
  'Saoirse Keane',
  'Felix Oberländer',
];

const hostileTopic = 'Zq0 <b>up</b> [x](http://evil.example) & "co" \u202ekcab\u202c | #1';

let company: Company;
let wire: Wire;
/** Of the group: an objective, its words, another member, and an objective of hers; and a proposal to others. */
const ids = { group: '', topic: '', objective: '', words: '', to: '', person: '', hers: '', proposed: '' };

const rows = (table: string): Json[] =>
  (rowsIn(company.folder)[table] ?? []).map((it) => JSON.parse(it) as Json);
const happened = (type: string) =>
  rows('events')
    .filter((it) => it.type === type)
    .map((it) => ({ ...it, ...(JSON.parse(String(it.body)) as Json) }) as Json);

beforeAll(async () => {
  company = await openCompany();
  await form(company, six);
  await press(company, lena, 'Add objective', { objective: 'Speak up in reviews' });
  await press(company, aoife, 'Add objective', { objective: 'Listen before I answer' });
  await together([...asked, stranger], (it) => say(company, it, 'hi'));
  wire = wireTo(company);
  await wire.press(asked[0] ?? '', 'do.proposeTopic', { name: hostileTopic });
  const topic = String(happened('topicProposed').at(-1)?.topic);
  for (const person of asked.slice(1)) await wire.press(person, 'do.registerInterest', { topic });
  await rest(company);
  const [live] = rows('groups').filter((it) => it.phase === 'live');
  const [open] = rows('groups').filter((it) => it.phase === 'proposed');
  const [own, other] = happened('objectiveSet').toSorted((a, b) => Number(a.version) - Number(b.version));
  Object.assign(ids, { group: live?.group, topic: live?.topic, proposed: open?.group });
  Object.assign(ids, { objective: own?.objective, words: own?.words, hers: other?.objective });
  Object.assign(ids, { to: other?.person, person: other?.person });
});
afterAll(() => company.close());

/** Everything stays as it is, whatever is done. */
async function unmoved<T>(act: () => Promise<T>): Promise<T> {
  const before = substance(company.folder);
  const done = await act();
  await rest(company);
  expect(substance(company.folder)).toEqual(before);
  return done;
}

/** Said when something of ours went wrong: whatever came in is no reason for that. */
const broken = 'Something went wrong';
const noLonger = 'does not fit what I know any more';

interface Sent {
  as?: string;
  verb: string;
  data: unknown;
}
/** Some at a time: the doors are for people, not for a flood. */
async function pressAll(presses: readonly Sent[]): Promise<(Sent & Answered & { text: string })[]> {
  const answers = [];
  for (let at = 0; at < presses.length; at += 8) {
    const some = presses.slice(at, at + 8).map(async (it) => {
      const answered = await wire.press(it.as ?? lena, it.verb, it.data);
      return { ...it, ...answered, text: textOf(answered.body) };
    });
    answers.push(...(await Promise.all(some)));
  }
  return answers;
}

/** Each is answered with a card or a line that contains the sentence. */
async function allSay(sentence: string, presses: readonly Sent[]): Promise<void> {
  const answers = await pressAll(presses);
  const wrong = answers.filter(({ status, text }) => status !== 200 || !text.includes(sentence));
  expect(
    wrong.map((it) => `${it.verb} ${JSON.stringify(it.data)}: ${it.status} ${it.text}`.slice(0, 300)),
  ).toEqual([]);
}

const outerNamed = (name: string): AnyStepCommand => {
  const found = outer.find((it) => it.name === name);
  if (!found) throw new Error(`There is no command ${name}.`);
  return found;
};
const pressed = (command: AnyStepCommand, more: Json = {}): Sent => ({
  verb: `do.${command.name}`,
  data: { ...fieldsOf(command, ids), ...more },
});

describe('a field of a button', () => {
  it('is refused when it is a number, a list, an object or nothing instead of text', async () => {
    const numbers = new Set(['progress', 'task', 'rating', 'days']);
    const flags = new Set(['suits', 'accepts']);
    const wrong = (key: string) => [
      ...[['A sentence'], { text: 'A sentence' }, null],
      numbers.has(key) ? 1.5 : 7,
      flags.has(key) ? 'maybe' : true,
    ];
    const presses = outer.flatMap((command) =>
      keysOf(command).flatMap((key) => wrong(key).map((value) => pressed(command, { [key]: value }))),
    );
    expect(presses.length).toBeGreaterThan(300);
    await unmoved(() => allSay(noLonger, presses));
  });

  it('is refused when the button does not have it, or more than that', async () => {
    const more = outer.map((it) => pressed(it, { n: 1 }));
    const ofGroups = outer.filter((it) => keysOf(it).includes('group'));
    const none = ofGroups.map((it) => pressed(it, { group: undefined }));
    await unmoved(() => allSay(noLonger, [...more, ...none]));
  });

  it('is refused with how long it may be when it is longer', async () => {
    const long = 'x'.repeat(1001);
    const texts: [string, string, number][] = [
      ['addObjective', 'objective', 300],
      ['proposeTopic', 'name', 80],
      ['recordPractice', 'words', 1000],
      ['pickCourse', 'title', 80],
      ['commit', 'behaviour', 300],
    ];
    for (const [name, key, most] of texts) {
      const sentence = `longer than ${most.toLocaleString('en')} characters`;
      await unmoved(() => allSay(sentence, [pressed(outerNamed(name), { [key]: long })]));
    }
  });

  it('is refused when it is blank, and the card stays with what is in it', async () => {
    for (const blank of ['', '   ', '\n\t', '\u200b'])
      await unmoved(() =>
        allSay('There was no text', [pressed(outerNamed('addObjective'), { objective: blank })]),
      );
  });

  it('opens no command that only the clock or an outcome may give', async () => {
    expect(inner.map((it) => it.name)).toContain('considerGroup');
    const presses = inner.flatMap((it) => [lena, stranger].map((as) => ({ as, ...pressed(it) })));
    await unmoved(() => allSay(noLonger, presses));
  });
});

describe('a button that no card has', () => {
  it('is answered with the way back', async () => {
    const verbs = 'do. do.nothing show. show.nothing x do.constructor show.__proto__ toString'.split(' ');
    const presses = verbs.map((verb) => ({ verb, data: { group: ids.group } }));
    await unmoved(() => allSay(noLonger, presses));
  });

  it('shows every card there is, whatever stands in its fields, and never breaks', async () => {
    const junk: Json[] = [
      {},
      { group: ids.group },
      { group: ids.proposed, topic: ids.group },
      { group: 7, topic: [], person: {}, shared: null, stage: 1, refused: ['tooLong'] },
      {
        group: 'x'.repeat(5000),
        meeting: 'x',
        date: '2026-99-99',
        time: '99',
        kind: 'x',
        to: 'x',
        times: 'x',
      },
      {
        group: ids.group,
        refused: 'tooLong',
        stage: 'x',
        person: randomUUID(),
        draft: ids.words,
        topics: ' ',
      },
      {
        group: ids.group,
        refused: 'discussionOpen',
        start: 'never',
        until: 'x',
        challenge: 'x',
        objective: 'x',
      },
    ];
    await unmoved(async () => {
      for (const as of [lena, stranger]) {
        const told = junk.filter((it) => as === lena || it.group === ids.group);
        const presses = cards
          .filter((it) => it !== 'broken')
          .flatMap((card) => told.map((data) => ({ as, verb: `show.${card}`, data })));
        const answers = await pressAll(presses);
        expect(answers.filter((it) => it.status !== 200 || it.text.includes(broken))).toEqual([]);
        if (as === lena) continue;
        const shown = answers.map((it) => it.text).join('\n');
        expect([...six, 'Speak up', 'Listen before'].filter((it) => shown.includes(it))).toEqual([]);
      }
    });
  });

  it('is remembered by its ids alone, not by what it says', async () => {
    const { status } = await wire.press(lena, 'show.topics', {
      name: 'Quagga in the grass',
      group: 'A quagga',
    });
    expect(status).toBe(200);
    expect(wordsIn(company.folder, ['Quagga in', 'A quagga'])).toEqual([]);
  });

  it('does nothing for somebody who is not in the group', async () => {
    const as = stranger;
    const presses = [
      { as, verb: 'do.addObjective', data: { group: ids.group, objective: 'Let me in' } },
      { as, verb: 'do.rewordObjective', data: { group: ids.group, objective: ids.objective, words: 'Mine' } },
      { as, verb: 'do.leaveGroup', data: { group: ids.group } },
      { as, verb: 'do.goOn', data: { group: ids.group } },
      { as, verb: 'do.acceptSeat', data: { group: ids.proposed } },
      { as: lena, verb: 'do.declineSeat', data: { group: ids.proposed } },
      { as: lena, verb: 'do.addObjective', data: { group: ids.proposed, objective: 'Let me in' } },
      { as: lena, verb: 'do.addObjective', data: { group: randomUUID(), objective: 'Let me in' } },
    ];
    await unmoved(() => allSay('I don’t know this group, or you are not in it', presses));
  });

  it('does nothing with what belongs to another member', async () => {
    const { group, hers: objective } = ids;
    await unmoved(() =>
      allSay('I can’t find that objective among yours', [
        { verb: 'do.rewordObjective', data: { group, objective, words: 'Mine now' } },
        { verb: 'do.removeObjective', data: { group, objective } },
        { verb: 'do.restoreObjective', data: { group, objective } },
        { verb: 'do.rewordObjective', data: { group, objective: randomUUID(), words: 'Mine now' } },
      ]),
    );
  });
});

describe('a request over HTTP', () => {
  const refusedWith = ({ status, body }: Answered) => ({ status, ...(body.error as Json | undefined) });
  const proper = () =>
    JSON.stringify(wire.activity(lena, 'do.addObjective', { group: ids.group, objective: 'Never' }));

  it.each([
    ['broken JSON', '{"type": "message", ', 400],
    ['nothing', '', 400],
    ['a list', '[]', 400],
    ['a text', '"hello"', 400],
    ['null', 'null', 400],
    ['a number', '42', 400],
    ['an object without anything', '{}', 400],
    ['an own __proto__', '{"__proto__": {"type": "message"}}', 400],
    ['what is nested too deeply', `{"value":${'['.repeat(3000)}${']'.repeat(3000)}}`, 400],
    ['300 KB', JSON.stringify({ type: 'message', text: 'x'.repeat(300 * 1024) }), 413],
  ])('of %s is refused with a reason', async (_, body, status) => {
    const answered = await unmoved(() => wire.send(body));
    expect(refusedWith(answered)).toMatchObject({
      status,
      code: expect.any(String),
      message: expect.any(String),
    });
    expect(JSON.stringify(answered.body)).not.toMatch(/\bat [/(]|node:|\.ts\b/);
  });

  it('is refused when its fields have another shape than Teams gives them', async () => {
    const activity = JSON.parse(proper()) as Json;
    const bent: Json[] = [
      { ...activity, from: undefined },
      { ...activity, from: { id: 7 } },
      { ...activity, conversation: 'a:1' },
      { ...activity, conversation: { id: ['a:1'] } },
      { ...activity, type: 7 },
      { ...activity, value: { action: { type: 'Action.Execute', verb: 7, data: {} } } },
      { ...activity, value: { action: { type: 'Action.Execute', data: {} } } },
      { ...activity, value: { action: { type: 'Action.Execute', verb: 'do.addObjective', data: [] } } },
      { ...activity, value: { action: { type: 'Action.Execute', verb: 'x'.repeat(101), data: {} } } },
      { ...activity, type: 'message', value: { group: ids.group } },
      { ...activity, channelData: 'x' },
    ];
    const answers = await unmoved(() => Promise.all(bent.map((it) => wire.send(JSON.stringify(it)))));
    expect(answers.map((it) => refusedWith(it))).toEqual(
      bent.map(() => expect.objectContaining({ status: 400 })),
    );
  });

  it('is refused without JSON, and without a token of Teams', async () => {
    const knocks: [number, Parameters<Wire['send']>[1]][] = [
      [415, { type: 'text/plain' }],
      [415, { type: 'application/xml' }],
      [401, { authorization: null }],
      [401, { authorization: 'Bearer not.a.token' }],
      [401, { authorization: 'Basic bGVuYTpsZW5h' }],
      [401, { authorization: `Bearer ${await wire.token({ aud: randomUUID() })}` }],
      [401, { authorization: `Bearer ${await wire.token({ iss: 'https://sts.windows.net/' })}` }],
      [401, { authorization: `Bearer ${await wire.token({ exp: 1_000_000 })}` }],
      [401, { authorization: `Bearer ${(await wire.token()).slice(0, -6)}AAAAAA` }],
    ];
    for (const [status, knock] of knocks) {
      const answered = await unmoved(() => wire.send(proper(), knock));
      expect(refusedWith(answered).status, JSON.stringify(knock).slice(0, 80)).toBe(status);
    }
  });
});

describe('what people may write', () => {
  const texts = [
    'Zq1 <b>bold</b><script>alert(1)</script>',
    'Zq2 [a link](http://evil.example) ![x](http://evil.example/x.png)',
    'Zq3 List<String> &amp; Map<K, V>',
    'Zq4 \u202egnp.exe\u202c and \u2066more\u2069',
    `Zq5 ${'e\u0301\u0321\u0334\u035c'.repeat(30)}`,
    'Zq6 👩‍💻👨‍👩‍👧 🇩🇪 ❤️',
    `Zq7 ${'long '.repeat(15)}`.slice(0, 80).trim(),
    'Zq8 - one\n- two\n1. three\n# four\n> five | **six** _seven_ `eight`',
    'Zq9 <at>Lena Hartwig</at> {topic} %s',
  ];

  it('is taken as it is, from cards and in sentences', async () => {
    const people = [benoit, nuria, margaux, emre];
    for (const [at, text] of texts.entries()) {
      const as = people[at % people.length] ?? benoit;
      const { body } = await wire.press(as, 'do.addObjective', { group: ids.group, objective: text });
      expect(textOf(body), text).toContain(text.slice(0, 3));
    }
    const share = 'Zq1 <b>we</b> [x](http://evil.example) &amp; all';
    await press(company, lena, 'The kick-off');
    await press(company, lena, 'Propose a shared objective');
    await press(company, lena, 'Propose it', { shared: share });
    await press(company, lena, 'The kick-off');
    await press(company, lena, 'Choose the course');
    await press(company, lena, 'Choose this course', { title: 'Zq2 [c](http://evil.example) <i>c</i>' });
    await say(company, stranger, 'I want to learn Zq8 *Stars* & <b>stripes</b> [x](http://evil.example)');
    await say(company, stranger, 'topics');
    for (const person of six) {
      await say(company, person, 'my objectives');
      await say(company, person, 'agenda');
      await say(company, person, 'kick-off');
    }
    expect(await company.work()).toMatchObject({ due: 0, failed: 0, unknown: 0 });
  });

  it('is shown so that no mark of it means anything', async () => {
    const seen = (await Promise.all([...six, stranger].map((it) => company.sees(it)))).flat();
    const found = [
      ...seen.filter((it) => it.from === 'bot').map((it) => it.activity),
      ...company.pressed,
    ].flatMap((it) => standsIn(it, ''));
    expect(found.filter(({ type }) => type === 'TextRun').length).toBeGreaterThan(50);
    expect(found.filter(isOpen)).toEqual([]);
    const types = new Set(found.map(({ type }) => type));
    expect([...types].filter((it) => !harmless.has(it))).toEqual([]);
    expect(plain('Zq8 *Stars* [x](y)')).toBe('Zq8 \\*Stars\\* \\[x\\](y)');
  });

  it('is a name like any other of a channel, a page and a post', async () => {
    await together(asked, (it) => press(company, it, 'I’m in'));
    const html = JSON.stringify(await company.door('pages'))
      .match(/"innerHtml":"[^"]*"/g)
      ?.join('\n');
    expect(html).toContain('&lt;b&gt;up&lt;/b&gt; [x](http://evil.example) &amp; &quot;co&quot;');
    expect(html).not.toContain('<b>');
    const channels = await company.door<{ id: string; displayName: string }[]>('channels');
    const channel = channels.find((it) => it.displayName.startsWith('Zq0'));
    expect(channel?.displayName).toMatch(/^Zq0 b up b \[x\]\(http evil\.example\)/);
    const posts = await company.sees(channel?.id ?? '');
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.flatMap((it) => standsIn(it.activity, '')).filter(isOpen)).toEqual([]);
  });

  it('is a title like any other in Planner', async () => {
    const title = 'Zq9 <b>plan</b> [x](http://evil.example) & more';
    for (const person of [aoife, benoit, nuria, margaux, emre]) await press(company, person, 'I accept it');
    const { body } = await wire.press(lena, 'do.chooseProject', { group: ids.group, kind: 'links', title });
    expect(textOf(body)).toContain(title);
    await rest(company);
    const plans = await company.door<{ title: string }[]>('plans');
    expect(plans.map((it) => it.title)).toEqual([expect.stringContaining(title)]);
  });
});

/** Read as plain text by Teams: TextRun, what stands in an input, titles of buttons and choices, notifications. */
const harmless = new Set([
  'TextRun',
  'TextBlock',
  'Fact',
  'Input.Text',
  'Action.Execute',
  'Action.Submit',
  'message',
]);

interface Standing {
  type: string;
  text: string;
}
/** Read as Markdown, and a mark of it does not stand behind a backslash; or it turns the reading direction. */
const isOpen = ({ type, text }: Standing) =>
  /[\u202a-\u202e\u2066-\u2069]/.test(text) ||
  (['TextBlock', 'Fact'].includes(type) &&
    /[`*_[\]~|<>]/.test(text.replaceAll(/\\[\\`*_[\]~|<>#+.)-]/g, '')));

/** Where in a card or message the words of people stand. */
function standsIn(node: unknown, type: string): Standing[] {
  if (typeof node === 'string') return /Zq\d/.test(node) ? [{ type, text: node }] : [];
  if (Array.isArray(node)) return node.flatMap((it) => standsIn(it, type));
  if (typeof node !== 'object' || node === null) return [];
  const own = node as Json;
  const name = typeof own.type === 'string' ? own.type : type;
  return Object.entries(own).flatMap(([key, value]) => standsIn(value, key === 'facts' ? 'Fact' : name));
}

describe('late and twice', () => {
  it('takes a press that Teams delivers again, under the same id or another, only once', async () => {
    const redeliver = (newId: boolean) => company.door('happen', { what: 'redeliver', newId });
    await press(company, lena, 'The kick-off');
    await press(company, lena, 'Name a problem at work');
    await press(company, lena, 'Add it', { opportunity: 'Reviews take a week' });
    await unmoved(() => redeliver(false).then(() => redeliver(true)));
    await say(company, lena, 'opportunity: meetings without an end');
    await unmoved(() => redeliver(false).then(() => redeliver(true)));
    expect(happened('opportunityNamed')).toHaveLength(2);
  });

  it('refuses the button of last week kindly when the group has gone on', async () => {
    const stale = (await company.sees(benoit)).find(
      (it) => it.activity.summary === 'What do you want to be able to do?',
    );
    await press(company, emre, 'The kick-off');
    await press(company, emre, 'We have met');
    await company.door('clock', { advance: 'P7D' });
    const before = happened('objectiveSet').length;
    const said = await company.pressOn(benoit, stale?.id ?? '', 'Add objective', { objective: 'Too late' });
    expect(said.status).toBe(200);
    expect(answerOf(said)).toContain('The group has gone on to “course”');
    expect(happened('objectiveSet')).toHaveLength(before);
  });

  it('has broken nothing', async () => {
    expect(await company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
    const broken = company
      .log()
      .split('\n')
      .filter((line) => line.includes('"msg":"broken"'));
    expect(broken).toEqual([]);
    expect(company.log()).not.toMatch(/Zq\d|evil\.example/);
  });
});
