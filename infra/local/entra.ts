// Entra and the Bot Framework as far as an app meets them: OpenID configuration, public keys and tokens for the app itself.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Tenant } from './tenant.ts';
import { CONNECTOR, GRAPH, publicKey, sign, TOKEN_SECONDS } from './tokens.ts';

interface Refusal {
  status: number;
  error: string;
  code: number;
  text: string;
}

const Form = z.object({
  grant_type: z.string().optional(),
  client_id: z.string().optional(),
  client_secret: z.string().optional(),
  scope: z.string().optional(),
});

type Ask = z.infer<typeof Form>;

export function entraRoutes(app: FastifyInstance, tenant: Tenant, url: () => string): void {
  const { tenantId } = tenant.state;
  const known = (id: string) => id === tenantId;

  app.get<{ Params: { tid: string } }>('/:tid/v2.0/.well-known/openid-configuration', (request, reply) => {
    if (!known(request.params.tid)) return refuse(tenant, reply, unknownTenant(request.params.tid));
    return {
      issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
      authorization_endpoint: `${url()}/${tenantId}/oauth2/v2.0/authorize`,
      token_endpoint: `${url()}/${tenantId}/oauth2/v2.0/token`,
      jwks_uri: `${url()}/${tenantId}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post'],
      response_types_supported: ['code', 'id_token'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
    };
  });

  app.get<{ Params: { tid: string } }>('/:tid/discovery/v2.0/keys', (request, reply) => {
    if (!known(request.params.tid)) return refuse(tenant, reply, unknownTenant(request.params.tid));
    const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
    return { keys: [{ ...publicKey(tenant.state.keys.entra), issuer }] };
  });

  app.post<{ Params: { tid: string } }>('/:tid/oauth2/v2.0/token', async (request, reply) => {
    const form = Form.safeParse(request.body);
    const audience = known(request.params.tid)
      ? audienceFor(tenant, form.success ? form.data : {})
      : unknownTenant(request.params.tid);
    if (typeof audience !== 'string') return refuse(tenant, reply, audience);
    return reply.header('cache-control', 'no-store').send({
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
      ext_expires_in: TOKEN_SECONDS,
      access_token: await sign(tenant, 'entra', claimsOf(tenant, audience)),
    });
  });

  app.get('/botframework/v1/.well-known/openidconfiguration', () => ({
    issuer: CONNECTOR,
    authorization_endpoint: 'https://invalid.botframework.com',
    jwks_uri: `${url()}/botframework/v1/.well-known/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  }));

  app.get('/botframework/v1/.well-known/keys', () => ({
    keys: [{ ...publicKey(tenant.state.keys.connector), endorsements: ['msteams'] }],
  }));
}

/** Whom a token is for, or why there is none. */
function audienceFor(tenant: Tenant, form: Ask): string | Refusal {
  const { botId, botSecret, tenantId } = tenant.state;
  const missing = (['grant_type', 'client_id', 'scope'] as const).find((name) => !form[name]);
  if (missing) {
    const text = `The request body must contain the following parameter: '${missing}'.`;
    return { status: 400, error: 'invalid_request', code: 900144, text };
  }
  if (form.grant_type !== 'client_credentials') {
    const text = `The app requested an unsupported grant type '${form.grant_type}'.`;
    return { status: 400, error: 'unsupported_grant_type', code: 70003, text };
  }
  if (form.client_id !== botId) {
    const text = `Application with identifier '${form.client_id}' was not found in the directory '${tenantId}'.`;
    return { status: 400, error: 'unauthorized_client', code: 700016, text };
  }
  if (form.client_secret !== botSecret) {
    const text = `Invalid client secret provided. The secret in the request must be that of app '${botId}'.`;
    return { status: 401, error: 'invalid_client', code: 7000215, text };
  }
  const audience = [GRAPH, CONNECTOR].find((resource) => form.scope === `${resource}/.default`);
  if (audience) return audience;
  const text = `The provided value for scope ${form.scope} is not valid: it must end in /.default.`;
  return { status: 400, error: 'invalid_scope', code: 1002012, text };
}

function unknownTenant(tid: string): Refusal {
  const text = `Tenant '${tid}' not found. Check to make sure you have the correct tenant ID.`;
  return { status: 400, error: 'invalid_request', code: 90002, text };
}

function claimsOf(tenant: Tenant, audience: string) {
  const { tenantId, botId, manifestId } = tenant.state;
  return {
    aud: audience,
    iss: `https://sts.windows.net/${tenantId}/`,
    appid: botId,
    appidacr: '1',
    app_displayname: 'Peerloop',
    idtyp: 'app',
    oid: manifestId,
    sub: manifestId,
    tid: tenantId,
    ver: '1.0',
    ...(audience === GRAPH ? { roles: tenant.applicationPermissions() } : {}),
  };
}

function refuse(tenant: Tenant, reply: FastifyReply, { status, error, code, text }: Refusal) {
  const timestamp = `${new Date().toISOString().slice(0, 19).replace('T', ' ')}Z`;
  const trace = { trace_id: tenant.guid(), correlation_id: tenant.guid() };
  const tail = `Trace ID: ${trace.trace_id} Correlation ID: ${trace.correlation_id} Timestamp: ${timestamp}`;
  return reply.code(status).send({
    error,
    error_description: `AADSTS${code}: ${text} ${tail}`,
    error_codes: [code],
    timestamp,
    ...trace,
    error_uri: `https://login.microsoftonline.com/error?code=${code}`,
  });
}
