// Something the app knows, kept fresh while the page is looked at.
import { useCallback, useEffect, useRef, useState } from 'react';
import { isFailed, type Problem, type Read } from './api.ts';

const every = 10_000;

export interface Polled<T> {
  value: T | undefined;
  problem: Problem | undefined;
  again(): Promise<void>;
}

export function usePolled<T>(read: Read<T>): Polled<T> {
  const [seen, setSeen] = useState<{ value?: T; problem?: Problem }>({});
  const known = useRef({ etag: '', asked: 0, taken: 0 });

  const again = useCallback(async () => {
    const mine = ++known.current.asked;
    const answer = await read(known.current.etag);
    // An answer that was overtaken by a later one is old.
    if (mine < known.current.taken) return;
    known.current.taken = mine;
    if (answer === 'same') return setSeen(({ value }) => (value === undefined ? {} : { value }));
    if (!isFailed(answer)) {
      known.current.etag = answer.etag;
      return setSeen({ value: answer.value });
    }
    const { problem } = answer;
    if (problem.lost) known.current.etag = '';
    setSeen((before) => (problem.lost ? { problem } : { ...before, problem }));
  }, [read]);

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void again();
    };
    look();
    const timer = setInterval(look, every);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [again]);

  return { value: seen.value, problem: seen.problem, again };
}
