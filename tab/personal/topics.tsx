// What colleagues want to learn: join, withdraw, or name something else.
import { Button, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Home, Topics as Page } from '../../bot/web/contract.ts';
import { isFailed } from '../api/api.ts';
import { once, useMore } from '../api/more.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { faultsIn, Picked, Text } from '../parts/fields.tsx';
import { Form, type Typed } from '../parts/form.tsx';
import { More } from '../parts/more.tsx';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { joins, withdraws } from './changes.ts';

/** More than these are searched rather than read. */
const few = 6;
const longestName = 80;
const skills = ['technical', 'managerial'] as const;

type Topic = Home['topics'][number];
type Props = { home: Home; acts: QuickActs<Home> };

function Line({ topic, acts }: { topic: Topic; acts: QuickActs<Home> }) {
  const say = useSay();
  const { id, name, mine, grouped, waiting } = topic;
  const many = mine
    ? say('tab.topic.youWait', { others: waiting - 1 })
    : say('tab.topic.waiting', { waiting });
  const toggle = () =>
    mine
      ? acts.quick(
          { do: 'withdrawInterest', topic: id },
          say('tab.saved.withdrawn', { name }),
          withdraws(topic),
        )
      : acts.quick({ do: 'registerInterest', topic: id }, say('tab.saved.joined', { name }), joins(topic));
  return (
    <li className="row line">
      <div>
        <h3>{name}</h3>
        <p className="quiet small">{grouped ? say('topics.yours') : many}</p>
      </div>
      {!grouped && (
        <Button
          className="fixed"
          size="small"
          appearance={mine ? 'subtle' : 'secondary'}
          aria-label={say(mine ? 'tab.topic.withdrawThis' : 'tab.topic.joinThis', { name })}
          onClick={pressed(toggle)}
        >
          {say(mine ? 'topics.withdraw' : 'tab.topic.join')}
        </Button>
      )}
    </li>
  );
}

/** What was left open is not said. */
const named = ({ name = '', programme, skill }: Typed) => ({
  do: 'proposeTopic',
  name,
  ...(programme ? { programme } : {}),
  ...(skill ? { skill } : {}),
});

function Propose({ home: { programmes }, acts }: Props) {
  const say = useSay();
  const chooses = programmes.length > 1;
  return (
    <Form
      title={say('tab.topics.propose')}
      quiet
      readers={say('tab.readers.company')}
      submit={say('topics.propose')}
      check={(typed) => ({
        ...faultsIn(say, typed, { name: { most: longestName, required: say('topics.required') } }),
        ...(chooses && !typed.programme ? { programme: say('tab.topic.withRequired') } : {}),
      })}
      send={(typed) => acts.send(named(typed), say('tab.saved.proposed', { name: typed.name ?? '' }))}
    >
      {(faults) => (
        <>
          <Text
            name="name"
            label={say('tab.topics.propose')}
            example={say('topics.example')}
            faults={faults}
            line
          />
          {chooses && (
            <Picked
              name="programme"
              label={say('tab.topic.with')}
              faults={faults}
              options={programmes.map((it) => [it, say(`tab.topic.with.${it}`)])}
              unsaid={say('tab.topic.withRequired')}
            />
          )}
          <Picked
            name="skill"
            label={say('tab.topic.skill')}
            faults={faults}
            options={skills.map((it) => [it, say(`tab.topic.skill.${it}`)])}
            unsaid={say('tab.topic.skill.open')}
          />
        </>
      )}
    </Form>
  );
}

interface ListProps extends Props {
  first: Page;
  like: string;
}

function List({ first, like, home, acts }: ListProps) {
  const say = useSay();
  const { api } = useAround();
  const [all, setAll] = useState(false);
  const list = useMore(first, (after) => api.topics(like, after));
  // What the reader joins or leaves is shown at once, wherever the topic was found.
  const fits = once(list.pages.flatMap((it) => it.topics)).map(
    (it) => home.topics.find((own) => own.id === it.id) ?? it,
  );
  const shown = all ? fits : fits.slice(0, few);
  return (
    <>
      <Rows none={say('topics.none')}>
        {shown.map((topic) => (
          <Line key={topic.id} topic={topic} acts={acts} />
        ))}
      </Rows>
      {fits.length > shown.length ? (
        <Button appearance="subtle" onClick={() => setAll(true)}>
          {list.more ? say('tab.topics.more') : say('tab.topics.all', { count: fits.length })}
        </Button>
      ) : (
        <More of={list} label={say('tab.topics.more')} />
      )}
    </>
  );
}

/** How long a reader pauses before the app is asked for what they have typed. */
const pauseMs = 250;

/** Topics whose names are like that: among those that are here, or, when there are more, as the app finds them. */
function useFound(home: Home, like: string): Page | undefined {
  const { api } = useAround();
  const [found, setFound] = useState<{ like: string; page: Page }>();
  const isHere = home.moreTopics === null || like === '';
  useEffect(() => {
    if (isHere) return;
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await api.topics(like)('');
      if (current && answer !== 'same' && !isFailed(answer)) setFound({ like, page: answer.value });
    }, pauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, like, isHere]);
  if (isHere)
    return {
      topics: home.topics.filter((it) => it.name.toLowerCase().includes(like.toLowerCase())),
      next: home.moreTopics,
    };
  return found?.like === like ? found.page : undefined;
}

export function Topics({ home, acts }: Props) {
  const say = useSay();
  const [wanted, setWanted] = useState('');
  const like = wanted.trim();
  const found = useFound(home, like);
  return (
    <Section title={say('tab.topics.title')} id="topics" note={say('tab.topics.why')}>
      {home.topics.length > few && (
        <Input
          type="search"
          className="search"
          value={wanted}
          maxLength={longestName}
          aria-label={say('tab.topics.search')}
          placeholder={say('tab.topics.search')}
          onChange={(_, { value }) => setWanted(value)}
        />
      )}
      {found ? (
        <List key={like} first={found} like={like} home={home} acts={acts} />
      ) : (
        <p role="status">{say('tab.topics.looking')}</p>
      )}
      <Propose home={home} acts={acts} />
    </Section>
  );
}
