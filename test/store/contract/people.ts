// People and tombstones: the row that leads to the directory, and what is left when it is emptied.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../../bot/store/contract.ts';
import { at, type Bench, known, type MakeBench, tenant, within } from '../bench.ts';

export function peopleContract(bench: MakeBench): void {
  let place: Bench;
  let store: Store;
  beforeEach(async () => {
    place = await bench();
    store = await place.open();
    return () => store.close();
  });
  const save = (...people: ReturnType<typeof known>[]) =>
    within(store, async (tx) => {
      for (const person of people) await tx.people.save(tenant, person);
    });

  describe('people', () => {
    test('are found by their own id and by that of the directory', async () => {
      await save(known('p1', 'ana'), known('p2', 'ben'));
      await within(store, async (tx) => {
        expect(await tx.people.byOid(tenant, 'oid-ben')).toEqual(known('p2', 'ben'));
        expect(await tx.people.byOid(tenant, 'oid-cai')).toBeUndefined();
        expect(await tx.people.byOid('fabrikam', 'oid-ben')).toBeUndefined();
        expect(await tx.people.get(tenant, ['p1', 'p1', 'p3'])).toEqual(
          new Map([['p1', known('p1', 'ana')]]),
        );
        expect(await tx.people.get(tenant, [])).toEqual(new Map());
      });
    });

    test('are replaced by id', async () => {
      await save(known('p1', 'ana'));
      const moved = { ...known('p1', 'ana'), reach: { is: 'blocked' } as const, refreshed: at(60) };
      await save(moved);
      expect(await within(store, (tx) => tx.people.byOid(tenant, 'oid-ana'))).toEqual(moved);
    });

    test('are read as they are after a write in the same transaction', async () => {
      await save(known('p1', 'ana'));
      const moved = { ...known('p1', 'ana'), refreshed: at(60) };
      await within(store, async (tx) => {
        const read = async () => (await tx.people.get(tenant, ['p1', 'p2'])).get('p1');
        expect(await read()).toEqual(known('p1', 'ana'));
        await tx.people.save(tenant, moved);
        expect(await read()).toEqual(moved);
        await tx.people.save(tenant, known('p2', 'ben'));
        expect((await tx.people.get(tenant, ['p2'])).size).toBe(1);
        await tx.people.forget(tenant, 'p1');
        expect(await read()).toBeUndefined();
      });
    });

    test('cannot share an id of the directory', async () => {
      await save(known('p1', 'ana'));
      await expect(save(known('p2', 'ana'))).rejects.toThrow();
      await within(store, (tx) => tx.people.save('fabrikam', known('p2', 'ana')));
    });

    test('leave nothing but their random id when forgotten', async () => {
      await save(known('p1', 'ana'), known('p2', 'ben'));
      await within(store, (tx) => tx.people.forget(tenant, 'p1'));
      await within(store, async (tx) => {
        expect(await tx.people.byOid(tenant, 'oid-ana')).toBeUndefined();
        expect(await tx.people.get(tenant, ['p1', 'p2'])).toEqual(new Map([['p2', known('p2', 'ben')]]));
      });
      await store.close();
      const [row] = await place.sql("SELECT * FROM people WHERE id = 'p1'");
      expect(row).toEqual({ tenant, id: 'p1', oid: null, facts: null, reach: null, refreshed: null });
      store = await place.open();
    });

    test('are not brought back by a refresh that started before', async () => {
      await save(known('p1', 'ana'));
      await within(store, (tx) => tx.people.forget(tenant, 'p1'));
      await save(known('p1', 'ana'));
      expect(await within(store, (tx) => tx.people.byOid(tenant, 'oid-ana'))).toBeUndefined();
    });

    test('who come again are somebody new', async () => {
      await save(known('p1', 'ana'), known('p2', 'ben'));
      await within(store, async (tx) => {
        await tx.people.forget(tenant, 'p1');
        await tx.people.forget(tenant, 'p2');
      });
      await save(known('p3', 'ana'));
      expect((await within(store, (tx) => tx.people.byOid(tenant, 'oid-ana')))?.id).toBe('p3');
    });
  });

  describe('tombstones', () => {
    test('are kept once each', async () => {
      await within(store, async (tx) => {
        for (const hash of ['b', 'a', 'b']) await tx.tombstones.add(hash, at(0));
      });
      expect(await within(store, (tx) => tx.tombstones.all())).toEqual(['a', 'b']);
    });
  });
}
