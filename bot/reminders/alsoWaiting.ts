// What else waits for the reader: one message a week speaks for all of their groups, and for their communities.
import type { Button } from '../cards/parts.ts';
import type { View } from '../cards/view.ts';
import type { Live } from '../group/group.ts';
import { owesCheckIn } from '../lifecycle/checkIn/progress.ts';
import { missing } from '../lifecycle/stages.ts';
import { asked } from './planStage.ts';

const waits = (group: Live, { reader, now, zone }: View): string | undefined => {
  if (reader === null) return undefined;
  const { stage } = group.cycle;
  if (stage === 'practice') return owesCheckIn(group.cycle, reader, now, zone) ? 'checkIn' : undefined;
  return asked.some((it) => it === stage) && missing(group).includes(reader) ? `began.${stage}` : undefined;
};

/** The digest of the week is part of whichever message comes first. */
function news({ say, communities, person }: View): Button[] {
  const fresh = communities.filter((it) => it.mine).reduce((sum, it) => sum + it.fresh, 0);
  if (fresh === 0 || person.noDigest) return [];
  return [{ title: say('digest.also', { fresh }), verb: 'show.digest', anyInput: false }];
}

/** The reader's other groups; the digest itself tells of the communities. */
export function waitingGroups(view: View): Button[] {
  const here = view.group?.phase === 'live' ? view.group.id : undefined;
  return view.groups
    .filter((it): it is Live => it.phase === 'live' && it.id !== here)
    .flatMap((group): Button[] => {
      const what = waits(group, view);
      const title = view.say('reminder.alsoIn', { topic: view.topicName(group.topic) });
      return what ? [{ title, verb: `show.${what}`, fields: { group: group.id }, anyInput: false }] : [];
    });
}

export const alsoWaiting = (view: View): Button[] => [...waitingGroups(view), ...news(view)];
