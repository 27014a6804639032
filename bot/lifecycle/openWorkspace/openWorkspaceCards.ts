// What members see of the group's place: that it is there, what lies where, and who can read it.
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, heading, list, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders, type View } from '../../cards/view.ts';
import { isKey } from '../../speech/say.ts';
import { postCards } from './postCards.ts';

const failure = (view: View, step: string) => {
  const key = `place.failed.${step}`;
  return isKey(key) ? view.say(key) : view.say('place.failed.other');
};

function placeReady(view: LiveView) {
  const { say, group } = view;
  const { channel, tab, published, url, failed } = group.place;
  return card(view, {
    about: stageLine(view),
    title: say('place.title'),
    body: [
      list([
        say(channel ? 'place.channel' : 'place.noChannel'),
        ...(channel ? [say(tab ? 'place.tab' : 'place.noTab')] : []),
        say(published ? 'place.page' : 'place.noPage'),
        say('place.chat'),
      ]),
      ...(failed.length > 0
        ? [
            heading(say('place.failed')),
            list(failed.map((it) => failure(view, it.step))),
            para(say('place.failedWho', { contact: view.contact })),
          ]
        : []),
      para(say('proposal.readersShared'), { subtle: true }),
    ],
    buttons: [
      ...(published && url ? [{ title: say('page.show'), url }] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

export const openWorkspaceCards: Renders = {
  placeReady: ofLiveGroup(placeReady, groupIsOver),
  ...postCards,
};
