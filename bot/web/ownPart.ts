// PURE: the reader's own part in a group: what they promised, and what they may say where everyone takes part.
import type { View } from '../cards/view.ts';
import type { Live, Proposed } from '../group/group.ts';
import { behind, hasMet, tookPart } from '../lifecycle/stages.ts';
import { noExcuse } from '../reminders/excuse.ts';
import type { GroupLine, Home, Inside } from './contract.ts';

const nothing: GroupLine['attendance'] = { there: false, excuse: false, catchUp: null };

export function attendanceOf(group: Proposed | Live, { reader }: View): GroupLine['attendance'] {
  if (group.phase !== 'live' || reader === null) return nothing;
  return {
    there: hasMet(group) && !tookPart(group, reader),
    excuse: noExcuse(group, reader) === undefined,
    catchUp: behind(group, reader)[0] ?? null,
  };
}

export function broughtBy(group: Proposed | Live, { reader, text }: View): GroupLine['brought'] {
  const own = group.phase === 'live' ? group.knowledge.find((it) => it.person === reader) : undefined;
  return own ? { id: own.id, text: text(own.words) } : null;
}

export function ownCommitments({ reader, text }: View, group: Proposed | Live): Home['commitments'] {
  if (group.phase !== 'live') return [];
  const { commitments, verdicts } = group.cycle;
  return commitments
    .filter((it) => it.person === reader)
    .map(({ person, cue, behaviour }) => ({
      group: group.id,
      cue: text(cue),
      behaviour: text(behaviour),
      verdict: verdicts.find((it) => it.person === person)?.verdict ?? null,
    }));
}

/** What became of somebody's promise, for the members of the group. */
export function outcomeOf(
  { text }: View,
  { cycle }: Live,
  person: string,
): Pick<Inside['commitments'][number], 'verdict' | 'evidence'> {
  const said = cycle.verdicts.find((it) => it.person === person);
  return { verdict: said?.verdict ?? null, evidence: said ? text(said.words) : null };
}
