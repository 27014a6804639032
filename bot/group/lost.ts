// How a place stands once something of it was lost, came back, or is wanted again; the same for learning groups and communities.
import { type BuildStep, isLink, type LinkStep, linkSteps } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import type { GroupEvent, Loss, Lost, Part, Place } from './group.ts';

type On<T extends GroupEvent['type']> = Stamped<Extract<GroupEvent, { type: T }>>;
export const lostOf = ({ lost = [] }: Place, part: Part): Lost | undefined =>
  lost.find((it) => it.part === part);

const withLost = ({ lost: _, ...place }: Place, lost: Lost[]): Place =>
  lost.length > 0 ? { ...place, lost } : place;

const others = ({ lost = [] }: Place, part: Part): Lost[] => lost.filter((it) => it.part !== part);

function withoutLink({ links, ...place }: Place, part: LinkStep): Place {
  const { [part]: _, ...rest } = links ?? {};
  return { ...place, links: rest };
}

/** Without it, also where people have only taken it out of sight: what is shown and told follows. */
function without(place: Place, part: Part, how: Loss): Place {
  switch (part) {
    case 'team':
    case 'channel': {
      const { channel: _, tab: __, renamed: ___, links: ____, ...rest } = place;
      return rest;
    }
    case 'tab': {
      const { tab: _, ...rest } = place;
      return rest;
    }
    case 'pageTab':
    case 'planTab':
      return withoutLink(place, part);
    case 'page': {
      if (how !== 'gone') return { ...place, published: false };
      const { page: _, url: __, mark: ___, left: ____, ...rest } = place;
      return { ...rest, published: false };
    }
  }
}

/** By what it is known again. */
function wasOf({ channel, tab, links }: Place, part: Part): Lost['was'] {
  if (isLink(part)) {
    const pinned = links?.[part]?.tab;
    return pinned === undefined ? {} : { tab: pinned };
  }
  const hasChannel = part === 'team' || part === 'channel';
  return {
    ...(hasChannel && channel !== undefined ? { channel } : {}),
    ...(hasChannel && links !== undefined ? { links } : {}),
    ...((hasChannel || part === 'tab') && tab !== undefined ? { tab } : {}),
  };
}

/** What lies in what was lost is not lost on its own. */
const holds: Partial<Record<Part, readonly Part[]>> = {
  team: ['channel', 'tab', ...linkSteps],
  channel: ['tab', ...linkSteps],
};

/** Lost once more in another way it is still known by what it was. */
export function lost(place: Place, { part, how }: On<'partLost'>): Place {
  const known = lostOf(place, part);
  if (known) return withLost(without(place, part, how), [...others(place, part), { ...known, how }]);
  const isInside = (it: Lost) => holds[part]?.includes(it.part) === true;
  const all = others(place, part);
  const inside = all.filter(isInside);
  const was = { ...wasOf(place, part), ...(inside.length > 0 ? { lost: inside } : {}) };
  return withLost(without(place, part, how), [...all.filter((it) => !isInside(it)), { part, how, was }]);
}

function back(place: Place, part: Part, { tab, ...was }: Lost['was']): Place {
  if (part === 'page') return { ...place, published: true };
  const known = tab === undefined ? {} : { tab };
  return isLink(part)
    ? { ...place, links: { ...place.links, [part]: known } }
    : { ...place, ...was, ...known };
}

export function found(place: Place, { part }: On<'partFound'>): Place {
  const { was = {} } = lostOf(place, part) ?? {};
  const { lost: inside = [], ...rest } = was;
  return withLost(back(place, part, rest), [...others(place, part), ...inside]);
}

const steps = {
  team: [],
  channel: ['channel', 'tab'],
  tab: ['tab'],
  page: ['page', 'publish'],
  pageTab: ['pageTab'],
  planTab: ['planTab'],
} as const satisfies Record<Part, readonly BuildStep[]>;

export function wanted(place: Place, { part, again }: On<'partWanted'>): Place {
  if (again) {
    // A refusal from before is asked for anew.
    const isAsked = (step: BuildStep) => steps[part].some((it) => it === step);
    const failed = place.failed.filter((it) => !isAsked(it.step));
    return { ...withLost(place, others(place, part)), failed, tries: (place.tries ?? 0) + 1 };
  }
  const left = (it: Lost): Lost => (it.part === part ? { ...it, left: true } : it);
  return withLost(place, (place.lost ?? []).map(left));
}

/** A tab to something else, as the plan of another cycle, is no longer the one that was removed. */
export const pinned = (place: Place, { step, tab }: On<'linkPinned'>): Place =>
  withLost({ ...place, links: { ...place.links, [step]: { tab } } }, others(place, step));
