// What a facilitator can do for a group without reading a word of it: material, and those for whom it waits.
import { Button } from '@fluentui/react-components';
import type { Facilitation } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';

type Standing = Facilitation['groups'][number];
interface Props {
  group: Standing;
  acts: QuickActs<Facilitation>;
}

const longest = { title: 80, link: 2000 } as const;

function Provide({ group, acts, close }: Props & { close(): void }) {
  const say = useSay();
  return (
    <Form
      title={say('tab.facilitation.provide')}
      readers={say('tab.readers.company')}
      submit={say('tab.facilitation.provide')}
      check={(typed) =>
        faultsIn(say, typed, {
          title: { most: longest.title, required: say('tab.facilitation.provideRequired') },
          link: { most: longest.link },
        })
      }
      send={({ title, link }) =>
        acts.send({ do: 'provideMaterial', group: group.id, title, link }, say('tab.facilitation.provided'))
      }
      close={close}
    >
      {(faults) => (
        <>
          <Text name="title" label={say('tab.facilitation.provideTitle')} faults={faults} required line />
          <Text name="link" label={say('tab.facilitation.provideLink')} faults={faults} line />
        </>
      )}
    </Form>
  );
}

const unchanged = (shown: Facilitation) => shown;

export function Helps({ group, acts }: Props) {
  const say = useSay();
  const { open, opens, close } = useOpened<'provide'>();
  const provides = group.stuck.includes('material');
  const { asks, id } = group;
  if (!provides && asks === null) return null;
  return (
    <>
      {asks === 'wait' && <p className="quiet small">{say('tab.facilitation.wait')}</p>}
      <div className="actions">
        {provides && (
          <Button
            size="small"
            {...opens('provide')}
            aria-label={say('tab.facilitation.provideThis', {
              topic: group.topic ?? say('tab.facilitation.noTopic'),
            })}
          >
            {say('tab.facilitation.provide')}
          </Button>
        )}
        {asks === 'ask' && (
          <Button
            size="small"
            onClick={pressed(() =>
              acts.quick({ do: 'askMissing', group: id }, say('tab.facilitation.asked'), unchanged),
            )}
          >
            {say('tab.facilitation.ask')}
          </Button>
        )}
        {asks === 'excuse' && (
          <Button
            size="small"
            onClick={pressed(() =>
              acts.quick({ do: 'excuseMissing', group: id }, say('tab.facilitation.excused'), unchanged),
            )}
          >
            {say('tab.facilitation.excuse')}
          </Button>
        )}
      </div>
      {open && <Provide group={group} acts={acts} close={close} />}
    </>
  );
}
