// Where a group stands on the way from exploring over practising to reflecting.
import type { GroupLine } from '../../bot/web/contract.ts';
import { Icon } from './icons.tsx';
import { type Key, useSay } from './say.ts';

export type Stage = NonNullable<GroupLine['stage']>;

type Phases = readonly (readonly [name: Key, stages: readonly Stage[]])[];

const exploring: readonly Stage[] = ['objectives', 'kickOff', 'course', 'discussion'];

const phases: Phases = [
  ['tab.phase.explore', exploring],
  ['tab.phase.practise', ['commitment', 'practice']],
  ['tab.phase.reflect', ['reflection', 'renewal']],
];

/** Down to the one thing that each decides on, and up again (R16). */
const alongU: Phases = [
  ['tab.phase.down', exploring],
  ['tab.phase.bottom', ['commitment']],
  ['tab.phase.up', ['practice', 'reflection', 'renewal']],
];

/** All stages in the order in which they are lived. */
export const order: readonly Stage[] = phases.flatMap(([, stages]) => [...stages]);

function stateOf(phases: Phases, phase: Key, now: Stage) {
  const at = phases.findIndex(([, stages]) => stages.some((it) => it === now));
  const n = phases.findIndex(([name]) => name === phase);
  if (n === at) return 'here';
  return n < at ? 'past' : 'ahead';
}

export function StageLine({ now, process }: { now: Stage; process: GroupLine['process'] }) {
  const say = useSay();
  const at = order.indexOf(now);
  const shown = process === 'uTheory' ? alongU : phases;
  return (
    <ol className="phases">
      {shown.map(([phase, stages]) => (
        <li key={phase} className={`phase ${stateOf(shown, phase, now)}`}>
          <h3>{say(phase)}</h3>
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

/** What the stage is for on the way down and up the U; nothing for groups that go step by step. */
export function Meaning({ now, process }: { now: Stage; process: GroupLine['process'] }) {
  const say = useSay();
  return process === 'uTheory' ? <p className="note small">{say(`u.${now}`)}</p> : null;
}

/** The same in one thin line, beside words that say it. */
export const StageBar = ({ now }: { now: Stage }) => (
  <span className="stage-bar" aria-hidden="true">
    {order.map((stage, n) => (
      <i key={stage} className={n < order.indexOf(now) ? 'done' : stage === now ? 'now' : ''} />
    ))}
  </span>
);
