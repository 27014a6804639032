// What colleagues want to learn: join, withdraw, or name something else.
import { Button, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { Home } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useSay } from '../parts/say.ts';
import { Empty, Section } from '../parts/section.tsx';
import { joins, withdraws } from './changes.ts';

/** More than these are searched rather than read. */
const few = 6;
const longestName = 80;

type Topic = Home['topics'][number];
type Props = { home: Home; acts: QuickActs<Home> };

function Line({ topic, acts }: { topic: Topic; acts: QuickActs<Home> }) {
  const say = useSay();
  const { id, name, mine, waiting } = topic;
  const toggle = () =>
    mine
      ? acts.quick({ do: 'withdrawInterest', topic: id }, say('tab.saved.withdrawn', { name }), withdraws(id))
      : acts.quick({ do: 'registerInterest', topic: id }, say('tab.saved.joined', { name }), joins(id));
  return (
    <li className="row line">
      <div>
        <h3>{name}</h3>
        <p className="quiet small">
          {mine ? say('tab.topic.youWait', { others: waiting - 1 }) : say('tab.topic.waiting', { waiting })}
        </p>
      </div>
      <Button
        className="fixed"
        size="small"
        appearance={mine ? 'subtle' : 'secondary'}
        aria-label={say(mine ? 'tab.topic.withdrawThis' : 'tab.topic.joinThis', { name })}
        onClick={toggle}
      >
        {say(mine ? 'topics.withdraw' : 'tab.topic.join')}
      </Button>
    </li>
  );
}

function Propose({ acts }: { acts: QuickActs<Home> }) {
  const say = useSay();
  return (
    <Form
      title={say('tab.topics.propose')}
      quiet
      readers={say('tab.readers.company')}
      submit={say('topics.propose')}
      check={(typed) =>
        faultsIn(say, typed, { name: { most: longestName, required: say('topics.required') } })
      }
      send={({ name = '' }) => acts.send({ do: 'proposeTopic', name }, say('tab.saved.proposed', { name }))}
    >
      {(faults) => (
        <Text
          name="name"
          label={say('tab.topics.propose')}
          example={say('topics.example')}
          faults={faults}
          line
        />
      )}
    </Form>
  );
}

export function Topics({ home, acts }: Props) {
  const say = useSay();
  const { topics } = home;
  const [wanted, setWanted] = useState('');
  const [all, setAll] = useState(false);
  const fits = topics.filter((it) => it.name.toLowerCase().includes(wanted.trim().toLowerCase()));
  const shown = all ? fits : fits.slice(0, few);
  return (
    <Section title={say('tab.topics.title')} id="topics" note={say('tab.topics.why')}>
      {topics.length > few && (
        <Input
          type="search"
          className="search"
          value={wanted}
          aria-label={say('tab.topics.search')}
          placeholder={say('tab.topics.search')}
          onChange={(_, { value }) => setWanted(value)}
        />
      )}
      {fits.length === 0 && (
        <Empty>
          <p>{say('topics.none')}</p>
        </Empty>
      )}
      <ul className="rows">
        {shown.map((topic) => (
          <Line key={topic.id} topic={topic} acts={acts} />
        ))}
      </ul>
      {fits.length > shown.length && (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {say('tab.topics.all', { count: fits.length })}
        </Button>
      )}
      <Propose acts={acts} />
    </Section>
  );
}
