// A process that commits to a store for as long as it lives, and prints each commit it was promised.
import { StoreUnusable } from '../../bot/store/contract.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { at, registered, tell, tenant, within } from './bench.ts';

const dir = process.argv[2] ?? '';
const store = await openSqlite(dir).catch((error: unknown) => {
  if (!(error instanceof StoreUnusable)) throw error;
  process.stdout.write(`refused ${error.why}\n`);
  process.exit(0);
});

const begun = await within(store, (tx) => tx.streams.read(tenant, 'person/ana'));
for (let n = begun.length; ; n++) {
  await within(store, async (tx) => {
    await tx.streams.append(tenant, 'person/ana', n, [registered('ana', `topic${n}`)]);
    await tx.effects.plan(tenant, [tell(`e${n}`, 'ana')], at(0));
    await tx.answers.keep(tenant, `k${n}`, { n }, at(0));
  });
  process.stdout.write(`${n}\n`);
}
