// Asking, answering, sharing a tip and thanking: open discussion as things come up, with no step that anybody has to take.
import { z } from 'zod';
import type { Community } from '../group/group.ts';
import {
  type Accepted,
  type Context,
  type Decision,
  isRefusal,
  type Refusal,
  refuse,
  type SoFar,
  type StreamId,
  stepCommand,
  type World,
} from '../lifecycle/decision.ts';
import { optional } from '../lifecycle/optional.ts';
import { id, passage } from '../lifecycle/text.ts';
import { wrote } from '../lifecycle/wrote.ts';
import { isThere, type OpenThread, type ThreadEvent, type ThreadId, threadKinds } from '../thread/thread.ts';
import { membersCommunity } from './membership.ts';

const on = (thread: ThreadId, ...events: ThreadEvent[]): Accepted => ({
  happened: events.map((event) => ({ stream: `thread/${thread}`, event })),
  then: [],
  written: [],
});

/** The thread, and the community that it is in. */
function readsThread({ thread }: { thread: ThreadId }, _: Context, so: SoFar): StreamId[] {
  const known = so.thread(thread);
  return [`thread/${thread}`, ...(isThere(known) ? ([`group/${known.community}`] as const) : [])];
}

interface Here {
  thread: OpenThread;
  community: Community;
}

/** For members of its community; to anybody else it is not there. */
function inThread(world: World, of: ThreadId, { by }: Context): Here | Refusal {
  const thread = world.thread(of);
  if (!isThere(thread)) return refuse(thread.phase === 'takenBack' ? 'threadGone' : 'unknownThread');
  const community = membersCommunity(world, thread.community, by);
  return isRefusal(community) ? refuse('unknownThread') : { thread, community };
}

const opened = ({ happened }: Accepted): ThreadId =>
  happened.flatMap(({ event }) => (event.type === 'threadOpened' ? [event.thread] : []))[0] ?? '';

export const openThread = stepCommand({
  name: 'openThread',
  shape: z.strictObject({ group: id, kind: z.enum(threadKinds), words: passage }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const community = membersCommunity(world, command.group, context.by);
    if (isRefusal(community)) return community;
    const [thread = '', words = ''] = context.ids;
    const { by: person } = context;
    const { kind } = command;
    return {
      ...on(thread, { type: 'threadOpened', v: 1, thread, community: community.id, kind, person, words }),
      then: community.place.channel
        ? [{ is: 'post', group: community.id, what: 'thread', about: { thread } }]
        : [],
      written: [wrote(community, context, words, command.words)],
    };
  },
  shows: (command, accepted) => ({
    show: 'thread',
    group: command.group,
    about: { thread: opened(accepted) },
  }),
  undo: (_, accepted) => ({ command: { do: 'takeBackThread', thread: opened(accepted) } }),
});

const shape = z.strictObject({ thread: id });
const shows = ({ thread }: { thread: ThreadId }) => ({ show: 'thread', about: { thread } });

export const answerThread = stepCommand({
  name: 'answerThread',
  shape: z.strictObject({ thread: id, words: passage }),
  reads: readsThread,
  decide(world, command, context) {
    const here = inThread(world, command.thread, context);
    if (isRefusal(here)) return here;
    const { thread } = here;
    const [answer = '', words = ''] = context.ids;
    const { by: person } = context;
    const waits = thread.person !== person && here.community.members.includes(thread.person);
    return {
      ...on(thread.id, { type: 'answered', v: 1, answer, person, words }),
      then: waits
        ? [
            {
              is: 'tell',
              to: thread.person,
              what: 'thread.answered',
              group: thread.community,
              about: { thread: thread.id },
            },
          ]
        : [],
      written: [wrote({ id: thread.community }, context, words, command.words)],
    };
  },
  shows,
  undo: ({ thread }, { happened }) => ({
    command: {
      do: 'takeBackAnswer',
      thread,
      answer: happened.flatMap(({ event }) => (event.type === 'answered' ? [event.answer] : []))[0],
    },
  }),
});

export const takeBackAnswer = stepCommand({
  name: 'takeBackAnswer',
  shape: z.strictObject({ thread: id, answer: id }),
  reads: readsThread,
  decide(world, command, context) {
    const here = inThread(world, command.thread, context);
    if (isRefusal(here)) return here;
    const { thread } = here;
    const answer = thread.answers.find((it) => it.id === command.answer);
    if (answer?.person !== context.by) return refuse('unknownEntry');
    return on(thread.id, { type: 'answerTakenBack', v: 1, answer: answer.id, words: answer.words });
  },
  shows,
  undo: () => ({ none: 'writeAgain' }),
});

export const takeBackThread = stepCommand({
  name: 'takeBackThread',
  shape,
  reads: readsThread,
  decide(world, command, context) {
    const here = inThread(world, command.thread, context);
    if (isRefusal(here)) return here;
    const { thread } = here;
    if (thread.person !== context.by) return refuse('unknownEntry');
    if (thread.answers.length > 0) return refuse('builtOn');
    return on(thread.id, { type: 'threadTakenBack', v: 1 });
  },
  shows: () => ({ show: 'communities' }),
  undo: () => ({ none: 'writeAgain' }),
});

export const thank = stepCommand({
  name: 'thank',
  shape: z.strictObject({ thread: id, answer: optional(id) }),
  reads: readsThread,
  decide(world, command, context) {
    const here = inThread(world, command.thread, context);
    if (isRefusal(here)) return here;
    const { thread } = here;
    const { by: person } = context;
    const { answer } = command;
    const thanked = answer === undefined ? thread : thread.answers.find((it) => it.id === answer);
    if (!thanked) return refuse('threadGone');
    if (thanked.person === person) return refuse('thankYourself');
    if (thread.thanks.some((it) => it.person === person && it.answer === answer))
      return refuse('alreadyDone');
    return on(thread.id, { type: 'thanked', v: 1, person, ...(answer === undefined ? {} : { answer }) });
  },
  shows,
  undo: () => ({ none: 'thanked' }),
});

/** Whoever is in the community may say so: nobody waits for the one who asked. */
function settling(
  world: World,
  command: { thread: ThreadId },
  context: Context,
  to: 'solved' | 'open',
): Decision {
  const here = inThread(world, command.thread, context);
  if (isRefusal(here)) return here;
  const { thread } = here;
  if (thread.kind === 'tip') return refuse('tipHasNoEnd');
  if (thread.phase === to) return refuse('alreadyDone');
  const { by: person } = context;
  return on(
    thread.id,
    to === 'solved' ? { type: 'questionSolved', v: 1, person } : { type: 'questionReopened', v: 1, person },
  );
}

export const solveQuestion = stepCommand({
  name: 'solveQuestion',
  shape,
  reads: readsThread,
  decide: (world, command, context) => settling(world, command, context, 'solved'),
  shows,
  undo: ({ thread }) => ({ command: { do: 'reopenQuestion', thread } }),
});

export const reopenQuestion = stepCommand({
  name: 'reopenQuestion',
  shape,
  reads: readsThread,
  decide: (world, command, context) => settling(world, command, context, 'open'),
  shows,
  undo: ({ thread }) => ({ command: { do: 'solveQuestion', thread } }),
});
