// PURE: reduces an activity to the turn it means for the product, to nothing, or to a refusal.

import { z } from 'zod';
import type { Place, Said, Speaker, Turn } from '../run/turn.ts';
import type { Activity } from './activity.ts';
import { digestOf } from './digest.ts';
import { wordsOf } from './text.ts';

export type Reduced = Turn | { nothing: string } | { malformed: string };

const Verb = z.string().min(1).max(100);
const Fields = z.record(z.string(), z.unknown());
/** What a client without universal actions sends: the verb among the fields. */
const Submitted = z.looseObject({ verb: Verb });
const Executed = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: Verb, data: Fields.nullish() }),
});

export function turnOf(activity: Activity): Reduced {
  const said = saidIn(activity);
  if ('nothing' in said || 'malformed' in said) return said;
  const speaker = speakerOf(activity, said);
  if (!speaker) return { nothing: 'noObjectId' };
  const place = placeOf(activity);
  const tenant = activity.channelData.tenant?.id ?? activity.conversation.tenantId ?? '';
  return { tenant, keys: keysOf(activity, said, speaker.oid), speaker, place, said };
}

function saidIn(activity: Activity): Said | { nothing: string } | { malformed: string } {
  switch (activity.type) {
    case 'message':
      return messageIn(activity);
    case 'invoke':
      return executedIn(activity);
    case 'installationUpdate':
      // An upgrade (add-upgrade, remove-upgrade) is no news to anybody.
      if (activity.action === 'add') return { is: 'installed' };
      return activity.action === 'remove' ? { is: 'removed' } : { nothing: 'upgrade' };
    case 'conversationUpdate':
      return updateIn(activity);
    default:
      return { nothing: 'otherType' };
  }
}

function messageIn(activity: Activity): Said | { nothing: string } | { malformed: string } {
  const { text, entities, recipient, value, replyToId } = activity;
  if (typeof value === 'object' && value !== null) {
    const read = Submitted.safeParse(value);
    if (!read.success) return { malformed: 'a button without a verb' };
    const { verb, msteams: _, ...fields } = read.data;
    return { is: 'pressed', verb, fields, ...(replyToId ? { card: replyToId } : {}), invoke: false };
  }
  const mentions = entities.filter((one) => one.type === 'mention');
  const words = wordsOf(text ?? '', mentions, recipient?.id ?? '');
  return { is: 'text', text: words };
}

function executedIn({
  name,
  value,
  replyToId,
}: Activity): Said | { nothing: string } | { malformed: string } {
  if (name !== 'adaptiveCard/action') return { nothing: 'otherInvoke' };
  const read = Executed.safeParse(value);
  if (!read.success) return { malformed: 'an action without a verb, or with data that is no object' };
  const { verb, data } = read.data.action;
  return { is: 'pressed', verb, fields: data ?? {}, ...(replyToId ? { card: replyToId } : {}), invoke: true };
}

const channelEvents = {
  channelRenamed: 'renamed',
  channelDeleted: 'deleted',
  channelRestored: 'restored',
} as const;
/** Teams docs, "Conversation events in your Teams bot": what an unarchived team was is told as what a restored one was. */
const teamEvents = {
  teamArchived: 'teamArchived',
  teamUnarchived: 'teamRestored',
  teamDeleted: 'teamDeleted',
  teamHardDeleted: 'teamDeleted',
  teamRestored: 'teamRestored',
} as const;
const TeamEvent = z.enum([
  'teamArchived',
  'teamUnarchived',
  'teamDeleted',
  'teamHardDeleted',
  'teamRestored',
]);
const ChannelEvent = z.enum(['channelRenamed', 'channelDeleted', 'channelRestored']);

/**
 * The bot's own coming is told twice, here (membersAdded) and as installationUpdate, under two ids. Microsoft
 * names the latter for the welcome; it alone comes again when somebody removes the app and takes it back.
 */
function updateIn({ channelData }: Activity): Said | { nothing: string } {
  const ofTeam = TeamEvent.safeParse(channelData.eventType);
  if (ofTeam.success) return { is: 'team', what: teamEvents[ofTeam.data] };
  const event = ChannelEvent.safeParse(channelData.eventType);
  const channel = channelData.channel?.id;
  if (!event.success || channel === undefined) return { nothing: 'otherUpdate' };
  return { is: 'channel', what: channelEvents[event.data], channel };
}

/** Asking Intl for a formatter costs more than all else here. */
const atStart = Temporal.Instant.fromEpochMilliseconds(0);

function speakerOf({ from, entities, locale, localTimezone }: Activity, said: Said): Speaker | undefined {
  // What befalls a channel or a team is true whoever did it, and Teams does not always say who.
  const isPlain = said.is === 'channel' || said.is === 'team';
  if (from.aadObjectId === undefined && !isPlain) return undefined;
  const client = entities.find((one) => one.type === 'clientInfo');
  const language = locale ?? client?.locale ?? '';
  const zone = localTimezone ?? client?.timezone ?? '';
  return {
    oid: from.aadObjectId ?? '',
    teamsId: from.id,
    name: from.name ?? '',
    ...(isKnown(() => new Intl.Locale(language)) ? { locale: language } : {}),
    ...(isKnown(() => atStart.toZonedDateTimeISO(zone)) ? { zone } : {}),
  };
}

function isKnown(used: () => unknown): boolean {
  try {
    used();
    return true;
  } catch {
    return false;
  }
}

function placeOf({ conversation, channelData, serviceUrl }: Activity): Place {
  const alone = conversation.isGroup ? 'groupChat' : 'personal';
  const kind = conversation.conversationType ?? (channelData.team ? 'channel' : alone);
  const thread = conversation.id.split(';')[0] ?? conversation.id;
  const { team } = channelData;
  return {
    kind,
    conversation: conversation.id,
    serviceUrl,
    ...(team?.id ? { team: team.id } : {}),
    ...(team?.aadGroupId ? { teamGroup: team.aadGroupId } : {}),
    ...(kind === 'channel' ? { channel: channelData.channel?.id ?? thread } : {}),
  };
}

function keysOf(activity: Activity, said: Said, oid: string): string[] {
  const conversation = activity.conversation.id;
  if (said.is === 'pressed' && said.invoke) {
    // Teams delivers one press again under a new activity id, so the id says nothing. The digest does: another
    // text in the same old card is a new command, the same text is a redelivery.
    const nonce = typeof said.fields.nonce === 'string' ? said.fields.nonce : '';
    return [`i:${said.card ?? conversation}:${oid}:${said.verb}:${nonce}:${digestOf(said.fields)}`];
  }
  const sent = activity.channelData.clientActivityId;
  return [
    `m:${conversation}:${activity.id ?? digestOf(activity)}`,
    ...(sent === undefined ? [] : [`c:${conversation}:${activity.from.id}:${sent}`]),
  ];
}
