// How a group's state follows from its events; it decides nothing and refuses nothing.
import type { Stamped } from '../topic/topic.ts';
import { articlesAfter } from './article.ts';
import { type CommunityEvent, evolveCommunity, foundedBy } from './community.ts';
import { evolveCycle, material, without } from './evolveCycle.ts';
import { isAway, putAway } from './evolveProject.ts';
import {
  type Cycle,
  type Ended,
  type Group,
  type GroupEvent,
  isCommunity,
  type Live,
  type NextMode,
  type Practice,
  type Proposed,
  type SeatState,
} from './group.ts';
import { built } from './place.ts';

type On<T extends GroupEvent['type']> = Stamped<Extract<GroupEvent, { type: T }>>;

const newCycle = (n: number, began: string, mode?: NextMode): Cycle => ({
  n,
  ...(mode ? { mode } : {}),
  began,
  stage: 'objectives',
  stageSince: began,
  excused: [],
  tookPart: [],
  caughtUp: [],
  objectives: [],
  meetings: {},
  shared: [],
  opportunities: [],
  resources: [],
  courseDone: [],
  points: [],
  challenges: [],
  actions: [],
  commitments: [],
  practices: [],
  checkIns: [],
  helpOffers: [],
  assessments: [],
  verdicts: [],
  choices: [],
});

const seat = (group: Proposed, person: string, state: SeatState, since: string): Proposed => ({
  ...group,
  seats: [...group.seats.filter((it) => it.person !== person), { person, state, since }],
});

function forming(group: Proposed, event: Stamped<GroupEvent>): Group {
  switch (event.type) {
    case 'seatOffered':
      return seat(group, event.person, 'offered', event.at);
    case 'seatAccepted':
      return seat(group, event.person, 'accepted', event.at);
    case 'seatRefused':
      return seat(group, event.person, event.why, event.at);
    case 'proposalCancelled':
      return { phase: 'cancelled', id: group.id, topic: group.topic, policy: group.policy };
    case 'groupFormed':
      return formed(group, event);
    default:
      return group;
  }
}

const formed = (group: Proposed, event: On<'groupFormed'>): Live => ({
  phase: 'live',
  id: group.id,
  topic: group.topic,
  policy: group.policy,
  formed: event.at,
  members: event.members,
  left: [],
  advisers: [],
  knowledge: [],
  unsaid: [],
  place: { published: false, failed: [] },
  provided: [],
  cycle: newCycle(1, event.at),
  past: [],
  articles: [],
});

/** Recorded in this cycle or in one before. */
function onPractice(group: Live, id: string, to: (it: Practice) => Practice): Live {
  const among = (cycle: Cycle): Cycle => ({
    ...cycle,
    practices: cycle.practices.map((it) => (it.id === id ? to(it) : it)),
  });
  return { ...group, past: group.past.map(among), cycle: among(group.cycle) };
}

/** In the place of what the same person said before, which may come back. */
function bringing(group: Live, said: Live['knowledge'][number]): Live {
  const own = group.knowledge.find((it) => it.person === said.person);
  const left = group.unsaid.filter((it) => it.id !== said.id);
  const isBack = left.length < group.unsaid.length;
  return {
    ...group,
    knowledge: own ? group.knowledge.map((it) => (it === own ? said : it)) : [...group.knowledge, said],
    unsaid: own && !isBack ? [...left, { id: own.id, person: own.person, was: own.words }] : left,
  };
}

function living(group: Live, event: Stamped<GroupEvent>): Group {
  switch (event.type) {
    case 'memberLeft':
      return {
        ...group,
        members: group.members.filter((it) => it !== event.person),
        left: [...group.left.filter((it) => it !== event.person), event.person],
        advisers: group.advisers.filter((it) => it !== event.person),
        knowledge: group.knowledge.filter((it) => it.person !== event.person),
        unsaid: group.unsaid.filter((it) => it.person !== event.person),
        cycle: evolveCycle(group.cycle, event),
      };
    case 'memberJoined':
      return {
        ...group,
        members: [...group.members, event.person],
        left: group.left.filter((it) => it !== event.person),
      };
    case 'materialProvided':
      return { ...group, provided: [...group.provided, material(event, event.material)] };
    case 'takenBack':
      return {
        ...group,
        provided: without(group.provided, event.entry),
        knowledge: without(group.knowledge, event.entry),
        cycle: evolveCycle(group.cycle, event),
      };
    case 'knowledgeBrought':
      return bringing(group, { id: event.knowledge, person: event.person, words: event.words });
    case 'adviceOffered':
      return { ...group, advisers: [...group.advisers, event.person].toSorted() };
    case 'adviceStopped':
      return { ...group, advisers: group.advisers.filter((it) => it !== event.person) };
    case 'lessonShared':
      return onPractice(group, event.practice, (it) => ({ ...it, shown: { words: event.words } }));
    case 'lessonTakenBack':
      return onPractice(group, event.practice, ({ shown: _, ...it }) => it);
    case 'putUnder':
      return { ...group, under: event.community };
    case 'takenOut': {
      const { under: _, ...out } = group;
      return out;
    }
    case 'cycleBegan':
      return {
        ...group,
        past: [...group.past, group.cycle],
        cycle: newCycle(event.cycle, event.at, event.mode),
      };
    case 'groupEnded':
      return { ...group, phase: 'ended', ended: event.at, why: event.why };
    default:
      return { ...group, place: built(group.place, event), cycle: evolveCycle(group.cycle, event) };
  }
}

function evolveLearning(group: Group, event: Stamped<GroupEvent>): Group {
  if (event.type === 'groupProposed') {
    return {
      phase: 'proposed',
      id: event.group,
      topic: event.topic,
      policy: event.policy,
      since: event.at,
      seats: event.invited.map((person) => ({ person, state: 'offered', since: event.at })),
    };
  }
  if (group.phase === 'proposed') return forming(group, event);
  if (group.phase !== 'live' && group.phase !== 'ended') return group;
  const articles = articlesAfter(group, event);
  const after = articles === group.articles ? group : { ...group, articles };
  if (isAway(event)) {
    const to = (it: Cycle) => (it.n === event.cycle ? putAway(it, event) : it);
    return { ...after, past: after.past.map(to), cycle: to(after.cycle) };
  }
  return after.phase === 'live' ? living(after, event) : over(after, event);
}

/** Its pages are still finished, and what it had in Microsoft 365 put away. */
function over(group: Ended, event: Stamped<GroupEvent>): Group {
  const place = built(group.place, event);
  return place === group.place ? group : { ...group, place };
}

export function evolveGroup(group: Group, event: Stamped<GroupEvent | CommunityEvent>): Group {
  if (isCommunity(group)) return evolveCommunity(group, event);
  switch (event.type) {
    case 'communityFounded':
      return foundedBy(undefined, event);
    case 'communityRested':
    case 'groupPutUnder':
    case 'groupTakenOut':
    case 'topicPutUnder':
    case 'topicTakenOut':
      return group;
    default:
      return evolveLearning(group, event);
  }
}
