// What was just done, with the way back; it stays until the next thing is done or it is put away.
import { Button } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Done } from './acts.ts';
import { useSay } from './say.ts';

interface BarProps {
  done: Done | undefined;
  undo(): void;
  dismiss(): void;
}

export function Bar({ done, undo, dismiss }: BarProps) {
  const say = useSay();
  const bar = useRef<HTMLDivElement>(null);
  // What was pressed may be gone with what it did; whoever uses the keyboard goes on from here.
  useEffect(() => {
    if (done && document.activeElement === document.body) bar.current?.focus();
  }, [done]);
  return (
    <div role="status" className="bar-place">
      {done && (
        <div className={done.failed ? 'bar failed' : 'bar'} ref={bar} tabIndex={-1}>
          <p>{done.said}</p>
          {done.undo && (
            <Button size="small" onClick={undo}>
              {say('tab.undo')}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={dismiss}>
            {say('tab.dismiss')}
          </Button>
        </div>
      )}
    </div>
  );
}
