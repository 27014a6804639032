// The one thing to do next, with one button.
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { type Key, useSay } from '../parts/say.ts';
import { Step } from './step.tsx';

function whatIn({ phase, stage, waitsForMe }: GroupLine): Key {
  if (phase === 'proposed' || stage === null) return 'tab.next.proposed';
  return waitsForMe === 'checkIn' ? 'tab.next.checkIn' : `tab.next.${stage}`;
}

export function Next({ home, acts }: { home: Home; acts: QuickActs<Home> }) {
  const say = useSay();
  const { next, groups } = home;
  if (!next)
    return (
      <section className="panel hero" aria-labelledby="next">
        <h2 id="next" tabIndex={-1}>
          {say(groups.length > 0 ? 'tab.next.nothing' : 'tab.next.begin')}
        </h2>
        <p>{say(groups.length > 0 ? 'tab.next.nothingWhy' : 'tab.next.beginWhy')}</p>
        {groups.length === 0 && (
          <p>
            <a className="door" href="#topics">
              {say('tab.next.seeTopics')}
            </a>
          </p>
        )}
      </section>
    );
  return (
    <section className="panel hero" aria-labelledby="next">
      <p className="eyebrow">{`${say(`kind.${next.kind}`)} · ${say('tab.next.title', { topic: next.topic })}`}</p>
      <h2 id="next" tabIndex={-1}>
        {say(whatIn(next))}
      </h2>
      <p>{say(`${whatIn(next)}Why` as Key)}</p>
      <Step key={`${next.id} ${next.stage}`} group={next} home={home} acts={acts} first />
    </section>
  );
}
