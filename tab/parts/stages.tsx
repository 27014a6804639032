// Where a group stands on the way from exploring over practising to reflecting.
import type { GroupLine } from '../../bot/web/contract.ts';
import { Icon } from './icons.tsx';
import { useSay } from './say.ts';

export type Stage = NonNullable<GroupLine['stage']>;

const phases = [
  ['explore', ['objectives', 'kickOff', 'course', 'discussion']],
  ['practise', ['commitment', 'practice']],
  ['reflect', ['reflection', 'renewal']],
] as const satisfies [string, Stage[]][];

/** All stages in the order in which they are lived. */
export const order: readonly Stage[] = phases.flatMap(([, stages]) => [...stages]);

function stateOf(phase: string, now: Stage) {
  const at = phases.findIndex(([, stages]) => stages.some((it) => it === now));
  const n = phases.findIndex(([name]) => name === phase);
  if (n === at) return 'here';
  return n < at ? 'past' : 'ahead';
}

export function StageLine({ now }: { now: Stage }) {
  const say = useSay();
  const at = order.indexOf(now);
  return (
    <ol className="phases">
      {phases.map(([phase, stages]) => (
        <li key={phase} className={`phase ${stateOf(phase, now)}`}>
          <h3>{say(`tab.phase.${phase}`)}</h3>
          <ol>
            {stages.map((stage) => {
              const n = order.indexOf(stage);
              const state = n < at ? 'done' : n === at ? 'now' : 'ahead';
              return (
                <li
                  key={stage}
                  className={`step ${state}`}
                  aria-current={state === 'now' ? 'step' : undefined}
                >
                  <span className="mark" aria-hidden="true">
                    {state === 'done' && <Icon name="check" />}
                  </span>
                  <span className="first-up">{say(`stage.${stage}`)}</span>
                  <span className="unseen">{say(`tab.step.${state}`)}</span>
                </li>
              );
            })}
          </ol>
        </li>
      ))}
    </ol>
  );
}

/** The same in one thin line, beside words that say it. */
export const StageBar = ({ now }: { now: Stage }) => (
  <span className="stage-bar" aria-hidden="true">
    {order.map((stage, n) => (
      <i key={stage} className={n < order.indexOf(now) ? 'done' : stage === now ? 'now' : ''} />
    ))}
  </span>
);
