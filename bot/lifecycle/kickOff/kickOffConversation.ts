// Hears what to learn together, with and for, and asks for the sentence that is missing.
import type { Live } from '../../group/group.ts';
import { type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';
import { timeConversation } from './timeConversation.ts';

/** Whatever is written like an address is one, so that one that may not be taken is refused by name. */
const address = /\b(?:[a-z][a-z\d+.-]*:\/\/|javascript:|vbscript:|data:[a-z]+\/)\S+/iu;

/** A title with its address somewhere in it; an address alone is its own title. */
export function titled(text: string): { title: string; link?: string } {
  const link = address.exec(text)?.[0];
  if (link === undefined) return { title: text };
  const title = text.replace(link, ' ').replace(/\s+/gu, ' ').trim();
  return { title: title || (URL.parse(link)?.hostname ?? link), link };
}

const agendas: Partial<Record<Live['cycle']['stage'], string>> = {
  kickOff: 'began.kickOff',
  course: 'began.discussion',
  discussion: 'began.discussion',
};

const asked = (asks: string, show: string, group: Live): Reply => ({
  ask: { asks, group: group.id },
  show,
  group: group.id,
});

/** The shared objective that the speaker has not accepted, when it is the only one; else all of them. */
function openShared(here: Here): { card: Reply; shared?: { group: string; shared: string } } {
  const group = whichGroup(here);
  if (isRefusal(group)) return { card: group };
  const open = group.cycle.shared.filter(
    (it) => !it.agreed && !it.answers.some(({ person, accepts }) => person === here.person && accepts),
  );
  const [only, ...others] = open;
  if (!only || others.length > 0) return { card: { show: 'kickOff', group: group.id } };
  const shared = { group: group.id, shared: only.id };
  return { card: { show: 'sharedProposed', group: group.id, about: { shared: only.id } }, shared };
}

const showing =
  (show: string) =>
  (_: unknown, here: Here): Reply => {
    const group = whichGroup(here);
    return isRefusal(group) ? group : { show, group: group.id };
  };

export const kickOffConversation: StepConversation = {
  hears: {
    ...timeConversation.hears,
    show_agenda({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const named = slots.kind === 'kickoff' ? 'began.kickOff' : agendas[group.cycle.stage];
      return { show: named ?? 'group', group: group.id };
    },
    show_kickoff: showing('kickOff'),
    lead_kickoff: showing('kickOff.guide'),
    accept_shared(_, here) {
      const { card, shared } = openShared(here);
      return shared ? { run: { do: 'answerShared', ...shared, accepts: true } } : card;
    },
    object_shared({ slots }, here) {
      const { card, shared } = openShared(here);
      return shared && slots.text
        ? { run: { do: 'answerShared', ...shared, accepts: false, words: slots.text } }
        : card;
    },
    pick_course({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      // There is no catalogue to count in: a bare number names nothing.
      return slots.course && !/^\d+$/.test(slots.course)
        ? { run: { do: 'pickCourse', group: group.id, ...titled(slots.course) } }
        : asked('course', 'kickOff.course', group);
    },
    add_link({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const { url, title } = slots;
      const named = url ? { ...titled(url), ...(title ? { title } : {}) } : title && titled(title);
      return named
        ? { run: { do: 'addResource', group: group.id, ...named } }
        : asked('resource', 'kickOff.resource', group);
    },
    propose_shared({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.objective
        ? { run: { do: 'proposeShared', group: group.id, shared: slots.objective } }
        : asked('shared', 'kickOff.shared', group);
    },
    opportunity({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      return slots.text
        ? { run: { do: 'nameOpportunity', group: group.id, opportunity: slots.text } }
        : asked('opportunity', 'kickOff.opportunity', group);
    },
  },
  answers: {
    ...timeConversation.answers,
    course: (text, { group }) => ({ run: { do: 'pickCourse', group, ...titled(text) } }),
    resource: (text, { group }) => ({ run: { do: 'addResource', group, ...titled(text) } }),
    shared: (text, { group }) => ({ run: { do: 'proposeShared', group, shared: text } }),
    opportunity: (text, { group }) => ({ run: { do: 'nameOpportunity', group, opportunity: text } }),
  },
};
