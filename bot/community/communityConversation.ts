// Hears what people want of communities, finds the one that is meant, and asks for the sentence that is missing.
import { sameArea } from '../group/area.ts';
import {
  type Heard,
  type Here,
  type Reply,
  type StepConversation,
  whichGroup,
} from '../lifecycle/conversation.ts';
import { isRefusal, type Refusal, refuse } from '../lifecycle/decision.ts';
import { topicMeant } from '../lifecycle/registerInterest/similar.ts';

const own = ({ communities, area }: Here) => communities.find((it) => sameArea(it.name) === sameArea(area));

/** The one of the speaker's own that is named, or the only one. */
function mine({ communities }: Here, named: string | undefined): { id: string } | Refusal {
  const inThem = communities.filter((it) => it.mine);
  const [only, ...others] = inThem;
  if (named !== undefined) return inThem.find((it) => it.id === named) ?? refuse('notInCommunity');
  if (!only) return refuse('noCommunityYet');
  return others.length === 0 ? only : refuse('whichCommunity');
}

/** Writes it there, or asks for it; another area's is shown with what there is of it for others. */
function write(kind: 'question' | 'tip', slots: Readonly<Record<string, string>>, here: Here): Reply {
  const community = mine(here, slots.community);
  if (isRefusal(community))
    return slots.community === undefined ? community : { show: 'community', group: slots.community };
  const { id: group } = community;
  return slots.text
    ? { run: { do: 'openThread', group, kind, words: slots.text } }
    : {
        show: 'community.ask',
        group,
        ask: { asks: 'thread', group, about: { tip: kind === 'tip' ? 1 : 0 } },
      };
}

/** Whose area has one already joins that; nobody founds one for others. */
function found(area: string | undefined, here: Here): Reply {
  const there = own(here);
  if (area !== undefined && sameArea(area) !== sameArea(here.area)) {
    const others = here.communities.find((it) => sameArea(it.name) === sameArea(area));
    return others ? { show: 'community', group: others.id } : refuse('notYourArea');
  }
  if (there && !there.rests) return { show: 'community', group: there.id };
  return { run: { do: 'foundCommunity' } };
}

function topicRun(command: string, { slots }: Heard, here: Here): Reply {
  const community = mine(here, slots.community);
  if (isRefusal(community)) return community;
  const topic = topicMeant(here.topics, slots.topic ?? '');
  if (!topic) return refuse('unknownTopic');
  return { run: { do: command, topic: topic.id, community: community.id } };
}

export const communityConversation: StepConversation = {
  hears: {
    list_communities: ({ slots }) =>
      slots.community === undefined ? { show: 'communities' } : { show: 'community', group: slots.community },
    found_community: ({ slots }, here) => found(slots.area, here),
    // The privacy sentence stands before the button.
    join_community({ slots }, here) {
      const group = slots.community ?? own(here)?.id;
      return group === undefined ? { show: 'communities' } : { show: 'community', group };
    },
    leave_community({ slots }, here) {
      const community = mine(here, slots.community);
      return isRefusal(community) ? community : { show: 'community.leave', group: community.id };
    },
    ask_community: ({ slots }, here) => write('question', slots, here),
    share_tip: ({ slots }, here) => write('tip', slots, here),
    search_community({ slots }, here) {
      const community = mine(here, slots.community);
      if (isRefusal(community)) return community;
      return { show: 'community', group: community.id, sought: slots.text ?? '' };
    },
    under_community({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const community = mine(here, slots.community);
      if (isRefusal(community)) return community;
      return { run: { do: 'putUnder', group: group.id, community: community.id } };
    },
    out_of_community({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const community = slots.community ?? group.under;
      if (community === undefined) return refuse('notUnder');
      return { run: { do: 'takeOut', group: group.id, community } };
    },
    topic_under_community: (heard, here) => topicRun('putTopicUnder', heard, here),
    topic_out_of_community: (heard, here) => topicRun('takeTopicOut', heard, here),
    show_digest: () => ({ show: 'digest' }),
    stop_digest: () => ({ run: { do: 'stopDigest' } }),
    resume_digest: () => ({ run: { do: 'resumeDigest' } }),
  },
  answers: {
    thread: (text, { group, about }) => ({
      run: { do: 'openThread', group, kind: about?.tip === 1 ? 'tip' : 'question', words: text },
    }),
  },
};
