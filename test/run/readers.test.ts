// Who reads what is decided by who they are: the words of the programme team are not everybody's.
import { expect, test } from 'vitest';
import { policiesOf } from '../../bot/group/policy.ts';
import { viewFor } from '../../bot/run/render.ts';
import { ann, ben, cem, formed, group, lived, start, uuid } from '../lifecycle/given.ts';
import { openShell, tenant } from './shell.ts';

const title = uuid(91);
const colleague = uuid(19);

test('what is for the programme team is read by people of its groups, and by nobody else in a chat', async () => {
  const shell = await openShell();
  await shell.knows(ann, ben, cem, colleague);
  const project = { type: 'projectChosen', v: 1, kind: 'links', person: ann, title, tasks: 4 } as const;
  await shell.happened(
    `group/${group}`,
    [...formed([ann, ben, cem]), ...lived(start, project)].map(({ event }) => event),
  );
  const row = { id: title, owner: { group }, audience: 'team', group, text: 'Feedback links' } as const;
  await shell.store.transaction((tx) => tx.words.write(tenant, [row], start));
  const seenBy = (reader: string) =>
    shell.store.transaction(async (tx) => {
      const view = await viewFor(
        tx,
        { policies: policiesOf(['employees']) },
        { tenant, reader, group, show: '', now: start, contact: '' },
      );
      return view.text(title);
    });
  expect(await seenBy(ann)).toBe('Feedback links');
  expect(await seenBy(colleague)).not.toBe('Feedback links');
});
