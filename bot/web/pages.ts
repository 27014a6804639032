// What the tab shows, from what its reader may read: a view becomes the contract's answers.
import type { View } from '../cards/view.ts';
import { type Group, isCommunity, type Live, type Material, type Proposed } from '../group/group.ts';
import { kindIn } from '../group/policy.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';
import { owesCheckIn } from '../lifecycle/checkIn/progress.ts';
import { agenda, isRanked } from '../lifecycle/discuss/agenda.ts';
import { isExcused, missing } from '../lifecycle/stages.ts';
import { type BoardView, communitiesOf, communityBoard } from './communities.ts';
import type { Board, GroupLine, Home, Inside, Topics } from './contract.ts';
import { writeCursor } from './cursor.ts';
import { attendanceOf, broughtBy, outcomeOf, ownCommitments } from './ownPart.ts';
import { https, pageOf } from './places.ts';

type Seated = Proposed | Live;

/** A page of topics: their ids in the order of their names, and behind which the next page begins. */
export interface TopicPage {
  rows: readonly { topic: string; sorts: string }[];
  next: { topic: string; sorts: string } | null;
}

function waits(group: Seated, { reader, now, zone }: View): GroupLine['waitsForMe'] {
  if (reader === null) return null;
  if (group.phase === 'proposed')
    return group.seats.some((it) => it.person === reader && it.state === 'offered') ? 'part' : null;
  if (missing(group).includes(reader)) return 'part';
  return group.cycle.stage === 'practice' && owesCheckIn(group.cycle, reader, now, zone) ? 'checkIn' : null;
}

const nowhere: GroupLine['place'] = { channel: null, page: null, plan: null };

/**
 * Deep link to a channel: Teams docs, "Deep link to a channel". The plan: the address that Planner's own tab has as its
 * website (microsoft-graph-docs, issue 4834); not tried in a real tenant.
 */
function placeOf(group: Seated, { tenant, name }: { tenant: string; name: string }): GroupLine['place'] {
  if (group.phase !== 'live') return nowhere;
  const { team, channel } = group.place;
  const plan = group.cycle.project?.plan;
  const query = new URLSearchParams({ groupId: team ?? '', tenantId: tenant });
  return {
    channel:
      team && channel
        ? `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel)}/${encodeURIComponent(name)}?${query.toString()}`
        : null,
    page: pageOf(group),
    plan: plan ? `https://tasks.office.com/${tenant}/Home/PlanViews/${encodeURIComponent(plan)}` : null,
  };
}

const line = (view: View, tenant: string, group: Seated): GroupLine => ({
  id: group.id,
  topic: view.topicName(group.topic),
  kind: kindIn(group.policy),
  phase: group.phase,
  stage: group.phase === 'live' ? group.cycle.stage : null,
  cycle: group.phase === 'live' ? group.cycle.n : 0,
  members:
    group.phase === 'live'
      ? group.members.length
      : group.seats.filter((it) => it.state === 'offered' || it.state === 'accepted').length,
  confidential: group.policy.confidential,
  place: placeOf(group, { tenant, name: view.topicName(group.topic) }),
  waitsForMe: waits(group, view),
  process: group.policy.process,
  attendance: attendanceOf(group, view),
  brought: broughtBy(group, view),
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

/** Of a page; those of the view that are not on it come in no order. */
const topicsOf = (view: View, page: TopicPage): Topics['topics'] => {
  const known = new Map(view.topics.map((it) => [it.id, it]));
  return page.rows.flatMap(({ topic }) => {
    const found = known.get(topic);
    if (!found) return [];
    // Nobody waits for what they have.
    const grouped = view.groups.some((it) => it.topic === found.id);
    return [{ id: found.id, name: found.name, waiting: found.waiting, mine: found.mine, grouped }];
  });
};

const behind = ({ next }: TopicPage) => writeCursor(next && [next.sorts, next.topic]);

export const topicsPage = (view: View, page: TopicPage): Topics => ({
  topics: topicsOf(view, page),
  next: behind(page),
});

export function homeOf(
  view: View,
  page: TopicPage,
  { tenant, facilitator }: { tenant: string; facilitator: boolean },
): Home {
  const groups = view.groups.map((it) => line(view, tenant, it));
  const mine = view.topics.filter((it) => it.mine).map((it) => ({ topic: it.id, sorts: it.name }));
  const others = page.rows.filter((it) => !mine.some(({ topic }) => topic === it.topic));
  return {
    me: {
      name: view.reader === null ? '' : view.name(view.reader),
      zone: view.zone,
      facilitator,
    },
    contact: view.contact,
    next: groups.find((it) => it.waitsForMe) ?? null,
    groups,
    objectives: view.groups.flatMap((it) => ownObjectives(view, it)),
    commitments: view.groups.flatMap((it) => ownCommitments(view, it)),
    programmes: view.programmes.filter((it) => it === 'employees' || it === 'managers'),
    communities: communitiesOf(view),
    topics: topicsOf(view, { ...page, rows: [...mine, ...others] }),
    moreTopics: behind(page),
  };
}

const material = (view: View, { title, link }: Material) => ({
  title: view.text(title),
  url: link === undefined ? null : https(view.text(link)),
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
export function boardOf(view: BoardView, member: boolean): Board | undefined {
  if (view.group && isCommunity(view.group)) return communityBoard(view, view.group, member);
  const group = begun(view.group);
  // Of a confidential group nobody sees anything but its members, whatever teams they are in.
  if (!group || (group.policy.confidential && !member)) return undefined;
  const { cycle } = group;
  return {
    id: group.id,
    confidential: group.policy.confidential,
    me: { zone: view.zone },
    topic: view.topicName(group.topic),
    kind: kindIn(group.policy),
    process: group.policy.process,
    stage: view.group?.phase === 'ended' ? null : cycle.stage,
    ended: view.group?.phase === 'ended',
    cycle: cycle.n,
    members: group.members.length,
    shared: cycle.shared.filter((it) => it.agreed).map((it) => view.text(it.words)),
    meeting: meetingOf(group),
    course: cycle.course ? material(view, cycle.course) : null,
    resources: [...group.provided, ...cycle.resources].map((it) => material(view, it)),
    project: projectOf(view, group),
    page: pageOf(group),
    community: null,
    member,
  };
}

/** Of one list of the second level. */
const most = 50;

/** The second level, from a member's own view: the newest first, from the row `from` of each list. */
export function insideOf(view: View, from: number): Inside | undefined {
  const { group, reader } = view;
  if (group?.phase !== 'live' || reader === null || !group.members.includes(reader)) return undefined;
  const { cycle, members } = group;
  const open = missing(group);
  const objectives = cycle.objectives.filter((it) => !it.removed);
  const { opportunities, points, challenges, commitments, practices } = cycle;
  const lists = [members, objectives, opportunities, points, challenges, commitments, practices];
  const part = <T>(rows: readonly T[]) => rows.slice(from, from + most);
  const page = <T>(rows: readonly T[]) => part(rows.toReversed());
  const said = (row: { id: string; person: string; words: string }) => ({
    id: row.id,
    by: view.name(row.person),
    text: view.text(row.words),
    mine: row.person === reader,
  });
  return {
    id: group.id,
    members: page(members.toReversed()).map((it) => ({
      name: view.name(it),
      me: it === reader,
      done: !open.includes(it),
      excused: isExcused(group, cycle.stage, it),
    })),
    objectives: page(objectives).map(said),
    opportunities: page(opportunities).map(said),
    points: part([...agenda(group), ...points.filter((it) => it.cleared).toReversed()]).map((it) => ({
      ...said(it),
      cleared: it.cleared,
      mattersTo: it.mattersTo.length,
      mattersToMe: isRanked(group, it) ? it.mattersTo.includes(reader) : null,
    })),
    challenges: page(challenges).map((it) => ({
      ...said({ id: it.id, person: it.from, words: it.words }),
      to: view.name(it.to),
      answer: it.answer === undefined ? null : view.text(it.answer),
    })),
    commitments: page(commitments).map((it) => ({
      id: it.id,
      by: view.name(it.person),
      mine: it.person === reader,
      cue: view.text(it.cue),
      behaviour: view.text(it.behaviour),
      ...outcomeOf(view, group, it.person),
    })),
    practices: page(practices).map(said),
    next: writeCursor(lists.some((it) => it.length > from + most) ? [from + most] : null),
  };
}
