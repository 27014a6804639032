// What members see of the group's place: that it is there, what lies where, and who can read it.
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, heading, list, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders, type View } from '../../cards/view.ts';
import type { Live } from '../../group/group.ts';
import { isKey } from '../../speech/say.ts';
import { maybeDone } from '../decision.ts';
import { lacking } from './openWorkspace.ts';
import { postCards } from './postCards.ts';
import { reasonOf } from './revisePage.ts';

const failure = (view: View, { step, code }: Live['place']['failed'][number]) => {
  const key = `place.failed.${step}`;
  const part = isKey(key) ? view.say(key) : view.say('place.failed.other');
  return code === maybeDone ? view.say('place.failedMaybe', { part }) : part;
};

function placeReady(view: LiveView) {
  const { say, group } = view;
  const { channel, tab, published, url, failed } = group.place;
  const own = group.policy.confidential;
  const opened = say(own ? 'place.channelOwn' : 'place.channel');
  const pinned = say(own ? 'place.tabOwn' : 'place.tab');
  return card(view, {
    about: stageLine(view),
    title: say('place.title'),
    body: [
      list([
        channel ? opened : say(own ? 'place.noTeam' : 'place.noChannel'),
        ...(channel ? [tab ? pinned : say('place.noTab')] : []),
        say(published ? 'place.page' : 'place.noPage'),
        say('place.chat'),
      ]),
      ...(failed.length > 0
        ? [
            heading(say('place.failed')),
            list(failed.map((it) => failure(view, it))),
            para(say('place.failedWho', { contact: view.contact })),
          ]
        : []),
      ...(own && !channel
        ? []
        : [para(say(own ? 'proposal.readersTeam' : 'proposal.readersShared'), { subtle: true })]),
    ],
    buttons: [
      ...(published && url ? [{ title: say('page.show'), url }] : []),
      ...(lacking(group).length > 0
        ? [{ title: say('place.resume'), verb: 'do.resumePlace', fields: { group: group.id } } as const]
        : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
}

const resumed = (view: LiveView) =>
  card(view, {
    about: stageLine(view),
    title: view.say('resumed.title'),
    body: [para(view.say('resumed.body'))],
    buttons: [opens(view, view.say('group.show'), 'group')],
  });

/** The page is not brought up to date by itself any more: one sentence, and the way to it. */
function pageLeft(view: LiveView) {
  const { say, group, contact } = view;
  const { left = '', published, url } = group.place;
  return card(view, {
    about: stageLine(view),
    title: say('pageLeft.title'),
    body: [para(say(`pageLeft.${reasonOf(left)}`, { contact }))],
    buttons: published && url ? [{ title: say('page.show'), url }] : [],
  });
}

export const openWorkspaceCards: Renders = {
  pageLeft: ofLiveGroup(pageLeft, groupIsOver),
  resumed: ofLiveGroup(resumed, groupIsOver),
  placeReady: ofLiveGroup(placeReady, groupIsOver),
  ...postCards,
};
