// `npm run permissions`: makes every call of Graph that the product knows, and writes which permission each takes to docs/permissions.md.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { partsOf } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { inTeamPermissions } from '../../bot/graph/consent.ts';
import type { Outcome, Workspace } from '../../bot/run/ports.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { operations } from '../../infra/local/graph/operations.ts';
import { find } from '../../infra/local/graph/path.ts';
import { PUBLIC_ORIGIN, settingsOf } from '../../infra/local/settings.ts';
import type { TenantState } from '../../infra/local/state.ts';
import { ask, tenantFor } from '../journeys/around.ts';
import { reasons } from './reasons.ts';

const Entra = z.object({ application: z.array(z.string()) });
const Asked = z.object({ method: z.string(), url: z.string() });

/** The one source: what IT grants for the tenant, then what comes with the app in a team. */
export const declared = (): string[] => [
  ...Entra.parse(JSON.parse(readFileSync('infra/azure/entra.json', 'utf8'))).application,
  ...inTeamPermissions,
];

const had = <T>(ended: Outcome<T>): T => {
  if (ended.is !== 'done') throw new Error(`The tenant of this machine answered ${JSON.stringify(ended)}`);
  return ended.value;
};

/** Every call of the workspace, once; what a call needs comes from the one before. */
async function driven(
  workspace: Workspace,
  { programmeTeam: team, intranetSite: site, people, sharedMailbox }: TenantState,
) {
  const [someone = '', other = ''] = people.map(({ id }) => id);
  await workspace.install(someone);
  await workspace.findChat(someone);

  const name = 'Feedback';
  const own = had(await workspace.makeTeam({ name, description: name, owner: someone }));
  await workspace.findTeam(name, name);
  await workspace.addApp(own.team, own.operation);
  await workspace.addApp(team, undefined);
  await workspace.findApp(team);

  await workspace.addMembers(team, [someone, other]);
  await workspace.missingMembers(team, [someone]);
  const { channel } = had(await workspace.makeChannel(team, name, name));
  await workspace.findChannel(team, name);
  await workspace.countChannels(team);
  await workspace.countPlans(team);
  const address = `${PUBLIC_ORIGIN}/tab/channel?group=1`;
  await workspace.pinTab({ team, channel }, { entity: name, name, address });
  await workspace.findTab({ team, channel }, name);
  await workspace.pinLink(
    { team, channel },
    { name, page: 'https://contoso.example/sites/x/SitePages/pl-1.aspx' },
  );
  await workspace.findLink({ team, channel }, { name, plan: name, tenant: name });
  await workspace.seeChannel({ team, channel });
  await workspace.seeTabs({ team, channel }, name, []);
  await workspace.removeOthers(team, [someone]);
  await archived(workspace, team, channel, own.team);

  await workspace.teamSite(team);
  const blocks = [{ is: 'text', text: name } as const];
  const { page } = had(await workspace.makePage(site, { name: 'pl-1.aspx', title: name, blocks }));
  await workspace.findPage(site, 'pl-1.aspx');
  await workspace.publishPage(site, page);
  await workspace.seePage(site, page);
  const mark = undefined;
  await workspace.revisePage(site, page, { blocks: [{ is: 'text', text: 'Feedback now' }], mark });
  await workspace.finishPage(site, page, blocks);

  const { plan } = had(await workspace.makePlan(team, name));
  await workspace.findPlan(team, name);
  const { task } = had(await workspace.makeTask({ plan, title: name }));
  await workspace.findTask(plan, name);
  await workspace.describeTask(task, { description: name, checklist: [], references: [] });
  const open = { done: false, takers: [] };
  await workspace.moveTask(task, { done: true, takers: [] }, open);
  await workspace.readTasks(plan);
  await workspace.readOwnPlan(plan, []);
  await workspace.removePlan(plan, [
    { task, title: name, notes: { description: name, checklist: [], references: [] } },
  ]);
  await met(workspace, sharedMailbox?.mail ?? '', people[0]?.mail ?? '');
}

async function archived(workspace: Workspace, team: string, channel: string, own: string) {
  await workspace.archive({ team, channel });
  await workspace.seeArchived({ team, channel });
  await workspace.archive({ team: own });
  await workspace.seeArchived({ team: own });
}

async function met(workspace: Workspace, organiser: string, guest: string) {
  const when = { start: '2026-11-24T09:00:00Z', minutes: 90, attendees: [guest] };
  await workspace.diaries(organiser, [guest], '2026-11-24T08:00:00Z', '2026-11-24T18:00:00Z');
  const draft = { ...when, subject: 'x', body: 'x', transaction: 'x', isPrivate: false };
  const { event } = had(await workspace.makeEvent(organiser, draft));
  await workspace.changeEvent(organiser, event, when);
  await workspace.cancelEvent(organiser, event);
}

/** A workspace that notes which of its calls were made. */
function noting(workspace: Workspace, made: Set<string>): Workspace {
  return new Proxy(workspace, {
    get(target, name, receiver) {
      made.add(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}

/** Paths of Graph by the permission that they take, as the tenant of this machine demands it. */
export async function callsByPermission(): Promise<Map<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-'));
  const running = await tenantFor('http://127.0.0.1:9');
  const { state } = running.tenant;
  const settings = settingsOf(running.tenant, running.url);
  // All programmes: some calls are made for one alone.
  const config = readConfig({ ...settings, PROGRAMMES: 'employees,managers', DATA_DIR: folder });
  if ('refused' in config) throw new Error(`${config.refused} ${config.why}`);
  const store = await openSqlite(folder);
  try {
    const { workspace, directory } = partsOf(config, store, { level: 'silent' });
    const made = new Set<string>();
    await directory.person(state.people[0]?.id ?? '');
    await directory.membersOf(state.facilitatorsGroup);
    await driven(noting(workspace, made), state);
    const left = Object.keys(workspace).filter((it) => !made.has(it));
    if (left.length > 0) throw new Error(`Not called, so nobody knows what they take: ${left.join(', ')}`);
    const { text } = await ask(`${running.url}/_tenant/requests`);
    return sorted(
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => Asked.parse(JSON.parse(line))),
    );
  } finally {
    await store.close();
    await running.close();
    await rm(folder, { recursive: true });
  }
}

function sorted(requests: readonly z.infer<typeof Asked>[]): Map<string, string[]> {
  const calls = new Map(declared().map((it): [string, string[]] => [it, []]));
  for (const { method, url } of requests) {
    const found = find(operations, method, new URL(url).pathname.replace(/^\/v1\.0/, ''));
    if ('status' in found) throw new Error(`The tenant of this machine does not know ${method} ${url}.`);
    const call = `${method} ${found.operation.path}`;
    for (const name of found.operation.permissions) {
      const known = calls.get(name);
      if (known && !known.includes(call)) known.push(call);
    }
  }
  // Some are made side by side, in any order.
  return new Map([...calls].map(([name, all]) => [name, all.toSorted()]));
}

const cell = (text: string) => text.replaceAll('|', '\\|');

export function pageOf(calls: ReadonlyMap<string, string[]>): string {
  const rows = [...calls].map(([name, all]) => {
    const { what, without } = reasons[name] ?? { what: '', without: '' };
    const kind = inTeamPermissions.some((it) => it === name) ? 'in the team' : 'tenant';
    return `| \`${name}\` | ${kind} | ${cell(what)} | ${all.map((it) => `\`${it}\``).join('<br>')} | ${cell(without)} |`;
  });
  return `# Permissions

What Peerloop asks for in Microsoft Graph, all of it as an application. *Tenant*: an administrator grants it for the whole tenant
(\`infra/azure/entra.json\`). *In the team*: resource-specific, it holds only in teams that have the app
(\`appPackage/manifest.json\`). Each one can be withheld; \`withheld.test.ts\`, \`meetings.test.ts\`, \`archived.test.ts\` and \`confidential.test.ts\` in \`test/journeys\` live without each.
This page is written by \`npm run permissions\` from the calls that the product makes.

| permission | holds in | what for | calls | without it |
|---|---|---|---|---|
${rows.join('\n')}

Once a permission is granted later, a member presses “Try again” on the card that says what could not be made; what is there already
is looked up first and stays as it is. What is read of people is asked for again after a day, roles after ten minutes.
`;
}

if (import.meta.main) writeFileSync('docs/permissions.md', pageOf(await callsByPermission()));
