// A ready-made topic has a name of its own: what is saved twice, or is called as a topic that people wait for, is refused.
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { policiesOf } from '../../bot/group/policy.ts';
import { addedStarters, starters } from '../../bot/knowledge/starters.ts';
import { type Command, isRefusal } from '../../bot/lifecycle/decision.ts';
import { openBook } from '../../bot/run/book.ts';
import { handle } from '../../bot/run/handle.ts';
import { transact } from '../../bot/run/transact.ts';
import { ann, hana, start, uuid } from '../lifecycle/given.ts';
import { openShell, steps, tenant, work } from './shell.ts';

const book = openBook(steps, policiesOf(['managers', 'employees']));
const inside = { why: 'Why', questions: 'What?', exercise: 'Try it.', progress: 'Less asking.' };
const [first = '', second = ''] = addedStarters;
const delegating = starters[1]?.id ?? '';

async function facilitators() {
  const shell = await openShell();
  const { store, knows, types, happened } = shell;
  await knows(ann, hana);
  const says = async (command: Command) => {
    const actor = { tenant, by: hana, via: 'tab', now: shell.times.now, facilitator: true } as const;
    const end = await transact(store, (tx) => handle(tx, book, actor, command));
    return isRefusal(end) ? end.refused : 'accepted';
  };
  /** Somebody wants to learn that. */
  const names = async (text: string, programme: 'managers' | 'employees', topic: string) => {
    const name = randomUUID();
    const row = { id: name, owner: { person: ann }, audience: 'company', text } as const;
    await transact(store, (tx) => tx.words.write(tenant, [row], start));
    const proposed = { type: 'topicProposed', v: 1, topic, name, person: ann, programme } as const;
    await happened(`topic/${topic}`, [{ ...proposed, at: start, by: ann, via: 'chat' }]);
  };
  const writes = (name: string, topic?: string) =>
    says({ do: 'writeStarter', name, ...inside, ...(topic ? { topic } : {}) });
  /** Waits for it. */
  const wants = (person: string, topic: string) =>
    happened(`person/${person}`, [
      { type: 'interestRegistered', v: 1, topic, person, at: start, by: person, via: 'chat' },
    ]);
  /** What was told since, after some time. */
  const told = async () => {
    shell.times.pass('PT20M');
    shell.parts.book = book;
    await work(shell);
    return shell.sent.splice(0).map(({ conversation, message }) => [conversation, JSON.stringify(message)]);
  };
  return { names, writes, types, wants, told, says };
}

test('One that is saved again after a lost answer takes no second place', async () => {
  const { writes, types } = await facilitators();
  expect(await writes('Reading a budget')).toBe('accepted');
  expect(await writes('reading a Budget!')).toBe('topicThere');
  expect(await types(`topic/${second}`)).toEqual([]);
  expect(await writes('Reading a budget', first)).toBe('accepted');
});

test('One that is called as a topic people wait for, or as one of ours, is refused; another programme has its own', async () => {
  const { names, writes } = await facilitators();
  await names('Budgets', 'managers', uuid(81));
  await names('Reading a budget', 'employees', uuid(82));
  expect(await writes('Budgets')).toBe('topicThere');
  expect(await writes('Delegating work')).toBe('topicThere');
  expect(await writes('Delegating work', delegating)).toBe('accepted');
  expect(await writes('Reading a budget')).toBe('accepted');
});

test('Whoever waits for one hears once that it is called something else, and nobody where only other words of it changed', async () => {
  const { names, writes, wants, told, says } = await facilitators();
  await names('Delegating work', 'managers', delegating);
  for (const person of [ann, hana]) await wants(person, delegating);
  await writes('Letting go', delegating);
  await writes('Handing over work', delegating);
  // Whoever did it knows.
  expect(await told()).toEqual([
    [ann, expect.stringContaining('“Delegating work” is called “Handing over work” now')],
  ]);
  await writes('Handing over work', delegating);
  expect(await told()).toEqual([]);
  expect(await says({ do: 'dropStarterWords', topic: delegating })).toBe('accepted');
  expect(await told()).toEqual([
    [ann, expect.stringContaining('“Handing over work” is called “Delegating work” now')],
  ]);
});
