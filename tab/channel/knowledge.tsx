// What each member already knows of the topic, and the reader's own to say, change or take back.
import { Button } from '@fluentui/react-components';
import type { Doing } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { KnownForm } from '../parts/knownForm.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';

interface KnownProps {
  doing: Doing;
  acts: QuickActs<Doing>;
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
      {open && <KnownForm own={own} group={doing.id} acts={acts} close={close} />}
    </Section>
  );
}
