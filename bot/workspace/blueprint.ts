// PURE: the blueprint of a group's workspace: every step of making it, by what each thing is known, and how it stands.

import { isGone } from '../group/evolveProject.ts';
import {
  type Ended,
  isCommunity,
  type Live,
  type Loss,
  type Lost,
  type Part,
  type Place,
  type Placed,
  type Project,
  type Proposed,
} from '../group/group.ts';
import { mark, shortId } from '../group/keys.ts';
import { afterEndOf } from '../group/policy.ts';
import { archivable, plansOf } from '../lifecycle/archiving.ts';
import { type BuildStep, type LinkStep, maybeDone } from '../lifecycle/decision.ts';
import { pageName } from '../lifecycle/openWorkspace/resourcePage.ts';
import { articleName } from '../lifecycle/writeArticle/articlePage.ts';

/**
 * planned: not made yet · later: made when a project is chosen · atEnd: some weeks after the group's end · leftOut: IT
 * has not allowed it · unknown: it may be there, and we may not look · lost: people have removed it, and may have it made
 * again · left: they do without · kept: a plan in which people have put something of their own.
 */
export const stepStates = [
  'planned',
  'later',
  'atEnd',
  'done',
  'refused',
  'leftOut',
  'unknown',
  'lost',
  'left',
  'kept',
] as const;
export type StepState = (typeof stepStates)[number];

export interface BlueprintStep {
  step: BuildStep;
  /** Of a task. */
  n?: number;
  /** By what it is known to be this group's. */
  key: string;
  state: StepState;
  /** Microsoft's, where it was refused. */
  code?: string;
  how?: Loss;
}

/** What Graph says where a permission is missing; its services have codes of their own. */
const withheld = new Set(['Forbidden', 'Authorization_RequestDenied', 'accessDenied', 'AccessDenied']);

type Known = Placed | Proposed;

const placeOf = (group: Known): Place =>
  group.phase === 'proposed' ? { published: false, failed: [] } : group.place;

const partOf: Partial<Record<BuildStep, Part>> = {
  channel: 'channel',
  tab: 'tab',
  page: 'page',
  publish: 'page',
  pageTab: 'pageTab',
  planTab: 'planTab',
};

const lostOf = ({ lost = [] }: Place, step: BuildStep): Lost | undefined =>
  lost.find((it) => it.part === partOf[step]) ??
  lost.find((it) => (step === 'channel' || step === 'tab') && (it.part === 'team' || it.part === 'channel'));

type Standing = Pick<BlueprintStep, 'state' | 'code' | 'how'>;

const refusedWith = (code: string): Standing =>
  code === maybeDone ? { state: 'unknown' } : { state: withheld.has(code) ? 'leftOut' : 'refused', code };

function standing(place: Place, isDone: boolean, step: BuildStep, n?: number): Standing {
  const lost = lostOf(place, step);
  // What is only hidden from its readers has been made all the same.
  const isHidden = step === 'page' && lost?.how === 'unpublished';
  if (lost && !isHidden) return { state: lost.left ? 'left' : 'lost', how: lost.how };
  if (isDone) return { state: 'done' };
  const failed = place.failed.findLast((it) => it.step === step && it.n === n);
  if (!failed) return { state: 'planned' };
  return refusedWith(failed.code);
}

/** Beside what is needed: shown once it is known whether Microsoft lets us. */
function ofLink(group: Known, step: LinkStep, key = ''): BlueprintStep[] {
  const place = placeOf(group);
  const lost = lostOf(place, step);
  if (lost) return [{ step, key, state: lost.left ? 'left' : 'lost', how: lost.how }];
  const { tab, code = '' } = place.links?.[step] ?? { tab: '' };
  if (tab === '') return [];
  if (tab !== undefined) return [{ step, key, state: 'done' }];
  return [code === maybeDone ? { step, key, state: 'unknown' } : { step, key, state: 'refused', code }];
}

function ofPlace(group: Known): BlueprintStep[] {
  const place = placeOf(group);
  const { id, policy } = group;
  const step = (name: BuildStep, key: string, isDone: boolean): BlueprintStep => ({
    step: name,
    key,
    ...standing(place, isDone, name),
  });
  return [
    ...(policy.confidential
      ? [
          step('team', mark(id), place.team !== undefined),
          step('app', place.team ?? mark(id), place.app === true),
        ]
      : []),
    step('members', place.team ?? mark(id), place.joined === true),
    step('channel', mark(id), place.channel !== undefined),
    ...(group.phase !== 'proposed' && isCommunity(group) ? [] : [step('tab', id, place.tab !== undefined)]),
    step('page', pageName(id), place.page !== undefined),
    step('publish', pageName(id), place.published),
    ...ofLink(group, 'pageTab', place.url),
  ];
}

function ofProject(group: Live | Ended, project: Project): BlueprintStep[] {
  const isRemoved = project.away === 'removed';
  // Of what is over nobody misses it.
  if (isRemoved && (group.phase === 'ended' || project.delivered)) return [];
  const { place } = group;
  const plan = `${shortId(group.id)} ${group.cycle.n}`;
  const gone: Standing = { state: 'lost', how: 'gone' };
  return [
    {
      step: 'plan',
      key: plan,
      ...(isRemoved ? gone : standing(place, project.plan !== undefined, 'plan')),
    },
    ...ofLink(group, 'planTab', project.plan),
    ...project.tasks.map((task): BlueprintStep => {
      const { n, described } = task;
      const told = described ? undefined : standing(place, false, 'details', n);
      const made = told?.state === 'planned' ? standing(place, false, 'task', n) : told;
      const now: Standing = isGone(task) ? gone : (made ?? { state: 'done' });
      return { step: 'task', n, key: `${plan}.${n}`, ...now };
    }),
  ];
}

/** What its writers have agreed to has a page of its own. */
function ofArticles(group: Live | Ended): BlueprintStep[] {
  return group.articles.flatMap(({ cycle: n, agreed, page }): BlueprintStep[] => {
    if (!agreed) return [];
    const at = { step: 'article', n, key: articleName(group.id, n) } as const;
    const { left: code, published } = page;
    if (code === undefined) return [{ ...at, state: published ? 'done' : 'planned' }];
    if (code === 'pageGone') return [{ ...at, state: 'lost', how: 'gone' }];
    if (code === 'pageUnpublished') return [{ ...at, state: 'lost', how: 'unpublished' }];
    if (code === 'pageEdited') return [{ ...at, state: 'kept' }];
    return [{ ...at, ...refusedWith(code) }];
  });
}

type Learning = Live | Ended | Proposed;

function projectSteps(group: Learning): BlueprintStep[] {
  if (group.policy.project === 'none') return [];
  if (group.phase !== 'proposed' && group.cycle.project) return ofProject(group, group.cycle.project);
  return [{ step: 'plan', key: shortId(group.id), state: 'later' }];
}

/** Of what is put away after the end: the channel or the group's own team, and plans where they are removed. */
function ofArchive(group: Learning): BlueprintStep[] {
  const { id, policy } = group;
  const removes = policy.project !== 'none' && afterEndOf(policy).plan === 'remove';
  const away = (step: BuildStep, key: string): BlueprintStep => ({ step, key, state: 'atEnd' });
  if (group.phase !== 'ended')
    return [away('archive', mark(id)), ...(removes ? [away('removePlan', shortId(id))] : [])];
  const { place } = group;
  const how = place.archive?.how;
  const archived: Standing =
    how === 'gone' ? { state: 'lost', how } : standing(place, how === 'archived', 'archive');
  return [
    ...(archivable(group) ? [{ step: 'archive', key: mark(id), ...archived } as const] : []),
    ...(removes ? plansOf(group) : []).map(({ n, project }): BlueprintStep => {
      const read = standing(place, false, 'export', n);
      const removed = standing(place, project?.away === 'removed', 'removePlan', n);
      const now: Standing = read.state === 'planned' ? removed : read;
      const state = project?.away === 'left' ? { state: 'kept' as const } : now;
      return { step: 'removePlan', n, key: `${shortId(id)} ${n}`, ...state };
    }),
  ];
}

/**
 * All steps in the order they are made. Nothing of it is read from Microsoft: it is what is known of it. What an ended
 * group did not get it does not get any more.
 */
export function blueprint(group: Known): BlueprintStep[] {
  const place = ofPlace(group);
  if (group.phase !== 'proposed' && isCommunity(group)) return place;
  const articles = group.phase === 'proposed' ? [] : ofArticles(group);
  const made = [...place, ...projectSteps(group), ...articles];
  const isOpen = ({ state }: BlueprintStep) => state === 'planned' || state === 'later';
  return [...(group.phase === 'ended' ? made.filter((it) => !isOpen(it)) : made), ...ofArchive(group)];
}
