// The unclear points in the order in which the group talks about them, and for each what a member says of it.
import { Button } from '@fluentui/react-components';
import type { Inside } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { useSay } from '../parts/say.ts';
import { Quote, Written } from './written.tsx';

interface AgendaProps {
  inside: Inside;
  acts: QuickActs<Inside>;
}

type Point = Inside['points'][number];

/** Counted at once; the order is the app's, and comes with its answer. */
const turned = ({ mattersTo, mattersToMe, ...it }: Point): Point => ({
  ...it,
  mattersTo: mattersTo + (mattersToMe ? -1 : 1),
  mattersToMe: !mattersToMe,
});

function Rank({ point, inside, acts }: AgendaProps & { point: Point }) {
  const say = useSay();
  const { id, text, mattersToMe } = point;
  const command = { do: mattersToMe ? 'unmarkPoint' : 'markPoint', group: inside.id, point: id };
  return (
    <div className="actions">
      <Button
        size="small"
        aria-label={say(mattersToMe ? 'tab.within.unmarkThis' : 'tab.within.markThis', { point: text })}
        onClick={pressed(() =>
          acts.quick(command, say(mattersToMe ? 'tab.within.unmarked' : 'tab.within.marked'), (shown) => ({
            ...shown,
            points: shown.points.map((it) => (it.id === id ? turned(it) : it)),
          })),
        )}
      >
        {say(mattersToMe ? 'tab.within.unmark' : 'tab.within.mark')}
      </Button>
    </div>
  );
}

export function Agenda({ inside, acts }: AgendaProps) {
  const say = useSay();
  const { points } = inside;
  const isRanked = points.filter((it) => it.mattersToMe !== null).length > 1;
  return (
    <Written
      title={say('tab.within.points')}
      note={isRanked ? say('tab.within.order') : undefined}
      none={say('tab.within.noPoints')}
    >
      {points.map((it) => (
        <Quote key={it.id} by={it.by} mine={it.mine}>
          <p>{it.text}</p>
          {it.cleared && <p className="badge good">{say('tab.within.cleared')}</p>}
          {!it.cleared && it.mattersTo > 0 && (
            <p className="small quiet">
              {say('tab.within.mattersTo', { count: it.mattersTo, mine: String(it.mattersToMe === true) })}
            </p>
          )}
          {it.mattersToMe !== null && <Rank point={it} inside={inside} acts={acts} />}
        </Quote>
      ))}
    </Written>
  );
}
