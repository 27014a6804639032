// What people do to a channel by hand: rename it, delete it, archive it, and bring it back; Teams tells the bot of all but archiving.
import { type Archivable, isReadOnly } from './archived.ts';
import type { Edited } from './edits.ts';
import { channelNamed } from './places.ts';
import type { Tenant } from './tenant.ts';

type Befalls = { channel: string } & (
  | { what: 'channel renamed'; name: string }
  | { what: 'channel deleted' | 'channel restored' | 'channel archived' | 'channel unarchived' }
);

export function inChannel(tenant: Tenant, happening: Befalls): Edited {
  const place = channelNamed(tenant.state, happening.channel);
  if (!place) return { no: `There is no channel ${happening.channel}.` };
  const { team, channel } = place;
  if (channel.id === team.internalId) return { no: 'General can neither be renamed nor deleted.' };
  const deleted = channel.deletedDateTime !== undefined;
  if (deleted !== (happening.what === 'channel restored'))
    return { no: `${channel.displayName} is ${deleted ? '' : 'not '}deleted.` };
  const ids = { teamId: team.id, channelId: channel.id };
  if (happening.what === 'channel archived' || happening.what === 'channel unarchived') {
    archive(channel, happening.what === 'channel archived');
  } else if (happening.what === 'channel renamed') {
    if (isReadOnly(tenant, team, channel)) return { no: `${channel.displayName} is archived.` };
    channel.displayName = happening.name;
    tenant.happened({ what: 'channelRenamed', ...ids });
  } else if (happening.what === 'channel deleted') {
    channel.deletedDateTime = tenant.now();
    tenant.happened({ what: 'channelDeleted', ...ids });
  } else {
    delete channel.deletedDateTime;
    tenant.happened({ what: 'channelRestored', ...ids });
  }
  return {};
}

/** By an owner, at once; nothing tells the bot of it (msteams docs, "Conversation events", names none for it). */
function archive(channel: Archivable, archives: boolean): void {
  delete channel.archiving;
  if (archives) channel.isArchived = true;
  else delete channel.isArchived;
}
