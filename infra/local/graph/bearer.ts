// Reads the application permissions out of a bearer token that the tenant's own Entra has signed for Graph.
import { z } from 'zod';
import type { Tenant } from '../tenant.ts';
import { checkAppToken, GRAPH } from '../tokens.ts';
import { type Answer, refuse } from './answer.ts';

const claims = z.object({ tid: z.string(), roles: z.array(z.string()).default([]) });

// Unverified: seen in public traces, not in the reference; the GUID is Graph's own application id.
const challenge =
  'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize",' +
  ' client_id="00000003-0000-0000-c000-000000000000"';

// Graph docs, "Microsoft Graph error responses": 401 with this code; the messages vary.
const unauthenticated = (message: string): Answer => ({
  ...refuse(401, 'InvalidAuthenticationToken', message),
  headers: { 'www-authenticate': challenge },
});

export interface Bearer {
  roles: readonly string[];
}

export async function readBearer(
  tenant: Tenant,
  authorization: string | undefined,
): Promise<Bearer | Answer> {
  if (!authorization) return unauthenticated('Access token is empty.');
  const checked = await checkAppToken(tenant, authorization, GRAPH);
  if (!checked.ok) return unauthenticated(`Access token validation failure. ${checked.reason}`);
  const read = claims.safeParse(checked.claims);
  if (!read.success || read.data.tid !== tenant.state.tenantId) {
    return unauthenticated('Access token validation failure. The token is of another tenant.');
  }
  return { roles: read.data.roles };
}
