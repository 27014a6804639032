// How Teams sees us is complete, the same in four languages, and asks for nothing that the product does not need.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { inTeamPermissions } from '../../bot/graph/consent.ts';
import { needChecks } from './checks.ts';

type Manifest = Parameters<typeof AppManifestUtils.validateAgainstSchema>[0];

const FOLDER = 'appPackage';
const ENVIRONMENT = 'env/.env.dev';

const settings = new Map(
  readFileSync(ENVIRONMENT, 'utf8')
    .split('\n')
    .filter((line) => /^\w+=/.test(line))
    .map((line): [string, string] => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
);

const read = (file: string): unknown =>
  JSON.parse(
    readFileSync(join(FOLDER, file), 'utf8').replaceAll(/\$\{\{(\w+)\}\}/g, (placeholder, name: string) => {
      return settings.get(name) || placeholder;
    }),
  );

const commands = z.array(z.object({ title: z.string(), description: z.string() }));
const raw = read('manifest.json');
const manifest = z
  .object({
    manifestVersion: z.string(),
    version: z.string(),
    icons: z.object({ color: z.string(), outline: z.string() }),
    bots: z
      .array(z.object({ commandLists: z.array(z.object({ scopes: z.array(z.string()), commands })) }))
      .length(1),
    staticTabs: z.array(
      z.object({ entityId: z.string(), contentUrl: z.string(), scopes: z.array(z.string()) }),
    ),
    configurableTabs: z
      .array(
        z.object({
          configurationUrl: z.string(),
          scopes: z.array(z.string()),
          context: z.array(z.string()),
        }),
      )
      .length(1),
    validDomains: z.array(z.string()),
    webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
    localizationInfo: z.object({
      defaultLanguageTag: z.string(),
      additionalLanguages: z.array(z.object({ languageTag: z.string(), file: z.string() })),
    }),
    authorization: z.object({
      permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
    }),
  })
  .parse(raw);

describe('The manifest', () => {
  test('keeps the schema that it names', async () => {
    expect(await AppManifestUtils.validateAgainstSchema(raw as Manifest)).toEqual([]);
  });

  test('has a value for each of its placeholders', () => expect(JSON.stringify(raw)).not.toContain('${{'));

  test('has the version of the product', () => {
    expect(manifest.version).toBe(
      z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8'))).version,
    );
  });

  test('asks for the permissions of a team that are needed, and no more', () => {
    const asked = manifest.authorization.permissions.resourceSpecific;
    expect(asked.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'Application Channel.Create.Group',
      'Application ChannelSettings.Read.Group',
      'Application TeamMember.Read.Group',
      'Application TeamSettings.ReadWrite.Group',
      'Application TeamsTab.Create.Group',
      'Application TeamsTab.Read.Group',
    ]);
    // With these it comes into a team by itself.
    expect(asked.map(({ name }) => name)).toEqual([...inTeamPermissions]);
  });

  test('has a tab for each person and one for a channel, at addresses that the app serves', () => {
    const host = settings.get('PUBLIC_HOST') ?? '';
    expect(manifest.staticTabs).toEqual([
      { entityId: 'personal', contentUrl: `https://${host}/tab/personal`, scopes: ['personal'] },
    ]);
    expect(manifest.configurableTabs).toEqual([
      { configurationUrl: `https://${host}/tab/settings`, scopes: ['team'], context: ['channelTab'] },
    ]);
    expect(manifest.validDomains).toEqual([host]);
  });

  test('lets Teams sign people in to the tab: the app’s URI has its domain and its id', () => {
    const { id, resource } = manifest.webApplicationInfo;
    expect(id).toBe(settings.get('BOT_ID'));
    expect(resource).toBe(`api://${settings.get('PUBLIC_HOST')}/botid-${id}`);
  });

  test('names its personal tab as the tab’s own links do', () => {
    const page = readFileSync('tab/host/page.ts', 'utf8');
    expect(page).toContain(`/${manifest.staticTabs[0]?.entityId}\``);
  });

  test('lists help first, and commands without a sign before them', () => {
    const lists = manifest.bots.flatMap((bot) => bot.commandLists);
    expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team']]);
    for (const { commands } of lists) {
      expect(commands[0]?.title).toBe('help');
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(commands.map(({ title }) => title).filter((title) => !/^[\p{L} ]{2,32}$/u.test(title))).toEqual(
        [],
      );
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    }
  });
});

describe('Each language', () => {
  const others = manifest.localizationInfo.additionalLanguages;
  const commands = manifest.bots.flatMap((bot) =>
    bot.commandLists.flatMap((list, of) =>
      list.commands.flatMap((_command, at) =>
        ['title', 'description'].map((field) => `bots[0].commandLists[${of}].commands[${at}].${field}`),
      ),
    ),
  );
  const tabs = manifest.staticTabs.map((_tab, at) => `staticTabs[${at}].name`);
  /** Where a person reads words of the manifest, by the path that language files use. */
  const shown = [
    'name.short',
    'name.full',
    'description.short',
    'description.full',
    ...tabs,
    ...commands,
  ].sort();

  test('is there', () => {
    expect([
      manifest.localizationInfo.defaultLanguageTag,
      ...others.map(({ languageTag }) => languageTag),
    ]).toEqual(['en', 'de', 'fr', 'es']);
  });

  test.each(others)('$languageTag says everything that people read', ({ file }) => {
    const { $schema, ...said } = z.record(z.string(), z.string()).parse(read(file));
    expect($schema).toContain(`/v${manifest.manifestVersion}/`);
    expect(Object.keys(said).sort()).toEqual(shown);
    expect(Object.values(said).filter((text) => text.trim() === '' || text.includes('${{'))).toEqual([]);
    expect(said['description.short']?.length).toBeLessThanOrEqual(80);
  });
});

describe('The package', () => {
  test('holds the two icons in their sizes', () => {
    // A PNG says its width and height in bytes 16 to 23.
    const size = (file: string) => {
      const header = readFileSync(join(FOLDER, file)).subarray(0, 24);
      return [header.toString('latin1', 1, 4), header.readUInt32BE(16), header.readUInt32BE(20)];
    };
    expect(size(manifest.icons.color)).toEqual(['PNG', 192, 192]);
    expect(size(manifest.icons.outline)).toEqual(['PNG', 32, 32]);
  });

  test('holds nothing else', () => {
    const { icons, localizationInfo } = manifest;
    const named = [
      'manifest.json',
      icons.color,
      icons.outline,
      ...localizationInfo.additionalLanguages.map(({ file }) => file),
    ];
    expect(
      readdirSync(FOLDER)
        .filter((file) => file !== 'build')
        .sort(),
    ).toEqual(named.sort());
  });

  test('satisfies the validator', async (context) => {
    expect(await needChecks(context).app(FOLDER, ENVIRONMENT)).toMatchObject({ exitCode: 0 });
  });
});

test('The file of the toolkit satisfies the validator', async (context) => {
  expect(await needChecks(context).yml('teamsapp.yml')).toMatchObject({ exitCode: 0 });
});

test('No environment that is committed holds a secret', () => {
  expect([...settings.keys()].filter((name) => /SECRET|PASSWORD|TOKEN|KEY/.test(name))).toEqual([]);
});
