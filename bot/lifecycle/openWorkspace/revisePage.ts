// The group's page stays true: it is revised after what it shows has changed, and left to people where they have changed it.
import { z } from 'zod';
import { type GroupEvent, isPlaced, type Placed } from '../../group/group.ts';
import { nothing } from '../../reminders/still.ts';
import { puttingAway } from '../archiving.ts';
import { type Accepted, type News, readsGroup, stepCommand, type World } from '../decision.ts';
import { gathering } from '../onPage.ts';
import { id } from '../text.ts';

/** A group that ends is still told on its page. */
const withPlace = (world: World, of: string): Placed | null => {
  const group = world.group(of);
  return isPlaced(group) ? group : null;
};

const recorded = ({ id: group }: Placed, event: GroupEvent, then: News[] = []): Accepted => ({
  happened: [{ stream: `group/${group}`, event }],
  then,
  written: [],
});

const step = z.literal('revise');

export const revisePage = stepCommand({
  name: 'revisePage',
  shape: z.strictObject({ group: id }),
  inner: true,
  reads: readsGroup,
  decide(world, command, { now }) {
    const group = withPlace(world, command.group);
    // While it is still being published the revision that follows the publishing says it all.
    if (!group?.place.published) return nothing;
    return {
      ...nothing,
      then: [
        { is: 'build', step: 'revise', group: group.id },
        ...('topic' in group ? gathering(group, now) : []),
      ],
    };
  },
});

const reasons = ['pageEdited', 'pageGone', 'pageWithheld'] as const;
/** What people are told of why the page is left as it is. */
export const reasonOf = (code: string) => reasons.find((it) => it === code) ?? 'pageFailed';

/** Told once: until the page could be revised again the same reason is no news. */
function leaving(group: Placed, code: string): Accepted {
  const { left } = group.place;
  if (left !== undefined && reasonOf(left) === reasonOf(code)) return nothing;
  // A group that is over, or a community that nobody is in, has nobody to be told.
  const told = group.phase === 'ended' ? [] : group.members;
  return recorded(
    group,
    { type: 'pageLeft', v: 1, code },
    told.map((to) => ({ is: 'tell', to, what: 'pageLeft', group: group.id })),
  );
}

/** However that ended: what the group has beside its page is put away now, if it is time for that. */
const andAway = (group: Placed, { happened, then, written }: Accepted): Accepted => ({
  happened,
  then: [...then, ...puttingAway(group)],
  written,
});

/** Either what the page says is ours to revise again, or people have it now. */
const built = z.union([
  z.strictObject({ group: id, step, mark: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ group: id, step, left: z.literal('pageEdited') }),
]);

export const pageBuilt = stepCommand({
  name: 'pageBuilt',
  shape: built,
  inner: true,
  reads: readsGroup,
  decide(world, command) {
    const group = withPlace(world, command.group);
    if (!group) return nothing;
    if ('left' in command) return andAway(group, leaving(group, command.left));
    const { mark } = command;
    const isKnown = group.place.mark === mark && group.place.left === undefined;
    return andAway(group, isKnown ? nothing : recorded(group, { type: 'pageRevised', v: 1, mark }));
  },
});

export const pageRefused = stepCommand({
  name: 'pageRefused',
  shape: z.strictObject({ group: id, step, code: z.string().max(200) }),
  inner: true,
  reads: readsGroup,
  decide(world, { group: of, code }) {
    const group = withPlace(world, of);
    return group ? andAway(group, leaving(group, code)) : nothing;
  },
});
