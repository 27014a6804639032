// The shape of every setting: what it may be, what it is when nobody has set it, and what to set it to.
import { z } from 'zod';
import { usualAfterEnd } from './group/policy.ts';

export const entra = 'https://login.microsoftonline.com';
export const graph = 'https://graph.microsoft.com';
export const botOpenId = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const connectors = 'https://smba.trafficmanager.net,https://*.botframework.com';
/** Teams' global address, for conversations that did not begin with an activity (proactive messages, Teams docs). */
const globalService = 'https://smba.trafficmanager.net/teams/';

const guidText = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const needed = (what: string) => z.string({ error: `is empty; set it to ${what}` }).trim();
const guid = (what: string) =>
  needed(what)
    .toLowerCase()
    .regex(guidText, `is not a GUID; set it to ${what}`)
    .refine((text) => !text.startsWith('00000000-'), `is only a placeholder; set it to ${what}`);
const address = z.string().refine((text) => URL.canParse(text) && !/[@?#]/.test(text), {
  error: 'is not an address such as https://host or http://127.0.0.1:3900',
  abort: true,
});
const origin = address.refine((text) => new URL(text).origin === text.replace(/\/$/, ''), {
  error: 'has more than an origin; leave the path away',
});
const oneOf = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.enum(words, { error: `is none of ${words.join(', ')}` });
const learning = oneOf('employees', 'managers');
/** Requests a minute. */
const rate = z
  .string()
  .regex(/^[1-9]\d{0,5}$/, 'is not a number of requests a minute; set it to a number from 1 to 999999')
  .transform(Number);
/** A leading `*.` stands for any host below. */
export const plainHost = (text: string) => text.replace('://*.', '://any.');

export const Settings = z.object({
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
  LOG_LEVEL: oneOf('info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent').default('info'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'is not the address of a PostgreSQL database; it begins with postgres://')
    .optional(),
  RATE_PERSON: rate.default(60),
  RATE_TENANT: rate.default(3000),
  PACE: oneOf('published', 'none').default('published'),
  LICENCES: z
    .string()
    .regex(/^[1-9]\d{0,6}$/, 'is not a number of licences; set it to how many people have Microsoft 365')
    .transform(Number)
    .default(1000),
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
  GROUPS_PER_TEAM: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, 'is not a number of groups; set it to a number from 1 to 400')
    .transform(Number)
    // Planner docs, limits: a Microsoft 365 group owns four hundred plans at most.
    .refine((groups) => groups <= 400, 'is more than Planner has plans for; set it to a number from 1 to 400')
    .default(150),
  INTRANET_SITE: z
    .string()
    .regex(/^[a-z0-9.-]+(,[0-9a-f-]{36}){2}$/i, 'is not a site id; it has the form host,guid,guid')
    .optional(),
  PROGRAMMES: z
    .string()
    .default('employees,community')
    .transform((text) => [...new Set(text.split(',').map((part) => part.trim()))])
    .pipe(
      z.tuple([learning], oneOf('employees', 'managers', 'community'), {
        error:
          'is not a comma-separated list of employees, managers and community with community not the first',
      }),
    ),
  CONFIDENTIAL: oneOf('true', 'false').optional(),
  PEOPLE_PER_AREA: z
    .string()
    .regex(/^[1-3]$/, 'is not a number of people; set it to a number from 1 to 3')
    .transform(Number)
    .optional(),
  ARCHIVE_AFTER_WEEKS: z
    .string()
    .regex(/^([1-9]|[1-4]\d|5[0-2])$/, 'is not a number of weeks; set it to a number from 1 to 52')
    .transform(Number)
    .default(usualAfterEnd.weeks),
  ENDED_PLAN: oneOf('keep', 'remove').default(usualAfterEnd.plan),
  LEVELS: z
    .string()
    .default('Junior|Trainee|Intern, *, Senior|Lead|Principal, Head|Director|Managing|Vice President|Chief')
    .transform((text) =>
      text.split(',').map((level) => level.split('|').map((word) => word.trim().toLowerCase())),
    )
    .refine((levels) => levels.flat().filter((word) => word === '*').length === 1, {
      error: 'is not a list of levels; set it to beginnings of job titles, the lowest first, one of them *',
    })
    .refine((levels) => levels.flat().every((word) => word !== ''), {
      error: 'has an empty level; set it to the like of Junior, *, Senior|Lead, Head|Director',
    }),
  TEAM_OWNER: guid('the object id of the person who owns the teams that the app makes').optional(),
  MEETING_ORGANISER: z
    .string()
    .trim()
    .toLowerCase()
    .refine((text) => guidText.test(text) || /^[^\s@/?#]+@[^\s@/?#]+$/.test(text), {
      error: 'is no mailbox; set it to the address or the object id of the one that invites to meetings',
    })
    .optional(),
  FACILITATORS_GROUP: guid('the id of the Entra group of facilitators'),
  ADMINISTRATORS_GROUP: guid('the id of the Entra group of administrators'),
  SUPPORT_CONTACT: needed('whom people turn to, such as an address or a name').max(
    200,
    'is too long; 200 characters are enough',
  ),
});
export type Settings = z.infer<typeof Settings>;

/** What IT says of every learning group. */
export const ruledIn = ({
  CONFIDENTIAL,
  PEOPLE_PER_AREA: perArea,
  ARCHIVE_AFTER_WEEKS: weeks,
  ENDED_PLAN: plan,
}: Settings) => ({
  ...(perArea === undefined ? {} : { perArea }),
  ...(CONFIDENTIAL === undefined ? {} : { confidential: CONFIDENTIAL === 'true' }),
  afterEnd: { weeks, plan },
});
