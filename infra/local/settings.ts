// The settings by which the app finds this tenant instead of Microsoft's addresses.
import type { Tenant } from './tenant.ts';

/** Where the app says that it is; nothing on this machine resolves it. */
export const PUBLIC_ORIGIN = 'https://peerloop.example';

export function settingsOf({ state }: Tenant, url: string): Record<string, string> {
  return {
    PUBLIC_ORIGIN,
    TENANT_ID: state.tenantId,
    BOT_ID: state.botId,
    BOT_SECRET: state.botSecret,
    TEAMS_APP_ID: state.manifestId,
    ENTRA_URL: url,
    GRAPH_URL: url,
    BOT_OPENID_URL: `${url}/botframework/v1/.well-known/openidconfiguration`,
    CONNECTOR_URLS: url,
    SERVICE_URL: `${url}/connector/`,
    CLOCK_URL: `${url}/_tenant/clock`,
    PROGRAMME_TEAM: state.programmeTeam,
    INTRANET_SITE: state.intranetSite,
    ...(state.sharedMailbox ? { MEETING_ORGANISER: state.sharedMailbox.mail } : {}),
    FACILITATORS_GROUP: state.facilitatorsGroup,
    ADMINISTRATORS_GROUP: state.administratorsGroup,
    // Whoever drives this company is many people at once, and faster than any.
    RATE_PERSON: '6000',
    RATE_TENANT: '60000',
    // Time is moved by hand here, while what may be asked in a second is counted on the machine's own clock.
    PACE: 'none',
    SUPPORT_CONTACT: 'Anja Vogt, People & Culture',
  };
}
