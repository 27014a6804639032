// Opening again: all is still there, changed read models are rebuilt, a newer schema is refused.
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { StoreUnusable } from '../../../bot/store/contract.ts';
import {
  append,
  type Bench,
  happened,
  type MakeBench,
  proposed,
  registered,
  tell,
  tenant,
  within,
} from '../bench.ts';

const tables = ['topics', 'interests', 'seats', 'groups', 'memberships'];

async function snapshot(place: Bench): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const table of tables) {
    rows[table] = (await place.sql(`SELECT * FROM ${table}`)).map((row) => JSON.stringify(row)).sort();
  }
  return rows;
}

async function live(store: Store): Promise<void> {
  const seat = { v: 1, group: 'blue', topic: 'feedback' } as const;
  await append(
    store,
    'topic/feedback',
    happened({ type: 'topicProposed', v: 1, topic: 'feedback', name: 'w', person: 'ana' }),
  );
  const people = Array.from({ length: 300 }, (_, n) => `p${n}`);
  for (const person of [...people, 'ana', 'ben', 'cai']) {
    await append(
      store,
      `person/${person}`,
      registered(person, 'feedback', person.length),
      registered(person, 'agile'),
    );
  }
  await append(store, 'group/blue', proposed('blue', 'feedback', ['ana', 'ben', 'cai']));
  for (const person of ['ana', 'ben', 'cai']) {
    await append(store, `person/${person}`, happened({ type: 'seatHeld', ...seat, person }));
    await append(store, 'group/blue', happened({ type: 'seatAccepted', v: 1, person }));
  }
  await append(store, 'group/blue', happened({ type: 'groupFormed', v: 1, members: ['ana', 'ben', 'cai'] }));
  for (const person of ['ana', 'ben']) {
    await append(store, `person/${person}`, happened({ type: 'seatTaken', ...seat, person }));
  }
  await append(store, 'group/blue', happened({ type: 'channelOpened', v: 1, team: 't', channel: '19:blue' }));
  await append(store, 'person/ben', happened({ type: 'personErased', v: 1, person: 'ben' }));
}

export function rebuildContract(bench: MakeBench): void {
  describe('opening again', () => {
    test('rebuilds a read model whose version changed, with the same rows', async () => {
      const place = await bench();
      const first = await place.open();
      await live(first);
      await first.close();
      const before = await snapshot(place);
      expect(before.memberships).toHaveLength(2);
      expect(before.interests?.length).toBeGreaterThan(600);
      for (const table of tables) await place.sql(`DELETE FROM ${table}`);
      await place.sql("INSERT INTO seats VALUES ('contoso', 'left', 'over', 'feedback')");
      await place.sql("UPDATE numbers SET value = 0 WHERE name LIKE 'model/%'");
      await (await place.open()).close();
      expect(await snapshot(place)).toEqual(before);
    });

    test('leaves a read model alone whose version is the same', async () => {
      const place = await bench();
      await (await place.open()).close();
      await place.sql("INSERT INTO seats VALUES ('contoso', 'ana', 'blue', 'feedback')");
      await (await place.open()).close();
      expect((await snapshot(place)).seats).toHaveLength(1);
    });

    test('finds everything that was kept', async () => {
      const place = await bench();
      const first = await place.open();
      await append(first, 'person/ana', registered('ana', 'feedback'));
      await within(first, (tx) => tx.effects.plan(tenant, [tell('e', 'ana')], '2026-11-16T08:00:00Z'));
      await first.close();
      const second = await place.open();
      await within(second, async (tx) => {
        expect(await tx.streams.read(tenant, 'person/ana')).toEqual([registered('ana', 'feedback')]);
        expect(await tx.effects.list(tenant)).toHaveLength(1);
      });
      await second.close();
    });

    test('refuses a schema that a newer release wrote, and says what to do', async () => {
      const place = await bench();
      await (await place.open()).close();
      await place.sql('UPDATE schema_version SET version = 999');
      const opening = place.open();
      await expect(opening).rejects.toBeInstanceOf(StoreUnusable);
      await expect(opening).rejects.toMatchObject({
        why: 'newerSchema',
        message: expect.stringContaining('999'),
      });
      expect(await place.sql('SELECT version FROM schema_version')).toEqual([{ version: 999 }]);
    });
  });
}
