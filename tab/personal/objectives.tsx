// What the reader wants to be able to do, and how far they are.
import { Button } from '@fluentui/react-components';
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { Icon } from '../parts/icons.tsx';
import { Progress } from '../parts/progress.tsx';
import { type Key, useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { removes } from './changes.ts';

type Own = Home['objectives'][number];

const canRemove = (group: GroupLine | undefined) =>
  group?.stage === 'objectives' || group?.stage === 'kickOff';

interface ObjectiveProps {
  own: Own;
  group: GroupLine | undefined;
  remove(): void;
}

function Objective({ own, group, remove }: ObjectiveProps) {
  const say = useSay();
  return (
    <li className="row">
      <div className="row-head">
        <h3>{own.text}</h3>
        {canRemove(group) && (
          <Button
            className="fixed"
            size="small"
            appearance="subtle"
            aria-label={say('tab.objective.removeThis', { objective: own.text })}
            onClick={pressed(remove)}
          >
            {say('tab.objective.remove')}
          </Button>
        )}
      </div>
      <p className="quiet small">{group && `${say(`kind.${group.kind}`)} · ${group.topic}`}</p>
      {own.progress === null ? (
        <p className="quiet">{say('tab.objective.notYet')}</p>
      ) : (
        <Progress
          of={own.text}
          value={own.progress / 100}
          text={say('tab.objective.progress', { progress: own.progress })}
        />
      )}
      {own.rating !== null && (
        <p className="note small">
          <Icon name="lock" />
          <span>{say('tab.objective.rating', { rating: say(`assess.rating.${own.rating}` as Key) })}</span>
        </p>
      )}
    </li>
  );
}

export function Objectives({ home, acts }: { home: Home; acts: QuickActs<Home> }) {
  const say = useSay();
  const { objectives, groups } = home;
  return (
    <Section title={say('tab.objectives.title')}>
      <Rows none={say(groups.length > 0 ? 'tab.objectives.none' : 'tab.objectives.noGroup')}>
        {objectives.map((own) => (
          <Objective
            key={own.id}
            own={own}
            group={groups.find((it) => it.id === own.group)}
            remove={() =>
              acts.quick(
                { do: 'removeObjective', group: own.group, objective: own.id },
                say('tab.saved.removed'),
                removes(own.id),
              )
            }
          />
        ))}
      </Rows>
    </Section>
  );
}
