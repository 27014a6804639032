// One list of permissions: what is granted, what the package asks for, what the page explains and what the calls take are the same.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { callsByPermission, declared, pageOf } from './permissions.ts';
import { reasons } from './reasons.ts';

const page = readFileSync('docs/permissions.md', 'utf8');
const calls = await callsByPermission();
const operations = readFileSync('docs/operations.md', 'utf8');

test('Each permission is needed by a call that the product makes', () => {
  const unused = [...calls].filter(([, calls]) => calls.length === 0);
  expect(unused).toEqual([]);
});

test('Each permission is explained, and nothing else is', () => {
  expect(Object.keys(reasons).toSorted()).toEqual(declared().toSorted());
});

test('The manifest asks for those that hold in a team, and IT is not asked for them', () => {
  const asked = z
    .object({
      authorization: z.object({
        permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string() })) }),
      }),
    })
    .parse(JSON.parse(readFileSync('appPackage/manifest.json', 'utf8')));
  const inTeam = asked.authorization.permissions.resourceSpecific.map(({ name }) => name);
  expect(inTeam).toEqual(declared().filter((it) => it.endsWith('.Group')));
});

test('The instructions grant what entra.json lists, by reading it', () => {
  expect(operations).toContain("jq --raw-output '.application[]' infra/azure/entra.json");
  const named = operations.match(/`[A-Z]\w+\.\w+(?:\.\w+)*\.(?:All|Group)`/g) ?? [];
  expect(named.map((it) => it.slice(1, -1)).filter((it) => !declared().includes(it))).toEqual([]);
});

test('The page is what `npm run permissions` writes', () => {
  expect(page).toBe(pageOf(calls));
});
