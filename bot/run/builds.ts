// The steps of a group's place and project as acts: how each is made and found again, and where its outcome goes.

import type { Placed } from '../group/group.ts';
import {
  archiveSteps,
  type BuildStep,
  type Command,
  isOfPlace,
  linkSteps,
  type PersonId,
} from '../lifecycle/decision.ts';
import { demandOf, type Scope } from '../limits/microsoft.ts';
import type { Effect, KnownPerson, Tx } from '../store/contract.ts';
import type { Act } from './acts.ts';
import { archiveMakes } from './archiveMakes.ts';
import { articleMakes } from './articleMakes.ts';
import { calendarMakes } from './calendarMakes.ts';
import { refused } from './foregone.ts';
import { alsoIn, filling, groundOf, isFree } from './ground.ts';
import { linkMakes } from './linkMakes.ts';
import type { Build, Building, Make } from './making.ts';
import { ownTeamMakes } from './ownTeam.ts';
import { placeMakes } from './placeMakes.ts';
import type { Outcome } from './ports.ts';
import { projectMakes } from './projectMakes.ts';
import { verify } from './verifying.ts';

const makes: Record<Build['step'], Make> = {
  ...ownTeamMakes,
  ...placeMakes,
  ...projectMakes,
  ...articleMakes,
  ...calendarMakes,
  ...archiveMakes,
  ...linkMakes,
  verify,
};

/** Whom the step is about: all members, or the one who joined, unless they have left again. */
async function peopleOf(
  tx: Tx,
  tenant: string,
  { members }: Placed,
  { step, person }: Build,
): Promise<Map<PersonId, KnownPerson>> {
  const joined = step === 'members' && person !== undefined;
  return tx.people.get(tenant, joined ? members.filter((it) => it === person) : members);
}

const isAmong = (steps: readonly BuildStep[], step: BuildStep) => steps.includes(step);

type PartName = 'place' | 'page' | 'article' | 'project' | 'calendar' | 'times' | 'archive' | 'link';

const partOf = (step: BuildStep): PartName => {
  if (step === 'calendar' || step === 'times') return step;
  if (step === 'revise') return 'page';
  if (step === 'article' || step === 'reviseArticle') return 'article';
  if (isAmong(archiveSteps, step)) return 'archive';
  if (isAmong(linkSteps, step)) return 'link';
  return isOfPlace(step) ? 'place' : 'project';
};

/** Where the end of a step goes: known from the news alone, so that also what cannot be prepared is told. */
export const outcomes = ({
  group,
  step,
  task: n,
  person,
  meeting,
  cycle,
  asked,
}: Build): Pick<Act, 'built' | 'refused'> => {
  if (step === 'follow')
    return {
      built: (result): Command => ({
        do: 'projectBuilt',
        group,
        step,
        ...(person === undefined ? {} : { person }),
        ...result,
      }),
    };
  // Somebody who joined later changes nothing of how the place is built.
  if (person !== undefined)
    return step === 'members'
      ? { refused: (code): Command => ({ do: 'joinerRefused', group, person, code }) }
      : {};
  // What could not be looked at is looked at tomorrow.
  if (step === 'verify') return { built: (result) => ({ do: 'placeSeen', group, step, ...result }) };
  const about = {
    group,
    step,
    ...(n === undefined ? {} : { n }),
    ...(meeting === undefined ? {} : { meeting }),
    ...(cycle === undefined ? {} : { cycle }),
    ...(asked === undefined ? {} : { asked }),
  };
  const part = partOf(step);
  return {
    built: (result): Command => ({ do: `${part}Built`, ...about, ...result }),
    refused: (code): Command => ({ do: `${part}Refused`, ...about, code }),
  };
};

/**
 * Of an ended group nothing more is made but the article that all had agreed to; its page says that it is over, who
 * left it leaves its team all the same, and meetings that are still ahead are called off. Nothing but that is put away.
 */
const afterTheEnd: ReadonlySet<BuildStep> = new Set([
  'revise',
  'article',
  'reviseArticle',
  'leavers',
  'calendar',
  ...archiveSteps,
]);
const onIntranet: ReadonlySet<BuildStep> = new Set(['page', 'revise', 'article', 'reviseArticle']);

/** In its team, and in its channel: each has a limit of its own. */
function scopesOf(group: Placed, step: BuildStep, team: string | undefined): Scope[] {
  if (demandOf({ is: 'build', step, group: group.id }).service !== 'teams' || team === undefined) return [];
  const { channel } = group.place;
  return isAmong(['tab', ...linkSteps, 'archive'], step) && channel !== undefined
    ? [`team/${team}`, `channel/${channel}`]
    : [`team/${team}`];
}

/** Whoever waits for a team looks about as often as Microsoft tells how making it goes. */
const looksEverySeconds = 31;

/** Without a team there is certainly nothing in it. */
const withoutTeam = (outcome: Outcome<never>): Act => ({
  call: async () => outcome,
  find: async () => ({ is: 'done', value: null }),
});

export async function build(parts: Building, tx: Tx, effect: Effect, news: Build, now: string): Promise<Act> {
  const { tenant } = effect;
  const group = await parts.group(tx, tenant, news.group);
  const isOver = group.phase === 'ended' || group.phase === 'resting';
  const wanting = { parts, tx, effect, news, now };
  if (isOver && !afterTheEnd.has(news.step))
    return { ...refused('groupEnded'), ended: filling(wanting, group, '') };
  const ground = await groundOf(wanting, group);
  if ('is' in ground && ground.is === 'later') {
    const { code } = ground;
    return { ...withoutTeam({ is: 'wait', seconds: looksEverySeconds, code }), ...outcomes(news) };
  }
  // A page can lie elsewhere.
  if ('is' in ground && ground.is === 'refused' && news.step !== 'page')
    return { ...withoutTeam({ is: 'refused', code: ground.code, status: 0 }), ...outcomes(news) };
  const team = 'team' in ground ? ground.team : undefined;
  // The page lies on the intranet, the plan in the group's team.
  const place = onIntranet.has(news.step) ? 'company' : 'team';
  const view = await parts.view(tx, tenant, news.group, now, place);
  const known = await peopleOf(tx, tenant, group, news);
  const people = new Map([...known].map(([id, { oid }]) => [id, oid]));
  const oids = [...people.values()];
  const age = Temporal.Instant.from(effect.planned).until(Temporal.Instant.from(now)).total('seconds');
  const last = effect.result?.code;
  const besides = await alsoIn(wanting, group);
  const { attempts } = effect;
  const site = {
    parts,
    tenant,
    group,
    view,
    news,
    known: [...known.values()],
    people,
    oids,
    age,
    attempts,
    isFree: isFree(group),
    isGuest: 'team' in ground && ground.isGuest === true,
    ...(besides === undefined ? {} : { alsoIn: besides }),
    ...(team === undefined ? {} : { team }),
    ...(last === undefined ? {} : { last: String(last) }),
  };
  return {
    within: scopesOf(group, news.step, team),
    ...makes[news.step](site),
    ...outcomes(news),
    ...(team === undefined ? {} : { ended: filling(wanting, group, team) }),
  };
}
