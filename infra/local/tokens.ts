// The tenant's two signing keys: what Entra signs for apps, what the Bot Framework signs for the bot, and how a token is checked.
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import type { TenantState } from './state.ts';
import type { Tenant } from './tenant.ts';

export const GRAPH = 'https://graph.microsoft.com';
export const CONNECTOR = 'https://api.botframework.com';

export const TOKEN_SECONDS = 3599;

export async function newKey(): Promise<Record<string, unknown>> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'RS256', use: 'sig' };
}

/** What may be published of a key. */
export function publicKey(key: Record<string, unknown>): Record<string, unknown> {
  const { kty, n, e, kid, alg, use } = key;
  return { kty, n, e, kid, alg, use };
}

type Use = keyof TenantState['keys'];

export async function sign(
  tenant: Tenant,
  use: Use,
  claims: JWTPayload,
  seconds = TOKEN_SECONDS,
): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return signWith(tenant.state.keys[use], { iat: now, nbf: now, exp: now + seconds, ...claims });
}

/** Signs what it is given and adds nothing. */
export async function signWith(key: JWK, claims: JWTPayload): Promise<string> {
  const alg = key.alg ?? 'RS256';
  return new SignJWT(claims)
    .setProtectedHeader({ alg, typ: 'JWT', ...(key.kid ? { kid: key.kid } : {}) })
    .sign(await importJWK(key, alg));
}

export type Checked = { ok: true; claims: JWTPayload } | { ok: false; reason: string };

/** Checks the Authorization header of a call that Peerloop's Entra app makes with its own token. */
export async function checkAppToken(
  tenant: Tenant,
  header: string | undefined,
  audience: string,
): Promise<Checked> {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  if (!token) return { ok: false, reason: 'Authorization has no bearer token.' };
  try {
    const key = await importJWK(publicKey(tenant.state.keys.entra) as JWK, 'RS256');
    const issuer = `https://sts.windows.net/${tenant.state.tenantId}/`;
    const { payload } = await jwtVerify(token, key, {
      audience,
      issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp'],
    });
    if (payload.appid !== tenant.state.botId) return { ok: false, reason: 'The token is of another app.' };
    return { ok: true, claims: payload };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : 'The token cannot be read.' };
  }
}
