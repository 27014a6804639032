// A ready-made topic has a name of its own: what is saved twice, or is called as a topic that people wait for, is refused.
import { expect, test } from 'vitest';
import { policiesOf } from '../../bot/group/policy.ts';
import { addedStarters, starters } from '../../bot/knowledge/starters.ts';
import { type Command, isRefusal } from '../../bot/lifecycle/decision.ts';
import { openBook } from '../../bot/run/book.ts';
import { handle } from '../../bot/run/handle.ts';
import { transact } from '../../bot/run/transact.ts';
import { ann, hana, start, uuid } from '../lifecycle/given.ts';
import { openShell, steps, tenant } from './shell.ts';

const book = openBook(steps, policiesOf(['managers', 'employees']));
const inside = { why: 'Why', questions: 'What?', exercise: 'Try it.', progress: 'Less asking.' };
const [first = '', second = ''] = addedStarters;
const delegating = starters[1]?.id ?? '';

async function facilitators() {
  const { store, knows, types, happened } = await openShell();
  await knows(ann, hana);
  const says = async (command: Command) => {
    const actor = { tenant, by: hana, via: 'tab', now: start, facilitator: true } as const;
    const end = await transact(store, (tx) => handle(tx, book, actor, command));
    return isRefusal(end) ? end.refused : 'accepted';
  };
  /** Somebody wants to learn that. */
  const names = async (text: string, programme: 'managers' | 'employees', topic: string) => {
    const name = `name of ${topic}`;
    const row = { id: name, owner: { person: ann }, audience: 'company', text } as const;
    await transact(store, (tx) => tx.words.write(tenant, [row], start));
    const proposed = { type: 'topicProposed', v: 1, topic, name, person: ann, programme } as const;
    await happened(`topic/${topic}`, [{ ...proposed, at: start, by: ann, via: 'chat' }]);
  };
  const writes = (name: string, topic?: string) =>
    says({ do: 'writeStarter', name, ...inside, ...(topic ? { topic } : {}) });
  return { names, writes, types };
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
