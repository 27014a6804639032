// Ready-made topics for managers: what is in each, and one press to wait for a group on it; facilitators keep the list.
import { Button } from '@fluentui/react-components';
import { useEffect, useId, useState } from 'react';
import type { Home, Starters as Page } from '../../bot/web/contract.ts';
import { usePolled } from '../api/polled.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { Fetched } from '../parts/notice.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';
import { Rows } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { joins, withdraws } from './changes.ts';
import { StarterForm } from './starterForm.tsx';

type Starter = Page['starters'][number];
interface Props {
  home: Home;
  acts: QuickActs<Home>;
}

function Inside({ starter }: { starter: Starter }) {
  return (
    <>
      <p>{starter.why}</p>
      <ul className="goals">
        {starter.questions.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      <p className="quote">{starter.exercise}</p>
      <p className="quiet small">{starter.progress}</p>
    </>
  );
}

/** Whoever may decide it: a press that can be taken back like any other. */
function Offered({ starter: { id, name, hidden }, acts }: { starter: Starter; acts: QuickActs<Home> }) {
  const say = useSay();
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={say(hidden ? 'tab.starters.offerThis' : 'tab.starters.hideThis', { name })}
      onClick={pressed(() =>
        acts.quick(
          { do: hidden ? 'offerTopic' : 'hideTopic', topic: id },
          say(hidden ? 'tab.facilitation.offered' : 'tab.facilitation.hidden', { name }),
          (home) => home,
        ),
      )}
    >
      {say(hidden ? 'tab.starters.offer' : 'tab.starters.hide')}
    </Button>
  );
}

/** For whoever keeps the list, below each topic. */
function Keeping({ starter, acts }: { starter: Starter; acts: QuickActs<Home> }) {
  const say = useSay();
  const { open, opens, close } = useOpened<'reword'>();
  return (
    <>
      <div className="actions">
        <Offered starter={starter} acts={acts} />
        <Button
          size="small"
          appearance="subtle"
          aria-label={say('within.starter.rewordThis', { name: starter.name })}
          {...opens('reword')}
        >
          {say('within.starter.reword')}
        </Button>
        {starter.reworded && (
          <Button
            size="small"
            appearance="subtle"
            aria-label={say('within.starter.oursThis', { name: starter.name })}
            onClick={pressed(() =>
              acts.quick(
                { do: 'dropStarterWords', topic: starter.id },
                say('within.starter.oursAgain'),
                (home) => home,
              ),
            )}
          >
            {say('within.starter.ours')}
          </Button>
        )}
      </div>
      {open && <StarterForm starter={starter} acts={acts} close={close} />}
    </>
  );
}

function Adding({ acts }: { acts: QuickActs<Home> }) {
  const say = useSay();
  const { open, opens, close } = useOpened<'add'>();
  return (
    <>
      <div className="actions">
        <Button {...opens('add')}>{say('within.starter.add')}</Button>
      </div>
      {open && <StarterForm acts={acts} close={close} />}
    </>
  );
}

function Line({ starter, home, acts }: Props & { starter: Starter }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const inside = useId();
  const { name, hidden, grouped } = starter;
  // What was just pressed is known to the page of one's own first.
  const topic = home.topics.find((it) => it.id === starter.id) ?? starter;
  const toggle = () =>
    topic.mine
      ? acts.quick(
          { do: 'withdrawInterest', topic: starter.id },
          say('tab.saved.withdrawn', { name }),
          withdraws(topic),
        )
      : acts.quick(
          { do: 'registerInterest', topic: starter.id },
          say('tab.saved.joined', { name }),
          joins(topic),
        );
  const many = topic.mine
    ? say('tab.topic.youWait', { others: topic.waiting - 1 })
    : say('tab.topic.waiting', { waiting: topic.waiting });
  return (
    <li className="row">
      <div className="row-head">
        <h3>{name}</h3>
        {hidden && <span className="badge">{say('tab.starters.hidden')}</span>}
      </div>
      <p className="quiet small">{grouped ? say('topics.yours') : many}</p>
      {open && (
        <div id={inside}>
          <Inside starter={starter} />
        </div>
      )}
      <div className="actions">
        {!grouped && (!hidden || topic.mine) && home.programmes.includes('managers') && (
          <Button
            size="small"
            appearance={topic.mine ? 'subtle' : 'secondary'}
            aria-label={say(topic.mine ? 'tab.topic.withdrawThis' : 'tab.topic.joinThis', { name })}
            onClick={pressed(toggle)}
          >
            {say(topic.mine ? 'topics.withdraw' : 'tab.topic.join')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-expanded={open}
          {...(open ? { 'aria-controls': inside } : {})}
          aria-label={say('tab.starters.showThis', { name })}
          onClick={() => setOpen(!open)}
        >
          {say('tab.starters.show')}
        </Button>
      </div>
      {home.me.facilitator && <Keeping starter={starter} acts={acts} />}
    </li>
  );
}

export default function StarterList({ home, acts }: Props) {
  const say = useSay();
  const { api } = useAround();
  const seen = usePolled(api.starters);
  const { again } = seen;
  const { done } = acts;
  // What was just hidden or offered is shown so at once.
  useEffect(() => {
    if (done) void again();
  }, [done, again]);
  return (
    <>
      <Fetched seen={seen} rows={1} />
      {seen.value && (
        <Rows none={say('tab.starters.none')}>
          {seen.value.starters.map((it) => (
            <Line key={it.id} starter={it} home={home} acts={acts} />
          ))}
        </Rows>
      )}
      {home.me.facilitator && <Adding acts={acts} />}
    </>
  );
}
