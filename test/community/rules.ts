// What holds after every step in the life of a community; each rule says what it found broken.
import { type Community, type Group, isCommunity } from '../../bot/group/group.ts';
import { isThere, type OpenThread, type Thread, type ThreadEvent } from '../../bot/thread/thread.ts';
import type { Step } from '../lifecycle/invariants.ts';
import {
  type Company,
  communityIds,
  groupIn,
  groupsOf,
  handle,
  personIn,
  threadsOf,
} from '../lifecycle/world.ts';
import { colleagues, learning } from './moves.ts';

type Rule = (step: Step) => unknown[];

const communitiesIn = (company: Company): Community[] => groupsOf(company).filter(isCommunity);
const twice = (all: readonly unknown[]) => all.filter((it, at) => all.indexOf(it) !== at);

/** What happened to threads, each with the thread and the community as they were before. */
const talked = ({ before, handled: { turns } }: Step) =>
  turns.flatMap(({ stream, event, before: was, after }) => {
    if (!stream.startsWith('thread/')) return [];
    const is = after as Thread;
    const thread = isThere(was as Thread) ? (was as OpenThread) : isThere(is) ? is : undefined;
    const community = thread && groupIn(before, thread.community);
    return thread && community && isCommunity(community)
      ? [{ event: event as ThreadEvent & { by: string }, thread, community }]
      : [];
  });

/** What belongs to a learning group alone. */
const ofPlaces =
  'communityFounded communityRested groupPutUnder groupTakenOut topicPutUnder topicTakenOut memberJoined memberLeft buildFailed buildResumed membersAdded channelOpened tabPinned pageCreated pagePublished pageRevised pageLeft'.split(
    ' ',
  );

/** What an undo need not bring back: the order of members, and when something moved. */
const withoutHistory = (state: Group | Thread): unknown =>
  'answers' in state
    ? { ...state, moved: null, mover: null }
    : 'members' in state
      ? {
          ...state,
          members: state.members.toSorted(),
          ...('founded' in state ? { founded: null, area: null } : {}),
        }
      : state;

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

const stateOf = (company: Company, stream: string): Group | Thread =>
  stream.startsWith('group/')
    ? groupIn(company, stream.slice('group/'.length))
    : (threadsOf(company).find((it) => 'id' in it && stream === `thread/${it.id}`) ?? { phase: 'takenBack' });

export const rules: Record<string, Rule> = {
  'people and communities agree on who is in them': ({ handled: { after } }) => {
    const ofCommunities = communitiesIn(after).flatMap((it) => it.members.map((who) => `${who} ${it.id}`));
    const ofPeople = colleagues.flatMap((who) =>
      personIn(after, who).communities.map((it) => `${who} ${it}`),
    );
    return same(ofCommunities.toSorted(), ofPeople.toSorted()) ? [] : [ofCommunities, ofPeople];
  },
  'nobody is in a community twice': ({ handled: { after } }) =>
    communitiesIn(after).flatMap((it) => twice(it.members)),
  'a community rests exactly while nobody is in it': ({ handled: { after } }) =>
    communitiesIn(after).filter((it) => (it.phase === 'resting') !== (it.members.length === 0)),
  'its members share its area, and each area has one': ({ handled: { after } }) =>
    communitiesIn(after).flatMap((it) =>
      it.members.filter((who) => communityIds.get(after.people.get(who)?.area ?? '') !== it.id),
    ),
  'nothing of a cycle happens in it, and it takes no seat': ({ handled: { turns, after } }) => [
    ...turns.filter(({ stream, event, before }) => {
      const isOne = stream.startsWith('group/') && isCommunity(before as Group);
      return isOne && !ofPlaces.includes(event.type);
    }),
    ...colleagues.flatMap((who) =>
      personIn(after, who).seats.filter((it) => isCommunity(groupIn(after, it.group))),
    ),
  ],
  'only members ask, answer, thank and settle': (step) =>
    talked(step).filter(({ event, community }) => !community.members.includes(event.by)),
  'thanks go to others, once': ({ handled: { after } }) =>
    threadsOf(after)
      .filter(isThere)
      .flatMap(({ thanks, answers, person }) => [
        ...twice(thanks.map((it) => `${it.person} ${it.answer ?? ''}`)),
        ...thanks.filter(
          (it) =>
            it.person ===
            (it.answer === undefined ? person : answers.find(({ id }) => id === it.answer)?.person),
        ),
      ]),
  'a tip has no end, and a question is settled by turns': (step) =>
    talked(step).filter(({ event, thread }) => {
      if (event.type === 'questionSolved') return thread.kind === 'tip' || thread.phase !== 'open';
      return event.type === 'questionReopened' && (thread.kind === 'tip' || thread.phase !== 'solved');
    }),
  'what was written is taken back by its writer alone, and not once others built on it': (step) =>
    talked(step).filter(({ event, thread }) => {
      if (event.type === 'threadTakenBack') return thread.person !== event.by || thread.answers.length > 0;
      if (event.type !== 'answerTakenBack') return false;
      return thread.answers.find((it) => it.id === event.answer)?.person !== event.by;
    }),
  'of an answer the one who asked is told, if in it, and nobody of their own': (step) => {
    const told = (step.handled.accepted?.then ?? []).flatMap((it) =>
      it.is === 'tell' && it.what === 'thread.answered' ? [it.to] : [],
    );
    const due = talked(step).flatMap(({ event, thread, community }) =>
      event.type === 'answered' && thread.person !== event.by && community.members.includes(thread.person)
        ? [thread.person]
        : [],
    );
    return same(told, due) ? [] : [told, due];
  },
  'a digest comes to members who want it, and tells of what others moved': (step) =>
    (step.handled.accepted?.then ?? []).filter((it) => {
      if (it.is !== 'tell' || it.what !== 'digest') return false;
      const { communities, noDigest } = personIn(step.before, it.to);
      const threads = String(it.about?.threads ?? '').split(' ');
      const theirs = threadsOf(step.before).filter(isThere);
      const others = threads.every((id) =>
        theirs.some((one) => one.id === id && one.mover !== it.to && communities.includes(one.community)),
      );
      return communities.length === 0 || noDigest || !others;
    }),
  'a group and the community above it name each other': ({ handled: { after } }) => {
    const group = learning(after);
    const below = communitiesIn(after).filter((it) =>
      it.groups.some((one) => 'id' in group && one.id === group.id),
    );
    const above = 'under' in group && group.under !== undefined ? [group.under] : [];
    return same(
      below.map((it) => it.id),
      above,
    )
      ? []
      : [below, above];
  },
  'a topic and the community above it name each other': ({ handled: { after } }) => {
    const topics = [...after.states].flatMap(([stream, it]) =>
      stream.startsWith('topic/') && 'under' in it && it.under !== undefined
        ? [`${stream.slice('topic/'.length)} ${it.under}`]
        : [],
    );
    const below = communitiesIn(after).flatMap((it) => it.topics.map((topic) => `${topic} ${it.id}`));
    return same(topics.toSorted(), below.toSorted()) ? [] : [topics, below];
  },
  'an undo brings back what it was': ({ before, handled: { undo, turns, after, by } }) => {
    const touches = turns.filter(({ stream }) => stream.startsWith('group/') || stream.startsWith('thread/'));
    if (!undo || !('command' in undo) || touches.length === 0) return [];
    const back = handle(after, undo.command, by);
    // Whoever takes their group out need not be in the community, or be let in by it again.
    if (undo.command.do === 'putUnder' && back.refused === 'notInCommunity') return [];
    if (back.refused !== undefined) return [`${undo.command.do} refused: ${back.refused}`];
    return touches.flatMap(({ stream, event }) => {
      // What was opened is taken back rather than never there; who founded leaves a community that rests.
      // A resting community that gave a topic away gets nothing back: nobody is in it.
      if (event.type === 'topicTakenOut' && undo.command.do === 'takeTopicOut') return [];
      if (event.type === 'threadOpened' || event.type === 'communityFounded') return [];
      const was = withoutHistory(stateOf(before, stream));
      const is = withoutHistory(stateOf(back.after, stream));
      return same(was, is) ? [] : [{ was, is }];
    });
  },
};
