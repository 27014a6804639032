// What the app has still to do, or could not do: kinds and ids that an administrator can look up, never words.
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { EffectLine, Facilitation, Effects as Page } from '../../bot/web/contract.ts';
import type { Command } from '../api/api.ts';
import { once, useMore } from '../api/more.ts';
import { usePolled } from '../api/polled.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { More } from '../parts/more.tsx';
import { Fetched } from '../parts/notice.tsx';
import { type Key, useSay, useSpeech } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { moment } from '../parts/when.ts';
import { Figures } from './figures.tsx';

/** What has ended well, or was seen to, is not asked for. */
type Open = Exclude<EffectLine['state'], 'done' | 'settled'>;

const unchanged = (shown: Facilitation) => shown;

type Way = [label: Key, command: Command, said: Key];

/** What a facilitator can do about it. */
function waysOf({ id: effect, group, again, closes, resends }: EffectLine): Way[] {
  const close = (how: 'again' | 'seen') => ({ do: 'closeEffect', effect, how });
  const ways: [boolean, Way][] = [
    [again, ['tab.again', { do: 'resumeArchive', group }, 'tab.facilitation.tried']],
    [resends, ['tab.facilitation.resend', close('again'), 'tab.facilitation.tried']],
    [closes, ['tab.facilitation.close', close('seen'), 'tab.facilitation.closed']],
  ];
  return ways.flatMap(([may, way]) => (may ? [way] : []));
}

function Line({ effect, acts }: { effect: EffectLine; acts: QuickActs<Facilitation> }) {
  const { say, region } = useSpeech();
  const { state, attempts, due, code, why } = effect;
  const ways = waysOf(effect);
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
      {ways.length > 0 && (
        <div className="actions">
          {ways.map(([label, command, said]) => (
            <Button
              key={label}
              size="small"
              aria-label={`${say(label)}: ${effect.what}`}
              onClick={pressed(() => acts.quick(command, say(said), unchanged))}
            >
              {say(label)}
            </Button>
          ))}
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

function Listed({ acts }: { acts: QuickActs<Facilitation> }) {
  const { api } = useAround();
  const seen = usePolled(useMemo(() => api.effects(), [api]));
  return (
    <>
      <Fetched seen={seen} rows={1} />
      {seen.value && <List first={seen.value} acts={acts} />}
    </>
  );
}

const counted = ['due', 'failed', 'unknown'] as const;

interface Props extends Pick<Facilitation, 'work' | 'waits'> {
  acts: QuickActs<Facilitation>;
}

export function Effects({ work, waits, acts }: Props) {
  const { say, region } = useSpeech();
  return (
    <Section title={say('tab.facilitation.effects')}>
      <Figures figures={counted.map((it) => [say(`tab.facilitation.work.${it}`), work[it]] as const)} />
      {waits.map(({ service, effects, since }) => (
        <p className="quiet small" key={service}>
          {say('tab.facilitation.waits', { service, effects, since: moment(since, region) })}
        </p>
      ))}
      {/* Asked for anew when there are others: what was just settled is in it no more. */}
      <Listed key={work.failed + work.unknown} acts={acts} />
    </Section>
  );
}
