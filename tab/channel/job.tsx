// A project on the job as its members see it: what they do at work, for whom and when, and what came of it.
import { Button } from '@fluentui/react-components';
import type { Doing } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { Choice, faultsIn, Text } from '../parts/fields.tsx';
import { Form, type Typed } from '../parts/form.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';

type Job = NonNullable<Doing['job']>;

interface JobProps {
  job: Job;
  doing: Doing;
  acts: QuickActs<Doing>;
}
type FormProps = JobProps & { close(): void };

const served = ['us', 'colleague'] as const;

/** Whom it is for counts where it is for somebody else. */
const whoIn = ({ whom, who }: Typed) => (whom === 'colleague' && who ? { who } : {});

function DescribeForm({ job: { applied }, doing, acts, close }: FormProps) {
  const say = useSay();
  const required = say('job.required');
  return (
    <Form
      title={say('job.describe')}
      readers={say('job.readers')}
      submit={say('job.save')}
      check={(typed) =>
        faultsIn(say, typed, {
          what: { most: 300, required },
          whom: { most: 80, required },
          who: { most: 80, ...(typed.whom === 'colleague' ? { required: say('job.whoRequired') } : {}) },
          when: { most: 80, required },
        })
      }
      send={(typed) => {
        const { what, whom, when } = typed;
        return acts.send(
          { do: 'setJob', group: doing.id, what, whom, ...whoIn(typed), when },
          say('job.saved'),
        );
      }}
      close={close}
    >
      {(faults) => (
        <>
          <Text name="what" label={say('job.whatAsk')} faults={faults} required before={applied?.what} />
          <Choice
            name="whom"
            label={say('job.whom')}
            faults={faults}
            options={served.map((it) => [it, say(`job.for.${it}`)])}
            before={applied?.whom}
          />
          <Text name="who" label={say('job.who')} faults={faults} line before={applied?.who ?? undefined} />
          <Text name="when" label={say('job.whenAsk')} faults={faults} required line before={applied?.when} />
        </>
      )}
    </Form>
  );
}

function ResultForm({ job: { result }, doing, acts, close }: FormProps) {
  const say = useSay();
  return (
    <Form
      title={say('job.tell')}
      readers={say('job.readers')}
      submit={say('job.save')}
      check={(typed) => faultsIn(say, typed, { words: { most: 1000, required: say('job.required') } })}
      send={({ words }) => acts.send({ do: 'tellResult', group: doing.id, words }, say('job.told'))}
      close={close}
    >
      {(faults) => (
        <Text
          name="words"
          label={say('job.resultAsk')}
          faults={faults}
          required
          before={result ?? undefined}
        />
      )}
    </Form>
  );
}

function Said({ job: { applied, result, open } }: { job: Job }) {
  const say = useSay();
  if (!applied) return <p>{say('job.none')}</p>;
  const { what, whom, who, when } = applied;
  return (
    <>
      <p className="strong">{what}</p>
      <p>{who === null ? say(`job.for.${whom}`) : say('job.forWho', { who })}</p>
      <p className="quiet">{`${say('job.when')}: ${when}`}</p>
      {result !== null && (
        <>
          <h3>{say('job.result')}</h3>
          <p className="quote">{result}</p>
        </>
      )}
      {result === null && open && <p>{say('job.noResult')}</p>}
    </>
  );
}

function Telling(props: JobProps) {
  const say = useSay();
  const { open, opens, close } = useOpened<'describe' | 'tell'>();
  return (
    <>
      <div className="actions">
        {props.job.applied && <Button {...opens('tell')}>{say('job.tell')}</Button>}
        <Button {...opens('describe')}>{say('job.describe')}</Button>
      </div>
      {open === 'describe' && <DescribeForm {...props} close={close} />}
      {open === 'tell' && <ResultForm {...props} close={close} />}
    </>
  );
}

/** Once the project is delivered it is there to be read. */
export function AtWork(props: JobProps) {
  const say = useSay();
  const { job } = props;
  return (
    <Section title={say('job.here')}>
      <Said job={job} />
      {job.open && <Telling {...props} />}
    </Section>
  );
}
