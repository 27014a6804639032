// Every setting of the app, read once from the environment, typed, and refused by name with what to do about it.
import { type Policies, policiesOf } from './group/policy.ts';
import { type Pace, paceOf, unpaced } from './limits/pace.ts';
import type { Rates } from './limits/rates.ts';
import { isLoopback } from './outside.ts';
import { botOpenId, entra, graph, plainHost, ruledIn, Settings } from './settings.ts';

export type Credential = { is: 'secret'; secret: string } | { is: 'managedIdentity'; clientId: string };

export interface Config {
  /** All outside addresses are on this machine: the app binds to loopback alone and says so. */
  local: boolean;
  host: '127.0.0.1' | '0.0.0.0';
  port: number;
  /** How the world reaches the app; never resolved by the app itself. */
  publicOrigin: string;
  logLevel: Settings['LOG_LEVEL'];
  /**
   * In the folder beside PostgreSQL, if there is one, it is noted who was forgotten. An address without a password is
   * one where we sign in by our identity.
   */
  store:
    | { is: 'sqlite'; folder: string }
    | { is: 'postgres'; url: string; byIdentity?: true; folder?: string };
  /** Requests a minute. */
  rates: Rates;
  /** How much is asked of Microsoft at most. */
  pace: Pace;
  tenantId: string;
  botId: string;
  credential: Credential;
  /** The id in the manifest; the catalog's own id is looked up by it. */
  teamsAppId: string;
  entraUrl: string;
  graphUrl: string;
  botOpenIdUrl: string;
  /** Whether a service URL is a connector that may be given our token. */
  isConnector(serviceUrl: string): boolean;
  /** Who may show the tab in a frame, and whose messages it takes besides those Teams' own library knows. */
  frames: { ancestors: readonly string[]; origins: readonly string[] };
  /** Where the bot speaks to people who have not written to it yet. */
  serviceUrl: string;
  /** Where the calendar is asked for; absent in production. */
  clockUrl?: string;
  programmeTeam: string;
  /** As many groups share one team at most; then another one is made. */
  groupsPerTeam: number;
  /** The rules of groups that are proposed from now on; a group keeps those it started with. */
  policies: Policies;
  /** Object id of the owner of confidential groups' teams; absent: the first of the facilitators. */
  teamOwner?: string;
  /** Words that job titles begin with, one line a level, the lowest first; `*` is every other title. */
  levels: readonly (readonly string[])[];
  /** Absent: pages lie on the programme team's own site. */
  intranetSite?: string;
  /** The mailbox that invites to meetings, by address or object id; absent: nobody is invited by Outlook. */
  organiser?: string;
  facilitatorsGroup: string;
  administratorsGroup: string;
  supportContact: string;
}

export interface Refused {
  refused: string;
  why: string;
}

type Env = Record<string, string | undefined>;

/** The hosts of Teams (Teams docs, tab requirements: Content-Security-Policy). */
const teamsFrames = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];
const ownFolder = '.local/app';

export function readConfig(env: Env): Config | Refused {
  const filled = Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== '');
  const read = Settings.safeParse(Object.fromEntries(filled));
  if (!read.success) {
    const [issue] = read.error.issues;
    return { refused: String(issue?.path[0]), why: issue?.message ?? 'cannot be read' };
  }
  const settings = read.data;
  const outside = outsideOf(settings);
  const local = outside.every(([, url]) => isLoopback(new URL(url)));
  const rules = local ? localRules(settings) : productionRules(settings, outside);
  if ('refused' in rules) return rules;
  if (!isOneOf(settings.CONNECTOR_URLS, settings.SERVICE_URL)) {
    return { refused: 'SERVICE_URL', why: 'is not among CONNECTOR_URLS; name its origin there too' };
  }
  return { ...plainSettings(settings), ...rules, local, host: local ? '127.0.0.1' : '0.0.0.0' };
}

type Outside = [setting: string, url: string][];

const outsideOf = (settings: Settings): Outside => [
  ['ENTRA_URL', settings.ENTRA_URL],
  ['GRAPH_URL', settings.GRAPH_URL],
  ['BOT_OPENID_URL', settings.BOT_OPENID_URL],
  ['SERVICE_URL', settings.SERVICE_URL],
  ...settings.CONNECTOR_URLS.map((url): [string, string] => ['CONNECTOR_URLS', plainHost(url)]),
  ...(settings.CLOCK_URL ? [['CLOCK_URL', settings.CLOCK_URL] satisfies [string, string]] : []),
];

type Rules = Pick<Config, 'credential' | 'store' | 'frames'> | Refused;

function localRules(settings: Settings): Rules {
  if (settings.BOT_SECRET === undefined) {
    return { refused: 'BOT_SECRET', why: 'is empty; set it to the secret the local tenant knows' };
  }
  return {
    credential: { is: 'secret', secret: settings.BOT_SECRET },
    store: storeOf(settings) ?? { is: 'sqlite', folder: ownFolder },
    frames: { ancestors: settings.CONNECTOR_URLS, origins: settings.CONNECTOR_URLS },
  };
}

function productionRules(settings: Settings, outside: Outside): Rules {
  const inside = outside.filter(([, url]) => isLoopback(new URL(url)));
  if (inside.length > 0) return mixed(inside, outside);
  const microsofts = { ENTRA_URL: entra, GRAPH_URL: graph, BOT_OPENID_URL: botOpenId } as const;
  for (const name of ['ENTRA_URL', 'GRAPH_URL', 'BOT_OPENID_URL'] as const) {
    if (settings[name].replace(/\/$/, '') !== microsofts[name]) {
      return {
        refused: name,
        why: `is not Microsoft's own address; leave it empty to use ${microsofts[name]}`,
      };
    }
  }
  const plain = outside.find(([, url]) => new URL(url).protocol !== 'https:');
  if (plain) return { refused: plain[0], why: 'is not https; a token would travel in the open' };
  if (settings.CLOCK_URL) {
    return {
      refused: 'CLOCK_URL',
      why: 'is only for a tenant on this machine; leave it empty in production',
    };
  }
  if (settings.PACE === 'none')
    return { refused: 'PACE', why: 'is none, which is only for a tenant on this machine; leave it empty' };
  if (settings.BOT_SECRET) {
    return {
      refused: 'BOT_SECRET',
      why: 'is only for a tenant on this machine; use MANAGED_IDENTITY instead',
    };
  }
  if (!settings.MANAGED_IDENTITY) {
    return { refused: 'MANAGED_IDENTITY', why: 'is empty; set it to the client id of the managed identity' };
  }
  const unsafe = reachable(settings);
  if (unsafe) return unsafe;
  const kept = storeOf(settings);
  if (!kept) return { refused: 'DATABASE_URL', why: 'is empty; set it, or DATA_DIR for a single machine' };
  const byIdentity = kept.is === 'postgres' && isElsewhere(kept.url) && new URL(kept.url).password === '';
  const store = byIdentity ? ({ ...kept, byIdentity } as const) : kept;
  const credential = { is: 'managedIdentity', clientId: settings.MANAGED_IDENTITY } as const;
  return { credential, store, frames: { ancestors: teamsFrames, origins: [] } };
}

/** Where anybody may have a host of their own, a wildcard would give our token away. */
const microsofts = /^https:\/\/\*\.(?:botframework|teams\.microsoft)\.(?:com|us)\/?$/;
/** As `pg` takes them: certificate and host are checked. */
const checked = /^(?:require|verify-ca|verify-full)$/;

/** By a network, and not by a socket or from this machine to itself. */
function isElsewhere(database: string): boolean {
  const url = new URL(database);
  const host = url.searchParams.get('host') ?? url.hostname;
  return !/^(?:\/|$)/.test(host) && !isLoopback(new URL(`postgres://${host}`));
}

/** What is right only while nobody else is there. */
function reachable({ PUBLIC_ORIGIN, CONNECTOR_URLS, DATABASE_URL }: Settings): Refused | undefined {
  if (isLoopback(new URL(PUBLIC_ORIGIN))) {
    return {
      refused: 'PUBLIC_ORIGIN',
      why: 'is on this machine, where Teams cannot reach it; set it to the public one',
    };
  }
  if (CONNECTOR_URLS.some((it) => it.includes('*') && !microsofts.test(it))) {
    return {
      refused: 'CONNECTOR_URLS',
      why: 'has a wildcard over hosts that are not Microsoft’s; name each origin',
    };
  }
  if (DATABASE_URL === undefined) return undefined;
  if (!URL.canParse(DATABASE_URL)) {
    return { refused: 'DATABASE_URL', why: 'is not an address; encode the signs in its password' };
  }
  const mode = new URL(DATABASE_URL).searchParams.get('sslmode') ?? '';
  if (!isElsewhere(DATABASE_URL) || checked.test(mode)) return undefined;
  return {
    refused: 'DATABASE_URL',
    why: 'does not check with whom it speaks; end it with ?sslmode=verify-full',
  };
}

/** Names the setting that is most likely the slip: one of the fewer. */
function mixed(inside: Outside, outside: Outside): Refused {
  const rest = outside.filter((one) => !inside.includes(one));
  const [[refused] = ['ENTRA_URL']] = inside.length < rest.length ? inside : rest;
  const is =
    inside.length < rest.length ? 'is on this machine while others are not' : 'is not on this machine';
  const all = 'ENTRA_URL, GRAPH_URL, BOT_OPENID_URL, SERVICE_URL, CONNECTOR_URLS and CLOCK_URL';
  return { refused, why: `${is}; set all of ${all} to this machine, or none` };
}

function storeOf({ DATABASE_URL, DATA_DIR }: Settings): Config['store'] | undefined {
  if (DATABASE_URL) return { is: 'postgres', url: DATABASE_URL, ...(DATA_DIR ? { folder: DATA_DIR } : {}) };
  return DATA_DIR ? { is: 'sqlite', folder: DATA_DIR } : undefined;
}

const plainSettings = (settings: Settings) => ({
  port: settings.PORT,
  publicOrigin: settings.PUBLIC_ORIGIN,
  logLevel: settings.LOG_LEVEL,
  rates: { person: settings.RATE_PERSON, tenant: settings.RATE_TENANT },
  pace: settings.PACE === 'none' ? unpaced : paceOf(settings.LICENCES),
  tenantId: settings.TENANT_ID,
  botId: settings.BOT_ID,
  teamsAppId: settings.TEAMS_APP_ID,
  entraUrl: settings.ENTRA_URL,
  graphUrl: settings.GRAPH_URL,
  botOpenIdUrl: settings.BOT_OPENID_URL,
  isConnector: (serviceUrl: string) => isOneOf(settings.CONNECTOR_URLS, serviceUrl),
  serviceUrl: settings.SERVICE_URL,
  ...(settings.CLOCK_URL ? { clockUrl: settings.CLOCK_URL } : {}),
  programmeTeam: settings.PROGRAMME_TEAM,
  groupsPerTeam: settings.GROUPS_PER_TEAM,
  policies: policiesOf(settings.PROGRAMMES, ruledIn(settings)),
  levels: settings.LEVELS,
  ...(settings.TEAM_OWNER ? { teamOwner: settings.TEAM_OWNER } : {}),
  ...(settings.INTRANET_SITE ? { intranetSite: settings.INTRANET_SITE } : {}),
  ...(settings.MEETING_ORGANISER ? { organiser: settings.MEETING_ORGANISER } : {}),
  facilitatorsGroup: settings.FACILITATORS_GROUP,
  administratorsGroup: settings.ADMINISTRATORS_GROUP,
  supportContact: settings.SUPPORT_CONTACT,
});

function isOneOf(allowed: readonly string[], text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return false;
  return allowed.some((one) => {
    const [protocol = '', domain] = one.split('//*.');
    if (domain === undefined) return new URL(one).origin === url.origin;
    return url.protocol === protocol && url.host.endsWith(`.${domain.replace(/\/$/, '')}`);
  });
}
