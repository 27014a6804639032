// A community of practice has no limit of size: thirty and more join, ask and answer, and its cards and posts still fit.
import { expect, test } from 'vitest';
import { communityOf } from '../../bot/run/communities.ts';
import { render } from '../../bot/run/render.ts';
import { uuid } from '../lifecycle/given.ts';
import { read } from '../lifecycle/sound.ts';
import { openShell, tenant } from './shell.ts';

/** More than any learning group takes, and more than a card in a channel refreshes for by itself. */
const people = Array.from({ length: 70 }, (_, n) => uuid(200 + n));
const [first = '', second = ''] = people;
const last = people.at(-1) ?? '';
const group = communityOf(tenant, 'Sales') ?? '';
/** Teams: "Maximum message size", 28 KB for a bot's message. */
const mostBytes = 28 * 1024;

test('Seventy are in one community, each comes, goes and answers, and nobody is counted against a limit (R6, R18)', async () => {
  const shell = await openShell();
  await shell.knows(...people);
  expect(await shell.says(first, { do: 'foundCommunity' })).toBe('accepted');
  for (const it of people.slice(1))
    expect(await shell.says(it, { do: 'joinCommunity', group }), it).toBe('accepted');
  const asked = { do: 'openThread', group, kind: 'question', words: 'Who has done this before?' };
  expect(await shell.says(first, asked)).toBe('accepted');
  const thread = await shell.store.transaction(async (tx) => {
    const [row] = await tx.pools.threadPage(tenant, group, { like: '', after: null, most: 1 });
    return row?.thread ?? '';
  });
  for (const [n, it] of people.slice(1).entries())
    expect(await shell.says(it, { do: 'answerThread', thread, words: `I have, says number ${n}.` })).toBe(
      'accepted',
    );
  expect(await shell.says(second, { do: 'leaveCommunity', group })).toBe('accepted');

  const drawn = (show: string, reader: string | null, place: { place?: 'team' } = {}) =>
    shell.store.transaction((tx) =>
      render(tx, shell.parts.book, {
        tenant,
        reader,
        group,
        show,
        about: { thread },
        now: shell.times.now,
        contact: 'Anja',
        ...place,
      }),
    );
  for (const [show, reader] of [
    ['community', last],
    ['communities', last],
    ['thread', last],
    ['thread', first],
    ['post.thread', last],
  ] as const) {
    const card = await drawn(show, reader);
    expect(JSON.stringify(card).length, show).toBeLessThan(mostBytes);
    expect(read(card)).toContain('◇ Community of practice');
  }
  expect(read(await drawn('communities', last))).toContain('69 members');
  expect(read(await drawn('thread', last))).toContain('69 answers');
  const posted = await drawn('post.thread', null, { place: 'team' });
  expect(JSON.stringify(posted).length).toBeLessThan(mostBytes);
  expect(read(posted)).not.toContain('Who has done this before?');
  // Teams refreshes a card by itself for sixty people at most.
  const { refresh } = posted.card as { refresh?: { userIds: string[] } };
  expect(refresh?.userIds.length).toBeLessThanOrEqual(60);
});
