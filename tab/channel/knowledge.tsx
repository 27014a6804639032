// What each member already knows of the topic, and the reader's own to say, change or take back.
import { Button } from '@fluentui/react-components';
import type { Doing } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';

interface KnownProps {
  doing: Doing;
  acts: QuickActs<Doing>;
}
type Known = Doing['knowledge'][number];

function KnownForm({ own, doing, acts, close }: KnownProps & { own: Known | undefined; close(): void }) {
  const say = useSay();
  const title = say(own ? 'knowledge.again' : 'knowledge.ask');
  return (
    <Form
      title={title}
      readers={say('knowledge.audience')}
      submit={say('knowledge.send')}
      check={(typed) => faultsIn(say, typed, { words: { most: 300, required: say('knowledge.required') } })}
      send={({ words }) => acts.send({ do: 'bringKnowledge', group: doing.id, words }, say('knowledge.told'))}
      close={close}
    >
      {(faults) => (
        <Text
          name="words"
          label={title}
          example={say('knowledge.example')}
          faults={faults}
          required
          before={own?.text}
        />
      )}
    </Form>
  );
}

export function KnownHere({ doing, acts }: KnownProps) {
  const say = useSay();
  const { open, opens, close } = useOpened<'say'>();
  const own = doing.knowledge.find((it) => it.mine);
  return (
    <Section title={say('knowledge.title')}>
      <Rows none={say('knowledge.nobody')}>
        {doing.knowledge.map((it) => (
          <li key={it.id} className="row said">
            <p className="small quiet">{it.mine ? say('tab.within.you', { name: it.by }) : it.by}</p>
            <p>{it.text}</p>
          </li>
        ))}
      </Rows>
      <div className="actions">
        <Button {...opens('say')}>{say(own ? 'knowledge.again' : 'knowledge.tell')}</Button>
        {own && (
          <Button
            appearance="subtle"
            onClick={pressed(() =>
              acts.quick(
                { do: 'removeKnowledge', group: doing.id, entry: own.id },
                say('knowledge.removed'),
                (it) => ({ ...it, knowledge: it.knowledge.filter((row) => row.id !== own.id) }),
              ),
            )}
          >
            {say('knowledge.remove')}
          </Button>
        )}
      </div>
      {open && <KnownForm own={own} doing={doing} acts={acts} close={close} />}
    </Section>
  );
}
