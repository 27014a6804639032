// Companies on either database: on PostgreSQL, whoever begins after a kill finds the leases of the killed one run out.
import { afterAll, expect } from 'vitest';
import { type Server, startServer } from '../store/server.ts';
import { type Driven, openDriven } from './driven.ts';

export const databases = ['SQLite', 'PostgreSQL'] as const;
export type Database = (typeof databases)[number];

const others =
  'select count(*)::int as others from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()';

/** As if so much time of the machine had passed. */
async function leasesEnd(server: Server, url: string): Promise<void> {
  // What was already on its way to the database when its process was killed still happens.
  await expect.poll(() => server.sql(url, others)).toEqual([{ others: 0 }]);
  await server.sql(url, 'update effects set lease_until = 0 where lease_until is not null');
  await server.sql(url, 'update leads set until = 0');
}

/** To be called once by each file; a company is undefined where there is no such database. */
export function companies() {
  let started: Promise<Server | undefined> | undefined;
  afterAll(async () => (await started)?.end());
  return async (database: Database, more: Record<string, string> = {}): Promise<Driven | undefined> => {
    if (database === 'SQLite') return openDriven(more);
    started ??= startServer();
    const server = await started;
    if (!server) return undefined;
    const url = await server.create();
    const company = await openDriven({ ...more, DATABASE_URL: url });
    let isFirst = true;
    return {
      ...company,
      async begin(kill) {
        if (!isFirst) await leasesEnd(server, url);
        isFirst = false;
        return company.begin(kill);
      },
    };
  };
}
