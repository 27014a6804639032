// What members do in their group's tab: what they bring, the meeting they join, the tasks they take, links, and whether they can be asked.
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import type { Doing } from '../../bot/web/contract.ts';
import { usePolled } from '../api/polled.ts';
import { pressed, type QuickActs, useActs } from '../parts/acts.ts';
import { Bar } from '../parts/bar.tsx';
import { faultsIn, Picked, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { Icon } from '../parts/icons.tsx';
import { useOpened } from '../parts/opened.ts';
import { Out } from '../parts/out.tsx';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { useAround } from '../parts/surroundings.ts';
import { WrittenHere } from './article.tsx';
import { AtWork } from './job.tsx';
import { KnownHere } from './knowledge.tsx';

export interface DoingProps {
  doing: Doing;
  acts: QuickActs<Doing>;
}

type TaskRow = Doing['tasks'][number];

const onTask =
  (n: number, to: (task: TaskRow) => TaskRow) =>
  (doing: Doing): Doing => ({
    ...doing,
    tasks: doing.tasks.map((it) => (it.n === n ? to(it) : it)),
  });

function Task({ task, doing, acts }: DoingProps & { task: TaskRow }) {
  const say = useSay();
  const { n, title, done, mine, takers } = task;
  const does = (command: string, sentence: string, to: (task: TaskRow) => TaskRow) =>
    pressed(() => acts.quick({ do: command, group: doing.id, task: n }, sentence, onTask(n, to)));
  return (
    <li className="row line">
      <div className={done ? 'step done' : 'step ahead'}>
        <span className="mark" aria-hidden="true">
          {done && <Icon name="check" />}
        </span>
        <div>
          <p>{title}</p>
          <p className="quiet small">
            {takers.length > 0 ? takers.join(', ') : say(done ? 'tab.step.done' : 'within.task.free')}
          </p>
        </div>
      </div>
      <div className="actions">
        {!done && (
          <Button
            size="small"
            aria-label={say(mine ? 'within.task.putBackThis' : 'within.task.takeThis', { task: title })}
            onClick={does(
              mine ? 'putBackTask' : 'takeTask',
              say(mine ? 'within.task.isPutBack' : 'within.task.isTaken'),
              (it) => ({ ...it, mine: !mine }),
            )}
          >
            {say(mine ? 'within.task.putBack' : 'within.task.take')}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          aria-label={say(done ? 'within.task.reopenThis' : 'within.task.finishThis', { task: title })}
          onClick={does(
            done ? 'reopenTask' : 'finishTask',
            say(done ? 'within.task.isOpen' : 'within.task.isDone'),
            (it) => ({ ...it, done: !done }),
          )}
        >
          {say(done ? 'within.task.reopen' : 'within.task.finish')}
        </Button>
      </div>
    </li>
  );
}

const sections = ['start', 'deeper', 'tools', 'examples'] as const;

function LinkForm({ doing, acts, close }: DoingProps & { close(): void }) {
  const say = useSay();
  return (
    <Form
      title={say('within.link.add')}
      readers={say('within.link.readers')}
      submit={say('within.link.do')}
      check={(typed) =>
        faultsIn(say, typed, {
          title: { most: 80, required: say('within.link.nameRequired') },
          link: { most: 1000 },
        })
      }
      send={({ title, link, section }) =>
        acts.send(
          {
            do: 'addResource',
            group: doing.id,
            title,
            ...(link ? { link } : {}),
            ...(section ? { section } : {}),
          },
          say('within.link.added'),
        )
      }
      close={close}
    >
      {(faults) => (
        <>
          <Text name="title" label={say('within.link.name')} faults={faults} required line />
          <Text name="link" label={say('within.link.address')} example="https://" faults={faults} line />
          <Picked
            name="section"
            label={say('within.link.heading')}
            faults={faults}
            options={sections.map((it) => [it, say(`within.link.${it}`)])}
            unsaid={say('within.link.noHeading')}
          />
        </>
      )}
    </Form>
  );
}

function AddLink({ doing, acts }: DoingProps) {
  const say = useSay();
  const { open, opens, close } = useOpened<'add'>();
  return (
    <>
      <div className="actions">
        <Button {...opens('add')}>{say('within.link.add')}</Button>
      </div>
      {open && <LinkForm doing={doing} acts={acts} close={close} />}
    </>
  );
}

function Advice({ doing, acts }: DoingProps) {
  const say = useSay();
  const { advises } = doing;
  return (
    <>
      <p className="quiet">{say(advises ? 'within.advice.isOffered' : 'within.advice.why')}</p>
      <div className="actions">
        <Button
          onClick={pressed(() =>
            acts.quick(
              { do: advises ? 'stopAdvice' : 'offerAdvice', group: doing.id },
              say(advises ? 'within.advice.stopped' : 'within.advice.offered'),
              (it) => ({ ...it, advises: !advises }),
            ),
          )}
        >
          {say(advises ? 'within.advice.stop' : 'within.advice.offer')}
        </Button>
      </div>
    </>
  );
}

function Parts({ doing, acts }: DoingProps) {
  const say = useSay();
  const { tasks, article, job, advises, join, topicPage } = doing;
  return (
    <div className="columns even">
      <div className="wide">
        {article && <WrittenHere article={article} doing={doing} acts={acts} />}
        {job && <AtWork job={job} doing={doing} acts={acts} />}
        {tasks.length > 0 && (
          <Section title={say('within.tasks')}>
            <ul className="rows">
              {tasks.map((it) => (
                <Task key={it.n} task={it} doing={doing} acts={acts} />
              ))}
            </ul>
          </Section>
        )}
      </div>
      <div className="side">
        <KnownHere doing={doing} acts={acts} />
        {join && (
          <Section title={say('within.meeting')}>
            <p>
              <Out to={join}>{say('within.meeting.join')}</Out>
            </p>
          </Section>
        )}
        <Section title={say('within.links')}>
          {topicPage && (
            <p>
              <Out to={topicPage}>{say('within.topicPage')}</Out>
            </p>
          )}
          <AddLink doing={doing} acts={acts} />
        </Section>
        {advises !== null && (
          <Section title={say('within.advice')}>
            <Advice doing={doing} acts={acts} />
          </Section>
        )}
      </div>
    </div>
  );
}

export function DoingHere({ group }: { group: string }) {
  const { api } = useAround();
  // What stands in its way is told beside what is written for the group.
  const seen = usePolled(useMemo(() => api.doing(group), [api, group]));
  const acts = useActs(api, seen.again, seen.value);
  const doing = acts.shown;
  return (
    <>
      {doing && <Parts doing={doing} acts={acts} />}
      <Bar done={acts.done} undo={acts.undo} dismiss={acts.dismiss} />
    </>
  );
}
