// The page of facilitators: where groups stand, which of them are stuck or want help, and what the app has not done yet; no words.
import { useEffect, useMemo } from 'react';
import type { Facilitation } from '../../bot/web/contract.ts';
import { once, useMore } from '../api/more.ts';
import { usePolled } from '../api/polled.ts';
import { type QuickActs, useActs } from '../parts/acts.ts';
import { Bar } from '../parts/bar.tsx';
import { Inner } from '../parts/inner.tsx';
import { More } from '../parts/more.tsx';
import { Fetched } from '../parts/notice.tsx';
import { useSay, useSpeech } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { order, StageBar } from '../parts/stages.tsx';
import { useAround } from '../parts/surroundings.ts';
import { day } from '../parts/when.ts';
import { Effects } from './effects.tsx';
import { Figures } from './figures.tsx';
import { Helps } from './helps.tsx';
import { Teams } from './teams.tsx';
import { WorkspaceOf } from './workspace.tsx';

type Standing = Facilitation['groups'][number];

function Flags({ group: { stuck, help } }: { group: Standing }) {
  const say = useSay();
  if (stuck.length === 0 && help === 0) return null;
  return (
    <p className="flags">
      {help > 0 && <span className="badge">{say('tab.facilitation.help', { help })}</span>}
      {stuck.map((it) => (
        <span className="badge warn" key={it}>
          {say(`tab.facilitation.${it}`)}
        </span>
      ))}
    </p>
  );
}

function Line({ group, acts }: { group: Standing; acts: QuickActs<Facilitation> }) {
  const { say, region } = useSpeech();
  const { stage, cycle, members, waiting } = group;
  const where = stage === null ? say('tab.facilitation.proposed') : say(`stage.${stage}`);
  const since = say('tab.facilitation.since', { since: day(group.since, region) });
  return (
    <li className="row">
      <div className="row-head">
        <h3>{group.topic ?? say('tab.facilitation.noTopic')}</h3>
      </div>
      {stage && <StageBar now={stage} />}
      <div className="apart">
        <p>
          <span className="first-up inline">{where}</span> <span className="quiet small">{since}</span>
        </p>
        <p className="quiet small">
          {`${say(`kind.${group.kind}`)} · ${stage === null ? '' : `${say('tab.group.line', { cycle, members })} · `}${say('tab.facilitation.waiting', { waiting })}`}
        </p>
      </div>
      <Flags group={group} />
      <Helps group={group} acts={acts} />
      <WorkspaceOf group={group.id} topic={group.topic} />
    </li>
  );
}

function Groups({ first, acts }: { first: Facilitation; acts: QuickActs<Facilitation> }) {
  const say = useSay();
  const { api } = useAround();
  const list = useMore(first, api.facilitation);
  const groups = once(list.pages.flatMap((it) => it.groups));
  return (
    <Section title={say('tab.facilitation.groups')}>
      <Rows none={say('tab.facilitation.none')}>
        {groups.map((it) => (
          <Line key={it.id} group={it} acts={acts} />
        ))}
      </Rows>
      <More of={list} label={say('tab.facilitation.more')} />
    </Section>
  );
}

type Counted = Facilitation['census'][number];

/** In the order in which groups live. */
const lived = (it: Counted) =>
  ['proposed', 'live', 'ended', 'cancelled'].indexOf(it.phase) * 100 +
  (it.stage ? order.indexOf(it.stage) : 0);

function Census({ census }: Facilitation) {
  const say = useSay();
  if (census.length === 0) return null;
  const named = ({ phase, stage }: Counted) =>
    phase === 'live' && stage
      ? say(`stage.${stage}`)
      : say(`tab.facilitation.census.${phase === 'live' ? 'proposed' : phase}`);
  return (
    <Section title={say('tab.facilitation.census')}>
      <Figures
        figures={census
          .toSorted((one, other) => lived(one) - lived(other))
          .map((it) => [named(it), it.groups] as const)}
      />
    </Section>
  );
}

export default function Facilitator({ leave }: { leave(): void }) {
  const say = useSay();
  const { api } = useAround();
  const seen = usePolled(useMemo(() => api.facilitation(), [api]));
  const acts = useActs(api, seen.again, seen.value);
  const { value } = seen;
  useEffect(() => {
    document.title = say('tab.facilitation.title');
  }, [say]);
  return (
    <main className="page">
      <Inner
        title={say('tab.facilitation.title')}
        readers={say('tab.facilitation.readers')}
        back={say('tab.facilitation.back')}
        leave={leave}
      />
      <Fetched seen={seen} rows={3} />
      {value && (
        <div className="columns">
          <div className="wide">
            <Groups first={value} acts={acts} />
          </div>
          <div className="side">
            <Census {...value} />
            <Teams teams={value.teams} />
            <Effects work={value.work} waits={value.waits} acts={acts} />
          </div>
        </div>
      )}
      <Bar done={acts.done} undo={acts.undo} dismiss={acts.dismiss} />
    </main>
  );
}
