// What members see of the group's place: that it is there, what lies where, and who can read it.
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, list, para } from '../../cards/parts.ts';
import {
  type LiveView,
  nameOf,
  ofLiveGroup,
  type Render,
  type Rendered,
  type Renders,
  type View,
} from '../../cards/view.ts';
import type { Community, Live } from '../../group/group.ts';
import { isKey, type Key } from '../../speech/say.ts';
import { maybeDone } from '../decision.ts';
import { lacking } from './openWorkspace.ts';
import { postCards } from './postCards.ts';
import { reasonOf } from './revisePage.ts';

const failure = (view: View, { step, code }: Live['place']['failed'][number]) => {
  const key = `place.failed.${step}`;
  const part = isKey(key) ? view.say(key) : view.say('place.failed.other');
  return code === maybeDone ? view.say('place.failedMaybe', { part }) : part;
};

interface Said {
  kind: string;
  title: string;
  /** What its tab shows to whom. */
  tab: string;
  readers: string;
  goesOn: Key;
  pageTitle: string;
  resumed: string;
  back: Button;
}

type Owned = View & { group: Live | Community };

const ofGroup = (view: LiveView): Said => {
  const { say, group } = view;
  const own = group.policy.confidential;
  return {
    kind: stageLine(view),
    title: say('place.title'),
    tab: say(own ? 'place.tabOwn' : 'place.tab'),
    readers: say(own ? 'proposal.readersTeam' : 'proposal.readersShared'),
    goesOn: 'place.failedWho',
    pageTitle: say('pageLeft.title'),
    resumed: say('resumed.body'),
    back: opens(view, say('group.show'), 'group'),
  };
};

/** A community has such a place, too, with other readers and words of its own. */
const ofCommunity = (view: View, group: Community): Said => {
  const { say } = view;
  const area = nameOf(view, group);
  return {
    kind: say('community.line', { kind: say('kind.community'), area }),
    title: say('post.community.title', { area }),
    tab: say('place.tabCommunity'),
    readers: say('community.readers'),
    goesOn: 'place.failedWhoCommunity',
    pageTitle: say('pageLeft.titleCommunity'),
    resumed: say('resumed.bodyCommunity'),
    back: { title: say('community.show'), verb: 'show.community', fields: { group: group.id } },
  };
};

/** For the members of a group that goes on, or of a community. */
const ofPlaced =
  (render: (view: Owned, said: Said) => Rendered): Render =>
  (view, about) => {
    const { group, reader } = view;
    if (group?.phase !== 'community')
      return ofLiveGroup((it) => render(it, ofGroup(it)), groupIsOver)(view, about);
    if (reader === null || !group.members.includes(reader)) return groupIsOver(view, about);
    return render({ ...view, group }, ofCommunity(view, group));
  };

/** What is lacking may be asked for once more. */
const resumes = ({ say, group }: Owned): Button[] =>
  lacking(group).length > 0
    ? [{ title: say('place.resume'), verb: 'do.resumePlace', fields: { group: group.id } }]
    : [];

function placeReady(view: Owned, { kind, title, tab: pinned, readers, goesOn, back }: Said) {
  const { say, group } = view;
  const { channel, tab, published, url, failed } = group.place;
  const own = group.policy.confidential;
  const opened = say(own ? 'place.channelOwn' : 'place.channel');
  return card(view, {
    about: kind,
    title,
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
            para(say(goesOn, { contact: view.contact })),
          ]
        : []),
      ...(own && !channel ? [] : [para(readers, { subtle: true })]),
    ],
    buttons: [...(published && url ? [{ title: say('page.show'), url }] : []), ...resumes(view), back],
  });
}

const resumed = (view: Owned, said: Said) =>
  card(view, {
    about: said.kind,
    title: view.say('resumed.title'),
    body: [para(said.resumed)],
    buttons: [said.back],
  });

/** The page is not brought up to date by itself any more: one sentence, and the way to it. */
function pageLeft(view: Owned, { kind, pageTitle }: Said) {
  const { say, group, contact } = view;
  const { left = '', published, url } = group.place;
  return card(view, {
    about: kind,
    title: pageTitle,
    body: [para(say(`pageLeft.${reasonOf(left)}`, { contact }))],
    buttons: published && url ? [{ title: say('page.show'), url }] : [],
  });
}

export const openWorkspaceCards: Renders = {
  pageLeft: ofPlaced(pageLeft),
  resumed: ofPlaced(resumed),
  placeReady: ofPlaced(placeReady),
  ...postCards,
};
