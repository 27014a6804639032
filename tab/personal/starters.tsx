// The door to the ready-made topics for managers; what is behind it is fetched when somebody wants to look.
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { Home } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { Late } from '../parts/late.tsx';
import { NotFetched } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { Section, Skeleton } from '../parts/section.tsx';

const StarterList = lazy(() => import('./starterList.tsx').catch(() => ({ default: NotFetched })));

export function Starters({ home, acts }: { home: Home; acts: QuickActs<Home> }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  if (!home.programmes.includes('managers') && !home.me.facilitator) return null;
  return (
    <Section title={say('tab.starters.title')} note={say('tab.starters.why')}>
      {open ? (
        <Suspense fallback={<Skeleton label={say('tab.loading')} rows={1} />}>
          <Late>
            <StarterList home={home} acts={acts} />
          </Late>
        </Suspense>
      ) : (
        <Button onClick={() => setOpen(true)}>{say('tab.starters.open')}</Button>
      )}
    </Section>
  );
}
