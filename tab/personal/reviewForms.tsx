// What is said at the end of a cycle: how far one came, and what comes next.
import { Choice, faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useSay } from '../parts/say.ts';
import { unjudged, unrated } from './offers.ts';
import { most, type StageForm } from './stageForm.ts';

const ratings = ['1', '2', '3', '4', '5'] as const;

export function Assess({ group, home, acts, close }: StageForm) {
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
        ...faultsIn(say, typed, { words: { most: most.passage } }),
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

const verdicts = ['kept', 'partly', 'not'] as const;

export function Verdict({ group, home, acts, close }: StageForm) {
  const say = useSay();
  const promise = unjudged(home, group);
  if (!promise) return null;
  const { cue, behaviour } = promise;
  return (
    <Form
      title={say('judge.title')}
      readers={say('judge.audience')}
      submit={say('judge.send')}
      check={(typed) => ({
        ...(typed.verdict ? {} : { verdict: say('judge.verdictRequired') }),
        ...faultsIn(say, typed, { words: { most: most.sentence, required: say('judge.required') } }),
      })}
      send={({ verdict, words }) =>
        acts.send({ do: 'judgeCommitment', group: group.id, verdict, words }, say('tab.saved.verdict'))
      }
      close={close}
    >
      {(faults) => (
        <>
          <p className="quote">{say('commitment.ifThen', { cue, behaviour })}</p>
          <Choice
            name="verdict"
            label={say('judge.verdict')}
            faults={faults}
            options={verdicts.map((it) => [it, say(`verdict.${it}`)])}
          />
          <Text
            name="words"
            label={say('judge.words')}
            example={say('judge.example')}
            faults={faults}
            required
          />
        </>
      )}
    </Form>
  );
}

const modes = ['deeper', 'broaden', 'repeat', 'close'] as const;

export function ChooseNext({ group, acts, close }: StageForm) {
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
