// The app's own tokens for Graph and the Bot connector, from Entra by MSAL.
import {
  ConfidentialClientApplication,
  type Configuration,
  ManagedIdentityApplication,
} from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { atOrigin, isLoopback } from '../outside.ts';

type Network = NonNullable<NonNullable<Configuration['system']>['networkClient']>;

/** Entra gave no token; `code` is its own (AADSTS…) where it answered. */
export class NoToken extends Error {
  readonly code: string;

  constructor(code: string) {
    super(`Entra gave no token: ${code}`);
    this.code = code;
  }
}

export interface OutgoingTokens {
  graph(): Promise<string>;
  connector(): Promise<string>;
  /** What stands for a password where the database knows our identity. */
  database(): Promise<string>;
  /** The application permissions that Graph's own token says were granted. */
  graphRoles(): Promise<string[]>;
}

type Settings = Pick<Config, 'credential' | 'tenantId' | 'botId' | 'entraUrl'>;
type Ask = (resource: string) => Promise<{ accessToken: string } | null>;

const patience = 10_000;
const graphResource = 'https://graph.microsoft.com';
/** Azure Database for PostgreSQL docs, "Connect with managed identity". */
const databaseResource = 'https://ossrdbms-aad.database.windows.net';
const connectorResource = 'https://api.botframework.com';

export function outgoingTokens(settings: Settings, send: typeof fetch = fetch): OutgoingTokens {
  const ask = askOf(settings, networkTo(settings.entraUrl, send));
  const token = async (resource: string) => {
    const answer = await ask(resource).catch((error: unknown) => {
      throw new NoToken(codeOf(error));
    });
    if (!answer) throw new NoToken('noToken');
    return answer.accessToken;
  };
  return {
    graph: () => token(graphResource),
    connector: () => token(connectorResource),
    database: () => token(databaseResource),
    graphRoles: async () => rolesIn(await token(graphResource)),
  };
}

function askOf({ credential, tenantId, botId }: Settings, networkClient: Network): Ask {
  const app = (proof: { clientSecret: string } | { clientAssertion: () => Promise<string> }) =>
    new ConfidentialClientApplication({
      // Microsoft's own address always: MSAL knows it without discovery, and takes no http authority.
      auth: { clientId: botId, authority: `https://login.microsoftonline.com/${tenantId}`, ...proof },
      system: { networkClient },
    });
  const by = (client: ConfidentialClientApplication) => (resource: string) =>
    client.acquireTokenByClientCredential({ scopes: [`${resource}/.default`] });
  if (credential.is === 'secret') return by(app({ clientSecret: credential.secret }));

  // Unverified: needs a machine in Azure.
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: credential.clientId },
  });
  // The bot may be the identity itself; else the identity vouches for it (federated credential).
  if (credential.clientId === botId) return (resource) => identity.acquireToken({ resource });
  const vouch = () => identity.acquireToken({ resource: 'api://AzureADTokenExchange' });
  return by(app({ clientAssertion: async () => (await vouch()).accessToken }));
}

/** MSAL's door to Entra; a tenant on this machine is reached by exchanging the origin alone. */
function networkTo(entraUrl: string, send: typeof fetch): Network {
  const target = (url: string) => (isLoopback(new URL(entraUrl)) ? atOrigin(entraUrl, url) : url);
  const call = async <T>(url: string, init: RequestInit) => {
    const signal = AbortSignal.timeout(patience);
    const answer = await send(target(url), { ...init, signal, redirect: 'manual' });
    const body = (await answer.json()) as T;
    // MSAL takes an answer that names no error for a token, whatever its status, and would keep the empty one.
    if (!Told.safeParse(body).success) throw new Error(`neither token nor error in ${answer.status}`);
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body };
  };
  return {
    sendGetRequestAsync: (url, options) => call(url, { headers: options?.headers ?? {} }),
    sendPostRequestAsync: (url, options) =>
      call(url, { method: 'POST', headers: options?.headers ?? {}, body: options?.body ?? '' }),
  };
}

const Told = z.union([z.object({ access_token: z.string().min(1) }), z.object({ error: z.string().min(1) })]);

const Thrown = z.object({
  errorCode: z.string().min(1).catch('noAnswer'),
  errorMessage: z.string().catch(''),
});

/** Entra's number is in the sentence alone (AADSTS7000215: …); the sentence itself goes no further. */
function codeOf(error: unknown): string {
  const read = Thrown.safeParse(error);
  if (!read.success) return 'noAnswer';
  return /AADSTS\d+/.exec(read.data.errorMessage)?.[0] ?? read.data.errorCode;
}

const Roles = z.object({ roles: z.array(z.string()).catch([]) });

function rolesIn(token: string): string[] {
  return Roles.parse(decodeJwt(token)).roles;
}
