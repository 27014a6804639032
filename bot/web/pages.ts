// What the tab shows, from what its reader may read: a view becomes the contract's answers.
import { safeLink } from '../cards/escape.ts';
import type { View } from '../cards/view.ts';
import type { Group, Live, Material, Proposed } from '../group/group.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';
import { missing } from '../lifecycle/stages.ts';
import type { Board, GroupLine, Home, Inside } from './contract.ts';

type Seated = Proposed | Live;

const waits = (group: Seated, me: string): boolean =>
  group.phase === 'proposed'
    ? group.seats.some((it) => it.person === me && it.state === 'offered')
    : missing(group).includes(me);

const line = (view: View, group: Seated): GroupLine => ({
  id: group.id,
  topic: view.topicName(group.topic),
  kind: group.policy.kind,
  phase: group.phase,
  stage: group.phase === 'live' ? group.cycle.stage : null,
  cycle: group.phase === 'live' ? group.cycle.n : 0,
  members:
    group.phase === 'live'
      ? group.members.length
      : group.seats.filter((it) => it.state === 'offered' || it.state === 'accepted').length,
  waitsForMe: waits(group, view.reader ?? ''),
});

const last = <T>(rows: readonly T[], is: (row: T) => boolean): T | undefined => rows.findLast(is);

function ownObjectives(view: View, group: Seated): Home['objectives'] {
  if (group.phase !== 'live') return [];
  const { cycle } = group;
  const mine = cycle.objectives.filter((it) => it.person === view.reader && !it.removed);
  return mine.map((it) => ({
    id: it.id,
    group: group.id,
    text: view.text(it.words),
    progress: last(cycle.checkIns, (row) => row.person === view.reader)?.progress ?? null,
    rating:
      last(cycle.assessments, (row) => row.person === view.reader && row.objective === it.id)?.rating ?? null,
  }));
}

export function homeOf(view: View, local: boolean): Home {
  const groups = view.groups.map((it) => line(view, it));
  return {
    me: {
      name: view.reader === null ? '' : view.name(view.reader),
      language: view.language,
      zone: view.zone,
    },
    contact: view.contact,
    local,
    next: groups.find((it) => it.waitsForMe) ?? null,
    groups,
    objectives: view.groups.flatMap((it) => ownObjectives(view, it)),
    topics: view.topics.map(({ id, name, waiting, mine }) => ({ id, name, waiting, mine })),
  };
}

const material = (view: View, { title, link }: Material) => ({
  title: view.text(title),
  url: link === undefined ? null : (safeLink(view.text(link))?.url ?? null),
});

function meetingOf({ cycle }: Live): Board['meeting'] {
  const kind = cycle.stage === 'objectives' || cycle.stage === 'kickOff' ? 'kickOff' : 'discussion';
  const meeting = cycle.meetings[kind];
  return meeting?.agreed && !meeting.held ? { kind, start: meeting.agreed } : null;
}

function projectOf(view: View, { cycle: { project } }: Live): Board['project'] {
  if (!project) return null;
  return {
    kind: project.kind,
    title: view.text(project.title),
    tasks: project.tasks.map(({ n, done }) => {
      const template = templates[project.kind][n - 1];
      return { n, title: template ? view.say(template.title) : String(n), done };
    }),
    delivered: project.delivered,
  };
}

const begun = (group: Group | undefined): Live | undefined => {
  if (group?.phase === 'ended') return { ...group, phase: 'live' };
  return group?.phase === 'live' ? group : undefined;
};

/** The landing view: undefined for a group that has no place yet, which nobody but its people may know of. */
export function boardOf(view: View, member: boolean): Board | undefined {
  const group = begun(view.group);
  if (!group) return undefined;
  const { cycle, place } = group;
  return {
    id: group.id,
    topic: view.topicName(group.topic),
    kind: group.policy.kind,
    stage: view.group?.phase === 'ended' ? null : cycle.stage,
    ended: view.group?.phase === 'ended',
    cycle: cycle.n,
    members: group.members.length,
    shared: cycle.shared.filter((it) => it.agreed).map((it) => view.text(it.words)),
    meeting: meetingOf(group),
    course: cycle.course ? material(view, cycle.course) : null,
    resources: cycle.resources.map((it) => material(view, it)),
    project: projectOf(view, group),
    page: place.published && place.url ? (safeLink(place.url)?.url ?? null) : null,
    member,
  };
}

/** The second level, from a member's own view. */
export function insideOf(view: View): Inside | undefined {
  const { group, reader } = view;
  if (group?.phase !== 'live' || reader === null || !group.members.includes(reader)) return undefined;
  const { cycle } = group;
  const open = missing(group);
  const said = (row: { id: string; person: string; words: string }) => ({
    id: row.id,
    by: view.name(row.person),
    text: view.text(row.words),
    mine: row.person === reader,
  });
  return {
    id: group.id,
    members: group.members.map((it) => ({
      name: view.name(it),
      me: it === reader,
      done: !open.includes(it),
    })),
    objectives: cycle.objectives.filter((it) => !it.removed).map(said),
    opportunities: cycle.opportunities.map(said),
    points: cycle.points.map((it) => ({ ...said(it), cleared: it.cleared })),
    challenges: cycle.challenges.map((it) => ({
      ...said({ id: it.id, person: it.from, words: it.words }),
      to: view.name(it.to),
      answer: it.answer === undefined ? null : view.text(it.answer),
    })),
    commitments: cycle.commitments.map((it) => ({
      by: view.name(it.person),
      mine: it.person === reader,
      cue: view.text(it.cue),
      behaviour: view.text(it.behaviour),
    })),
    practices: cycle.practices.map(said),
  };
}
