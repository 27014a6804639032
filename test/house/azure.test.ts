// What Azure is told agrees with what the app reads: its settings, its health, its image, and nobody's secret.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Settings } from '../../bot/settings.ts';
import { routes } from '../../bot/web/contract.ts';

const read = (file: string) => readFileSync(file, 'utf8');
const bicep = read('infra/azure/main.bicep');
const parameters = JSON.parse(read('infra/azure/main.parameters.json')) as { parameters: object };
const environment = read('env/.env.dev');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((it) => it[1] ?? '');

const settings = Object.keys(Settings.shape);
const needed = Object.entries(Settings.shape)
  .filter(([, shape]) => !shape.safeParse(undefined).success)
  .map(([name]) => name);
/** As the container gets them; the bot's registration, which has other names, comes after it. */
const set = all(bicep, /\bname: '([A-Z][A-Z_]+)'/g);

describe('The container', () => {
  test('is given every setting that has no default, and what production needs besides', () => {
    expect(needed.length).toBeGreaterThan(5);
    expect([...needed, 'MANAGED_IDENTITY', 'DATABASE_URL'].filter((it) => !set.includes(it))).toEqual([]);
  });

  test('is given no setting that the app does not know, and none twice', () => {
    expect(set.filter((it) => !settings.includes(it))).toEqual([]);
    expect(new Set(set).size).toBe(set.length);
  });

  test('never rests, and is never more than it was asked to be', () => {
    expect(all(bicep, /minReplicas: (\w+)/g)).toEqual(['replicas']);
    expect(all(bicep, /maxReplicas: (\w+)/g)).toEqual(['replicas']);
    expect(bicep).toMatch(/@minValue\(1\)\n@maxValue\(\d\)\nparam replicas int/);
  });

  test('is asked for its health where the app answers', () => {
    const asked = all(bicep, /httpGet: \{ path: '([^']+)'/g);
    expect(asked.toSorted()).toEqual(['/health/live', '/health/live', '/health/ready']);
    const server = read('bot/web/server.ts');
    for (const path of asked) expect(server).toContain(`'${path}'`);
    expect(Object.values(routes).map(({ path }) => path)).not.toContain('/health/live');
  });
});

describe('The database', () => {
  test('has no password, and an address in which there is none', () => {
    expect(bicep).toContain("passwordAuth: 'Disabled'");
    const [address = ''] = all(bicep, /value: '(postgres:[^\n]+)'\n/g);
    const filled = address.replaceAll(/\$\{[^}]+\}/g, 'filled');
    expect(new URL(filled)).toMatchObject({
      username: 'filled',
      password: '',
      search: '?sslmode=verify-full',
    });
  });
});

describe('Nobody’s secret', () => {
  test('is in the files, nor in what they print', () => {
    for (const text of [bicep, environment, JSON.stringify(parameters), read('teamsapp.yml')])
      expect(text).not.toMatch(
        /listKeys|listSecrets|@secure|administratorLoginPassword|secretRef|BOT_SECRET/,
      );
    expect(all(bicep, /^output (\w+)/gm)).toEqual([
      'BOT_ID',
      'PUBLIC_HOST',
      'REGISTRY_NAME',
      'CONTAINER_APP_NAME',
    ]);
  });
});

describe('The parameters', () => {
  test('are those of the template, and each that has no default is given', () => {
    const known = all(bicep, /^param (\w+)/gm);
    const without = all(bicep, /^param (\w+) \w+$/gm);
    const given = Object.keys(parameters.parameters);
    expect(given.filter((it) => !known.includes(it))).toEqual([]);
    expect(without.filter((it) => !given.includes(it))).toEqual([]);
  });

  test('come from the environment file', () => {
    const names = all(JSON.stringify(parameters), /\$\{\{(\w+)\}\}/g);
    expect(names.filter((it) => !environment.includes(`\n${it}=`))).toEqual([]);
  });

  test('are all used', () => {
    for (const name of all(bicep, /^param (\w+)/gm))
      expect(bicep.split(new RegExp(`\\b${name}\\b`)).length, name).toBeGreaterThan(2);
  });
});

describe('The image', () => {
  const dockerfile = read('infra/azure/Dockerfile');
  const sent = all(read('.dockerignore'), /^!(\S+)$/gm);

  test('is made of what is sent to be made of it', () => {
    const copied = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((it) => it.split(' '));
    expect(copied.filter((it) => !sent.includes(it))).toEqual([]);
    expect(sent.filter((it) => !copied.includes(it))).toEqual([]);
  });

  test('has the tab where the app looks for it', () => {
    expect(read('bot/app.ts')).toContain("'../dist/tab'");
    expect(dockerfile).toContain('COPY --from=tab /srv/peerloop/dist/tab ./dist/tab');
  });
});
