// Hears who wants to see what was made for a group: their own or, of facilitators, any.
import {
  type ForFacilitators,
  type Here,
  type Reply,
  type StepConversation,
  whichGroup,
} from '../lifecycle/conversation.ts';
import { isRefusal, refuse } from '../lifecycle/decision.ts';

/** What is part of more names than these is taken for no name, and so is what is as short as “us”. */
const mostTopics = 6;
const shortest = 4;

/** The topic of that name; else those whose name is a part of what was said, or it of theirs. */
function topicsNamed({ topics }: Here, named: string) {
  const said = named.toLowerCase();
  const called = topics.map(({ id, name }) => ({ id, name: name.toLowerCase() }));
  const exactly = called.filter((it) => it.name === said);
  if (exactly.length > 0) return exactly;
  return called.filter((it) => said.includes(it.name) || (said.length >= shortest && it.name.includes(said)));
}

/** Whoever names no other topic and has a group means their own. */
function asked(here: Here, named: string | undefined): Reply | ForFacilitators {
  const group = whichGroup(here, named);
  const own: Reply = isRefusal(group) ? group : { show: 'workspace', group: group.id };
  const topics = named === undefined ? [] : topicsNamed(here, named).map((it) => it.id);
  if (here.groups.some((it) => topics.includes(it.topic))) return own;
  if (topics.length > 0 && topics.length <= mostTopics) {
    const facilitator = { show: 'workspaces', about: { topics: topics.join(' ') } };
    return { facilitator, otherwise: refuse('unknownGroup') };
  }
  const hasOwn = here.groups.some((it) => it.phase === 'live');
  return hasOwn ? own : { facilitator: { show: 'workspaces' }, otherwise: own };
}

export const workspaceConversation: StepConversation = {
  hears: {
    show_workspace: ({ slots }, here) => asked(here, slots.topic),
  },
};
