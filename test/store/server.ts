// A PostgreSQL server for the tests: the one of TEST_DATABASE_URL, else one of our own, if the machine has its programs.
import { execFile, execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

export interface Server {
  /** The address of a new database. */
  create(): Promise<string>;
  /** Runs one statement in the database of that address. */
  sql(url: string, statement: string): Promise<Record<string, unknown>[]>;
  /** Ends the server in the middle of whatever it does, and starts it again; only one of our own. */
  restart?(): Promise<void>;
  /** Drops what was created, and ends the server if it is ours. */
  end(): Promise<void>;
}

export const noServer =
  'needs PostgreSQL: install it, or set TEST_DATABASE_URL to a server where databases may be made';

/** Where Debian and its kin put the programs of each major version. */
const installed = '/usr/lib/postgresql';

/** Undefined where there is none. */
export async function startServer(): Promise<Server | undefined> {
  const { TEST_DATABASE_URL: given } = process.env;
  if (given) return serverAt(given, () => {});
  const programs = programFolder();
  if (programs === undefined) return undefined;
  const { url, stop, restart } = own(programs);
  try {
    return { ...(await serverAt(url, stop)), restart };
  } catch (error) {
    stop();
    throw error;
  }
}

function programFolder(): string | undefined {
  if (!existsSync(installed)) return undefined;
  const versions = readdirSync(installed).sort((a, b) => Number(b) - Number(a));
  return versions.map((it) => join(installed, it, 'bin')).find((it) => existsSync(join(it, 'initdb')));
}

/** PostgreSQL does not run as root: then it runs as the user that its package brought. */
function runner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readFileSync('/etc/passwd', 'utf8')) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** Reached by a socket in its own folder alone; what it loses with the machine nobody will miss. */
function own(programs: string): { url: string; stop: () => void; restart: () => Promise<void> } {
  const as = runner();
  const folder = mkdtempSync(join(tmpdir(), 'peerloop-pg-'));
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs, program), args, { ...as, cwd: folder, stdio: 'pipe' });
  const files = join(folder, 'data');
  // Sorted by the rules of a language, as most databases are: what relies on bytes must say so.
  run(
    'initdb',
    '--no-sync',
    '--auth=trust',
    '--username=peerloop',
    '--encoding=UTF8',
    '--no-locale',
    `--pgdata=${files}`,
    '--locale-provider=icu',
    '--icu-locale=en',
  );
  // By itself it cleans up at any moment, also at the one in which a test looks for what it has left behind.
  const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c autovacuum=off -c max_connections=60`;
  const started = [
    '--wait',
    '--silent',
    `--pgdata=${files}`,
    `--log=${join(folder, 'log')}`,
    `--options=${options}`,
  ];
  run('pg_ctl', 'start', ...started);
  const stop = () => {
    process.off('exit', stop);
    run('pg_ctl', 'stop', '--mode=immediate', '--silent', `--pgdata=${files}`);
    rmSync(folder, { recursive: true });
  };
  process.on('exit', stop);
  // Its log stays open in the new server, so nobody may wait for the end of what it writes.
  const restart = async () => {
    const args = ['restart', '--mode=immediate', ...started];
    await promisify(execFile)(join(programs, 'pg_ctl'), args, { ...as, cwd: folder });
  };
  return { restart, url: `postgres://peerloop@localhost/postgres?host=${folder}`, stop };
}

async function sqlAt(address: string, statement: string): Promise<Record<string, unknown>[]> {
  const one = new Client({ connectionString: address });
  await one.connect();
  try {
    return (await one.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await one.end();
  }
}

async function serverAt(url: string, stop: () => void): Promise<Server> {
  const run = `peerloop_test_${process.pid}_${Math.floor(performance.timeOrigin)}`;
  const created: string[] = [];
  const at = (name: string) => {
    const address = new URL(url);
    address.pathname = `/${name}`;
    return address.href;
  };
  await sqlAt(url, 'select 1');
  return {
    async create() {
      const name = `${run}_${created.length}`;
      await sqlAt(url, `create database ${name}`);
      created.push(name);
      return at(name);
    },
    sql: sqlAt,
    async end() {
      for (const name of created) await sqlAt(url, `drop database ${name} with (force)`);
      stop();
    },
  };
}
