// A second level of a page: what one goes into, and back out of to where one stood.
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';

/**
 * The second level is a step in the history, so that going back leads out of it; its address is the same.
 * `within`: by what the door that led there was named.
 */
export function useLevel() {
  const [within, setWithin] = useState<string>();
  useEffect(() => {
    const back = () => setWithin(undefined);
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const enter = useCallback((what: string) => {
    history.pushState({ level: 'within' }, '');
    setWithin(what);
  }, []);
  const left = useRef<string>(undefined);
  useEffect(() => {
    left.current = within;
  }, [within]);
  /** Who comes back stands again where they went in. */
  const door =
    (what: string): RefCallback<HTMLButtonElement> =>
    (it) => {
      if (left.current === what) it?.focus();
    };
  return { within, enter, leave: () => history.back(), door };
}

export type Level = ReturnType<typeof useLevel>;
