// A community of practice: its events, its state, and how one follows from the other; there is no stage, cycle or commitment in it.
import type { At, GroupId, PersonId, WordId } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import type { GroupEvent } from './events.ts';
import type { Place } from './group.ts';
import { built } from './place.ts';
import type { Policy } from './policy.ts';
import { type Below, belowAfter, nothingBelow, type OfCommunity } from './under.ts';

export type CommunityEvent =
  /** By the first, or by whoever comes back to one that nobody was left in. `area`: a row that the community owns. */
  | { type: 'communityFounded'; v: 1; group: GroupId; policy: Policy; area: WordId; person: PersonId }
  /** The last member has left; what was written stays. */
  | { type: 'communityRested'; v: 1 }
  | OfCommunity;

/** With the learning groups and topics under it. */
export interface Community extends Below {
  /** resting: nobody is in it, and whoever founds it again finds what was written. */
  phase: 'community' | 'resting';
  id: GroupId;
  policy: Policy;
  area: WordId;
  founded: At;
  members: PersonId[];
  place: Place;
}

const newPlace: Place = { published: false, failed: [] };

export function foundedBy(
  before: Community | undefined,
  event: Stamped<Extract<CommunityEvent, { type: 'communityFounded' }>>,
): Community {
  return {
    phase: 'community',
    id: event.group,
    policy: event.policy,
    area: event.area,
    founded: event.at,
    members: [event.person],
    place: before?.place ?? newPlace,
    ...(before ? { groups: before.groups, topics: before.topics } : nothingBelow),
  };
}

export function evolveCommunity(
  community: Community,
  event: Stamped<GroupEvent | CommunityEvent>,
): Community {
  switch (event.type) {
    case 'communityFounded':
      return foundedBy(community, event);
    case 'memberJoined':
      return { ...community, members: [...community.members, event.person] };
    case 'memberLeft':
      return { ...community, members: community.members.filter((it) => it !== event.person) };
    case 'communityRested':
      return { ...community, phase: 'resting' };
    case 'groupPutUnder':
    case 'groupTakenOut':
    case 'topicPutUnder':
    case 'topicTakenOut':
      return { ...community, ...belowAfter(community, event) };
    default: {
      const place = built(community.place, event);
      return place === community.place ? community : { ...community, place };
    }
  }
}
