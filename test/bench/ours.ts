// The app as it is, in a process of its own, with a directory that answers at once.
import { mkdirSync } from 'node:fs';
import { partsOf, startApp } from '../../bot/app.ts';
import { readConfig } from '../../bot/config.ts';
import { openPostgres } from '../../bot/store/postgres.ts';
import { openSqlite } from '../../bot/store/sqlite.ts';
import { mouth } from '../../bot/teams/mouth.ts';
import { measured } from './measured.ts';

const config = readConfig(process.env);
if ('refused' in config) throw new Error(`${config.refused} ${config.why}`);
const { store: at } = config;
if (at.folder !== undefined) mkdirSync(at.folder, { recursive: true });
const store = await (at.is === 'sqlite' ? openSqlite(at.folder) : openPostgres(at.url));
const parts = partsOf(config, store, { level: 'info' });
const connectorToken = async () => 'token';
const person = async (oid: string) =>
  ({
    is: 'done',
    value: { oid, name: 'Ann Lee', area: 'Sales', office: 'Bern', language: 'en', leads: false },
  }) as const;
const app = await startApp(
  // Any free port.
  { ...config, port: 0 },
  {
    ...parts,
    directory: { ...parts.directory, person },
    mouth: mouth({ ...config, connectorToken }),
    connectorToken,
  },
);
measured(app.port, app.close);
