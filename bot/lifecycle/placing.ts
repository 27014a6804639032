// The order in which a place is made: what needs what, and that whatever needs nothing still to come is made at once.
import type { Community, Live } from '../group/group.ts';
import { type News, type PlaceStep, placeSteps } from './decision.ts';

/** A group that lives, with a place to be made. */
export type Living = Live | Community;

type Needs = Partial<Record<PlaceStep, PlaceStep>>;
const needs: Needs = { tab: 'channel', publish: 'page' };
/** In a team of its own: nothing without our app in it, and no channel where no member would be. */
const needsOfOwn: Needs = { ...needs, app: 'team', members: 'app', channel: 'members' };
const needsOf = ({ policy }: Living): Needs => (policy.confidential ? needsOfOwn : needs);

/** A team of its own is for confidential groups. */
const isPartOf = ({ policy }: Living, step: PlaceStep) =>
  policy.confidential || (step !== 'team' && step !== 'app');

export const has = ({ place }: Living, step: PlaceStep): boolean =>
  ({
    team: place.team !== undefined,
    app: place.app === true,
    members: place.joined === true,
    channel: place.channel !== undefined,
    tab: place.tab !== undefined,
    page: place.page !== undefined,
    publish: place.published,
  })[step];

export const wasRefused = ({ place }: Living, step: PlaceStep): boolean =>
  place.failed.some((it) => it.step === step);

/** What people have removed is made again only when they say so. */
function isLost({ place: { lost = [] } }: Living, step: PlaceStep): boolean {
  const inTeam = step === 'channel' || step === 'tab';
  return lost.some(({ part, how }) => {
    if (part === 'team') return inTeam;
    return part === 'page' ? step === (how === 'gone' ? 'page' : 'publish') : part === step;
  });
}

/** It was refused or removed, or is never made because something that it needs was. */
function isGivenUp(group: Living, step: PlaceStep): boolean {
  const needed = needsOf(group)[step];
  return (
    wasRefused(group, step) ||
    isLost(group, step) ||
    (needed !== undefined && !has(group, needed) && isGivenUp(group, needed))
  );
}

const partsOf = (group: Living): PlaceStep[] => placeSteps.filter((step) => isPartOf(group, step));

/** Each part is there, or known not to come. */
export const isSettled = (group: Living): boolean =>
  partsOf(group).every((step) => has(group, step) || isGivenUp(group, step));

/** Said as often as one likes it is done once, unless what it stands on is another one or somebody asked again. */
const onceFor = ({ id, place }: Living, step: PlaceStep): string => {
  const ground = { members: place.moved, tab: place.channel, publish: place.page } as Partial<
    Record<PlaceStep, string>
  >;
  return ['build', step, id, place.tries ?? 0, ground[step] ?? ''].join(':');
};

/** Every part that can be made now; those under way are named again, which changes nothing. */
export const buildable = (group: Living): Extract<News, { is: 'build' }>[] =>
  partsOf(group)
    .filter((step) => !has(group, step) && !isGivenUp(group, step))
    .filter((step) => {
      const needed = needsOf(group)[step];
      return needed === undefined || has(group, needed);
    })
    .map((step) => ({
      is: 'build',
      step,
      group: group.id,
      once: onceFor(group, step),
      ...(group.place.tries ? { again: true } : {}),
    }));
