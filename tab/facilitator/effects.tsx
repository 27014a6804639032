// What the app has still to do, or could not do: kinds and ids that an administrator can look up, never words.
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { EffectLine, Facilitation, Effects as Page } from '../../bot/web/contract.ts';
import { once, useMore } from '../api/more.ts';
import { usePolled } from '../api/polled.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { More } from '../parts/more.tsx';
import { Fetched } from '../parts/notice.tsx';
import { useSay, useSpeech } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { moment } from '../parts/when.ts';
import { Figures } from './figures.tsx';

/** What is asked for is never done. */
type Open = Exclude<EffectLine['state'], 'done'>;

const unchanged = (shown: Facilitation) => shown;

function Line({ effect, acts }: { effect: EffectLine; acts: QuickActs<Facilitation> }) {
  const { say, region } = useSpeech();
  const { state, attempts, due, code, why, group } = effect;
  const about = [say('tab.facilitation.effects.tries', { attempts }), due && moment(due, region), code];
  return (
    <li className="row">
      <div className="row-head">
        <h3>
          <code>{`${effect.is} ${effect.what}`}</code>
        </h3>
        <span className={state === 'failed' || state === 'unknown' ? 'badge warn' : 'badge'}>
          {say(`tab.facilitation.state.${state as Open}`)}
        </span>
      </div>
      <p className="quiet small">{about.filter(Boolean).join(' · ')}</p>
      {why !== null && <p className="small">{why}</p>}
      {effect.again && (
        <div className="actions">
          <Button
            size="small"
            aria-label={`${say('tab.again')}: ${effect.what}`}
            onClick={pressed(() =>
              acts.quick({ do: 'resumeArchive', group }, say('tab.facilitation.tried'), unchanged),
            )}
          >
            {say('tab.again')}
          </Button>
        </div>
      )}
      <p className="quiet small">
        <code>{effect.id}</code>
      </p>
    </li>
  );
}

function List({ first, acts }: { first: Page; acts: QuickActs<Facilitation> }) {
  const say = useSay();
  const { api } = useAround();
  const list = useMore(first, api.effects);
  const effects = once(list.pages.flatMap((it) => it.effects));
  return (
    <>
      <Rows none={say('tab.facilitation.effects.none')}>
        {effects.map((it) => (
          <Line key={it.id} effect={it} acts={acts} />
        ))}
      </Rows>
      <More of={list} label={say('tab.facilitation.more')} />
    </>
  );
}

const counted = ['due', 'failed', 'unknown'] as const;

interface Props extends Pick<Facilitation, 'work' | 'waits'> {
  acts: QuickActs<Facilitation>;
}

export function Effects({ work, waits, acts }: Props) {
  const { say, region } = useSpeech();
  const { api } = useAround();
  const seen = usePolled(useMemo(() => api.effects(), [api]));
  return (
    <Section title={say('tab.facilitation.effects')}>
      <Figures figures={counted.map((it) => [say(`tab.facilitation.work.${it}`), work[it]] as const)} />
      {waits.map(({ service, effects, since }) => (
        <p className="quiet small" key={service}>
          {say('tab.facilitation.waits', { service, effects, since: moment(since, region) })}
        </p>
      ))}
      <Fetched seen={seen} rows={1} />
      {seen.value && <List first={seen.value} acts={acts} />}
    </Section>
  );
}
