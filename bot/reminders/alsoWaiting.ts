// The reader's other groups that wait for them: one reminder a week speaks for all of them.
import type { Button } from '../cards/parts.ts';
import type { LiveView } from '../cards/view.ts';
import type { Live } from '../group/group.ts';
import { owesCheckIn } from '../lifecycle/checkIn/progress.ts';
import { missing } from '../lifecycle/stages.ts';
import { asked } from './planStage.ts';

const waits = (group: Live, { reader, now, zone }: LiveView): string | undefined => {
  const { stage } = group.cycle;
  if (stage === 'practice') return owesCheckIn(group.cycle, reader, now, zone) ? 'checkIn' : undefined;
  return asked.some((it) => it === stage) && missing(group).includes(reader) ? `began.${stage}` : undefined;
};

export const alsoWaiting = (view: LiveView): Button[] =>
  view.groups
    .filter((it): it is Live => it.phase === 'live' && it.id !== view.group.id)
    .flatMap((group): Button[] => {
      const what = waits(group, view);
      const title = view.say('reminder.alsoIn', { topic: view.topicName(group.topic) });
      return what ? [{ title, verb: `show.${what}`, fields: { group: group.id }, anyInput: false }] : [];
    });
