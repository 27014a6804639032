// The dependency rule holds in the real tree, and each of its parts is seen to bite on a planted violation.
import { describe, expect, test } from 'vitest';
import { isSource, judge, roomOf } from './rooms.ts';
import { importsOf, readSource } from './source.ts';
import { readTree, type Tree } from './tree.ts';

const breach = (files: Record<string, string>) => {
  const rest = ['bot/store/contract.ts', 'bot/run/ports.ts', 'bot/run/turn.ts', 'bot/web/contract.ts'];
  const tree: Tree = new Map([...rest.map((path): [string, string] => [path, '']), ...Object.entries(files)]);
  return judge(tree).breaches.map(({ rule, file }) => `${rule} ${file}`);
};

describe('The real tree', () => {
  const tree = readTree();
  const { breaches, edges } = judge(tree);

  test('keeps the dependency rule', () => expect(breaches).toEqual([]));

  test('was walked, not skipped', () => {
    const rooms = [...tree.keys()].filter(isSource).map(roomOf);
    expect(rooms.length).toBeGreaterThan(30);
    expect(rooms.filter((room) => room === 'pure').length).toBeGreaterThan(10);
    const seen = new Set(
      edges.map(({ file, to, typeOnly }) => `${file} ${typeOnly ? 'type' : 'value'} ${to}`),
    );
    expect(seen).toContain('bot/store/contract.ts type bot/lifecycle/decision.ts');
    expect(seen).toContain('bot/group/policy.ts value zod');
    expect(seen).toContain('bot/run/ports.ts type bot/lifecycle/decision.ts');
    expect(seen).toContain('test/house/rooms.test.ts value test/house/rooms.ts');
  });
});

const STEP = 'bot/lifecycle/checkIn/checkIn.ts';
const CONVERSATION = 'bot/lifecycle/checkIn/checkInConversation.ts';

describe('A pure file', () => {
  test.each([
    ["import { readFileSync } from 'node:fs';", 'purity'],
    ["import path from 'path';", 'purity'],
    ["import fastify from 'fastify';", 'purity'],
    ["import type { Tx } from '../../store/contract.ts';", 'purity'],
    ["import type { Turn } from '../../run/turn.ts';", 'purity'],
    ["export { x } from './checkInConversation.ts';", 'purity'],
    ["const x = await import('../../run/ports.ts');", 'purity'],
    ["const x = await import('node:fs');", 'purity'],
    ['const x = Date.now();', 'pureText'],
    ['const x = new Date();', 'pureText'],
    ['const x = `${new Date}`;', 'pureText'],
    ['const x = Math.random();', 'pureText'],
    ['const x = Temporal.Now.instant();', 'pureText'],
    ['const x = crypto.randomUUID();', 'pureText'],
    ["const x = process.env['X'];", 'pureText'],
    ["const x = fetch('https://a.example');", 'pureText'],
    ['setTimeout(run, 1);', 'pureText'],
  ])('is refused %s', (text, rule) => {
    expect(breach({ [STEP]: text, [CONVERSATION]: '' })).toEqual([`${rule} ${STEP}`]);
  });

  test.each([
    "import { z } from 'zod';",
    "import words from '../../words/en.json' with { type: 'json' };",
    "import { IntlMessageFormat } from 'intl-messageformat';",
    "import type { Group } from '../../group/group.ts';",
    'const x = new Date(now);',
    'const x = { process: 1 }; // the process of a group, not fetch() or Date.now()',
    "const x = 'setTimeout and crypto are only words here';",
  ])('may say %s', (text) => {
    expect(breach({ [STEP]: text, 'bot/words/en.json': '{}', 'bot/group/group.ts': '' })).toEqual([]);
  });

  test('cannot reach a conversation by way of a table of contents', () => {
    const files = { 'bot/lifecycle/checkIn/index.ts': "import { c } from './checkInConversation.ts';" };
    const text = "import { c } from '../lifecycle/checkIn/index.ts';";
    expect(breach({ ...files, [CONVERSATION]: '', 'bot/needs/needs.ts': text })).toEqual([
      'purity bot/needs/needs.ts',
    ]);
  });
});

describe('A conversation', () => {
  test('knows the shapes of the shell by type, and nothing of the shell by value', () => {
    const types = [
      "import type { Turn } from '../../run/turn.ts';",
      "import type { Mouth } from '../../run/ports.ts';",
      "import type { Words } from '../../store/contract.ts';",
    ];
    expect(breach({ [CONVERSATION]: types.join('\n') })).toEqual([]);
    for (const type of types) {
      const value = type.replace('import type', 'import');
      expect(breach({ [CONVERSATION]: value })).toEqual([`onlyAppSeesEverything ${CONVERSATION}`]);
    }
  });

  test('of one step never meets another step', () => {
    const other = 'bot/lifecycle/kickOff/kickOff.ts';
    const text = "import type { K } from '../kickOff/kickOff.ts';";
    expect(breach({ [CONVERSATION]: text, [other]: '' })).toEqual([`stepsApart ${CONVERSATION}`]);
    expect(breach({ [STEP]: text, [other]: '' })).toEqual([`stepsApart ${STEP}`]);
  });

  test('has no package that a pure file has not', () => {
    expect(breach({ [CONVERSATION]: "import { randomUUID } from 'node:crypto';" })).toEqual([
      `purity ${CONVERSATION}`,
    ]);
  });
});

describe('The rooms of the shell', () => {
  test.each(['identity', 'teams', 'graph', 'store', 'web'])('%s never meets the others', (room) => {
    for (const other of ['identity', 'teams', 'graph', 'store', 'web'].filter((name) => name !== room)) {
      const file = `bot/${room}/first.ts`;
      const files = {
        [file]: `import type { X } from '../${other}/second.ts';`,
        [`bot/${other}/second.ts`]: '',
      };
      expect(breach(files)).toEqual([`roomsApart ${file}`]);
    }
  });

  test('know ports, turn and settings by type, and what is pure', () => {
    const types = "import type { P } from '../run/ports.ts'; import type { C } from '../config.ts';";
    const pure = "import { evolveTopic } from '../topic/topic.ts';";
    const rest = { 'bot/config.ts': '', 'bot/topic/topic.ts': '' };
    expect(breach({ 'bot/graph/pages.ts': types + pure, ...rest })).toEqual([]);
    const values = types.replaceAll('import type', 'import');
    const twice = ['onlyAppSeesEverything bot/graph/pages.ts', 'onlyAppSeesEverything bot/graph/pages.ts'];
    expect(breach({ 'bot/graph/pages.ts': values, ...rest })).toEqual(twice);
  });

  test('share what an answer of Microsoft means', () => {
    const outside = { 'bot/outside.ts': "import type { Outcome } from './run/ports.ts';" };
    expect(breach({ ...outside, 'bot/graph/ask.ts': "import { retryAfter } from '../outside.ts';" })).toEqual(
      [],
    );
    const value = { 'bot/outside.ts': "import { Outcome } from './run/ports.ts';" };
    expect(breach(value)).toEqual(['onlyAppSeesEverything bot/outside.ts']);
  });

  test('are plugged together by the app alone', () => {
    const files = { 'bot/teams/mouth.ts': '', 'bot/graph/client.ts': '' };
    const both = "import { m } from './teams/mouth.ts'; import { c } from './graph/client.ts';";
    expect(breach({ ...files, 'bot/app.ts': both })).toEqual([]);
    expect(breach({ ...files, 'bot/config.ts': both })).toHaveLength(2);
    const run = "import { m } from '../teams/mouth.ts';";
    expect(breach({ ...files, 'bot/run/perform.ts': run })).toEqual([
      'onlyAppSeesEverything bot/run/perform.ts',
    ]);
  });

  test('let the run catch the errors of the contract of the store', () => {
    const text = "import { StaleStream } from '../store/contract.ts';";
    expect(breach({ 'bot/run/handle.ts': text })).toEqual([]);
  });
});

describe('A package with an owner', () => {
  test.each([
    ['jose', 'bot/identity', 'bot/web'],
    ['jose', 'infra/local', 'infra/azure'],
    ['jose', 'test/journeys', 'bot/teams'],
    ['@azure/msal-node', 'bot/identity', 'infra/local'],
    ['botbuilder', 'bot/teams', 'bot/web'],
    ['botframework-connector/lib/auth', 'bot/teams', 'bot/identity'],
    ['@microsoft/microsoft-graph-client', 'bot/graph', 'bot/run'],
    ['node:sqlite', 'bot/store', 'bot/run'],
    ['kysely', 'bot/store', 'infra/local'],
    ['pg', 'test/store', 'test/journeys'],
    ['@microsoft/teams-js', 'tab/host', 'tab/personal'],
  ])('%s is imported in %s, not in %s', (name, owner, other) => {
    const text = `import { x } from '${name}';`;
    expect(breach({ [`${owner}/a.ts`]: text })).toEqual([]);
    expect(breach({ [`${other}/a.ts`]: text })).toEqual([`owners ${other}/a.ts`]);
  });
});

describe('A table of contents', () => {
  test('imports only its own folder', () => {
    const list = 'bot/lifecycle/index.ts';
    const files = { [CONVERSATION]: '', 'bot/needs/needs.ts': '' };
    expect(breach({ ...files, [list]: "import { c } from './checkIn/checkInConversation.ts';" })).toEqual([]);
    expect(breach({ ...files, [list]: "import { n } from '../needs/needs.ts';" })).toEqual([
      `indexOwnFolder ${list}`,
    ]);
  });
});

describe('The tab', () => {
  test('knows the types of the web contract and the words, and no other file of the bot', () => {
    const file = 'tab/api/ask.ts';
    const rest = { 'bot/words/en.json': '{}', 'bot/words/index.ts': '', 'bot/run/turn.ts': '' };
    const allowed =
      "import type { A } from '../../bot/web/contract.ts'; import en from '../../bot/words/en.json';";
    expect(breach({ ...rest, [file]: allowed })).toEqual([]);
    for (const refused of [
      "import { a } from '../../bot/web/contract.ts';",
      "import type { T } from '../../bot/run/turn.ts';",
    ])
      expect(breach({ ...rest, [file]: refused })).toEqual([`tabSeesContract ${file}`]);
  });
});

describe('The product', () => {
  test.each(['bot/app.ts', 'bot/run/clock.ts', 'tab/personal/page.tsx'])(
    '%s imports neither infra nor test',
    (file) => {
      const up = '../'.repeat(file.split('/').length - 1);
      for (const house of ['infra/local', 'test/journeys'])
        expect(breach({ [file]: `import '${up}${house}/x.ts';`, [`${house}/x.ts`]: '' })).toEqual([
          `productApart ${file}`,
        ]);
    },
  );

  test('imports nothing that is not there, and nothing by a computed address', () => {
    expect(breach({ 'bot/app.ts': "import './gone.ts';" })).toEqual(['leadsSomewhere bot/app.ts']);
    expect(breach({ 'bot/app.ts': 'await import(name);' })).toEqual(['saysWhat bot/app.ts']);
  });
});

describe('The reader of imports', () => {
  test('finds every way to import', () => {
    const text = [
      "import a, { type B } from './a.ts';",
      "import type { C } from './c.ts';",
      "export * from './d.ts';",
      "export type { E } from './e.ts';",
      "import {\n  f,\n  g,\n} from './f.ts';",
      "import './h.css';",
      "const i = await import('./i.ts');",
      'const j = await import(name);',
      "import type from './k.ts';",
    ].join('\n');
    const found = importsOf(text).map(({ from, typeOnly }) => `${typeOnly ? 'type' : 'value'} ${from}`);
    const values = ['a.ts', 'd.ts', 'f.ts', 'h.css', 'i.ts', 'k.ts'].map((file) => `value ./${file}`);
    expect(found.sort()).toEqual([...values, 'type ./c.ts', 'type ./e.ts', 'value null'].sort());
  });

  test('is not fooled by comments, strings, templates and patterns', () => {
    const text = [
      "// import './comment.ts'",
      'const a = "import \'./string.ts\'";',
      "const b = `import './template.ts' ${c ? `${'}'}` : '`'} import './again.ts'`;",
      "const d = /['\"`]/.test(e) ? 1 / 2 : 3; import './real.ts';",
    ].join('\n');
    expect(importsOf(text)).toEqual([{ from: './real.ts', typeOnly: false }]);
    expect(readSource(text).code).toHaveLength(text.length);
    expect(readSource(text).comments).toEqual(["// import './comment.ts'"]);
  });
});
