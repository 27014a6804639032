// The channel tab: the board of one group, the same for everyone in its team, and a second level for its members.
import { lazy, Suspense, useEffect, useMemo } from 'react';
import { usePolled } from '../api/polled.ts';
import { groupHere } from '../host/page.ts';
import { useLevel } from '../parts/level.ts';
import { Fetched } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { useAround } from '../parts/surroundings.ts';
import { Talk } from '../talk/index.tsx';
import { Hall } from './hall.tsx';
import { Landing } from './landing.tsx';

/** For members, once they ask. */
const Within = lazy(async () => ({ default: (await import('./within.tsx')).Within }));

function OfGroup({ group }: { group: string }) {
  const say = useSay();
  const { api } = useAround();
  const seen = usePolled(useMemo(() => api.board(group), [api, group]));
  const board = seen.value;
  const { within, enter, leave, door } = useLevel();
  useEffect(() => {
    document.title = board?.topic ?? say('tab.channel.title');
  }, [board, say]);
  if (board?.member && within)
    return board.community ? (
      <Talk group={group} leave={leave} />
    ) : (
      <Suspense>
        <Within board={board} leave={leave} />
      </Suspense>
    );
  return (
    <>
      {!board && <h1>{say('tab.channel.title')}</h1>}
      <Fetched seen={seen} rows={3} />
      {board?.community && <Hall board={board} community={board.community} enter={enter} door={door} />}
      {board && !board.community && <Landing board={board} enter={enter} door={door} />}
    </>
  );
}

export function Channel() {
  const say = useSay();
  const { host } = useAround();
  const group = groupHere(host.group);
  return (
    <main className="page">
      {group ? (
        <OfGroup group={group} />
      ) : (
        <section className="panel hero">
          <h1>{say('tab.channel.title')}</h1>
          <p>{say('tab.channel.noGroup')}</p>
        </section>
      )}
    </main>
  );
}
