// What people see while a group forms: who was asked, what it asks of them, and yes or no.

import { groupIsOver, kindOf, names, opens, stageLine } from '../../cards/group.ts';
import { buttons, card, facts, heading, list, para } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Render, type Renders, type View } from '../../cards/view.ts';
import type { Live, Proposed } from '../../group/group.ts';
import { absences, catchesUp, mayStayAway } from '../../reminders/attendanceCards.ts';
import type { Key } from '../../speech/say.ts';
import type { About } from '../decision.ts';
import { missing, nextStage } from '../stages.ts';
import { uCards } from './uCards.ts';

type ProposalView = View & { group: Proposed; reader: string };

/** For whom a seat is kept; everyone else learns nothing of the proposal. */
const ofSeat =
  (render: (view: ProposalView) => ReturnType<Render>): Render =>
  (view, about) => {
    const { group, reader } = view;
    if (group?.phase === 'live' && reader !== null && group.members.includes(reader)) {
      return groupCard({ ...view, group, reader });
    }
    const seat = group?.phase === 'proposed' && group.seats.find((it) => it.person === reader);
    return seat &&
      group?.phase === 'proposed' &&
      reader !== null &&
      ['offered', 'accepted'].includes(seat.state)
      ? render({ ...view, group, reader })
      : seatGone(view, about);
  };

const seatGone: Render = (view) =>
  card(view, {
    title: view.say('seatGone.title'),
    body: [para(view.say('seatGone.body'))],
    buttons: [{ title: view.say('topics.show'), verb: 'show.topics' }],
  });

const promises = ({ say }: View, { policy: { size, cycleWeeks } }: Proposed): [string, string][] => [
  [say('proposal.size'), say('proposal.sizeOf', { min: size.min, max: size.max ?? 0 })],
  [say('proposal.time'), say('proposal.timeOf', { weeks: cycleWeeks ?? 0 })],
];

/** One sentence says who can read what, before anybody joins (DESIGN §4). */
const readers = ({ say }: View, { policy }: Proposed) => [
  heading(say('proposal.readers')),
  para(say(policy.confidential ? 'proposal.readersTeam' : 'proposal.readersShared')),
];

function proposal(view: ProposalView) {
  const { say, group, reader } = view;
  const seats = group.seats.filter((it) => it.state === 'offered' || it.state === 'accepted');
  const accepted = seats.filter((it) => it.state === 'accepted');
  const mine = accepted.some((it) => it.person === reader);
  const topic = view.topicName(group.topic);
  return card(view, {
    about: kindOf(view, group.policy),
    title: mine ? say('proposal.accepted', { topic }) : say('proposal.title', { topic }),
    summary: say('proposal.title', { topic }),
    body: [
      para(
        mine
          ? say('proposal.waiting', {
              accepted: accepted.length,
              seats: Math.max(seats.length, group.policy.size.min),
            })
          : say('proposal.why'),
      ),
      heading(say('proposal.people')),
      list(seats.filter((it) => it.person !== reader).map((it) => view.name(it.person))),
      ...(group.policy.audience.forbidReportingLine && seats.some((it) => view.isWithheld(it.person))
        ? [para(say('group.lineUnknown'))]
        : []),
      facts(promises(view, group)),
      ...readers(view, group),
      ...(mine ? [] : [para(say('proposal.voluntary'), { subtle: true })]),
    ],
    buttons: [
      ...(mine
        ? []
        : [
            {
              title: say('proposal.yes'),
              verb: 'do.acceptSeat',
              fields: { group: group.id },
              look: 'positive',
            } as const,
          ]),
      {
        title: mine ? say('proposal.leave') : say('proposal.no'),
        verb: 'do.declineSeat',
        fields: { group: group.id },
      },
    ],
  });
}

function proposalAgain(view: ProposalView) {
  const shown = proposal(view);
  return { ...shown, summary: view.say('proposal.again', { topic: view.topicName(view.group.topic) }) };
}

const seatDeclined: Render = (view) =>
  card(view, {
    title: view.say('seatDeclined.title'),
    body: [para(view.say('seatDeclined.body'))],
    buttons: [
      { title: view.say('topics.show'), verb: 'show.topics' },
      { title: view.say('myGroups.show'), verb: 'show.myGroups' },
    ],
  });

const seatLapsed: Render = (view) =>
  card(view, {
    title: view.say('seatLapsed.title', { topic: view.topic?.name ?? view.say('topic.unknown') }),
    body: [para(view.say('seatLapsed.body'))],
    buttons: [
      ...(view.topic
        ? [
            {
              title: view.say('topics.join', { topic: view.topic.name }),
              verb: 'do.registerInterest',
              fields: { topic: view.topic.id },
            } as const,
          ]
        : []),
      { title: view.say('topics.show'), verb: 'show.topics' },
    ],
  });

/** The card of the present stage, where its next thing is done. */
const stageCard: Record<Live['cycle']['stage'], string> = {
  objectives: 'objectives',
  kickOff: 'kickOff',
  course: 'course',
  discussion: 'discussion',
  commitment: 'commitment',
  practice: 'practice',
  reflection: 'reflection',
  renewal: 'renewal',
};

function groupCard(view: LiveView) {
  const { say, group } = view;
  const { stage } = group.cycle;
  const next = nextStage(stage);
  const waiting = missing(group);
  const failed = group.place.failed.length > 0;
  return card(view, {
    about: stageLine(view),
    title: view.topicName(group.topic),
    body: [
      para(say(`help.stage.${stage}` as Key)),
      ...(group.policy.process === 'uTheory' ? [para(say(`u.${stage}` as Key), { subtle: true })] : []),
      ...(waiting.length > 0
        ? [para(say('stage.waitingFor', { names: names(view, waiting) }), { subtle: true })]
        : []),
      ...absences(view),
      heading(say('group.members')),
      para(names(view, group.members)),
      buttons(view, [opens(view, say('knowledge.show'), 'knowledge')]),
      facts([
        [say('group.next'), next ? say(`stage.${next}` as Key) : say('group.nextCycle')],
        [
          say('group.place'),
          group.place.channel
            ? say(group.policy.confidential ? 'group.placeOwn' : 'group.placeOpen')
            : say(failed ? 'group.placeFailed' : 'group.placeComing'),
        ],
        ...(view.above ? [[say('group.under'), view.text(view.above.area)] as const] : []),
      ]),
    ],
    buttons: [
      { ...opens(view, say(`stage.do.${stage}` as Key), stageCard[stage]), look: 'positive' },
      ...catchesUp(view),
      ...mayStayAway(view),
      ...(group.cycle.project ? [opens(view, say('project.show'), 'project')] : []),
      ...(group.place.published && group.place.url
        ? [{ title: say('page.show'), url: group.place.url }]
        : []),
      opens(view, say('group.leave'), 'leave'),
    ],
  });
}

function leave(view: LiveView) {
  const { say, group } = view;
  return card(view, {
    about: stageLine(view),
    title: say('leave.title', { topic: view.topicName(group.topic) }),
    body: [para(say('leave.what'))],
    buttons: [
      { title: say('leave.yes'), verb: 'do.leaveGroup', fields: { group: group.id }, look: 'destructive' },
      opens(view, say('leave.no'), 'group'),
    ],
  });
}

const leftGroup: Render = (view) =>
  card(view, {
    title: view.say('leftGroup.title'),
    body: [para(view.say('leftGroup.body'))],
    buttons: [
      { title: view.say('topics.show'), verb: 'show.topics' },
      { title: view.say('myGroups.show'), verb: 'show.myGroups' },
    ],
  });

/** What somebody alone had who has left: as far as nobody has it still, the others are asked who takes it. */
function freed({ group: { cycle } }: LiveView, { tasks = '' }: About): number {
  const theirs = `${tasks}`.split(' ');
  const open = cycle.project?.tasks.filter((it) => !it.done && it.takers.length === 0) ?? [];
  return cycle.project?.delivered ? 0 : open.filter(({ n }) => theirs.includes(`${n}`)).length;
}

const change = (key: 'memberLeft' | 'memberJoined') => (view: LiveView, about: About) => {
  const { say, name, group } = view;
  const count = freed(view, about);
  return card(view, {
    about: stageLine(view),
    title: say(`${key}.title`),
    body: [
      para(say(`${key}.body`)),
      list(group.members.map(name)),
      ...(count > 0 ? [para(say('memberLeft.tasks', { count }))] : []),
    ],
    buttons: [
      ...(count > 0 ? [opens(view, say('project.take.show'), 'project.take')] : []),
      opens(view, say('group.show'), 'group'),
    ],
  });
};

export const formGroupCards: Renders = {
  ...uCards,
  proposal: ofSeat(proposal),
  'proposal.again': ofSeat(proposalAgain),
  seatDeclined,
  seatLapsed,
  group: ofLiveGroup(groupCard, ofSeat(proposal)),
  leave: ofLiveGroup(leave, groupIsOver),
  leftGroup,
  memberLeft: ofLiveGroup(change('memberLeft'), groupIsOver),
  memberJoined: ofLiveGroup(change('memberJoined'), groupIsOver),
};
