// A facilitator settles what the app could not do: in the tab alone, once, and nobody else does.
import { expect, test } from 'vitest';
import { tabFor } from '../../bot/run/tab.ts';
import { ann } from '../lifecycle/given.ts';
import { type Shell, tenant, withGroup, work } from './shell.ts';
import { silent } from './talk.ts';

const effect = '00000000-0000-4000-8000-0000000000e1';
const signed = { tenant, oid: 'oid-hana', name: 'Hana' };

/** A message that was refused for certain; what is sent from then on arrives. */
async function refusedOnce(): Promise<Shell> {
  const shell = await withGroup();
  shell.speaks = async () => ({ is: 'refused', status: 413, code: 'MessageSizeTooBig' });
  await shell.plans({ id: effect, lane: `person/${ann}`, news: { is: 'tell', to: ann, what: 'help' } });
  await work(shell);
  shell.speaks = async () => ({ is: 'done', value: { activity: '1' } });
  return shell;
}

function inTab({ parts }: Shell) {
  const { store, book, clock, contact, forgotten, groupsPerTeam } = parts;
  const tab = tabFor({ store, book, clock, contact, forgotten, groupsPerTeam, directory: silent, wake() {} });
  return (key: string, fields: Record<string, unknown>, facilitator = true) =>
    tab.command(signed, key, { do: 'closeEffect', effect, ...fields }, facilitator);
}
const done = { is: 'done', undo: null };
const refused = (why: string) => ({ is: 'refused', refusal: { refused: why } });

test('What failed is off the list once it was seen to, and a second press changes nothing', async () => {
  const shell = await refusedOnce();
  const press = inTab(shell);
  expect(await shell.counts()).toMatchObject({ failed: 1 });
  expect(await press('one', { how: 'seen' })).toEqual(done);
  expect(await press('one', { how: 'seen' })).toEqual(done);
  expect(await press('two', { how: 'seen' })).toEqual(refused('effectNotOpen'));
  expect(await shell.counts()).toMatchObject({ failed: 0, due: 0 });
  await work(shell);
  expect(shell.sent).toHaveLength(1);
});

test('A message that was not sent goes out again, once for however many presses', async () => {
  const shell = await refusedOnce();
  const press = inTab(shell);
  expect(await press('one', { how: 'again' })).toEqual(done);
  expect(await press('two', { how: 'again' })).toEqual(refused('effectNotOpen'));
  await work(shell);
  expect(shell.sent).toHaveLength(2);
  expect(await shell.effect(effect)).toMatchObject({ state: 'done' });
});

test('Nobody else may, and what is no effect is none', async () => {
  const shell = await refusedOnce();
  const press = inTab(shell);
  expect(await press('one', { how: 'seen' }, false)).toEqual(refused('facilitatorsOnly'));
  expect(await press('two', { how: 'forget' })).toMatchObject(refused('malformed'));
  expect(await press('three', { how: 'seen', effect: 'nonsense' })).toMatchObject(refused('malformed'));
  expect(await press('four', { how: 'seen', effect: effect.replace('e1', 'e2') })).toEqual(
    refused('effectNotOpen'),
  );
  expect(await shell.effect(effect)).toMatchObject({ state: 'failed' });
});
