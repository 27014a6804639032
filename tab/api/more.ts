// The pages of a long list behind its first one, fetched when somebody asks for more.
import { useState } from 'react';
import { isFailed, type Problem, type Read } from './api.ts';

interface Page {
  next: string | null;
}

export interface More<P> {
  pages: readonly P[];
  /** Undefined at the end of the list. */
  more: (() => void) | undefined;
  busy: boolean;
  problem: Problem | undefined;
}

/** `list`: what is listed; of another list nothing has been fetched yet. */
export function useMore<P extends Page>(first: P, behind: (after: string) => Read<P>, list = ''): More<P> {
  const [fetched, setFetched] = useState<{ list: string; pages: readonly P[] }>({ list, pages: [] });
  const others = fetched.list === list ? fetched.pages : [];
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const after = (others.at(-1) ?? first).next;
  const fetchNext = async (from: string) => {
    setBusy(true);
    const answer = await behind(from)('');
    setBusy(false);
    if (answer === 'same') return;
    if (isFailed(answer)) return setProblem(answer.problem);
    setProblem(undefined);
    setFetched({ list, pages: [...others, answer.value] });
  };
  return {
    pages: [first, ...others],
    more: after === null ? undefined : () => void fetchNext(after),
    busy,
    problem,
  };
}

/** The first page is asked for again and again: what has moved to a later one meanwhile is shown once. */
export const once = <Row extends { id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((it) => [it.id, it])).values(),
];
