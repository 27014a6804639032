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
  answers: ThreadAnswer[];
  thanks: { person: PersonId; answer?: string }[];
}

export type Thread = { phase: 'unknown' } | { phase: 'takenBack' } | OpenThread;

export const noThread: Thread = { phase: 'unknown' };

export const isThere = (thread: Thread | undefined): thread is OpenThread =>
  thread?.phase === 'open' || thread?.phase === 'solved';

function talked(thread: OpenThread, event: Stamped<ThreadEvent>): Thread {
  switch (event.type) {
    case 'answered': {
      const { answer: id, person, words, at } = event;
      return { ...thread, answers: [...thread.answers, { id, person, words, at }] };
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
      return { ...thread, phase: 'solved' };
    case 'questionReopened':
      return { ...thread, phase: 'open' };
    case 'threadTakenBack':
      return { phase: 'takenBack' };
    default:
      return thread;
  }
}

export function evolveThread(thread: Thread, event: Stamped<ThreadEvent>): Thread {
  if (event.type === 'threadOpened') {
    const { thread: id, community, kind, person, words, at } = event;
    return { phase: 'open', id, community, kind, person, words, opened: at, answers: [], thanks: [] };
  }
  return isThere(thread) ? talked(thread, event) : thread;
}
