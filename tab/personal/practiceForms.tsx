// What is said while the group practises: what was tried, and once a week how it goes.
import { Choice, faultsIn, Text, Yes } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useSay } from '../parts/say.ts';
import { most, type StageForm } from './stageForm.ts';

export function Practice({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('practice.show')}
      readers={say('practice.audience')}
      submit={say('practice.record')}
      check={(typed) => ({
        ...(typed.as ? {} : { as: say('practice.asRequired') }),
        ...faultsIn(say, typed, { words: { most: most.passage, required: say('practice.required') } }),
      })}
      send={({ as, words }) =>
        acts.send({ do: 'recordPractice', group: group.id, as, words }, say('tab.saved.practice'))
      }
      close={close}
    >
      {(faults) => (
        <>
          <Choice
            name="as"
            label={say('practice.as')}
            faults={faults}
            options={[
              ['used', say('practice.used')],
              ['helped', say('practice.helped')],
            ]}
          />
          <Text
            name="words"
            label={say('practice.ask')}
            example={say('practice.example')}
            faults={faults}
            required
          />
        </>
      )}
    </Form>
  );
}

const steps = ['0', '25', '50', '75', '100'] as const;

export function CheckIn({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('checkIn.title')}
      readers={say('checkIn.audience')}
      submit={say('checkIn.send')}
      check={(typed) => ({
        ...(typed.progress ? {} : { progress: say('checkIn.progressRequired') }),
        ...faultsIn(say, typed, { words: { most: most.sentence } }),
      })}
      send={({ progress, words, help }) =>
        acts.send(
          { do: 'checkIn', group: group.id, progress: Number(progress), words, help: help ?? 'false' },
          say('tab.saved.checkIn'),
        )
      }
      close={close}
    >
      {(faults) => (
        <>
          <Choice
            name="progress"
            label={say('checkIn.progress')}
            faults={faults}
            options={steps.map((it) => [it, say(`checkIn.progress.${it}`)])}
          />
          <Text
            name="words"
            label={say('checkIn.words')}
            example={say('checkIn.example')}
            faults={faults}
            line
          />
          <Yes name="help" label={say('checkIn.help')} />
        </>
      )}
    </Form>
  );
}
