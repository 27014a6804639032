// The small forms of the stages, one for each thing a person says to their group or keeps for themselves.
import { lazy, Suspense } from 'react';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { Late } from '../parts/late.tsx';
import { NotFetched } from '../parts/notice.tsx';
import { useSay } from '../parts/say.ts';
import { CatchUp, Excuse } from './attendanceForms.tsx';
import type { FormName } from './offers.ts';
import { CheckIn, Practice } from './practiceForms.tsx';
import { Assess, ChooseNext, Verdict } from './reviewForms.tsx';
import { most, type StageForm } from './stageForm.ts';

function Objective({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('objectives.add')}
      readers={say('tab.readers.group')}
      submit={say('objectives.add')}
      check={(typed) =>
        faultsIn(say, typed, { objective: { most: most.sentence, required: say('objectives.required') } })
      }
      send={({ objective }) =>
        acts.send({ do: 'addObjective', group: group.id, objective }, say('tab.saved.objective'))
      }
      close={close}
    >
      {(faults) => (
        <Text
          name="objective"
          label={say('objectives.ask')}
          example={say('objectives.example')}
          hint={say('objectives.tip.behaviour')}
          faults={faults}
          required
        />
      )}
    </Form>
  );
}

function Commitment({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('commitment.title')}
      readers={say('commitment.readers')}
      submit={say('commitment.send')}
      check={(typed) =>
        faultsIn(say, typed, {
          cue: { most: most.sentence, required: say('commitment.cueRequired') },
          behaviour: { most: most.sentence, required: say('commitment.behaviourRequired') },
        })
      }
      send={({ cue, behaviour }) =>
        acts.send({ do: 'commit', group: group.id, cue, behaviour }, say('tab.saved.commitment'))
      }
      close={close}
    >
      {(faults) => (
        <>
          <Text
            name="cue"
            label={say('commitment.cue')}
            example={say('commitment.cueExample')}
            hint={say('commitment.tip.cue')}
            faults={faults}
            required
            line
          />
          <Text
            name="behaviour"
            label={say('commitment.behaviour')}
            example={say('commitment.behaviourExample')}
            hint={say('commitment.tip.small')}
            faults={faults}
            required
            line
          />
        </>
      )}
    </Form>
  );
}

const BringForm = lazy(() => import('./bringForm.tsx').catch(() => ({ default: NotFetched })));

/** Few come back to it. */
const Brings = (props: StageForm) => (
  <Suspense>
    <Late>
      <BringForm {...props} />
    </Late>
  </Suspense>
);

export const stageForms: Readonly<Record<FormName, (props: StageForm) => React.JSX.Element | null>> = {
  objective: Objective,
  commitment: Commitment,
  practice: Practice,
  checkIn: CheckIn,
  assess: Assess,
  verdict: Verdict,
  excuse: Excuse,
  catchUp: CatchUp,
  chooseNext: ChooseNext,
  brings: Brings,
};
