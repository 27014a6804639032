// A question or a tip in a community of practice, with what was answered: its events, its state, and how one follows from the other.
import type { At, GroupId, PersonId, WordId } from '../lifecycle/decision.ts';
import type { Stamped } from '../topic/topic.ts';

export type ThreadId = string;
export const threadKinds = ['question', 'tip'] as const;
export type ThreadKind = (typeof threadKinds)[number];

export type ThreadEvent =
  | {
      type: 'threadOpened';
      v: 1;
      thread: ThreadId;
      community: GroupId;
      kind: ThreadKind;
      person: PersonId;
      words: WordId;
    }
  | { type: 'answered'; v: 1; answer: string; person: PersonId; words: WordId }
  | { type: 'answerTakenBack'; v: 1; answer: string; words: WordId }
  /** For an answer, or for the tip itself. */
  | { type: 'thanked'; v: 1; person: PersonId; answer?: string }
  | { type: 'questionSolved'; v: 1; person: PersonId }
  | { type: 'questionReopened'; v: 1; person: PersonId }
  | { type: 'threadTakenBack'; v: 1 };

export interface ThreadAnswer {
  id: string;
  person: PersonId;
  words: WordId;
  at: At;
}

export interface OpenThread {
  phase: 'open' | 'solved';
  id: ThreadId;
  community: GroupId;
  kind: ThreadKind;
  person: PersonId;
  words: WordId;
  opened: At;
  /** What others may want to know of: when something was last said or settled, and by whom. */
  moved: At;
  mover: PersonId;
  answers: ThreadAnswer[];
  thanks: { person: PersonId; answer?: string }[];
}

export type Thread = { phase: 'unknown' } | { phase: 'takenBack' } | OpenThread;

/** What is new is told for a week. */
const freshDays = 7;

export const weekBefore = (now: At): At =>
  Temporal.Instant.from(now)
    .subtract({ hours: 24 * freshDays })
    .toString({ smallestUnit: 'millisecond' });

/** Others than the reader have moved it within a week. */
export const isFresh = ({ moved, mover }: OpenThread, reader: PersonId, now: At): boolean =>
  mover !== reader && Temporal.Instant.compare(moved, weekBefore(now)) > 0;

export const noThread: Thread = { phase: 'unknown' };

export const isThere = (thread: Thread | undefined): thread is OpenThread =>
  thread?.phase === 'open' || thread?.phase === 'solved';

const moved = (thread: OpenThread, { at, by }: Stamped<ThreadEvent>): OpenThread => ({
  ...thread,
  moved: at,
  mover: by,
});

function talked(thread: OpenThread, event: Stamped<ThreadEvent>): Thread {
  switch (event.type) {
    case 'answered': {
      const { answer: id, person, words, at } = event;
      return moved({ ...thread, answers: [...thread.answers, { id, person, words, at }] }, event);
    }
    case 'answerTakenBack':
      return {
        ...thread,
        answers: thread.answers.filter((it) => it.id !== event.answer),
        thanks: thread.thanks.filter((it) => it.answer !== event.answer),
      };
    case 'thanked': {
      const { person, answer } = event;
      return {
        ...thread,
        thanks: [...thread.thanks, answer === undefined ? { person } : { person, answer }],
      };
    }
    case 'questionSolved':
      return moved({ ...thread, phase: 'solved' }, event);
    case 'questionReopened':
      return moved({ ...thread, phase: 'open' }, event);
    case 'threadTakenBack':
      return { phase: 'takenBack' };
    default:
      return thread;
  }
}

export function evolveThread(thread: Thread, event: Stamped<ThreadEvent>): Thread {
  if (event.type === 'threadOpened') {
    const { thread: id, community, kind, person, words, at } = event;
    const opened = { id, community, kind, person, words, opened: at, moved: at, mover: person };
    return { phase: 'open', ...opened, answers: [], thanks: [] };
  }
  return isThere(thread) ? talked(thread, event) : thread;
}
