// The personal tab: what is next, my groups, my objectives, topics, and who can see what of me.
import { useEffect } from 'react';
import { usePolled } from '../api/polled.ts';
import { useActs } from '../parts/acts.ts';
import { Bar } from '../parts/bar.tsx';
import { Stale, Trouble } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { Skeleton } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { Groups } from './groups.tsx';
import { Next } from './next.tsx';
import { Objectives } from './objectives.tsx';
import { Readers } from './readers.tsx';
import { Topics } from './topics.tsx';

export function Personal() {
  const say = useSay();
  const { api, speak } = useAround();
  const { value, problem, again } = usePolled(api.home);
  const acts = useActs(api, again, value);
  const home = acts.shown;
  const language = value?.me.language;
  useEffect(() => {
    if (language) speak(language);
    document.title = say('tab.personal.title');
  }, [language, speak, say]);
  return (
    <main className="page">
      <header className="top">
        <h1>{say('tab.personal.title')}</h1>
        {home && <p className="quiet">{say('tab.personal.hello', { name: home.me.name })}</p>}
      </header>
      {home && <Stale problem={problem} again={again} />}
      {!home && problem && <Trouble problem={problem} again={again} />}
      {!home && !problem && <Skeleton label={say('tab.loading')} rows={3} />}
      {home && (
        <div className="columns">
          <div className="wide">
            <Next home={home} acts={acts} />
            <Groups home={home} acts={acts} />
            <Objectives home={home} acts={acts} />
          </div>
          <div className="side">
            <Topics home={home} acts={acts} />
            <Readers contact={home.contact} />
          </div>
        </div>
      )}
      <Bar done={acts.done} undo={acts.undo} dismiss={acts.dismiss} />
    </main>
  );
}
