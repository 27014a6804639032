// Whoever wrote something into the group's lists may take it back while nobody has built on it.
import { z } from 'zod';
import type { Cycle, Live, Stage } from '../group/group.ts';
import type { RefusalName } from '../speech/say.ts';
import { type Accepted, isRefusal, refuse, stepCommand } from './decision.ts';
import { accept, inStage } from './stages.ts';
import { id } from './text.ts';

/** The kinds of entry; each is also the field of the event that brought it. */
export type EntryKind =
  | 'knowledge'
  | 'opportunity'
  | 'resource'
  | 'point'
  | 'challenge'
  | 'action'
  | 'practice';

interface Entry {
  id: string;
  person: string;
  /** Why it stays. */
  builtOn?: RefusalName | undefined;
}

const pointStays = ({ cleared, person, mattersTo }: Cycle['points'][number]): RefusalName | undefined => {
  if (cleared) return 'builtOn';
  return mattersTo.some((it) => it !== person) ? 'mattersToOthers' : undefined;
};

const entries = ({ knowledge, cycle }: Live): Record<EntryKind, readonly Entry[]> => ({
  knowledge,
  opportunity: cycle.opportunities,
  resource: cycle.resources,
  point: cycle.points.map((it) => ({ ...it, builtOn: pointStays(it) })),
  challenge: cycle.challenges.map((it) => ({
    ...it,
    person: it.from,
    builtOn: it.answer === undefined ? undefined : 'builtOn',
  })),
  action: cycle.actions,
  practice: cycle.practices,
});

/** The id that a decision gave to what it brought. */
export const brought = (accepted: Accepted, what: EntryKind | 'shared' | 'material'): string => {
  const fields = accepted.happened.flatMap(({ event }) => Object.entries(event));
  return String(fields.find(([field]) => field === what)?.[1] ?? '');
};

/** The command that undoes the naming of one kind of entry. */
export const takingBack = (name: string, what: EntryKind, show: string, ...during: Stage[]) =>
  stepCommand({
    name,
    shape: z.strictObject({ group: id, entry: id }),
    reads: (command) => [`group/${command.group}`],
    decide(world, command, context) {
      const group = inStage(world, command.group, context, ...during);
      if (isRefusal(group)) return group;
      const entry = entries(group)[what].find((it) => it.id === command.entry);
      if (entry?.person !== context.by) return refuse('unknownEntry');
      if (entry.builtOn) return refuse(entry.builtOn);
      return accept(group, context, [{ type: 'takenBack', v: 1, entry: entry.id }]);
    },
    shows: (command) => ({ show, group: command.group }),
    undo: () => ({ none: 'writeAgain' }),
  });
