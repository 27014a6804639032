// Every setting of the app, read once from the environment, typed, and refused by name with what to do about it.
import { z } from 'zod';
import { isLoopback } from './outside.ts';

export type Credential = { is: 'secret'; secret: string } | { is: 'managedIdentity'; clientId: string };

export interface Config {
  /** All outside addresses are on this machine: the app binds to loopback alone and says so. */
  local: boolean;
  host: '127.0.0.1' | '0.0.0.0';
  port: number;
  /** How the world reaches the app; never resolved by the app itself. */
  publicOrigin: string;
  store: { is: 'sqlite'; folder: string } | { is: 'postgres'; url: string };
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
  /** Absent: pages lie on the programme team's own site. */
  intranetSite?: string;
  facilitatorsGroup: string;
  administratorsGroup: string;
  supportContact: string;
}

export interface Refused {
  refused: string;
  why: string;
}

type Env = Record<string, string | undefined>;

const entra = 'https://login.microsoftonline.com';
const graph = 'https://graph.microsoft.com';
const botOpenId = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const connectors = 'https://smba.trafficmanager.net,https://*.botframework.com';
/** The hosts of Teams (Teams docs, tab requirements: Content-Security-Policy). */
const teamsFrames = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
];
/** Teams' global address, for conversations that did not begin with an activity (proactive messages, Teams docs). */
const globalService = 'https://smba.trafficmanager.net/teams/';
const ownFolder = '.local/app';

const guidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const needed = (what: string) => z.string({ error: `is empty; set it to ${what}` }).trim();
const guid = (what: string) => needed(what).toLowerCase().regex(guidText, `is not a GUID; set it to ${what}`);
const address = z.string().refine((text) => URL.canParse(text) && !/[@?#]/.test(text), {
  error: 'is not an address such as https://host or http://127.0.0.1:3900',
  abort: true,
});
const origin = address.refine((text) => new URL(text).origin === text.replace(/\/$/, ''), {
  error: 'has more than an origin; leave the path away',
});
/** A leading `*.` stands for any host below. */
const plainHost = (text: string) => text.replace('://*.', '://any.');

const Settings = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port; set it to a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'is not a port; set it to a number from 1 to 65535')
    .default(3978),
  PUBLIC_ORIGIN: needed("the app's public https origin, such as https://peerloop.example").refine(
    (text) => URL.canParse(text) && new URL(text).origin === text && text.startsWith('https://'),
    'is not an https origin; set it to the like of https://peerloop.example, without a path',
  ),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not the address of a PostgreSQL database; it begins with postgres://')
    .optional(),
  TENANT_ID: guid('the directory (tenant) id in Entra'),
  BOT_ID: guid('the application (client) id of the app in Entra; without it anybody could speak to the bot'),
  BOT_SECRET: z.string().optional(),
  MANAGED_IDENTITY: guid('the client id of the user-assigned managed identity').optional(),
  TEAMS_APP_ID: guid('the id in the manifest of the app package'),
  ENTRA_URL: origin.default(entra),
  GRAPH_URL: origin.default(graph),
  BOT_OPENID_URL: address.default(botOpenId),
  CONNECTOR_URLS: z
    .string()
    .default(connectors)
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    )
    .refine((all) => all.length > 0 && all.every((one) => origin.safeParse(plainHost(one)).success), {
      error: 'is not a comma-separated list of origins such as https://smba.trafficmanager.net',
    }),
  SERVICE_URL: address.default(globalService),
  CLOCK_URL: address.optional(),
  PROGRAMME_TEAM: guid('the id of the programme team in Teams'),
  INTRANET_SITE: z
    .string()
    .regex(/^[a-z0-9.-]+(,[0-9a-f-]{36}){2}$/i, 'is not a site id; it has the form host,guid,guid')
    .optional(),
  FACILITATORS_GROUP: guid('the id of the Entra group of facilitators'),
  ADMINISTRATORS_GROUP: guid('the id of the Entra group of administrators'),
  SUPPORT_CONTACT: needed('whom people turn to, such as an address or a name').max(
    200,
    'is too long; 200 characters are enough',
  ),
});
type Settings = z.infer<typeof Settings>;

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
  if (settings.BOT_SECRET) {
    return {
      refused: 'BOT_SECRET',
      why: 'is only for a tenant on this machine; use MANAGED_IDENTITY instead',
    };
  }
  if (!settings.MANAGED_IDENTITY) {
    return { refused: 'MANAGED_IDENTITY', why: 'is empty; set it to the client id of the managed identity' };
  }
  const store = storeOf(settings);
  if (!store) return { refused: 'DATABASE_URL', why: 'is empty; set it, or DATA_DIR for a single machine' };
  const credential = { is: 'managedIdentity', clientId: settings.MANAGED_IDENTITY } as const;
  return { credential, store, frames: { ancestors: teamsFrames, origins: [] } };
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
  if (DATABASE_URL) return { is: 'postgres', url: DATABASE_URL };
  return DATA_DIR ? { is: 'sqlite', folder: DATA_DIR } : undefined;
}

const plainSettings = (settings: Settings) => ({
  port: settings.PORT,
  publicOrigin: settings.PUBLIC_ORIGIN,
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
  ...(settings.INTRANET_SITE ? { intranetSite: settings.INTRANET_SITE } : {}),
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
