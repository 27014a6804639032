// The landing view of a group: nothing of a single member, the same for everyone who can open it.
import { Button } from '@fluentui/react-components';
import type { Board } from '../../bot/web/contract.ts';
import { Icon } from '../parts/icons.tsx';
import type { Level } from '../parts/level.ts';
import { Out } from '../parts/out.tsx';
import { Progress } from '../parts/progress.tsx';
import { useSay, useSpeech } from '../parts/say.ts';
import { Empty, Section } from '../parts/section.tsx';
import { Meaning, StageLine } from '../parts/stages.tsx';
import { moment } from '../parts/when.ts';

function Shared({ shared }: Board) {
  const say = useSay();
  return (
    <Section title={say('tab.board.shared')}>
      {shared.length === 0 ? (
        <Empty>
          <p>{say('tab.board.noShared')}</p>
        </Empty>
      ) : (
        <ul className="goals">
          {shared.map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Meeting({ meeting, me }: Board) {
  const { say, region } = useSpeech();
  return (
    <Section title={say('tab.board.meeting')}>
      {meeting ? (
        <>
          <p className="strong">
            <time dateTime={meeting.start}>{moment(meeting.start, region, me.zone)}</time>
          </p>
          <p className="quiet">{`${say(`tab.board.meeting.${meeting.kind}`)} ${say('tab.board.yourTime')}`}</p>
        </>
      ) : (
        <Empty>
          <p>{say('tab.board.noMeeting')}</p>
        </Empty>
      )}
    </Section>
  );
}

function Project({ project, page }: Board) {
  const say = useSay();
  const tasks = project?.tasks ?? [];
  const done = tasks.filter((it) => it.done).length;
  return (
    <Section title={say('tab.board.project')}>
      {project ? (
        <>
          <p className="strong">{project.title}</p>
          <p className="quiet small">{say(`project.kind.${project.kind}`)}</p>
          {project.delivered && <p className="badge good">{say('tab.board.delivered')}</p>}
          {tasks.length > 0 && (
            <Progress
              of={project.title}
              value={done / tasks.length}
              text={say('tab.board.tasks', { done, all: tasks.length })}
            />
          )}
          <ul className="tasks">
            {tasks.map((task) => (
              <li key={task.n} className={task.done ? 'step done' : 'step ahead'}>
                <span className="mark" aria-hidden="true">
                  {task.done && <Icon name="check" />}
                </span>
                <span>{task.title}</span>
                <span className="unseen">{say(task.done ? 'tab.step.done' : 'tab.step.open')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <Empty>
          <p>{say('tab.board.noProject')}</p>
        </Empty>
      )}
      {page && (
        <p>
          <Out to={page}>{say('tab.board.page')}</Out>
        </p>
      )}
    </Section>
  );
}

function Material({ course, resources }: Board) {
  const say = useSay();
  return (
    <Section title={say('tab.board.course')}>
      {course ? (
        <p className="strong">
          <Out to={course.url}>{course.title}</Out>
        </p>
      ) : (
        <Empty>
          <p>{say('tab.board.noCourse')}</p>
        </Empty>
      )}
      {resources.length > 0 && (
        <>
          <h3>{say('tab.board.resources')}</h3>
          <ul className="links">
            {resources.map((it) => (
              <li key={`${it.title} ${it.url ?? ''}`}>
                <Out to={it.url}>{it.title}</Out>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

export interface LandingProps extends Pick<Level, 'enter' | 'door'> {
  board: Board;
}

export function Landing({ board, enter, door }: LandingProps) {
  const say = useSay();
  const { cycle, members } = board;
  return (
    <>
      <header className="top with-door">
        <div>
          <h1>{board.topic}</h1>
          <p className="quiet">{`${say(`kind.${board.kind}`)} · ${say('tab.group.line', { cycle, members })}`}</p>
        </div>
        {board.member && (
          <Button icon={<Icon name="people" />} onClick={() => enter(board.id)} ref={door(board.id)}>
            {say('tab.within.enter')}
          </Button>
        )}
      </header>
      {board.ended && <p className="note panel">{say('tab.board.ended')}</p>}
      {board.stage && !board.ended && (
        <Section title={say('tab.board.stage')}>
          <StageLine now={board.stage} process={board.process} />
          <Meaning now={board.stage} process={board.process} />
        </Section>
      )}
      <div className="columns even">
        <div className="wide">
          <Shared {...board} />
          <Project {...board} />
        </div>
        <div className="side">
          <Meeting {...board} />
          <Material {...board} />
        </div>
      </div>
      <p className="quiet small foot">
        {say(board.confidential ? 'tab.board.readersOwn' : 'tab.board.readers')}
      </p>
    </>
  );
}
