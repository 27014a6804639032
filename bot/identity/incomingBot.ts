// Who may speak to the bot: the Bot connector alone, for our bot, from Teams, in our tenant.
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { KeysUnavailable, publicKeys } from './publicKeys.ts';

export type Checked =
  | { ok: true; claims: JWTPayload }
  /** 401: not the connector · 403: the connector, but not for us · 503: cannot be told now. */
  | { ok: false; status: 401 | 403 | 503; why: string };

export interface IncomingBotTokens {
  check(authorization: string | undefined, activity: unknown): Promise<Checked>;
}

type Settings = Pick<Config, 'botId' | 'tenantId' | 'botOpenIdUrl' | 'isConnector'>;

const issuer = 'https://api.botframework.com';
const channel = 'msteams';
const skewSeconds = 5 * 60;

const Tenant = z.object({ id: z.string().toLowerCase() });
const Activity = z.object({
  channelId: z.string(),
  serviceUrl: z.string().min(1),
  channelData: z.object({ tenant: Tenant.optional() }).nullish(),
  conversation: z.object({ tenantId: z.string().toLowerCase().optional() }),
});
type Activity = z.infer<typeof Activity>;

const no = (status: 401 | 403 | 503, why: string): Checked => ({ ok: false, status, why });

export function incomingBotTokens(settings: Settings): IncomingBotTokens {
  const keys = publicKeys(settings.botOpenIdUrl);
  return {
    async check(authorization, body) {
      const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
      if (token === undefined) return no(401, 'noToken');
      const read = Activity.safeParse(body);
      if (!read.success) return no(401, 'noServiceUrl');
      const activity = read.data;
      try {
        const { payload, protectedHeader } = await jwtVerify(token, keys.keyFor, {
          algorithms: ['RS256'],
          issuer,
          audience: settings.botId,
          clockTolerance: skewSeconds,
          requiredClaims: ['exp', 'serviceurl'],
        });
        if (payload.serviceurl !== activity.serviceUrl) return no(401, 'otherServiceUrl');
        const endorsed = keys.endorsementsOf(protectedHeader.kid ?? '');
        if (!endorsed.includes(activity.channelId)) return no(401, 'notEndorsed');
        return forUs(settings, activity) ?? { ok: true, claims: payload };
      } catch (error) {
        if (error instanceof KeysUnavailable) return no(503, 'keysUnavailable');
        if (error instanceof errors.JOSEError) return no(401, error.code);
        throw error;
      }
    },
  };
}

function forUs(settings: Settings, { channelId, serviceUrl, channelData, conversation }: Activity) {
  // Other channels let whoever writes say who they are.
  if (channelId !== channel) return no(403, 'otherChannel');
  if (!settings.isConnector(serviceUrl)) return no(403, 'otherConnector');
  const named = [channelData?.tenant?.id, conversation.tenantId].filter((id) => id !== undefined);
  const ours = named.length > 0 && named.every((id) => id === settings.tenantId);
  return ours ? undefined : no(403, 'otherTenant');
}
