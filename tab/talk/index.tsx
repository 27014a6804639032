// What a community talks of, fetched only when a member goes in.
import { lazy, Suspense } from 'react';
import { useSay } from '../parts/say.ts';
import { Skeleton } from '../parts/section.tsx';
import type { TalkProps } from './talk.tsx';

/** Few open it, and not at once. */
const Room = lazy(() => import('./talk.tsx'));

export function Talk(props: TalkProps) {
  const say = useSay();
  return (
    <Suspense fallback={<Skeleton label={say('tab.loading')} rows={3} />}>
      <Room {...props} />
    </Suspense>
  );
}
