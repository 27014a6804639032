// How a place stands once something of it was lost, came back, or is wanted again; the same for learning groups and communities.
import type { BuildStep } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';
import type { GroupEvent, Loss, Lost, Part, Place } from './group.ts';

type On<T extends GroupEvent['type']> = Stamped<Extract<GroupEvent, { type: T }>>;
const withLost = ({ lost: _, ...place }: Place, lost: Lost[]): Place =>
  lost.length > 0 ? { ...place, lost } : place;

const others = ({ lost = [] }: Place, part: Part): Lost[] => lost.filter((it) => it.part !== part);

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
    case 'page': {
      if (how !== 'gone') return { ...place, published: false };
      const { page: _, url: __, mark: ___, left: ____, ...rest } = place;
      return { ...rest, published: false };
    }
  }
}

/** By what it is known again. */
function wasOf({ channel, tab }: Place, part: Part): Lost['was'] {
  const hasChannel = part === 'team' || part === 'channel';
  return {
    ...(hasChannel && channel !== undefined ? { channel } : {}),
    ...((hasChannel || part === 'tab') && tab !== undefined ? { tab } : {}),
  };
}

/** What lies in what was lost is not lost on its own. */
const holds: Partial<Record<Part, readonly Part[]>> = {
  team: ['channel', 'tab'],
  channel: ['tab'],
};

export function lost(place: Place, { part, how }: On<'partLost'>): Place {
  const rest = others(place, part).filter((it) => !holds[part]?.includes(it.part));
  return withLost(without(place, part, how), [...rest, { part, how, was: wasOf(place, part) }]);
}

export function found(place: Place, { part }: On<'partFound'>): Place {
  const { was } = place.lost?.find((it) => it.part === part) ?? {};
  const back = part === 'page' ? { ...place, published: true } : { ...place, ...was };
  return withLost(back, others(place, part));
}

const steps = {
  team: [],
  channel: ['channel', 'tab'],
  tab: ['tab'],
  page: ['page', 'publish'],
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
