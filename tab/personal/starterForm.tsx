// For facilitators: a ready-made topic is added, or one that is there put into words that fit the company.
import type { Home, Starters as Page } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useSay } from '../parts/say.ts';

interface StarterFormProps {
  /** Undefined: a new one. */
  starter?: Page['starters'][number];
  acts: QuickActs<Home>;
  close(): void;
}

/** As long as the app takes. */
const most = { name: 80, why: 300, questions: 1000, exercise: 300, progress: 300 } as const;

export function StarterForm({ starter, acts, close }: StarterFormProps) {
  const say = useSay();
  const required = say('within.starter.required');
  const before = starter && { ...starter, questions: starter.questions.join('\n') };
  const parts = ['why', 'questions', 'exercise', 'progress'] as const;
  return (
    <Form
      title={starter ? say('within.starter.rewordThis', { name: starter.name }) : say('within.starter.add')}
      readers={say('within.starter.readers')}
      submit={say('within.starter.save')}
      check={(typed) =>
        faultsIn(say, typed, {
          name: { most: most.name, required: say('within.starter.nameRequired') },
          ...Object.fromEntries(parts.map((it) => [it, { most: most[it], required }])),
        })
      }
      send={({ name = '', why, questions, exercise, progress }) =>
        acts.send(
          {
            do: 'writeStarter',
            ...(starter ? { topic: starter.id } : {}),
            name,
            why,
            questions,
            exercise,
            progress,
          },
          say('within.starter.saved', { name }),
        )
      }
      close={close}
    >
      {(faults) => (
        <>
          <Text
            name="name"
            label={say('within.starter.name')}
            faults={faults}
            required
            line
            before={before?.name}
          />
          {parts.map((it) => (
            <Text
              key={it}
              name={it}
              label={say(`within.starter.${it}`)}
              faults={faults}
              required
              before={before?.[it]}
            />
          ))}
        </>
      )}
    </Form>
  );
}
