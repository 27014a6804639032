// The one place where everything is plugged together; its parts are arguments, so that tests can wrap them.
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { community } from './community/index.ts';
import type { Config } from './config.ts';
import { graphCalls } from './graph/call.ts';
import { graphDirectory } from './graph/directory.ts';
import { graphWorkspace } from './graph/workspace.ts';
import { help } from './help/index.ts';
import { incomingBotTokens } from './identity/incomingBot.ts';
import { incomingTabTokens } from './identity/incomingTab.ts';
import { outgoingTokens } from './identity/outgoing.ts';
import { roleBook } from './identity/roles.ts';
import { knowledge } from './knowledge/index.ts';
import { lifecycle } from './lifecycle/index.ts';
import { allowances } from './limits/rates.ts';
import { seldom } from './limits/seldom.ts';
import { privacy } from './privacy/index.ts';
import { reminders } from './reminders/index.ts';
import { openBook } from './run/book.ts';
import { buildingFrom } from './run/building.ts';
import { clockFrom } from './run/clock.ts';
import { conversation } from './run/conversation.ts';
import { type Graveyard, graveyard, tombstone } from './run/forget.ts';
import { type Performer, performer } from './run/hands.ts';
import { type Leading, leadOf } from './run/lead.ts';
import { fileBehind } from './run/meetingFile.ts';
import type { Clock, Directory, Mouth, Workspace } from './run/ports.ts';
import { tabFor } from './run/tab.ts';
import { withinRates } from './run/tooFast.ts';
import { recognise } from './speech/recognise.ts';
import type { Store, Tx } from './store/contract.ts';
import { teamsDoor } from './teams/door.ts';
import { mouth as teamsMouth } from './teams/mouth.ts';
import { closeServer, webServer } from './web/server.ts';
import { workspace } from './workspace/index.ts';

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
    directory: graphDirectory(call, config),
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
/** Ten seconds from being asked to end are the promise; requests under way get half of them. */
const endsWithinMs = 9000;
const requestsEndWithinMs = 5000;

/** Where `npm start` and the container's build leave the tab. */
const builtTab = fileURLToPath(new URL('../dist/tab', import.meta.url));

const saysOf = ({ publicOrigin, teamsAppId, botId }: Config) => ({
  public: publicOrigin,
  app: teamsAppId,
  bot: botId,
});

/** All that people can do, and what surrounds it. */
const steps = [...lifecycle, community, knowledge, workspace, reminders, privacy, help];

export async function startApp(config: Config, parts: Parts): Promise<App> {
  const { store, clock } = parts;
  const book = openBook(steps, config.policies, config.publicOrigin);
  const grave = await graveyard(store, config.store.folder);
  const state = { ready: false, tidied: '' };
  const log = (ids: Record<string, string | number>, what: string) => web.log.info(ids, what);
  const shared = {
    ...parts,
    book,
    contact: config.supportContact,
    programmeTeam: config.programmeTeam,
    serviceUrl: config.serviceUrl,
    forgotten: (people: readonly string[]) => grave.bury(people.map(tombstone)),
    log,
  };
  const lead = leadOf(store, clock, config.store.is === 'sqlite');
  const hands = performer({ ...shared, ...buildingFrom(config, parts), pace: config.pace }, lead.isOurs);
  const rates = allowances(config.rates, clock.machine);
  const { wake } = hands;
  const roles = roleBook(config, { ...parts.directory, ...parts.workspace }, clock.machine);
  const talk = conversation({ ...shared, recognise, wake, facilitates: roles.facilitates });
  const hear = withinRates({ store, clock, rates, wake }, talk);
  const door = teamsDoor({
    check: incomingBotTokens(config).check,
    connectorToken: parts.connectorToken,
    hear,
    log: seldom((what, ids) => log(ids, what), clock.machine),
  });
  const health = { ready: () => state.ready, work: () => work(parts, hands, lead) };
  const api = {
    check: incomingTabTokens(config).check,
    roles: roles.of,
    rates,
    tab: tabFor({ ...shared, wake, groupsPerTeam: config.groupsPerTeam }),
  };
  const tab = { folder: builtTab, frames: config.frames, says: saysOf(config) };
  const meetingFile = (key: string) => fileBehind({ ...shared, tenant: config.tenantId }, key);
  const web = webServer({ config, receive: door.receive, health, api, tab, meetingFile, log: parts.log });

  await reopen(config, parts, grave);
  await lead.keep();
  store.onCall(hands.wake);
  const timer = setInterval(() => {
    look(parts, hands, lead, state).catch(() => web.log.warn('the calendar or the store does not answer'));
  }, lookEveryMs);
  await web.listen({ host: config.host, port: config.port });
  state.ready = true;
  hands.wake();
  return {
    port: portOf(web.server.address(), config.port),
    async close() {
      state.ready = false;
      clearInterval(timer);
      // What then still waits for an answer is left as it is: at the next start it is unknown, and looked up.
      const ended = Promise.all([closeServer(web, requestsEndWithinMs), hands.stop().then(lead.drop)]);
      await inTime(ended, endsWithinMs);
      await store.close();
    },
  };
}

const portOf = (address: AddressInfo | string | null, asked: number) =>
  typeof address === 'object' && address ? address.port : asked;

/** The ledger in numbers; asking also wakes the hands, ours or those of the replica that performs. */
async function work({ store, clock }: Parts, hands: Performer, lead: Leading) {
  hands.wake();
  const now = await clock.calendar();
  return store.transaction(async (tx) => {
    if (!lead.isOurs()) await tx.lead.call();
    const waiting = await tx.effects.waiting(now);
    return { now, ...(await tx.effects.counts(now)), waiting };
  });
}

async function look(
  { store, clock }: Parts,
  hands: Performer,
  lead: Leading,
  state: { tidied: string },
): Promise<void> {
  await lead.keep();
  const now = await clock.calendar();
  const today = now.slice(0, 'yyyy-mm-dd'.length);
  await store.transaction(async (tx) => {
    await tx.effects.expire(now, clock.machine());
    if (today !== state.tidied) await tidy(tx, now);
  });
  state.tidied = today;
  hands.wake();
}

/** What is let go every day: old inbound ids, and what conversations no longer remember. */
async function tidy(tx: Tx, now: string): Promise<void> {
  const old = Temporal.Instant.from(now)
    .subtract({ hours: 24 * answersLiveDays })
    .toString();
  await tx.answers.prune(old);
  await tx.conversations.prune(now);
}

async function inTime(work: Promise<unknown>, ms: number): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, ms);
  await Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}

/** What is put right at every start: effects cut off by the last end, and those who were forgotten. */
async function reopen(config: Config, { store, clock }: Parts, grave: Graveyard): Promise<void> {
  const now = await clock.calendar();
  const half = await store.transaction(async (tx) => {
    // SQLite's file lock proves that no other process is attempting anything; on PostgreSQL another one may be.
    await tx.effects.expire(now, config.store.is === 'sqlite' ? 'all' : clock.machine());
    return grave.reapply(tx, config.tenantId, now);
  });
  if (half.length > 0) await grave.bury(half);
}
