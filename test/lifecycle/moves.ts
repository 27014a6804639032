// How the lives drawn by chance move on: people and the clock, one thing after the other.
import fc from 'fast-check';
import type { Command, PersonId } from '../../bot/lifecycle/decision.ts';
import { perform } from './performed.ts';
import { colleagues, fitting, nobodys, part, sayable, saying, topics } from './sayings.ts';
import { type Company, groupIn, groupsOf, type Handled, handle, personIn } from './world.ts';

export type Move =
  /** Somebody says a command; the picks choose among what there is. */
  | { say: string; by: number; picks: number[] }
  /** A member says something that belongs to the stage of the group. */
  | { fits: number; by: number; picks: number[] }
  /** Everyone does what is next for them. */
  | { everyone: 'registers' | 'answers' | 'does their part'; pick: number }
  | { hours: number }
  /** One of the things that are due, and whether Microsoft 365 lets it be built. */
  | { due: number; built: boolean };

/** Only the clock may say these. */
const inner = ['considerGroup', 'lapseSeat', 'remindSeat', 'placeBuilt', 'projectBuilt', 'planStage'];

const person = fc.nat({ max: colleagues.length - 1 });
const pick = fc.nat({ max: 99 });

/** Without fast-check's taste for small numbers: here a number is only a choice. */
export const move: fc.Arbitrary<Move> = fc.noBias(
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        say: fc.constantFrom(...sayable.filter((it) => it !== 'eraseMe'), ...inner),
        by: person,
        picks: fc.array(pick, { minLength: 6, maxLength: 6 }),
      }),
    },
    {
      weight: 24,
      arbitrary: fc.record({ fits: pick, by: pick, picks: fc.array(pick, { minLength: 6, maxLength: 6 }) }),
    },
    { weight: 1, arbitrary: fc.record({ say: fc.constant('eraseMe'), by: person, picks: fc.constant([]) }) },
    {
      weight: 6,
      arbitrary: fc.record({
        everyone: fc.constantFrom('registers', 'answers', 'answers', ...Array(6).fill('does their part')),
        pick,
      }),
    },
    { weight: 4, arbitrary: fc.record({ hours: fc.constantFrom(0, 1, 26, 24 * 8, 24 * 29) }) },
    { weight: 14, arbitrary: fc.record({ due: pick, built: fc.constantFrom(true, true, true, false) }) },
  ) as fc.Arbitrary<Move>,
);

/** Mostly a group in which they sit, or else any. */
function groupFor(company: Company, by: PersonId, nth: number): string {
  const own = personIn(company, by).seats.map((it) => it.group);
  const all = own.length > 0 && nth % 9 !== 8 ? own : groupsOf(company).map((it) => it.id);
  return all[nth % all.length] ?? nobodys;
}

function fitted(
  before: Company,
  { fits, by: at, picks }: Extract<Move, { fits: number }>,
  say: Say,
): Company {
  const groups = groupsOf(before).filter((it) => it.phase === 'live');
  const group = groups[(picks[0] ?? 0) % groups.length];
  if (!group) return before;
  const named = fitting[group.cycle.stage];
  const name = named[fits % named.length] ?? '';
  const who = name === 'joinGroup' ? colleagues : group.members;
  const by = who[at % who.length] ?? nobodys;
  return say(before, by, saying(before, name, by, group.id, picks));
}

type Say = (company: Company, by: PersonId, command: Command) => Company;

function everyone(
  before: Company,
  { everyone: does, pick: nth }: Extract<Move, { everyone: string }>,
  say: Say,
): Company {
  const wanted = does === 'answers' ? 'proposed' : 'live';
  const groups = groupsOf(before).filter((it) => it.phase === wanted);
  const chosen = groups[nth % groups.length]?.id ?? nobodys;
  return colleagues.reduce((company, by, at) => {
    if (does === 'registers')
      return say(company, by, { do: 'registerInterest', topic: topics[nth % topics.length] });
    const group = groupIn(company, chosen);
    if (does === 'answers' && group.phase === 'proposed') {
      const answer = (at + nth) % 7 === 6 ? 'declineSeat' : 'acceptSeat';
      return say(company, by, { do: answer, group: chosen });
    }
    return does === 'does their part' && group.phase === 'live' && group.members.includes(by)
      ? part(group, by, nth).reduce((so, command) => say(so, by, command), company)
      : company;
  }, before);
}

/** Plays a move; `saw` is shown every command that was handled. Those who have been erased do not come back. */
export function play(
  before: Company,
  chance: Move,
  saw: (before: Company, handled: Handled) => void,
): Company {
  const say: Say = (company, by, command) => {
    if (personIn(company, by).erased) return company;
    const handled = handle(company, command, by);
    saw(company, handled);
    return handled.after;
  };
  if ('hours' in chance) {
    const now = Temporal.Instant.from(before.now).add({ hours: chance.hours });
    return { ...before, now: now.toString({ fractionalSecondDigits: 3 }) };
  }
  if ('fits' in chance) return fitted(before, chance, say);
  if ('say' in chance) {
    const by = colleagues[chance.by] ?? nobodys;
    const chosen = groupFor(before, by, chance.picks[0] ?? 0);
    return say(before, by, saying(before, chance.say, by, chosen, chance.picks));
  }
  if ('due' in chance) {
    const handled = perform(before, chance.due, chance.built);
    if (handled) saw(before, handled);
    return handled?.after ?? before;
  }
  return everyone(before, chance, say);
}
