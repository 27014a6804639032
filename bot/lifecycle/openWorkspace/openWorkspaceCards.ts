// What members see of the group's place: that it is there, what lies where, and who can read it.
import { groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, heading, list, para } from '../../cards/parts.ts';
import {
  type LiveView,
  nameOf,
  ofLiveGroup,
  type Render,
  type Renders,
  type View,
} from '../../cards/view.ts';
import type { Community, Live } from '../../group/group.ts';
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

interface Said {
  kind: string;
  title: string;
  readers: string;
  back: Button;
}

/** A learning group may ask for what is lacking once more. */
const resumes = ({ say }: View, group: Live | Community): Button[] =>
  group.phase === 'live' && lacking(group).length > 0
    ? [{ title: say('place.resume'), verb: 'do.resumePlace', fields: { group: group.id } }]
    : [];

function place(view: View, group: Live | Community, { kind, title, readers, back }: Said) {
  const { say } = view;
  const { channel, tab, published, url, failed } = group.place;
  const own = group.policy.confidential;
  const opened = say(own ? 'place.channelOwn' : 'place.channel');
  const pinned = say(own ? 'place.tabOwn' : 'place.tab');
  return card(view, {
    about: kind,
    title,
    body: [
      list([
        channel ? opened : say(own ? 'place.noTeam' : 'place.noChannel'),
        ...(channel && group.phase === 'live' ? [tab ? pinned : say('place.noTab')] : []),
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
      ...(own && !channel ? [] : [para(readers, { subtle: true })]),
    ],
    buttons: [...(published && url ? [{ title: say('page.show'), url }] : []), ...resumes(view, group), back],
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

const ofGroup = ofLiveGroup((view) => {
  const { say, group } = view;
  return place(view, group, {
    kind: stageLine(view),
    title: say('place.title'),
    readers: say(group.policy.confidential ? 'proposal.readersTeam' : 'proposal.readersShared'),
    back: opens(view, say('group.show'), 'group'),
  });
}, groupIsOver);

/** A community has such a place, too, and other readers. */
const placeReady: Render = (view, about) => {
  const { group, reader, say } = view;
  if (group?.phase !== 'community' || reader === null || !group.members.includes(reader))
    return ofGroup(view, about);
  const area = nameOf(view, group);
  return place(view, group, {
    kind: say('community.line', { kind: say('kind.community'), area }),
    title: say('post.community.title', { area }),
    readers: say('community.readers'),
    back: { title: say('community.show'), verb: 'show.community', fields: { group: group.id } },
  });
};

export const openWorkspaceCards: Renders = {
  pageLeft: ofLiveGroup(pageLeft, groupIsOver),
  resumed: ofLiveGroup(resumed, groupIsOver),
  placeReady,
  ...postCards,
};
