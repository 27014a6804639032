// A connection to PostgreSQL that is half open: nothing comes through any more, and neither side is told.
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { openPostgres } from '../../bot/store/postgres.ts';
import { append, registered, tenant, within } from './bench.ts';
import { noServer, type Server, startServer } from './server.ts';

let server: Server | undefined;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(({ skip }) => {
  if (!server?.restart) skip(noServer);
});
afterAll(() => server?.end());

/** As long as the real ones in proportion: the server is told to give up before we do. */
const impatient = {
  statement_timeout: 1500,
  idle_in_transaction_session_timeout: 1500,
  query_timeout: 2000,
};

/** A way to the database that can be lost: what goes through it from then on is swallowed. */
async function wayTo(url: string) {
  const address = new URL(url);
  const socketFile = `${address.searchParams.get('host')}/.s.PGSQL.5432`;
  const ways: { near: Socket; far: Socket }[] = [];
  const way = createServer((near) => {
    const far = connect(socketFile);
    ways.push({ near, far });
    for (const it of [near, far]) it.on('error', () => {});
    near.pipe(far);
    far.pipe(near);
  });
  way.listen(0, '127.0.0.1');
  await once(way, 'listening');
  onTestFinished(() => {
    for (const { near, far } of ways) {
      near.destroy();
      far.destroy();
    }
    way.close();
  });
  const bound = way.address();
  address.searchParams.delete('host');
  address.hostname = '127.0.0.1';
  address.port = String(typeof bound === 'object' && bound ? bound.port : 0);
  return {
    url: address.href,
    /** All that are open now; who connects later gets through. */
    lose() {
      for (const { near, far } of ways) {
        near.unpipe(far);
        far.unpipe(near);
      }
    },
  };
}

test('a transaction on it fails, has written nothing, and holds up neither the others nor the next', async () => {
  const url = (await server?.create()) ?? '';
  const way = await wayTo(url);
  // Makes the tables, in its own time.
  const other = await openPostgres(url);
  const lost = await openPostgres(way.url, undefined, impatient);
  onTestFinished(async () => {
    await Promise.all([lost.close(), other.close()]);
  });
  const cut = within(lost, async (tx) => {
    // With the pen in its hand.
    await tx.streams.append(tenant, 'person/ana', 0, [registered('ana', 'feedback')]);
    way.lose();
    await tx.streams.read(tenant, 'person/ana');
  });
  const failed = expect(cut).rejects.toThrow();
  await append(other, 'person/ben', registered('ben', 'feedback'));
  await failed;
  expect(await within(other, (tx) => tx.streams.read(tenant, 'person/ana'))).toEqual([]);
  await append(lost, 'person/ana', registered('ana', 'listening'));
  expect(await within(other, (tx) => tx.streams.read(tenant, 'person/ana'))).toHaveLength(1);
});
