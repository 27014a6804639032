// Hears when to meet, what to learn with and for, and asks for the sentence that is missing.
import type { Live, MeetingKind } from '../../group/group.ts';
import { type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal } from '../decision.ts';

const beforeCourse = (group: Live) => ['objectives', 'kickOff'].includes(group.cycle.stage);

/** What was named, else the meeting that the group is about to have. */
const kindOf = (group: Live, named: string | undefined): MeetingKind => {
  if (named === 'kickoff') return 'kickOff';
  return named === 'discussion' || !beforeCourse(group) ? 'discussion' : 'kickOff';
};

const address = /\bhttps?:\/\/\S+/iu;

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

export const kickOffConversation: StepConversation = {
  hears: {
    schedule_meeting({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const meeting = kindOf(group, slots.kind);
      const { date, time } = slots;
      return date && time
        ? { run: { do: 'proposeTime', group: group.id, meeting, date, time, zone: here.zone } }
        : { show: 'kickOff.time', group: group.id, about: { meeting } };
    },
    show_agenda({ slots }, here) {
      const group = whichGroup(here);
      if (isRefusal(group)) return group;
      const named = slots.kind === 'kickoff' ? 'began.kickOff' : agendas[group.cycle.stage];
      return { show: named ?? 'group', group: group.id };
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
      return url
        ? { run: { do: 'addResource', group: group.id, ...titled(url), ...(title ? { title } : {}) } }
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
    course: (text, { group }) => ({ run: { do: 'pickCourse', group, ...titled(text) } }),
    resource: (text, { group }) => ({ run: { do: 'addResource', group, ...titled(text) } }),
    shared: (text, { group }) => ({ run: { do: 'proposeShared', group, shared: text } }),
    opportunity: (text, { group }) => ({ run: { do: 'nameOpportunity', group, opportunity: text } }),
  },
};
