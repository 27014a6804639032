// The questions and tips on all pages that were fetched, each as it is now.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Talk } from '../../bot/web/contract.ts';
import { isFailed } from '../api/api.ts';
import { type More, useMore } from '../api/more.ts';
import { useAround } from '../parts/surroundings.ts';
import type { Thread } from './changes.ts';

export interface Threads {
  threads: readonly Thread[];
  more: More<Talk>;
  /** Fetches it with all its answers, and keeps it as it is from then on. */
  open(thread: string): Promise<void>;
  /** Something is about to be done with it: what is further down does not come again by itself. */
  touch(thread: string): void;
  /** After it was done. */
  fresh(): Promise<void>;
}

/** The first page is asked for again and again; what is opened, or further down, is fetched by itself beside it. */
export function useThreads(first: Talk, like: string): Threads {
  const { api } = useAround();
  /** Null: it is not there any more. */
  const [apart, setApart] = useState<Readonly<Record<string, Thread | null>>>({});
  const opened = useRef<ReadonlySet<string>>(new Set());
  const more = useMore(first, (after) => api.talk(first.id, { like, after }), like);
  const later = more.pages.slice(1).flatMap((it) => it.threads);

  const fetchOne = useCallback(
    async (thread: string) => {
      const answer = await api.talk(first.id, { thread })('');
      if (answer === 'same' || isFailed(answer)) return;
      const [found = null] = answer.value.threads;
      setApart((before) => ({ ...before, [thread]: found }));
    },
    [api, first.id],
  );
  useEffect(() => {
    // It is another page as soon as somebody has moved something.
    for (const { id } of first.threads) if (opened.current.has(id)) void fetchOne(id);
  }, [first, fetchOne]);

  const all = [...first.threads, ...later.filter((it) => !first.threads.some(({ id }) => id === it.id))];
  return {
    threads: all.flatMap((it) => (apart[it.id] === undefined ? it : (apart[it.id] ?? []))),
    more,
    async open(thread) {
      opened.current = new Set([...opened.current, thread]);
      await fetchOne(thread);
    },
    touch(thread) {
      const isFirst = first.threads.some((it) => it.id === thread);
      if (!isFirst) opened.current = new Set([...opened.current, thread]);
    },
    async fresh() {
      await Promise.all([...opened.current].map(fetchOne));
    },
  };
}
