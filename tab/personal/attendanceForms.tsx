// Where everyone takes part: why somebody cannot this time, and how they made up for it.
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useSay } from '../parts/say.ts';
import { most, type StageForm } from './stageForm.ts';

const forms = {
  excuse: {
    title: 'tab.excuse.title',
    asks: 'tab.excuse.reason',
    saved: 'tab.saved.excuse',
    runs: 'excuseMe',
  },
  catchUp: {
    title: 'tab.catchUp.title',
    asks: 'tab.catchUp.how',
    saved: 'tab.saved.catchUp',
    runs: 'catchUp',
  },
} as const;

const saying = (what: keyof typeof forms) =>
  function Sentence({ group, acts, close }: StageForm) {
    const say = useSay();
    const { title, asks, saved, runs } = forms[what];
    return (
      <Form
        title={say(title)}
        readers={say('tab.readers.groupAlone')}
        submit={say('judge.send')}
        check={(typed) =>
          faultsIn(say, typed, { words: { most: most.sentence, required: say('tab.excuse.required') } })
        }
        send={({ words }) => acts.send({ do: runs, group: group.id, words }, say(saved))}
        close={close}
      >
        {(faults) => <Text name="words" label={say(asks)} faults={faults} required />}
      </Form>
    );
  };

export const Excuse = saying('excuse');
export const CatchUp = saying('catchUp');
