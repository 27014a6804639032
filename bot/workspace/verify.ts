// Whether a group's workspace is still as it was made: looked at once a day, and at once when Teams itself says that something befell it.
import { z } from 'zod';
import { isInPlanner } from '../group/evolveProject.ts';
import {
  type Community,
  type Group,
  type GroupEvent,
  isCommunity,
  type Live,
  type Loss,
  losses,
  type Part,
  parts,
} from '../group/group.ts';
import { lostOf } from '../group/lost.ts';
import {
  type Accepted,
  type At,
  type Decision,
  type GroupId,
  isLink,
  type News,
  readsGroup,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { id } from '../lifecycle/text.ts';
import { watch } from '../lifecycle/watch.ts';

const nothing: Decision = { happened: [], then: [], written: [] };

export const isLiving = (group: Group): group is Live | Community =>
  group.phase === 'live' || group.phase === 'community';

/** Of what has ended nothing is looked at any more. */
export const watched = (world: World, of: string): Live | Community | null => {
  const group = world.group(of);
  return isLiving(group) ? group : null;
};

export const verifyPlace = stepCommand({
  name: 'verifyPlace',
  shape: z.strictObject({ group: id }),
  inner: true,
  reads: readsGroup,
  decide(world, command, { now }) {
    const group = watched(world, command.group);
    if (!group) return nothing;
    return {
      ...nothing,
      then: [{ is: 'build', step: 'verify', group: group.id }, watch(group.id, now)],
    };
  },
});

interface Seen {
  part: Part;
  is: Loss | 'there' | 'renamed' | 'changed';
}

/** As the look writes it: `channel:there tab:gone`; ids and names stay outside. */
const found = z.string().regex(/^(?:[a-zA-Z]+:[a-z]+(?: |$))*$/);
const Sight = z.object({ part: z.enum(parts), is: z.enum([...losses, 'there', 'renamed', 'changed']) });

const seenIn = (text: string): Seen[] =>
  text.split(' ').flatMap((word) => {
    const [part, is] = word.split(':');
    const read = Sight.safeParse({ part, is });
    return read.success ? [read.data] : [];
  });

/** What a look says that was not known before. */
function newsIn({ place }: Live | Community, { part, is }: Seen): GroupEvent[] {
  if (is === 'renamed') return place.renamed ? [] : [{ type: 'channelNamed', v: 1 }];
  const known = lostOf(place, part);
  if (is === 'there' || is === 'changed') return known ? [{ type: 'partFound', v: 1, part }] : [];
  // What was archived, and then deleted, may be made again.
  return known?.how === is ? [] : [{ type: 'partLost', v: 1, part, how: is }];
}

/** Of a tab that only leads elsewhere nobody hears, nor of what the group does without. */
const isNews =
  ({ place }: Live | Community) =>
  (event: GroupEvent): boolean =>
    event.type === 'partLost' && !isLink(event.part) && !lostOf(place, event.part)?.left;

/** All that one look found is told in one message; that something is there again is no news to anybody. */
function noticed(group: Live | Community, seen: readonly Seen[]): Accepted {
  const events = seen.flatMap((it) => newsIn(group, it));
  const told: News[] = events.some(isNews(group))
    ? group.members.map((to) => ({ is: 'tell', to, what: 'partLost', group: group.id }))
    : [];
  return {
    happened: events.map((event) => ({ stream: `group/${group.id}`, event })),
    then: told,
    written: [],
  };
}

/** By their cycles: `1:gone 2:unpublished 3:changed`. */
const ofArticle = '\\d{1,4}:(?:gone|unpublished|changed)';
const ofArticles = z.string().regex(new RegExp(`^${ofArticle}(?: ${ofArticle})*$`));

/** Its next revision tells whether it was only dressed up, or is left to people, who then hear of it. */
const revision = (group: GroupId, cycle?: number): News =>
  cycle === undefined
    ? { is: 'build', step: 'revise', group }
    : { is: 'build', step: 'reviseArticle', group, cycle };

/** It is left to its writers, who hear of it and may have it made or published again. */
const articlesSeen = (group: GroupId, seen: string | undefined, at: At): News[] =>
  (seen?.split(' ') ?? []).map((word) => {
    const [cycle, how] = word.split(':');
    if (how === 'changed') return revision(group, Number(cycle));
    const code = how === 'gone' ? 'pageGone' : 'pageUnpublished';
    const command = { do: 'articleRefused', group, cycle: Number(cycle), step: 'reviseArticle', code };
    return { is: 'later', at, command };
  });

/** By their cycles: `1 3`. */
const ofPlans = z.string().regex(/^\d{1,4}(?: \d{1,4})*$/);

/** Their tasks stay here; what a group still works on it hears of, and may have made again. */
function plansLost(group: Live | Community, seen: string | undefined): Accepted {
  const cycles = isCommunity(group) ? [] : [...group.past, group.cycle];
  const gone = (seen?.split(' ') ?? []).flatMap((it) => {
    const cycle = cycles.find(({ n }) => n === Number(it));
    return cycle?.project && isInPlanner(cycle.project) ? [{ n: cycle.n, project: cycle.project }] : [];
  });
  const isMissed = !isCommunity(group) && gone.some((it) => it.n === group.cycle.n && !it.project.delivered);
  return {
    happened: gone.map(({ n: cycle }) => ({
      stream: `group/${group.id}`,
      event: { type: 'planRemoved', v: 1, cycle },
    })),
    then: isMissed ? group.members.map((to) => ({ is: 'tell', to, what: 'planGone', group: group.id })) : [],
    written: [],
  };
}

export const placeSeen = stepCommand({
  name: 'placeSeen',
  shape: z.strictObject({
    group: id,
    step: z.literal('verify'),
    found,
    articles: ofArticles.optional(),
    plans: ofPlans.optional(),
  }),
  inner: true,
  reads: readsGroup,
  decide(world, command, { now }) {
    const group = watched(world, command.group);
    if (!group) return nothing;
    const seenNow = seenIn(command.found);
    const ofPlace = noticed(group, seenNow);
    const plans = plansLost(group, command.plans);
    return {
      ...nothing,
      happened: [...ofPlace.happened, ...plans.happened],
      then: [
        ...ofPlace.then,
        ...(seenNow.some((it) => it.is === 'changed') ? [revision(group.id)] : []),
        ...articlesSeen(group.id, command.articles, now),
        ...plans.then,
      ],
    };
  },
});

/** What Teams tells the bot of a channel, or of the team that it lies in; `restored` of what it was before. */
const befalls = ['renamed', 'deleted', 'restored', 'teamDeleted', 'teamArchived', 'teamRestored'] as const;

const sights = {
  renamed: { part: 'channel', is: 'renamed' },
  deleted: { part: 'channel', is: 'gone' },
  restored: { part: 'channel', is: 'there' },
  teamDeleted: { part: 'team', is: 'gone' },
  teamArchived: { part: 'team', is: 'archived' },
  teamRestored: { part: 'team', is: 'there' },
} as const satisfies Record<(typeof befalls)[number], Seen>;

/** The channel by its id: of one that was made anew nothing is said by what befalls the old one. */
const isMeant = ({ place }: Live | Community, channel: string | undefined) =>
  channel === undefined ||
  place.channel === channel ||
  (place.channel === undefined && place.lost?.some(({ was }) => was.channel === channel));

export const placeBefallen = stepCommand({
  name: 'placeBefallen',
  shape: z.strictObject({ group: id, what: z.enum(befalls), channel: z.string().max(500).optional() }),
  inner: true,
  reads: readsGroup,
  decide(world, command) {
    const group = watched(world, command.group);
    if (!group || !isMeant(group, command.channel)) return nothing;
    return noticed(group, [sights[command.what]]);
  },
});
