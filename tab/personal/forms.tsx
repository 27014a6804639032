// The small forms of the stages, one for each thing a person says to their group or keeps for themselves.
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import type { Acts } from '../parts/acts.ts';
import { Choice, faultsIn, Text, Yes } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useSay } from '../parts/say.ts';
import { type FormName, unrated } from './offers.ts';

export interface StageForm {
  group: GroupLine;
  home: Home;
  acts: Acts;
  close(): void;
}

/** As long as the app takes: a sentence, or a passage. */
const sentence = 300;
const passage = 1000;

function Objective({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('objectives.add')}
      readers={say('tab.readers.group')}
      submit={say('objectives.add')}
      check={(typed) =>
        faultsIn(say, typed, { objective: { most: sentence, required: say('objectives.required') } })
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
          cue: { most: sentence, required: say('commitment.cueRequired') },
          behaviour: { most: sentence, required: say('commitment.behaviourRequired') },
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

function Practice({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('practice.show')}
      readers={say('practice.audience')}
      submit={say('practice.record')}
      check={(typed) => ({
        ...(typed.as ? {} : { as: say('practice.asRequired') }),
        ...faultsIn(say, typed, { words: { most: passage, required: say('practice.required') } }),
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

function CheckIn({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('checkIn.title')}
      readers={say('checkIn.audience')}
      submit={say('checkIn.send')}
      check={(typed) => ({
        ...(typed.progress ? {} : { progress: say('checkIn.progressRequired') }),
        ...faultsIn(say, typed, { words: { most: sentence } }),
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

const ratings = ['1', '2', '3', '4', '5'] as const;

function Assess({ group, home, acts, close }: StageForm) {
  const say = useSay();
  const left = unrated(home, group);
  const [objective] = left;
  if (!objective) return null;
  return (
    <Form
      key={objective.id}
      title={say('assess.title')}
      readers={say('assess.audience')}
      submit={say('assess.save')}
      check={(typed) => ({
        ...(typed.rating ? {} : { rating: say('assess.ratingRequired') }),
        ...faultsIn(say, typed, { words: { most: passage } }),
      })}
      send={({ rating, words }) =>
        acts.send(
          { do: 'assess', group: group.id, objective: objective.id, rating: Number(rating), words },
          say('tab.saved.assess'),
        )
      }
      close={close}
      sent={left.length > 1 ? () => undefined : close}
    >
      {(faults) => (
        <>
          <p className="quote">{objective.text}</p>
          <Choice
            name="rating"
            label={say('assess.rating')}
            faults={faults}
            options={ratings.map((it) => [it, say(`assess.rating.${it}`)])}
          />
          <Text name="words" label={say('assess.words')} example={say('assess.example')} faults={faults} />
        </>
      )}
    </Form>
  );
}

const modes = ['deeper', 'broaden', 'repeat', 'close'] as const;

function ChooseNext({ group, acts, close }: StageForm) {
  const say = useSay();
  return (
    <Form
      title={say('renewal.title')}
      readers={say('renewal.why')}
      submit={say('renewal.choose')}
      check={({ mode, stays }) => ({
        ...(mode ? {} : { mode: say('renewal.modeRequired') }),
        ...(stays ? {} : { stays: say('renewal.stayRequired') }),
      })}
      send={({ mode, stays }) =>
        acts.send({ do: 'chooseNext', group: group.id, mode, stays }, say('renewal.chosen'))
      }
      close={close}
    >
      {(faults) => (
        <>
          <Choice
            name="mode"
            label={say('renewal.mode')}
            faults={faults}
            options={modes.map((it) => [it, say(`mode.${it}`)])}
          />
          <Choice
            name="stays"
            label={say('renewal.stay')}
            faults={faults}
            options={[
              ['true', say('renewal.stayYes')],
              ['false', say('renewal.stayNo')],
            ]}
          />
        </>
      )}
    </Form>
  );
}

export const stageForms: Readonly<Record<FormName, (props: StageForm) => React.JSX.Element | null>> = {
  objective: Objective,
  commitment: Commitment,
  practice: Practice,
  checkIn: CheckIn,
  assess: Assess,
  chooseNext: ChooseNext,
};
