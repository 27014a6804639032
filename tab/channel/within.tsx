// The second level of the channel tab: what members wrote for their group, fetched only when one of them asks.
import { useMemo } from 'react';
import type { Board, Inside } from '../../bot/web/contract.ts';
import { once, useMore } from '../api/more.ts';
import { usePolled } from '../api/polled.ts';
import { type QuickActs, useActs } from '../parts/acts.ts';
import { Bar } from '../parts/bar.tsx';
import { Icon } from '../parts/icons.tsx';
import { Inner } from '../parts/inner.tsx';
import { Late } from '../parts/late.tsx';
import { More } from '../parts/more.tsx';
import { Fetched } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { Agenda } from './agenda.tsx';
import { DoingHere } from './doing.tsx';
import { Quote, Written } from './written.tsx';

function Challenge({ challenge: it }: { challenge: Inside['challenges'][number] }) {
  const say = useSay();
  return (
    <Quote by={say('tab.within.fromTo', { from: it.by, to: it.to })} mine={false}>
      <p>{it.text}</p>
      {it.answer === null ? (
        <p className="quiet">{say('tab.within.noAnswer')}</p>
      ) : (
        <p className="quote">{it.answer}</p>
      )}
    </Quote>
  );
}

const said = (rows: Inside['objectives']) =>
  rows.map((it) => (
    <Quote key={it.id} by={it.by} mine={it.mine}>
      <p>{it.text}</p>
    </Quote>
  ));

const partOf = ({ done, excused }: Inside['members'][number]) =>
  excused ? 'excused' : done ? 'done' : 'notDone';

function Members({ members }: Inside) {
  const say = useSay();
  return (
    <Section title={say('tab.within.members')}>
      <ul className="members">
        {members.map((it) => (
          <li key={it.name} className={it.done ? 'step done' : 'step ahead'}>
            <span className="mark" aria-hidden="true">
              {it.done && <Icon name="check" />}
            </span>
            <span>{it.me ? say('tab.within.you', { name: it.name }) : it.name}</span>
            <span className="quiet small">{say(`tab.within.${partOf(it)}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The lists of all pages, one behind the other. */
const joined = (pages: readonly Inside[], first: Inside): Inside => ({
  ...first,
  members: pages.flatMap((it) => it.members),
  objectives: once(pages.flatMap((it) => it.objectives)),
  opportunities: once(pages.flatMap((it) => it.opportunities)),
  points: once(pages.flatMap((it) => it.points)),
  challenges: once(pages.flatMap((it) => it.challenges)),
  commitments: once(pages.flatMap((it) => it.commitments)),
  practices: once(pages.flatMap((it) => it.practices)),
});

function All({ first, again }: { first: Inside; again(): Promise<void> }) {
  const say = useSay();
  const { api } = useAround();
  const list = useMore(first, (after) => api.inside(first.id, after));
  const inside = joined(list.pages, first);
  const acts = useActs(api, again, inside);
  return (
    <>
      <Lists inside={acts.shown ?? inside} acts={acts} />
      <More of={list} label={say('tab.within.more')} />
      <Bar done={acts.done} undo={acts.undo} dismiss={acts.dismiss} />
    </>
  );
}

function Lists({ inside, acts }: { inside: Inside; acts: QuickActs<Inside> }) {
  const say = useSay();
  return (
    <div className="columns even">
      <div className="wide">
        <Written title={say('tab.within.commitments')} none={say('tab.within.noCommitments')}>
          {inside.commitments.map((it) => (
            <Quote key={it.id} by={it.by} mine={it.mine}>
              <p>{say('commitment.ifThen', { cue: it.cue, behaviour: it.behaviour })}</p>
              {it.verdict && <p className="badge">{say(`verdict.${it.verdict}`)}</p>}
              {it.evidence !== null && <p className="quote">{it.evidence}</p>}
            </Quote>
          ))}
        </Written>
        <Written title={say('tab.within.practices')} none={say('tab.within.noPractices')}>
          {said(inside.practices)}
        </Written>
        <Written title={say('tab.within.challenges')} none={say('tab.within.noChallenges')}>
          {inside.challenges.map((it) => (
            <Challenge key={it.id} challenge={it} />
          ))}
        </Written>
      </div>
      <div className="side">
        <Members {...inside} />
        <Written title={say('tab.within.objectives')} none={say('tab.within.noObjectives')}>
          {said(inside.objectives)}
        </Written>
        <Written title={say('tab.within.opportunities')} none={say('tab.within.noOpportunities')}>
          {said(inside.opportunities)}
        </Written>
        <Agenda inside={inside} acts={acts} />
      </div>
    </div>
  );
}

export function Within({ board, leave }: { board: Board; leave(): void }) {
  const say = useSay();
  const { api } = useAround();
  const seen = usePolled(useMemo(() => api.inside(board.id), [api, board.id]));
  return (
    <>
      <Inner
        title={say('tab.within.title', { topic: board.topic })}
        readers={say('tab.within.readers')}
        back={say('tab.within.back')}
        leave={leave}
      />
      <p className="quiet">
        {`${say(`kind.${board.kind}`)} · ${say('tab.group.line', { cycle: board.cycle, members: board.members })}`}
      </p>
      <Late>
        <DoingHere group={board.id} />
      </Late>
      <Fetched seen={seen} rows={3} />
      {seen.value && <All first={seen.value} again={seen.again} />}
    </>
  );
}
