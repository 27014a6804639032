// The daily look at a group's place in the shell: what it makes of what was lost before, and lost or found in another way.
import { expect, test } from 'vitest';
import type { GroupEvent, Loss, Part } from '../../bot/group/group.ts';
import { shortId } from '../../bot/group/keys.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import { group, lived, start } from '../lifecycle/given.ts';
import { type Shell, withGroup, work } from './shell.ts';

const there: GroupEvent[] = [
  { type: 'membersAdded', v: 1, team: 'team' },
  { type: 'channelOpened', v: 1, team: 'team', channel: '19:c' },
  { type: 'tabPinned', v: 1, tab: 'tab' },
];
type Channel = Outcome<{ name: string; archived: boolean } | null>;

async function lost(part: Part, how: Loss): Promise<Shell> {
  const shell = await withGroup();
  const events = lived(start, ...there, { type: 'partLost', v: 1, part, how });
  await shell.happened(
    `group/${group}`,
    events.map(({ event }) => event),
  );
  return shell;
}

/** One look, and the second one that follows where something is missed; the last of what was recorded. */
async function looks(shell: Shell, channel: Channel, team: boolean | null = true): Promise<string[]> {
  const before = await shell.types(`group/${group}`);
  shell.plays({
    seeChannel: async () => channel,
    seeArchived: async ({ channel: of }) => ({ is: 'done', value: of === undefined ? team : null }),
    seeTabs: async () => ({ is: 'done', value: { own: true, links: [] } }),
  });
  await shell.plans({
    id: `look ${shell.times.now}`,
    lane: 'look',
    news: { is: 'build', step: 'verify', group },
  });
  await work(shell);
  shell.times.pass('PT2M');
  await work(shell);
  return (await shell.types(`group/${group}`)).slice(before.length);
}

const seen = (archived: boolean): Channel => ({
  is: 'done',
  value: { name: `Feedback ${shortId(group)}`, archived },
});
const none: Channel = { is: 'done', value: null };

test.each(['archived', 'gone'] as const)(
  'A team that was lost (%s) is there again when its channel is, though nobody has said so',
  async (how) => {
    expect(await looks(await lost('team', how), seen(false))).toEqual(['partFound']);
  },
);

test('A team that is still archived, as its channels say, stays lost', async () => {
  expect(await looks(await lost('team', 'archived'), seen(true))).toEqual([]);
});

test.each([
  ['archived', seen(true), ['partFound', 'partLost'], 'Somebody has archived the channel'],
  ['archived', none, ['partFound', 'partLost'], 'Somebody has removed the channel'],
  ['gone', none, ['partFound', 'partLost'], 'Somebody has removed the channel'],
] as const)(
  'A team that was %s and is back is not lost any more where its channel, met as %j, is',
  async (how, channel, types, said) => {
    const shell = await lost('team', how);
    const before = shell.sent.length;
    expect(await looks(shell, channel, false)).toEqual(types);
    const told = shell.sent.slice(before).map(({ message }) => JSON.stringify(message));
    expect(told).toHaveLength(3);
    expect(told[0]).toContain(said);
    expect(told[0]).not.toContain('the team:');
    if (said.includes('archived')) expect(told[0]).toContain('can bring it back; I notice by myself');
    expect(await looks(shell, channel, false)).toEqual([]);
  },
);

test('A team that was archived, and then deleted, is said to be removed', async () => {
  const shell = await lost('team', 'archived');
  expect(await looks(shell, none, null)).toEqual(['partLost']);
  expect(JSON.stringify(shell.sent.at(-1))).toContain('Somebody has removed the team');
});

test.each([
  ['archived', none, ['partLost']],
  ['gone', none, []],
  ['archived', seen(true), []],
  ['archived', seen(false), ['partFound']],
] as const)(
  'Of a channel that was %s before, a look that meets %j records %j',
  async (how, channel, types) => {
    expect(await looks(await lost('channel', how), channel)).toEqual(types);
  },
);

test.each([
  ['is as it was left', [], false, []],
  ['was changed by people', [], true, ['revise']],
  ['was left to people before', [{ type: 'pageLeft', v: 1, code: 'pageEdited' }], true, []],
] as const)('Of a page that %s, a look plans what follows', async (_, before, changed, steps) => {
  const shell = await withGroup();
  const mark = 'a1'.repeat(32);
  const page: GroupEvent[] = [
    { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://contoso.example/page' },
    { type: 'pagePublished', v: 1 },
    { type: 'pageRevised', v: 1, mark },
    ...before,
  ];
  await shell.happened(
    `group/${group}`,
    lived(start, ...page).map(({ event }) => event),
  );
  shell.plays({
    seePage: async (...[, , known]) => ({
      is: 'done',
      value: { published: true, changed: changed && known === mark },
    }),
  });
  await shell.plans({ id: 'look', lane: 'look', news: { is: 'build', step: 'verify', group } });
  await work(shell);
  const planned = (await shell.effects()).flatMap(({ id, news }) =>
    id !== 'look' && news.is === 'build' ? [news.step] : [],
  );
  expect(planned).toEqual(steps);
});
