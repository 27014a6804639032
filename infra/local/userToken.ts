// The token that Teams gives a tab for the person in front of it, and every wrong one that an app must refuse.
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type JWK, type JWTPayload, UnsecuredJWT } from 'jose';
import { z } from 'zod';
import { type Company, done, door, type Outcome, refuse } from './door.ts';
import { personNamed } from './places.ts';
import type { Person } from './state.ts';
import type { Tenant } from './tenant.ts';
import { GRAPH, newKey, signWith } from './tokens.ts';

/** The clients of Microsoft that may ask for our scope (Teams docs, tab SSO). */
const CLIENTS = {
  desktop: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  web: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
};

const HOUR = 3600;

const ELSEWHERE = '11111111-2222-4333-8444-555555555555';

const entraOf = (tid: string) => `https://login.microsoftonline.com/${tid}/v2.0`;

/** Changes to the claims of the right token; an undefined one is left out. */
type Claims = Record<string, unknown>;
type Wrong = (tenant: Tenant, now: number) => Claims;

const WRONG_CLAIMS = {
  audience: () => ({ aud: ELSEWHERE }),
  graph: () => ({ aud: GRAPH }),
  issuer: () => ({ iss: entraOf(ELSEWHERE) }),
  tenant: () => ({ iss: entraOf(ELSEWHERE), tid: ELSEWHERE }),
  tenantClaim: () => ({ tid: ELSEWHERE }),
  noTenant: () => ({ tid: undefined }),
  noPerson: () => ({ oid: undefined }),
  azp: () => ({ azp: ELSEWHERE }),
  noAzp: () => ({ azp: undefined }),
  scope: () => ({ scp: 'User.Read' }),
  similarScope: () => ({ scp: 'access_as_user_too' }),
  noScope: () => ({ scp: undefined }),
  version: () => ({ ver: '1.0' }),
  expired: (_tenant, now) => ({ iat: now - 2 * HOUR, nbf: now - 2 * HOUR, exp: now - HOUR }),
  early: (_tenant, now) => ({ nbf: now + HOUR, exp: now + 2 * HOUR }),
  endless: () => ({ exp: undefined }),
  v1: ({ app, state }) => ({
    iss: `https://sts.windows.net/${state.tenantId}/`,
    aud: app.resource,
    ver: '1.0',
    appid: CLIENTS.web,
    azp: undefined,
    azpacr: undefined,
  }),
  appOnly: ({ state }) => ({
    idtyp: 'app',
    roles: ['access_as_user'],
    azp: state.botId,
    sub: state.manifestId,
    oid: state.manifestId,
    scp: undefined,
    name: undefined,
    preferred_username: undefined,
  }),
  idToken: () => ({ nonce: 'n-0S6', scp: undefined, azp: undefined, azpacr: undefined }),
} satisfies Record<string, Wrong>;

const WRONG_KEYS = ['signature', 'unknownKey', 'connectorKey', 'symmetric', 'unsigned'] as const;

const wrongWays = [...(Object.keys(WRONG_CLAIMS) as (keyof typeof WRONG_CLAIMS)[]), ...WRONG_KEYS] as const;

const TokenAsked = z.strictObject({
  as: z.string(),
  client: z.enum(['web', 'desktop']).default('web'),
  /** An app may be known to Entra by its id or by its URI. */
  audience: z.enum(['id', 'uri']).default('id'),
  wrong: z.enum(wrongWays).optional(),
});

type TokenAsked = z.infer<typeof TokenAsked>;

export function tokenDoor(app: FastifyInstance, { tenant }: Company): void {
  door(app, '/token', TokenAsked, async (asked): Promise<Outcome> => {
    const person = personNamed(tenant.state, asked.as);
    if (!person?.accountEnabled) return refuse(400, `Nobody here is called ${asked.as}.`);
    return done({ token: await userToken(tenant, person, asked) });
  });
}

async function userToken(tenant: Tenant, person: Person, asked: TokenAsked): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const right = { iat: now, nbf: now, exp: now + HOUR, ...claimsOf(tenant, person, asked) };
  const { entra, connector }: Record<'entra' | 'connector', JWK> = tenant.state.keys;
  switch (asked.wrong) {
    case undefined:
      return signWith(entra, right);
    case 'connectorKey':
      return signWith(connector, right);
    case 'unknownKey':
      return signWith(await newKey(), right);
    case 'signature':
      return signWith({ ...(await newKey()), kid: entra.kid ?? '' }, right);
    case 'symmetric':
      return signWith(symmetric(entra), right);
    case 'unsigned':
      return new UnsecuredJWT(right).encode();
    default:
      return signWith(entra, changed(right, WRONG_CLAIMS[asked.wrong](tenant, now)));
  }
}

function claimsOf({ state, app }: Tenant, person: Person, { client, audience }: TokenAsked): JWTPayload {
  return {
    aud: audience === 'id' ? state.botId : app.resource,
    iss: entraOf(state.tenantId),
    azp: CLIENTS[client],
    azpacr: '0',
    name: person.displayName,
    oid: person.id,
    preferred_username: person.mail,
    scp: 'access_as_user',
    // Pairwise: the same person has another one in another app (Entra docs, access token claims).
    sub: createHash('sha256').update(`${state.botId} ${person.id}`).digest('base64url'),
    tid: state.tenantId,
    uti: Buffer.from(crypto.randomUUID().replaceAll('-', ''), 'hex').toString('base64url'),
    ver: '2.0',
  };
}

const changed = (claims: JWTPayload, changes: Claims): JWTPayload =>
  Object.fromEntries(Object.entries({ ...claims, ...changes }).filter(([, value]) => value !== undefined));

/** The public key taken for a shared secret, as forgers do whose victim trusts the header. */
const symmetric = ({ n, kid }: JWK): JWK => ({ kty: 'oct', alg: 'HS256', k: n ?? '', kid: kid ?? '' });
