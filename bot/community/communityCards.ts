// What people see of communities: which there are, how to join one, and what is asked and told in theirs.
import { type Button, buttons, card, entry, facts, heading, type Part, para } from '../cards/parts.ts';
import {
  hasCommunities,
  type CommunityView as Known,
  nameOf,
  type Render,
  type Renders,
  type View,
} from '../cards/view.ts';
import { sameArea } from '../group/area.ts';
import { type Community, isCommunity } from '../group/group.ts';
import { addressOf } from '../lifecycle/openWorkspace/resourcePage.ts';
import { below, communityTopics } from './belowCards.ts';
import { postCards } from './communityPosts.ts';
import { digestCards } from './digestCards.ts';
import {
  beginning,
  type CommunityView,
  lineOf,
  notThere,
  ofMembers,
  opensCommunity,
  standing,
  toAll,
} from './parts.ts';
import { threadCards } from './threadCards.ts';

/** A card has room for so many. */
const mostShown = 8;

const row = (view: View, it: Known): Part => {
  const { say } = view;
  const counts = { members: it.members, open: it.open };
  return entry(
    it.name,
    it.mine ? say('communities.yours', counts) : say('communities.members', counts),
    buttons(view, [opensCommunity(view, it.id, say('communities.open', { area: it.name }))]),
  );
};

/** Whoever's area has none may begin one; one that nobody is in is begun again. */
const founds = (view: View): Button[] => {
  const own = view.communities.find((it) => sameArea(it.name) === sameArea(view.area));
  if (!hasCommunities(view) || view.area.trim() === '' || (own && !own.rests)) return [];
  return [
    {
      title: view.say('communities.found', { area: view.area }),
      verb: 'do.foundCommunity',
      look: 'positive',
      anyInput: false,
    },
  ];
};

const digestButton = (view: View): Button[] =>
  view.person.communities.length === 0
    ? []
    : [
        view.person.noDigest
          ? { title: view.say('digest.resume'), verb: 'do.resumeDigest', anyInput: false }
          : { title: view.say('digest.stop'), verb: 'do.stopDigest', anyInput: false },
      ];

const communities: Render = (view) => {
  const { say } = view;
  const isOn = hasCommunities(view);
  const mineFirst = view.communities
    .filter((it) => !it.rests && (isOn || it.mine))
    .toSorted((a, b) => Number(b.mine) - Number(a.mine));
  const none = mineFirst.length === 0 ? 'communities.none' : 'communities.why';
  return card(view, {
    about: say('kind.community'),
    title: say('communities.title'),
    body: [
      para(say(isOn ? none : 'communities.off')),
      ...mineFirst.slice(0, mostShown).map((it) => row(view, it)),
      ...(founds(view).length > 0 ? [para(say('community.readers'), { subtle: true })] : []),
      ...(view.person.communities.length === 0
        ? []
        : [para(say(view.person.noDigest ? 'digest.isOff' : 'digest.isOn'), { subtle: true })]),
    ],
    buttons: [...founds(view), ...digestButton(view), { title: say('myGroups.show'), verb: 'show.myGroups' }],
  });
};

const enters = ({ say }: View, { id: group, phase }: Community): Button =>
  phase === 'resting'
    ? { title: say('community.again'), verb: 'do.foundCommunity', look: 'positive' }
    : { title: say('community.join'), verb: 'do.joinCommunity', fields: { group }, look: 'positive' };

const pageButton = (view: View, community: Community): Button[] => {
  const { url } = addressOf(community);
  return url === undefined ? [] : [{ title: view.say('page.show'), url }];
};

/** Before somebody joins they are told who reads what (R4: their own area's, or its page). */
const outside: Render = (view, about) => {
  const { say, group } = view;
  if (!group || !isCommunity(group)) return notThere(view, about);
  const area = nameOf(view, group);
  const isTheirs = sameArea(area) === sameArea(view.area);
  const rests = group.phase === 'resting';
  const mayEnter = isTheirs && hasCommunities(view);
  return card(view, {
    about: lineOf(view, group),
    title: say('community.title', { area }),
    body: [
      para(say(rests ? 'community.rests' : 'community.what', { area })),
      facts([[say('community.members'), String(group.members.length)]]),
      ...(isTheirs
        ? [heading(say('proposal.readers')), para(say('community.readers'))]
        : [para(say('community.otherArea', { area }))]),
      ...(hasCommunities(view) ? [] : [para(say('communities.off'))]),
    ],
    buttons: [...(mayEnter ? [enters(view, group)] : []), ...pageButton(view, group), toAll(view)],
  });
};

const talk = (view: CommunityView): Part[] =>
  view.threads.map((it) =>
    entry(
      beginning(view, it),
      view.say('community.rowBy', { standing: standing(view, it), name: view.name(it.person) }),
      buttons(view, [
        {
          title: view.say('community.read'),
          verb: 'show.thread',
          fields: { group: view.group.id, thread: it.id },
          anyInput: false,
        },
      ]),
    ),
  );

function inside(view: CommunityView, about: { threads?: unknown; after?: unknown }) {
  const { say, group, threads, moreThreads } = view;
  const fields = { group: group.id };
  const sought = about.threads !== undefined;
  const none = sought ? 'community.notFound' : 'community.noThreads';
  return card(view, {
    about: lineOf(view, group),
    title: say(sought ? 'community.found' : 'community.title', { area: nameOf(view, group) }),
    body: [
      ...(threads.length === 0 ? [para(say(none))] : talk(view)),
      ...(sought || about.after !== undefined ? [] : below(view)),
      para(say('community.write', { area: nameOf(view, group).toLowerCase() }), { subtle: true }),
    ],
    buttons: [
      { title: say('community.ask'), verb: 'show.community.ask', fields, look: 'positive', anyInput: false },
      ...(moreThreads
        ? ([
            { title: say('community.more'), verb: 'show.community', fields: { ...fields, ...moreThreads } },
          ] as const)
        : []),
      ...(sought || about.after !== undefined ? [opensCommunity(view, group.id)] : []),
      ...pageButton(view, group),
      { title: say('community.leave'), verb: 'show.community.leave', fields },
    ],
  });
}

function leave(view: CommunityView) {
  const { say, group } = view;
  return card(view, {
    about: lineOf(view, group),
    title: say('community.leaveTitle', { area: nameOf(view, group) }),
    body: [para(say('community.leaveWhat'))],
    buttons: [
      {
        title: say('community.leaveYes'),
        verb: 'do.leaveCommunity',
        fields: { group: group.id },
        look: 'destructive',
      },
      opensCommunity(view, group.id, say('community.leaveNo')),
    ],
  });
}

export const communityCards: Renders = {
  communities,
  community: ofMembers(inside, outside),
  'community.leave': ofMembers(leave, outside),
  'community.topics': ofMembers(communityTopics, outside),
  ...threadCards,
  ...postCards,
  ...digestCards,
};
