// What people may write and programs may send: text is only ever text, and a request of another shape is refused with a reason.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../bot/cards/escape.ts';
import { type Json, textOf } from './company.ts';
import { type Formed, openFormed, stranger } from './formed.ts';
import { press, rest, say, six, sixOthers, together } from './people.ts';
import type { Answered, Wire } from './wire.ts';

const [lena, aoife, benoit, nuria, margaux, emre] = six;

let formed: Formed;
beforeAll(async () => {
  formed = await openFormed();
});
afterAll(() => formed.company.close());

describe('a request over HTTP', () => {
  const refusedWith = ({ status, body }: Answered) => ({ status, ...(body.error as Json | undefined) });
  const proper = () =>
    JSON.stringify(
      formed.wire.activity(lena, 'do.addObjective', { group: formed.ids.group, objective: 'Never' }),
    );

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
    const answered = await formed.unmoved(() => formed.wire.send(body));
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
      { ...activity, type: 'message', value: { group: formed.ids.group } },
      { ...activity, channelData: 'x' },
    ];
    const answers = await formed.unmoved(() =>
      Promise.all(bent.map((it) => formed.wire.send(JSON.stringify(it)))),
    );
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
      [401, { authorization: `Bearer ${await formed.wire.token({ aud: randomUUID() })}` }],
      [401, { authorization: `Bearer ${await formed.wire.token({ iss: 'https://sts.windows.net/' })}` }],
      [401, { authorization: `Bearer ${await formed.wire.token({ exp: 1_000_000 })}` }],
      [401, { authorization: `Bearer ${(await formed.wire.token()).slice(0, -6)}AAAAAA` }],
    ];
    for (const [status, knock] of knocks) {
      const answered = await formed.unmoved(() => formed.wire.send(proper(), knock));
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
      const { body } = await formed.wire.press(as, 'do.addObjective', {
        group: formed.ids.group,
        objective: text,
      });
      expect(textOf(body), text).toContain(text.slice(0, 3));
    }
    const share = 'Zq1 <b>we</b> [x](http://evil.example) &amp; all';
    await press(formed.company, lena, 'The kick-off');
    await press(formed.company, lena, 'Propose a shared objective');
    await press(formed.company, lena, 'Propose it', { shared: share });
    await press(formed.company, lena, 'The kick-off');
    await press(formed.company, lena, 'Choose the course');
    await press(formed.company, lena, 'Choose this course', {
      title: 'Zq2 [c](http://evil.example) <i>c</i>',
    });
    await say(
      formed.company,
      stranger,
      'I want to learn Zq8 *Stars* & <b>stripes</b> [x](http://evil.example)',
    );
    await say(formed.company, stranger, 'topics');
    for (const person of six) {
      await say(formed.company, person, 'my objectives');
      await say(formed.company, person, 'agenda');
      await say(formed.company, person, 'kick-off');
    }
    expect(await formed.company.work()).toMatchObject({ due: 0, failed: 0, unknown: 0 });
  });

  it('is shown so that no mark of it means anything', async () => {
    const seen = (await Promise.all([...six, stranger].map((it) => formed.company.sees(it)))).flat();
    const found = [
      ...seen.filter((it) => it.from === 'bot').map((it) => it.activity),
      ...formed.company.pressed,
    ].flatMap((it) => standsIn(it, ''));
    expect(found.filter(({ type }) => type === 'TextRun').length).toBeGreaterThan(50);
    expect(found.filter(isOpen)).toEqual([]);
    const types = new Set(found.map(({ type }) => type));
    expect([...types].filter((it) => !harmless.has(it))).toEqual([]);
    expect(plain('Zq8 *Stars* [x](y)')).toBe('Zq8 \\*Stars\\* \\[x\\](y)');
  });

  it('is a name like any other of a channel, a page and a post', async () => {
    await together(sixOthers, (it) => press(formed.company, it, 'I’m in'));
    const html = JSON.stringify(await formed.company.door('pages'))
      .match(/"innerHtml":"(?:[^"\\]|\\.)*"/g)
      ?.join('\n');
    expect(html).toContain('&lt;b&gt;up&lt;/b&gt; [x](http://evil.example) &amp; \\"co\\"');
    expect(html).not.toContain('<b>');
    const channels = await formed.company.door<{ id: string; displayName: string }[]>('channels');
    const channel = channels.find((it) => it.displayName.startsWith('Zq0'));
    expect(channel?.displayName).toMatch(/^Zq0 b up b \[x\]\(http evil\.example\)/);
    const posts = await formed.company.sees(channel?.id ?? '');
    expect(posts.length).toBeGreaterThan(0);
    expect(posts.flatMap((it) => standsIn(it.activity, '')).filter(isOpen)).toEqual([]);
  });

  it('is a title like any other in Planner', async () => {
    const title = 'Zq9 <b>plan</b> [x](http://evil.example) & more';
    for (const person of [aoife, benoit, nuria, margaux, emre])
      await press(formed.company, person, 'I accept it');
    const { body } = await formed.wire.press(lena, 'do.chooseProject', {
      group: formed.ids.group,
      kind: 'links',
      title,
    });
    expect(textOf(body)).toContain(title);
    await rest(formed.company);
    const plans = await formed.company.door<{ title: string }[]>('plans');
    expect(plans.map((it) => it.title)).toEqual([expect.stringContaining(title)]);
  });

  it('has broken nothing and stands in no log', async () => {
    expect(await formed.company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
    expect(formed.company.log()).not.toContain('"msg":"broken"');
    expect(formed.company.log()).not.toMatch(/Zq\d|evil\.example/);
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
  // Ids that Teams drew by chance look like anything.
  const words = Object.entries(own).filter(([key]) => key !== 'userIds');
  return words.flatMap(([key, value]) => standsIn(value, key === 'facts' ? 'Fact' : name));
}
