// A second level of a page: what one goes into, and back out of to where one stood.
import { type RefCallback, useCallback, useEffect, useRef, useState } from 'react';

/** The second level is a step in the history, so that going back leads out of it; its address is the same. */
export function useLevel() {
  const [within, setWithin] = useState(false);
  useEffect(() => {
    const back = () => setWithin(false);
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const enter = useCallback(() => {
    history.pushState({ level: 'within' }, '');
    setWithin(true);
  }, []);
  const left = useRef(false);
  useEffect(() => {
    left.current = within;
  }, [within]);
  /** Who comes back stands again where they went in. */
  const door: RefCallback<HTMLButtonElement> = useCallback((it) => {
    if (left.current) it?.focus();
  }, []);
  return { within, enter, leave: () => history.back(), door };
}
