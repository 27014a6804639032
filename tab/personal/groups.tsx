// The reader's groups: where each stands, and what it waits for.
import { useEffect } from 'react';
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { useSay } from '../parts/say.ts';
import { Empty, Section } from '../parts/section.tsx';
import { StageBar } from '../parts/stages.tsx';
import { useAround } from '../parts/surroundings.ts';
import { Step } from './step.tsx';

function Line({ group }: { group: GroupLine }) {
  const say = useSay();
  const { stage, cycle, members } = group;
  if (group.phase === 'proposed' || stage === null)
    return <p className="quiet">{say('tab.group.proposed', { members })}</p>;
  return (
    <>
      <StageBar now={stage} />
      <div className="apart">
        <p className="first-up">{say(`stage.${stage}`)}</p>
        <p className="quiet small">
          {`${say(`kind.${group.kind}`)} · ${say('tab.group.line', { cycle, members })}`}
        </p>
      </div>
    </>
  );
}

export function Groups({ home, acts }: { home: Home; acts: QuickActs<Home> }) {
  const say = useSay();
  const { host } = useAround();
  const { groups, next } = home;
  const wanted = groups.find((it) => it.id === host.part)?.id;
  useEffect(() => {
    if (wanted) document.getElementById(`group-${wanted}`)?.focus();
  }, [wanted]);
  return (
    <Section title={say('tab.groups.title')}>
      {groups.length === 0 && (
        <Empty>
          <p>{say('tab.groups.none')}</p>
        </Empty>
      )}
      <ul className="rows">
        {groups.map((group) => (
          <li key={group.id} className="row" id={`group-${group.id}`} tabIndex={-1}>
            <div className="row-head">
              <h3>{group.topic}</h3>
              {group.waitsForMe && <span className="badge">{say('tab.group.waits')}</span>}
            </div>
            <Line group={group} />
            {group.id !== next?.id && <Step key={group.stage} group={group} home={home} acts={acts} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
