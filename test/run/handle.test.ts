// One command from outside: refused by name and without a trace, or written whole.
import { describe, expect, test } from 'vitest';
import { transact } from '../../bot/run/transact.ts';
import { StaleStream } from '../../bot/store/contract.ts';
import { ann, group } from '../lifecycle/given.ts';
import { openShell, type Shell, steps } from './shell.ts';

const inner = steps.flatMap(({ commands = [] }) => commands.filter((it) => it.inner).map((it) => it.name));

async function leavesNoTrace(shell: Shell): Promise<void> {
  expect(await shell.types(`person/${ann}`)).toEqual([]);
  expect(await shell.types(`group/${group}`)).toEqual([]);
  expect(await shell.effects()).toEqual([]);
}

test('what only the clock and outcomes may say is refused to people', async () => {
  expect(inner).toEqual(expect.arrayContaining(['placeBuilt', 'projectBuilt', 'considerGroup']));
  const shell = await openShell();
  for (const name of inner) {
    const said = await shell.says(ann, { do: name, group, step: 'members', team: 'theirs' });
    expect(said, name).toEqual({ refused: 'malformed', about: { field: 'do' } });
  }
  await leavesNoTrace(shell);
});

describe('a command is refused by name and writes nothing', () => {
  test.each([
    ['nobody knows', { do: 'constructor' }, 'malformed', { field: 'do' }],
    ['an empty text', { do: 'proposeTopic', name: '  ' }, 'empty', undefined],
    ['a text too long', { do: 'proposeTopic', name: 'x'.repeat(81) }, 'tooLong', { most: 80 }],
    [
      'a text too long in code points',
      { do: 'proposeTopic', name: '👍'.repeat(81) },
      'tooLong',
      { most: 80 },
    ],
    ['no text', { do: 'proposeTopic', name: 5 }, 'malformed', { field: 'name' }],
    ['a field missing', { do: 'proposeTopic' }, 'malformed', { field: 'name' }],
    ['a field too many', { do: 'proposeTopic', name: 'Law', admin: true }, 'malformed', { field: '' }],
    ['an id that is none', { do: 'registerInterest', topic: '../x' }, 'malformed', { field: 'topic' }],
    ['an id that nothing has', { do: 'registerInterest', topic: group }, 'unknownTopic', undefined],
    ['a group of nobody', { do: 'finishTask', group, task: 1 }, 'unknownGroup', undefined],
  ])('%s', async (_, command, refused, about) => {
    const shell = await openShell();
    await shell.knows(ann);
    expect(await shell.says(ann, command)).toEqual({ refused, ...(about ? { about } : {}) });
    await leavesNoTrace(shell);
  });
});

test('the longest text that is allowed is kept', async () => {
  const shell = await openShell();
  await shell.knows(ann);
  expect(await shell.says(ann, { do: 'proposeTopic', name: '👍'.repeat(80) })).toBe('accepted');
  expect(await shell.types(`person/${ann}`)).toEqual(['interestRegistered']);
});

describe('a decision that was overtaken', () => {
  const overtaken = (times: number) => {
    let tries = 0;
    return async () => {
      tries++;
      if (tries <= times) throw new StaleStream('somebody was quicker');
      return tries;
    };
  };

  test.each([0, 1, 2])('%i times is decided again', async (times) => {
    const { store } = await openShell();
    expect(await transact(store, overtaken(times))).toBe(times + 1);
  });

  test('three times is given up', async () => {
    const { store } = await openShell();
    await expect(transact(store, overtaken(3))).rejects.toThrow(StaleStream);
  });

  test('a broken world is not tried again', async () => {
    const { store } = await openShell();
    let tries = 0;
    const broken = async () => {
      tries++;
      throw new Error('disk full');
    };
    await expect(transact(store, broken)).rejects.toThrow('disk full');
    expect(tries).toBe(1);
  });
});
