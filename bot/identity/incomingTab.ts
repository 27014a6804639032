// Who may speak to the tab's API: a person of our tenant, through a Microsoft 365 host, with a token that is for us.
import { errors, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { KeysUnavailable, publicKeys } from './publicKeys.ts';

export type Person =
  | { ok: true; tenant: string; oid: string; name: string }
  /** 401: no token that we take · 503: cannot be told now. */
  | { ok: false; status: 401 | 503; why: string };

export interface IncomingTabTokens {
  check(authorization: string | undefined): Promise<Person>;
}

type Settings = Pick<Config, 'botId' | 'tenantId' | 'entraUrl' | 'publicOrigin'>;

/** Client ids of Teams, Outlook and Microsoft 365 on web, desktop and mobile (Teams docs, tab SSO: pre-authorised clients). */
const hosts = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  '27922004-5251-4030-b22d-91ecd9a37ea4',
]);
const scope = 'access_as_user';
const skewSeconds = 5 * 60;

const Claims = z.object({
  tid: z.string(),
  oid: z.uuid(),
  ver: z.literal('2.0'),
  scp: z.string(),
  azp: z.string(),
  name: z.string().default(''),
  idtyp: z.string().optional(),
});

const no = (status: 401 | 503, why: string): Person => ({ ok: false, status, why });

export function incomingTabTokens({ botId, tenantId, entraUrl, publicOrigin }: Settings): IncomingTabTokens {
  const keys = publicKeys(`${entraUrl.replace(/\/$/, '')}/${tenantId}/v2.0/.well-known/openid-configuration`);
  const host = new URL(publicOrigin).host;
  return {
    async check(authorization) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return no(401, 'noToken');
      try {
        const { payload } = await jwtVerify(token, keys.keyFor, {
          algorithms: ['RS256'],
          // The issuer names the tenant: another tenant's token has another one, even under the same keys.
          issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
          audience: [botId, `api://${host}/botid-${botId}`],
          clockTolerance: skewSeconds,
          requiredClaims: ['exp'],
        });
        return personOf(payload, tenantId);
      } catch (error) {
        if (error instanceof KeysUnavailable) return no(503, 'keysUnavailable');
        return no(401, error instanceof errors.JOSEError ? error.code : 'notReadable');
      }
    },
  };
}

function personOf(payload: unknown, tenantId: string): Person {
  const read = Claims.safeParse(payload);
  if (!read.success) return no(401, 'claims');
  const { tid, oid, scp, azp, idtyp, name } = read.data;
  if (tid !== tenantId) return no(401, 'tenant');
  if (idtyp === 'app') return no(401, 'appOnly');
  if (!scp.split(' ').includes(scope)) return no(401, 'scope');
  if (!hosts.has(azp)) return no(401, 'host');
  return { ok: true, tenant: tid, oid, name };
}
