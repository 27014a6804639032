// The one place where everything is plugged together; its parts are arguments, so that tests can wrap them.
import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { graphCalls } from './graph/call.ts';
import { graphDirectory } from './graph/directory.ts';
import { graphWorkspace } from './graph/workspace.ts';
import { help } from './help/index.ts';
import { incomingBotTokens } from './identity/incomingBot.ts';
import { outgoingTokens } from './identity/outgoing.ts';
import { lifecycle } from './lifecycle/index.ts';
import { privacy } from './privacy/index.ts';
import { reminders } from './reminders/index.ts';
import { openBook } from './run/book.ts';
import { buildingFrom } from './run/building.ts';
import { clockFrom } from './run/clock.ts';
import { conversation } from './run/conversation.ts';
import { performer } from './run/hands.ts';
import type { Performing } from './run/perform.ts';
import type { Clock, Directory, Mouth, Workspace } from './run/ports.ts';
import { recognise } from './speech/recognise.ts';
import type { Store } from './store/contract.ts';
import { teamsDoor } from './teams/door.ts';
import { mouth as teamsMouth } from './teams/mouth.ts';
import { closeServer, webServer } from './web/server.ts';

/** Everything that reaches outside the process, or the process's own disk. */
export interface Parts {
  store: Store;
  clock: Clock;
  directory: Directory;
  workspace: Workspace;
  mouth: Mouth;
  connectorToken: () => Promise<string>;
  log: { level: string; stream?: { write(line: string): void } };
}

export function partsOf(config: Config, store: Store, log: Parts['log']): Parts {
  const tokens = outgoingTokens(config);
  const call = graphCalls({ token: tokens.graph, graphUrl: config.graphUrl });
  return {
    store,
    clock: clockFrom(config.clockUrl),
    directory: graphDirectory(call),
    workspace: graphWorkspace(call, config),
    mouth: teamsMouth({ ...config, connectorToken: tokens.connector }),
    connectorToken: tokens.connector,
    log,
  };
}

export interface App {
  port: number;
  close(): Promise<void>;
}

/** How often due rows are looked for when nobody wakes the performer, and leases that ran out. */
const lookEveryMs = 1000;
/** Inbound ids are kept longer than any redelivery. */
const answersLiveDays = 7;

/** The hash of a forgotten person's id: it tells a restored backup whom it must not bring back. */
const tombstone = (id: string) => createHash('sha256').update(id).digest('hex');

async function bury(folder: string | undefined, people: readonly string[]): Promise<void> {
  if (folder === undefined) return;
  await appendFile(join(folder, 'forgotten.txt'), people.map((it) => `${tombstone(it)}\n`).join(''));
}

export async function startApp(config: Config, parts: Parts): Promise<App> {
  const { store, clock } = parts;
  const book = openBook([...lifecycle, reminders, privacy, help]);
  const folder = config.store.is === 'sqlite' ? config.store.folder : undefined;
  let ready = false;
  const door = teamsDoor({
    check: (authorization, activity) => incoming.check(authorization, activity),
    connectorToken: parts.connectorToken,
    hear: (turn) => hear(turn),
    log: (what, ids) => web.log.info(ids, what),
  });
  const incoming = incomingBotTokens(config);
  const web = webServer({
    config,
    receive: door.receive,
    health: { ready: () => ready, work },
    log: parts.log,
  });
  const forgotten = async (people: readonly string[]) => {
    await bury(folder, people);
    await store.scrub();
  };
  const performing: Performing = {
    ...parts,
    ...buildingFrom(config, parts.workspace),
    book,
    contact: config.supportContact,
    serviceUrl: config.serviceUrl,
    log: (ids, what) => web.log.info(ids, what),
    forgotten,
  };
  const hands = performer(performing);
  const hear = conversation({
    ...parts,
    book,
    recognise,
    contact: config.supportContact,
    wake: hands.wake,
    forgotten,
  });

  async function work() {
    hands.wake();
    const now = await clock.calendar();
    const counts = await store.transaction((tx) => tx.effects.counts(now));
    return { now, ...counts };
  }

  async function look(): Promise<void> {
    const now = await clock.calendar();
    await store.transaction((tx) => tx.effects.expire(now, clock.machine()));
    hands.wake();
  }

  await reopen(config, parts, folder);
  const timer = setInterval(
    () => void look().catch(() => web.log.warn('the clock does not answer')),
    lookEveryMs,
  );
  await web.listen({ host: config.host, port: config.port });
  ready = true;
  hands.wake();
  const address = web.server.address();
  return {
    port: typeof address === 'object' && address ? address.port : config.port,
    async close() {
      ready = false;
      clearInterval(timer);
      await closeServer(web);
      await hands.stop();
      await store.close();
    },
  };
}

/** What is put right at every start: effects cut off by the last end, old inbound ids, and those who were forgotten. */
async function reopen(config: Config, { store, clock }: Parts, folder: string | undefined): Promise<void> {
  const now = await clock.calendar();
  const old = Temporal.Instant.from(now)
    .subtract({ hours: 24 * answersLiveDays })
    .toString();
  const lines =
    folder === undefined ? '' : await readFile(join(folder, 'forgotten.txt'), 'utf8').catch(() => '');
  const buried = new Set(lines.split('\n').filter((it) => it !== ''));
  await store.transaction(async (tx) => {
    // The file lock proves that no other process is attempting anything.
    await tx.effects.expire(now, 'all');
    await tx.answers.prune(old);
    for (const id of buried.size === 0 ? [] : await tx.people.ids(config.tenantId)) {
      if (!buried.has(tombstone(id))) continue;
      await tx.words.empty(config.tenantId, id);
      await tx.people.forget(config.tenantId, id);
    }
  });
}
