// The turn of a cycle: what the group does once everyone has said what they want next, and what leaving means for it.
import { sameTakers } from '../group/evolveProject.ts';
import type { GroupEvent, Live, NextMode } from '../group/group.ts';
import type { SeatEnd } from '../person/person.ts';
import { archiving } from './archiving.ts';
import {
  type Accepted,
  type Context,
  type Decision,
  isRefusal,
  type News,
  type PersonId,
  type SoFar,
  type StreamId,
  type World,
} from './decision.ts';
import { invitations } from './inCalendar.ts';
import { revision } from './onPage.ts';
import { settling } from './settling.ts';
import { accept, begin, foresee, membersGroup, missing, tellOthers } from './stages.ts';

export const modes = ['deeper', 'broaden', 'repeat', 'close'] as const satisfies NextMode[];

/** The mode most of those who are still members chose; on a tie the earlier in the list above, which keeps them together. */
export function chosenMode({ cycle, members }: Live): NextMode {
  const votes = (mode: NextMode) =>
    cycle.choices.filter((it) => it.mode === mode && members.includes(it.person)).length;
  return modes.reduce((best, mode) => (votes(mode) > votes(best) ? mode : best));
}

export const seatEnds = (group: { id: string; topic: string }, person: PersonId, why: SeatEnd) =>
  ({
    stream: `person/${person}`,
    event: { type: 'seatGivenUp', v: 1, person, group: group.id, topic: group.topic, why },
  }) as const;

/** The group, and everyone in it whose seat may end with the command. */
export const readsMembers = (command: { group: string }, { by }: Context, so: SoFar): StreamId[] => {
  const group = so.group(command.group);
  const members = group?.phase === 'live' ? group.members : [];
  return [`group/${command.group}`, `person/${by}`, ...members.map((it) => `person/${it}` as const)];
};

function ending(group: Live, events: GroupEvent[], why: 'closed' | 'tooFew', context: Context): Accepted {
  const all: GroupEvent[] = [...events, { type: 'groupEnded', v: 1, why }];
  return {
    happened: [
      ...all.map((event) => ({ stream: `group/${group.id}`, event }) as const),
      ...group.members.map((it) => seatEnds(group, it, 'ended')),
    ],
    then: [
      ...tellOthers(group, context, { what: 'groupEnded' }),
      ...(group.place.channel ? [{ is: 'post', group: group.id, what: 'ended' } as const] : []),
      ...revision(group, foresee(group, all, context), context.now),
      ...invitations(group, foresee(group, all, context), context.now),
      ...archiving(group, context.now),
    ],
    written: [],
  };
}

/** Whoever left the group leaves its own team too; what the programme team can read they may go on reading. */
const outOfTeam = (group: Live, goers: readonly PersonId[]): News[] =>
  group.policy.confidential && group.place.app
    ? goers.map((person) => ({ is: 'build', step: 'leavers', group: group.id, person }))
    : [];

/** What the group does once everyone has chosen; too few who stay wait for others or close. */
function decided(before: Live, after: Live, events: GroupEvent[], context: Context): Accepted {
  const mode = chosenMode(after);
  const goers = after.members.filter((it) => after.cycle.choices.some((c) => c.person === it && !c.stays));
  const stay = after.members.length - goers.length;
  const last = after.policy.maxCycles !== null && after.cycle.n >= after.policy.maxCycles;
  if (mode === 'close' || last || stay < 2)
    return ending(before, events, stay < 2 ? 'tooFew' : 'closed', context);
  if (stay < after.policy.size.least) {
    return accept(before, context, events, {
      // Every choice that is changed comes by here again; that they are too few is news once.
      then: after.members.map(
        (to): News => ({
          is: 'tell',
          to,
          what: 'tooFewToGoOn',
          group: after.id,
          once: `tooFewToGoOn:${after.id}:${after.cycle.n}:${to}`,
        }),
      ),
    });
  }
  const left = goers.map((person): GroupEvent => ({ type: 'memberLeft', v: 1, person, why: 'left' }));
  const all: GroupEvent[] = [
    ...events,
    ...left,
    { type: 'cycleBegan', v: 1, cycle: after.cycle.n + 1, mode },
  ];
  const next = foresee(before, all, context);
  return {
    happened: [
      ...all.map((event) => ({ stream: `group/${before.id}`, event }) as const),
      ...goers.map((it) => seatEnds(after, it, 'left')),
    ],
    then: [
      ...(next.phase === 'live' ? begin(next, 'objectives') : []),
      ...goers.map((to): News => ({ is: 'tell', to, what: 'leftGroup', topic: after.topic })),
      ...outOfTeam(after, goers),
      ...revision(before, next, context.now),
      ...invitations(before, next, context.now),
    ],
    written: [],
  };
}

/** Writes what happened; at the renewal the loop turns when nobody is missing. */
export function chosen(group: Live, events: GroupEvent[], context: Context): Accepted {
  const after = foresee(group, events, context);
  const turns = after.phase === 'live' && after.cycle.stage === 'renewal' && missing(after).length === 0;
  return turns ? decided(group, after, events, context) : accept(group, context, events);
}

/** What they alone had taken on and is not done: nobody has it now. */
const freedBy = ({ cycle: { project } }: Live, person: PersonId): number[] =>
  project && !project.delivered
    ? project.tasks.filter((it) => !it.done && sameTakers(it.takers, [person])).map((it) => it.n)
    : [];

/** Somebody leaves a live group; a stage that waited only for them ends, and nobody stays alone. */
export function leaving(
  world: World,
  id: string,
  person: PersonId,
  why: 'left' | 'erased',
  context: Context,
): Decision {
  const leaver: Context = { ...context, by: person };
  const group = membersGroup(world, id, leaver);
  if (isRefusal(group)) return group;
  const events: GroupEvent[] = [{ type: 'memberLeft', v: 1, person, why }];
  const gone = seatEnds(group, person, 'left');
  const after = foresee(group, events, leaver);
  const alone = after.phase === 'live' && after.members.length < 2;
  const accepted = alone ? ending(group, events, 'tooFew', leaver) : chosen(group, events, leaver);
  const freed = freedBy(group, person);
  const about = freed.length > 0 ? { about: { tasks: freed.join(' ') } } : {};
  const told = alone ? [] : tellOthers(group, leaver, { what: 'memberLeft', ...about });
  return {
    ...accepted,
    // Their seat ends once, as theirs, also where everyone's ends with the group.
    happened: [...accepted.happened.filter(({ stream }) => stream !== gone.stream), gone],
    then: [
      ...told,
      ...accepted.then,
      ...outOfTeam(group, [person]),
      ...(after.phase === 'live' ? settling(after, context.now) : []),
    ],
  };
}
