// Every setting is taken as meant or refused by its name, and the addresses decide which rules hold.
import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../bot/config.ts';
import { perAreaOf, policiesOf, presets } from '../bot/group/policy.ts';

const guid = (n: number) => `${String(n).repeat(8)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa`;
type Env = Record<string, string>;

const always: Env = {
  TENANT_ID: guid(1),
  BOT_ID: guid(2),
  TEAMS_APP_ID: guid(3),
  PROGRAMME_TEAM: guid(4),
  FACILITATORS_GROUP: guid(5),
  ADMINISTRATORS_GROUP: guid(6),
  SUPPORT_CONTACT: 'People & Culture',
  PUBLIC_ORIGIN: 'https://peerloop.example',
};
const here = 'http://127.0.0.1:3900';
const local: Env = {
  ...always,
  BOT_SECRET: 'hush',
  ENTRA_URL: here,
  GRAPH_URL: here,
  BOT_OPENID_URL: `${here}/botframework/v1/.well-known/openidconfiguration`,
  CONNECTOR_URLS: here,
  SERVICE_URL: `${here}/connector/`,
  CLOCK_URL: `${here}/_tenant/clock`,
};
const database = 'postgres://ana:hush@db.example/peerloop?sslmode=verify-full';
const production: Env = { ...always, MANAGED_IDENTITY: guid(7), DATABASE_URL: database };

function config(env: Env): Config {
  const read = readConfig(env);
  if ('refused' in read) throw new Error(`${read.refused} ${read.why}`);
  return read;
}
const refused = (env: Env) => {
  const read = readConfig(env);
  return 'refused' in read ? read.refused : undefined;
};

test('on this machine the app binds to this machine alone', () => {
  expect(config(local)).toMatchObject({
    local: true,
    host: '127.0.0.1',
    port: 3978,
    credential: { is: 'secret', secret: 'hush' },
    store: { is: 'sqlite', folder: '.local/app' },
    clockUrl: `${here}/_tenant/clock`,
  });
});

test('in production Microsoft is where it always is', () => {
  const read = config(production);
  expect(read).toMatchObject({
    local: false,
    host: '0.0.0.0',
    entraUrl: 'https://login.microsoftonline.com',
    graphUrl: 'https://graph.microsoft.com',
    botOpenIdUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    credential: { is: 'managedIdentity', clientId: guid(7) },
    store: { is: 'postgres', url: database },
    logLevel: 'info',
  });
  expect(read).not.toHaveProperty('clockUrl');
});

test('a folder beside a database is for what must not be restored with it', () => {
  const url = database;
  expect(config({ ...production, DATA_DIR: '/var/peerloop' }).store).toEqual({
    is: 'postgres',
    url,
    folder: '/var/peerloop',
  });
  expect(config(production).store).toEqual({ is: 'postgres', url });
});

test('an address without a password is one where the app signs in by its identity', () => {
  const url = 'postgres://peerloop@db.example/peerloop?sslmode=verify-full';
  expect(config({ ...production, DATABASE_URL: url }).store).toEqual({
    is: 'postgres',
    url,
    byIdentity: true,
  });
});

test('a database on the same machine may be spoken to as it is', () => {
  for (const url of [
    'postgres://a:b@localhost/p',
    'postgres://a:b@127.0.0.1:5433/p',
    'postgres://a@localhost/p?host=/run',
  ])
    expect(config({ ...production, DATABASE_URL: url }).store).toEqual({ is: 'postgres', url });
});

test('the other spellings of this machine are this machine too', () => {
  for (const origin of ['http://localhost:1', 'http://[::1]:1', 'http://127.9.9.9:1']) {
    expect(config({ ...local, GRAPH_URL: origin }).local).toBe(true);
  }
});

describe('what is mixed is refused by the setting that stands apart', () => {
  test.each<[string, Env]>([
    ['GRAPH_URL', { ...local, GRAPH_URL: '' }],
    ['ENTRA_URL', { ...local, ENTRA_URL: 'https://login.microsoftonline.com' }],
    ['BOT_OPENID_URL', { ...local, BOT_OPENID_URL: '' }],
    ['CONNECTOR_URLS', { ...local, CONNECTOR_URLS: `${here},https://smba.trafficmanager.net` }],
    ['SERVICE_URL', { ...local, SERVICE_URL: '' }],
    ['CLOCK_URL', { ...local, CLOCK_URL: 'https://clock.example/' }],
    ['CLOCK_URL', { ...production, CLOCK_URL: `${here}/_tenant/clock` }],
    ['GRAPH_URL', { ...production, GRAPH_URL: here }],
    ['GRAPH_URL', { ...local, GRAPH_URL: 'http://127.0.0.1.evil.example' }],
  ])('%s', (setting, env) => {
    expect(refused(env)).toBe(setting);
  });
});

describe('production refuses', () => {
  test.each<[string, Env]>([
    ['BOT_SECRET', { BOT_SECRET: 'hush' }],
    ['CLOCK_URL', { CLOCK_URL: 'https://clock.example/' }],
    ['GRAPH_URL', { GRAPH_URL: 'https://graph.evil.example' }],
    ['ENTRA_URL', { ENTRA_URL: 'http://login.microsoftonline.com' }],
    ['BOT_OPENID_URL', { BOT_OPENID_URL: 'https://login.evil.example/openid' }],
    ['CONNECTOR_URLS', { CONNECTOR_URLS: 'http://smba.trafficmanager.net' }],
    ['MANAGED_IDENTITY', { MANAGED_IDENTITY: '' }],
    ['SERVICE_URL', { SERVICE_URL: 'https://elsewhere.example/teams/' }],
    ['DATABASE_URL', { DATABASE_URL: '' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://ana:hush@db.example/peerloop' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://ana:hush@db.example/peerloop?sslmode=no-verify' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://ana:hush@localhost/peerloop?host=db.example' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://ana:[@db.example:x/peerloop?sslmode=verify-full' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://localhost:3978' }],
    ['PUBLIC_ORIGIN', { PUBLIC_ORIGIN: 'https://127.0.0.1' }],
    ['CONNECTOR_URLS', { CONNECTOR_URLS: 'https://smba.trafficmanager.net,https://*.trafficmanager.net' }],
    ['CONNECTOR_URLS', { CONNECTOR_URLS: 'https://smba.trafficmanager.net,https://*.evil-botframework.com' }],
  ])('%s', (setting, change) => {
    expect(refused({ ...production, ...change })).toBe(setting);
  });
});

describe('a setting is refused when it is empty or makes no sense', () => {
  const required = Object.keys(always).map((name): [string, string] => [name, '']);
  test.each<[string, string]>([
    ...required,
    ['BOT_SECRET', ' '],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['PORT', '-1'],
    ['RATE_PERSON', '0'],
    ['RATE_PERSON', 'many'],
    ['RATE_TENANT', '-1'],
    ['RATE_TENANT', '1000000'],
    ['TENANT_ID', 'contoso.example'],
    ['TENANT_ID', 'common'],
    ['TENANT_ID', 'organizations'],
    ['BOT_ID', '00000000-0000-0000-0000-000000000000'],
    ['TEAMS_APP_ID', '00000000-0000-4000-8000-000000000001'],
    ['LOG_LEVEL', 'loud'],
    ['BOT_ID', '../users'],
    ['PROGRAMME_TEAM', `${guid(4)}/x`],
    ['GROUPS_PER_TEAM', '0'],
    ['GROUPS_PER_TEAM', '401'],
    ['GROUPS_PER_TEAM', 'all'],
    ['PUBLIC_ORIGIN', 'http://peerloop.example'],
    ['PUBLIC_ORIGIN', 'https://peerloop.example/'],
    ['PUBLIC_ORIGIN', 'https://a@peerloop.example'],
    ['PUBLIC_ORIGIN', 'peerloop'],
    ['GRAPH_URL', 'nonsense'],
    ['GRAPH_URL', `${here}/v1.0`],
    ['ENTRA_URL', 'http://user:pass@127.0.0.1:3900'],
    ['CONNECTOR_URLS', ' , '],
    ['CONNECTOR_URLS', `${here},nonsense`],
    ['CONNECTOR_URLS', `${here}/connector/`],
    ['INTRANET_SITE', 'contoso.sharepoint.com'],
    ['DATABASE_URL', 'mysql://db'],
    ['SUPPORT_CONTACT', 'x'.repeat(201)],
  ])('%s %j', (name, value) => {
    const read = readConfig({ ...local, [name]: value });
    expect(read).toEqual({ refused: name, why: expect.stringMatching(/^is .{10,}|^has .{10,}/) });
  });
});

describe('the rules of groups', () => {
  const rules = (env: Env) => config({ ...local, ...env }).policies;

  test('are those of employees, or of several programmes, the first of which is the usual one', () => {
    expect(rules({}).on).toEqual(['employees', 'community']);
    expect(rules({ PROGRAMMES: 'employees' }).on).toEqual(['employees']);
    expect(rules({}).of()).toEqual(presets.employees);
    const all = rules({ PROGRAMMES: 'managers, employees, managers' });
    expect(all.on).toEqual(['managers', 'employees']);
    expect(all.of()).toEqual(presets.managers);
    expect(all.of('employees')).toEqual(presets.employees);
    expect([all.of().confidential, all.of('employees').confidential]).toEqual([true, false]);
  });

  test('are confidential or not as IT says of every learning group', () => {
    expect(rules({ CONFIDENTIAL: 'true' }).of()).toEqual({ ...presets.employees, confidential: true });
    const open = rules({ PROGRAMMES: 'managers', CONFIDENTIAL: 'false' });
    expect(open.of().confidential).toBe(false);
    expect(policiesOf(['community'], { confidential: true }).of()).toEqual(presets.community);
  });

  test('take one manager of each area, or as many as IT says, and hold nobody else apart by it (R3)', () => {
    const two = rules({ PROGRAMMES: 'managers,employees', PEOPLE_PER_AREA: '2' });
    expect(perAreaOf(rules({ PROGRAMMES: 'managers' }).of())).toBe(1);
    expect([perAreaOf(two.of()), perAreaOf(two.of('employees'))]).toEqual([2, null]);
    expect(two.of('employees')).toEqual(presets.employees);
  });

  test('say when an ended group’s workspace is put away, and whether its plans stay', () => {
    expect(rules({}).of().afterEnd).toEqual({ weeks: 4, plan: 'keep' });
    const told = rules({ ARCHIVE_AFTER_WEEKS: '12', ENDED_PLAN: 'remove' });
    expect(told.of().afterEnd).toEqual({ weeks: 12, plan: 'remove' });
  });

  test('know levels of authority by how job titles begin', () => {
    expect(config({ ...local, LEVELS: '*, Head of | Chief' }).levels).toEqual([['*'], ['head of', 'chief']]);
  });

  test.each([
    ['PROGRAMMES', 'everyone'],
    ['PROGRAMMES', 'community,employees'],
    ['PROGRAMMES', 'community'],
    ['PROGRAMMES', 'employees,'],
    ['LEVELS', 'Junior, Senior'],
    ['LEVELS', 'Junior||Trainee, *'],
    ['CONFIDENTIAL', 'yes'],
    ['PEOPLE_PER_AREA', '0'],
    ['ARCHIVE_AFTER_WEEKS', '0'],
    ['ARCHIVE_AFTER_WEEKS', '53'],
    ['ENDED_PLAN', 'export'],
    ['CONFIDENTIAL', 'TRUE'],
    ['TEAM_OWNER', 'anja@alderbrook.example'],
  ])('are not guessed from %s %s', (name, value) => {
    expect(refused({ ...local, [name]: value })).toBe(name);
  });

  test('name who owns the teams of confidential groups, or leave it to the facilitators', () => {
    expect(config({ ...local, TEAM_OWNER: guid(8) }).teamOwner).toBe(guid(8));
    expect(config(local).teamOwner).toBeUndefined();
  });
});

test('no refusal repeats a secret', () => {
  const why = JSON.stringify(readConfig({ ...production, BOT_SECRET: 'canary' }));
  expect(why).not.toContain('canary');
});

describe('our token goes to a connector', () => {
  const { isConnector } = config(production);

  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net',
    'https://europe.botframework.com/x',
    'https://a.b.botframework.com/',
  ])('%s', (url) => expect(isConnector(url)).toBe(true));

  test.each([
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://smba.trafficmanager.net:8443/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://user@smba.trafficmanager.net/',
    'https://evil.example/smba.trafficmanager.net',
    'https://botframework.com/',
    'https://evilbotframework.com/',
    'https://x.botframework.com.evil.example/',
    'http://europe.botframework.com/',
    'nonsense',
    '',
  ])('and not to %j', (url) => expect(isConnector(url)).toBe(false));

  test('on this machine to that of this machine alone', () => {
    expect(config(local).isConnector(`${here}/connector/`)).toBe(true);
    expect(config(local).isConnector('http://127.0.0.1:3901/connector/')).toBe(false);
  });
});
