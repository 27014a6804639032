// The personal tab: what is next, my groups, my objectives, topics, and who can see what of me.
import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useEffect } from 'react';
import { usePolled } from '../api/polled.ts';
import { useActs } from '../parts/acts.ts';
import { Bar } from '../parts/bar.tsx';
import { Icon } from '../parts/icons.tsx';
import { useLevel } from '../parts/level.ts';
import { Fetched, Trouble } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { Skeleton } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { Talk } from '../talk/index.tsx';
import { Communities } from './communities.tsx';
import { Groups } from './groups.tsx';
import { Next } from './next.tsx';
import { Objectives } from './objectives.tsx';
import { Readers } from './readers.tsx';
import { Starters } from './starters.tsx';
import { Topics } from './topics.tsx';

/** Without a connection the page of facilitators cannot come; a new start fetches all that is there by then. */
function NotFetched({ leave }: { leave(): void }) {
  const say = useSay();
  return (
    <main className="page">
      <h1>{say('tab.facilitation.title')}</h1>
      <Trouble problem={{ code: 'offline', lost: false }} again={async () => location.reload()} />
      <Button appearance="subtle" icon={<Icon name="back" />} onClick={leave}>
        {say('tab.facilitation.back')}
      </Button>
    </main>
  );
}

/** Few need it. */
const Facilitator = lazy(() =>
  import('../facilitator/facilitator.tsx').catch(() => ({ default: NotFetched })),
);

/** The door to it. */
const facilitation = 'facilitation';

export function Personal() {
  const say = useSay();
  const { api } = useAround();
  const seen = usePolled(api.home);
  const acts = useActs(api, seen.again, seen.value);
  const home = acts.shown;
  const level = useLevel();
  const { within, enter, leave, door } = level;
  useEffect(() => {
    if (!within) document.title = say('tab.personal.title');
  }, [say, within]);
  if (home?.me.facilitator && within === facilitation)
    return (
      <Suspense fallback={<Skeleton label={say('tab.loading')} rows={3} />}>
        <Facilitator leave={leave} />
      </Suspense>
    );
  const community = home?.communities.lines.find((it) => it.id === within && it.mine);
  if (community)
    return (
      <main className="page">
        <Talk group={community.id} leave={leave} />
      </main>
    );
  return (
    <main className="page">
      <header className="top with-door">
        <div>
          <h1>{say('tab.personal.title')}</h1>
          {home && <p className="quiet">{say('tab.personal.hello', { name: home.me.name })}</p>}
        </div>
        {home?.me.facilitator && (
          <Button icon={<Icon name="people" />} onClick={() => enter(facilitation)} ref={door(facilitation)}>
            {say('tab.facilitation.enter')}
          </Button>
        )}
      </header>
      <Fetched seen={seen} rows={3} />
      {home && (
        <div className="columns">
          <div className="wide">
            <Next home={home} acts={acts} />
            <Groups home={home} acts={acts} />
            <Objectives home={home} acts={acts} />
            <Communities home={home} acts={acts} level={level} />
          </div>
          <div className="side">
            <Topics home={home} acts={acts} />
            <Starters home={home} acts={acts} />
            <Readers home={home} />
          </div>
        </div>
      )}
      <Bar done={acts.done} undo={acts.undo} dismiss={acts.dismiss} />
    </main>
  );
}
