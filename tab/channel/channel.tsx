// The channel tab: the board of one group, the same for everyone in its team, and a second level for its members.
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { usePolled } from '../api/polled.ts';
import { groupHere } from '../host/page.ts';
import { useLevel } from '../parts/level.ts';
import { Stale, Trouble } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { Skeleton } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { Landing } from './landing.tsx';
import { Within } from './within.tsx';

function OfGroup({ group }: { group: string }) {
  const say = useSay();
  const { api, speak } = useAround();
  const { value: board, problem, again } = usePolled(useMemo(() => api.board(group), [api, group]));
  const { within, enter, leave } = useLevel();
  const left = useRef(false);
  /** Who comes back from the second level stands again where they went in. */
  const door = useCallback((it: HTMLButtonElement | null) => {
    if (left.current) it?.focus();
  }, []);
  const language = board?.me.language;
  useEffect(() => {
    if (language) speak(language);
  }, [language, speak]);
  useEffect(() => {
    document.title = board?.topic ?? say('tab.channel.title');
  }, [board, say]);
  useEffect(() => {
    left.current = within;
  }, [within]);
  if (board?.member && within) return <Within board={board} leave={leave} />;
  if (board)
    return (
      <>
        <Stale problem={problem} again={again} />
        <Landing board={board} enter={enter} door={door} />
      </>
    );
  return (
    <>
      <h1>{say('tab.channel.title')}</h1>
      {problem ? (
        <Trouble problem={problem} again={again} />
      ) : (
        <Skeleton label={say('tab.loading')} rows={3} />
      )}
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
