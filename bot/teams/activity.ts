// What we read of an activity of Teams; everything else in it is left alone.
import { z } from 'zod';

const id = z.string().min(1).max(1024);
const short = z.string().max(256);
const guid = z.guid().toLowerCase();

const Account = z.looseObject({
  id,
  name: short.optional(),
  /** Guests of another kind and people who left have none. */
  aadObjectId: guid.optional().catch(undefined),
});

const Mention = z.object({ type: z.literal('mention'), mentioned: z.object({ id }), text: short });
const Client = z.object({
  type: z.literal('clientInfo'),
  locale: short.optional(),
  timezone: short.optional(),
});
const Other = z.unknown().transform(() => undefined);

const ChannelData = z.looseObject({
  tenant: z.looseObject({ id: guid }).optional(),
  team: z.looseObject({ id: id.optional(), aadGroupId: guid.optional() }).optional(),
  channel: z.looseObject({ id: id.optional() }).optional(),
  eventType: z.string().optional(),
  clientActivityId: id.optional(),
});

export const Activity = z.looseObject({
  type: z.string().min(1).max(100),
  id: id.optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  serviceUrl: z.string().max(1024).default(''),
  from: Account,
  recipient: z.looseObject({ id }).optional(),
  conversation: z.looseObject({
    id,
    /** A kind that is not known here may have several people in it. */
    conversationType: z.enum(['personal', 'channel', 'groupChat']).optional().catch('groupChat'),
    isGroup: z.boolean().optional(),
    tenantId: guid.optional(),
  }),
  channelData: ChannelData.nullish().transform((data) => data ?? {}),
  entities: z
    .array(z.union([Mention, Client, Other]))
    .nullish()
    .transform((all) => (all ?? []).filter((one) => one !== undefined)),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  replyToId: id.nullish(),
  locale: short.optional(),
  localTimezone: short.optional(),
});

export type Activity = z.infer<typeof Activity>;
export type Mention = z.infer<typeof Mention>;
