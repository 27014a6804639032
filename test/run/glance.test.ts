// Who looks at a card in the channel sees what they may see now; looking writes nothing down and asks nobody.
import { expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import type { Policy } from '../../bot/group/policy.ts';
import type { Turn } from '../../bot/run/turn.ts';
import { formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { openTalk, silent, type Talk } from './talk.ts';

const canary = 'Say it before the day is over';
const place = {
  kind: 'channel',
  conversation: '19:c@thread.tacv2;messageid=1',
  serviceUrl: 'http://127.0.0.1/',
  channel: '19:c@thread.tacv2',
} as const;

/** Lena and Aoife in one group with a channel; Holger is somewhere in the team. */
async function channel(policy: Partial<Policy> = {}): Promise<{
  talk: Talk;
  asked: string[];
  goesOn(...events: GroupEvent[]): Promise<void>;
}> {
  const asked: string[] = [];
  const talk = await openTalk({
    ...silent,
    person(oid) {
      asked.push(oid);
      return silent.person(oid);
    },
  });
  const people = ['lena', 'aoife', 'benoit'];
  for (const who of people) await talk.writes(who, 'hello');
  const ids = await Promise.all(people.map(talk.idOf));
  const [lena = ''] = ids;
  const goesOn = (...events: GroupEvent[]) =>
    talk.happened(
      `group/${group}`,
      lived(start, ...events).map(({ event }) => event),
    );
  await talk.happened(
    `group/${group}`,
    formed(ids, policy).map(({ event }) => event),
  );
  await goesOn({ type: 'channelOpened', v: 1, team: 'team', channel: place.channel });
  const said = await talk.says(lena, { do: 'addObjective', group, objective: canary });
  expect(said).toBe('accepted');
  asked.length = 0;
  return { talk, asked, goesOn };
}

const looks = async (
  talk: Talk,
  who: string,
  fields: Record<string, unknown> = {},
  more: { place: Turn['place']; invoke?: boolean } = { place },
) =>
  JSON.stringify(
    await talk.hear(
      who,
      {
        is: 'pressed',
        verb: 'show.post.stage',
        fields: { group, ...fields },
        invoke: more.invoke ?? true,
      },
      { place: more.place, keys: ['the same'] },
    ),
  );

test('a member sees the group’s own part, anybody else what everyone sees', async () => {
  const { talk } = await channel();
  const lena = await looks(talk, 'lena', { stage: 'objectives', cycle: 1 });
  expect(lena).toContain(canary);
  expect(lena).toContain('Still waiting for');
  const aoife = await looks(talk, 'aoife');
  expect(aoife).toContain('For your group');
  expect(aoife).not.toContain(canary);
  const holger = await looks(talk, 'holger', { stage: 'objectives', cycle: 1 });
  expect(holger).toContain('A new cycle begins');
  expect(holger).not.toContain('For your group');
  expect(holger).not.toContain('Name ');
});

test('the same look is answered anew each time, and who has left sees what everyone sees', async () => {
  const { talk, goesOn } = await channel();
  expect(await looks(talk, 'lena')).toContain(canary);
  await goesOn({ type: 'stageBegan', v: 1, stage: 'kickOff' });
  expect(await looks(talk, 'lena')).toContain('Next the group meets for its kick-off');
  const said = await talk.says(await talk.idOf('lena'), { do: 'leaveGroup', group });
  expect(said).toBe('accepted');
  const left = await looks(talk, 'lena');
  expect(left).toContain('Next the group meets for its kick-off');
  expect(left).not.toContain(canary);
  expect(left).not.toContain('For your group');
});

test('looking asks no directory, writes nobody down, plans nothing and forgets no open question', async () => {
  const { talk, asked } = await channel();
  await talk.hear('lena', { is: 'text', text: 'new objective' }, { place });
  asked.length = 0;
  const before = await talk.effects();
  const lena = await talk.idOf('lena');
  const remembered = () =>
    talk.store.transaction((tx) => tx.conversations.get(tenant, lena, place.conversation, start));
  const open = await remembered();
  expect(open).toBeDefined();
  for (const who of ['lena', 'holger']) await looks(talk, who);
  expect(asked).toEqual([]);
  expect(await talk.effects()).toEqual(before);
  expect(await talk.idOf('holger')).toBe('');
  expect(await remembered()).toEqual(open);
});

test.each([{ group: uuid(77) }, { group: 'nonsense' }, { group, stage: 'never', cycle: 'x' }, {}])(
  'a card of another day (%o) is answered without an error and without words',
  async (fields) => {
    const { talk } = await channel();
    const answer = await talk.hear(
      'holger',
      { is: 'pressed', verb: 'show.post.welcome', fields, invoke: true },
      { place },
    );
    expect(answer).toHaveProperty('card');
    expect(JSON.stringify(answer)).not.toContain(canary);
  },
);

test('a client that cannot look presses, and is answered in the chat', async () => {
  const { talk } = await channel();
  await talk.hear(
    'lena',
    { is: 'pressed', verb: 'show.post.stage', fields: { group }, invoke: false },
    { place },
  );
  await talk.works();
  const [last, notice] = talk.sent.toReversed();
  const both = [last, notice].map((it) => [it?.conversation, JSON.stringify(it?.message).includes(canary)]);
  expect(both).toEqual(expect.arrayContaining([['a:lena', true]]));
  expect(both).toEqual(expect.arrayContaining([[place.conversation, false]]));
});

test('of a confidential group its own channel shows what everyone in it may read, and no other place anything', async () => {
  const { talk } = await channel({ confidential: true });
  const elsewhere = { ...place, conversation: '19:other@thread.tacv2', channel: '19:other@thread.tacv2' };
  expect(await looks(talk, 'holger')).toContain('A new cycle begins');
  expect(await looks(talk, 'lena', {}, { place: elsewhere })).toContain(canary);
  await talk.writes('holger', 'hello');
  for (const who of ['holger', 'nobody']) {
    const outside = await looks(talk, who, {}, { place: elsewhere });
    expect(outside).toContain('This group is no longer open to you');
    expect(outside).not.toContain('A new cycle begins');
  }
  await looks(talk, 'holger', {}, { place: elsewhere, invoke: false });
  await talk.works();
  expect(JSON.stringify(talk.sent)).not.toContain('A new cycle begins');
});

test('the programme team is greeted when the app comes, and no other team is', async () => {
  const { talk } = await channel();
  const greeted = async (teamGroup: string) => {
    await talk.hear('holger', { is: 'installed' }, { place: { ...place, teamGroup } });
    return (await talk.effects()).filter(({ news }) => news.is === 'answer').length;
  };
  expect(await greeted('own')).toBe(0);
  expect(await greeted('team')).toBe(1);
});
