// The steps of the schema that know more than one team which groups share: which group has its place in which, and how many plans.
import type { Expression } from 'kysely';
import type { Trx } from './schema.ts';

export async function shared({ trx, text }: { trx: Trx; text: 'text' | Expression<unknown> }): Promise<void> {
  await trx.schema
    .createTable('shards')
    .addColumn('tenant', text, (it) => it.notNull())
    .addColumn('n', 'integer', (it) => it.notNull())
    .addColumn('team', text)
    .addColumn('operation', text)
    .addColumn('ready', 'integer', (it) => it.notNull())
    .addColumn('channels', 'integer')
    .addColumn('ours', 'integer')
    .addColumn('known', 'integer')
    .addColumn('code', text)
    .addColumn('since', text)
    .addPrimaryKeyConstraint('shards_key', ['tenant', 'n'])
    .execute();
  await trx.schema
    .createTable('shard_groups')
    .addColumn('tenant', text, (it) => it.notNull())
    .addColumn('group', text, (it) => it.notNull())
    .addColumn('team', text, (it) => it.notNull())
    .addPrimaryKeyConstraint('shard_groups_key', ['tenant', 'group'])
    .execute();
  await trx.schema.createIndex('shard_groups_team').on('shard_groups').columns(['tenant', 'team']).execute();
  // Groups from before are where their channel is; those in a team of their own count for none that is shared.
  await trx
    .insertInto('shard_groups')
    .columns(['tenant', 'group', 'team'])
    .expression(
      trx
        .selectFrom('groups')
        .select(['tenant', 'group', 'team'])
        .where('team', 'is not', null)
        .$narrowType<{ team: string }>(),
    )
    .execute();
}

/** An ended group takes room in its team for as long as it has a plan there. */
export async function plans({ trx }: { trx: Trx }): Promise<void> {
  await trx.schema.alterTable('groups').addColumn('plans', 'integer').execute();
}

/** Plans are listed as channels are, and may lie in another team than their group's channel. */
export async function listed({ trx, text }: { trx: Trx; text: 'text' | Expression<unknown> }): Promise<void> {
  await trx.schema.alterTable('shards').addColumn('plans', 'integer').execute();
  await trx.schema.alterTable('shards').addColumn('planned', 'integer').execute();
  await trx.schema
    .createTable('shard_plans')
    .addColumn('tenant', text, (it) => it.notNull())
    .addColumn('group', text, (it) => it.notNull())
    .addColumn('team', text, (it) => it.notNull())
    .addPrimaryKeyConstraint('shard_plans_key', ['tenant', 'group'])
    .execute();
}
