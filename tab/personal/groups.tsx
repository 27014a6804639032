// The reader's groups: where each stands, and what it waits for.
import { useEffect } from 'react';
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { Icon } from '../parts/icons.tsx';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { Meaning, StageBar } from '../parts/stages.tsx';
import { useAround } from '../parts/surroundings.ts';
import { Step } from './step.tsx';

function Line({ group }: { group: GroupLine }) {
  const say = useSay();
  const { stage, cycle, members } = group;
  if (group.phase === 'proposed' || stage === null)
    return (
      <p className="quiet">{`${say(`kind.${group.kind}`)} · ${say('tab.group.proposed', { members })}`}</p>
    );
  return (
    <>
      <StageBar now={stage} />
      <div className="apart">
        <p className="first-up">{say(`stage.${stage}`)}</p>
        <p className="quiet small">
          {`${say(`kind.${group.kind}`)} · ${say('tab.group.line', { cycle, members })}`}
        </p>
      </div>
      <Meaning now={stage} process={group.process} />
    </>
  );
}

const places = [
  ['channel', 'tab.group.openChannel', 'tab.group.openChannelOf'],
  ['page', 'tab.group.openPage', 'tab.group.openPageOf'],
  ['plan', 'tab.group.openPlan', 'tab.group.openPlanOf'],
] as const;

/** What of the group may be opened, each as soon as it is there. */
function Places({ group: { place, topic } }: { group: GroupLine }) {
  const say = useSay();
  const { host } = useAround();
  const there = places.filter(([name]) => place[name] !== null);
  if (there.length === 0) return null;
  return (
    <ul className="places">
      {there.map(([name, label, full]) => (
        <li key={name}>
          <a
            className="out"
            href={place[name] ?? undefined}
            target="_blank"
            rel="noreferrer"
            aria-label={say(full, { topic })}
            onClick={(event) => {
              // A channel is opened by the Teams that is around us, not by another one in the browser.
              if (name !== 'channel' || place.channel === null) return;
              event.preventDefault();
              void host.open(place.channel);
            }}
          >
            {say(label)}
            {name !== 'channel' && <Icon name="out" />}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Reach({ group: { phase, confidential } }: { group: GroupLine }) {
  const say = useSay();
  // Who is asked to join is told beside the buttons.
  if (phase === 'proposed') return null;
  return (
    <p className="note small">
      <Icon name="lock" />
      <span>{say(confidential ? 'tab.group.readersOwn' : 'tab.group.readersShared')}</span>
    </p>
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
      <Rows none={say('tab.groups.none')}>
        {groups.map((group) => (
          <li key={group.id} className="row" id={`group-${group.id}`} tabIndex={-1}>
            <div className="row-head">
              <h3>{group.topic}</h3>
              {group.waitsForMe && <span className="badge">{say('tab.group.waits')}</span>}
            </div>
            <Line group={group} />
            <Places group={group} />
            {group.id !== next?.id && <Step key={group.stage} group={group} home={home} acts={acts} />}
            <Reach group={group} />
          </li>
        ))}
      </Rows>
    </Section>
  );
}
