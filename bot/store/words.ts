// What people wrote, each sentence with the rule of who may read it.
import type { Selectable } from 'kysely';
import type { Owner, WordId, Written } from '../lifecycle/decision.ts';
import { storable } from './columns.ts';
import type { Reader, Words } from './contract.ts';
import type { Pen } from './pen.ts';
import { prepared } from './prepared.ts';
import type { Schema, Trx } from './schema.ts';
import type { Seen } from './seen.ts';

type Row = Selectable<Schema['words']>;

const rowsOf = prepared((trx, its: { tenant: string; ids: WordId[] }) =>
  trx.selectFrom('words').selectAll().where('tenant', '=', its.tenant).where('id', 'in', its.ids),
);

export const words = (trx: Trx, { pen, seen }: { pen: Pen; seen: Seen }): Words => ({
  async write(tenant, rows, at) {
    // Before it: what somebody writes while they are forgotten would outlive them.
    if (rows.length === 0) return;
    await pen.take();
    seen.clear();
    for (const row of rows) {
      const owner = ownerOf(row.owner);
      const group = row.group ?? (owner.owner_kind === 'group' ? owner.owner : null);
      const text = 'text' in row ? storable(row.text) : await copied(trx, tenant, row);
      await trx
        .insertInto('words')
        .values({ tenant, id: row.id, ...owner, audience: row.audience, group, text, at })
        .execute();
    }
  },

  async readable(tenant, ids, reader) {
    const found = new Map<string, string>();
    if (ids.length === 0) return found;
    const rows = await seen.each(`words ${tenant}`, ids, async (unseen) => {
      const { rows } = await rowsOf(trx, { tenant, ids: unseen });
      return new Map(rows.map((row) => [row.id, row]));
    });
    for (const row of rows.values())
      if (row.text !== null && mayRead(row, reader)) found.set(row.id, row.text);
    return found;
  },

  async shownOf(tenant, owner) {
    const rows = await trx
      .selectFrom('words')
      .select('group')
      .distinct()
      .where((it) => it.and({ tenant, owner, owner_kind: 'person', audience: 'company' }))
      .where('text', 'is not', null)
      .where('group', 'is not', null)
      .orderBy('group')
      .execute();
    return rows.flatMap(({ group }) => group ?? []);
  },

  async empty(tenant, owner) {
    seen.clear();
    const { numUpdatedRows } = await trx
      .updateTable('words')
      .set({ text: null })
      .where((it) => it.and({ tenant, owner, owner_kind: 'person' }))
      .where('text', 'is not', null)
      .executeTakeFirstOrThrow();
    return Number(numUpdatedRows);
  },
});

function ownerOf(owner: Owner): Pick<Row, 'owner_kind' | 'owner'> {
  if ('person' in owner) return { owner_kind: 'person', owner: owner.person };
  if ('group' in owner) return { owner_kind: 'group', owner: owner.group };
  return { owner_kind: 'topic', owner: owner.topic };
}

async function copied(trx: Trx, tenant: string, row: Written & { copyOf: string }): Promise<string> {
  const source = await trx
    .selectFrom('words')
    .select('text')
    .where((it) => it.and({ tenant, id: row.copyOf }))
    .executeTakeFirst();
  if (typeof source?.text !== 'string')
    throw new Error(`There is no text in ${row.copyOf} to copy to ${row.id}`);
  return source.text;
}

function mayRead(row: Row, reader: Reader | null): boolean {
  if (row.audience === 'company') return true;
  if (!reader) return false;
  if (row.owner_kind === 'person' && row.owner === reader.person) return true;
  if (row.audience === 'self') return false;
  if (row.group !== null && reader.groups.includes(row.group)) return true;
  return row.audience === 'team' && reader.team;
}
