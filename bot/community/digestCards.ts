// The weekly digest: what others have asked and answered in the reader's communities, and the way to it.
import { buttons, card, entry, type Part, para } from '../cards/parts.ts';
import type { Renders, View } from '../cards/view.ts';
import { waitingGroups } from '../reminders/alsoWaiting.ts';
import type { OpenThread } from '../thread/thread.ts';
import { beginning, communityOf, standing, toAll } from './parts.ts';

const row = (view: View, thread: OpenThread): Part[] => {
  const community = communityOf(view, thread);
  if (!community?.mine) return [];
  const { say } = view;
  return [
    entry(
      beginning(view, thread),
      say('digest.row', { area: community.name, standing: standing(view, thread) }),
      buttons(view, [
        {
          title: say('community.read'),
          verb: 'show.thread',
          fields: { group: community.id, thread: thread.id },
          anyInput: false,
        },
      ]),
    ),
  ];
};

/** Read late, or opened from a reminder, it says what is new now. */
function digest(view: View) {
  const { say } = view;
  const rows = view.threads.flatMap((it) => row(view, it));
  const counts = view.communities.filter((it) => it.mine && it.fresh > 0);
  return card(view, {
    about: say('kind.community'),
    title: say('digest.title'),
    body: [
      ...counts.map((it) => para(say('digest.count', { area: it.name, fresh: it.fresh }))),
      ...(counts.length + rows.length === 0 ? [para(say('digest.nothing'))] : rows),
      para(say('digest.off'), { subtle: true }),
    ],
    buttons: [
      toAll(view),
      ...waitingGroups(view),
      { title: say('digest.stop'), verb: 'do.stopDigest', anyInput: false },
    ],
  });
}

export const digestCards: Renders = { digest };
