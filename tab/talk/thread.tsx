// A question or a tip with what was said to it, and all that a member can do with it.
import { Button } from '@fluentui/react-components';
import type { Talk } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay, useSpeech } from '../parts/say.ts';
import { day } from '../parts/when.ts';
import { most } from '../personal/stageForm.ts';
import { settles, type Thread, takesBack, takesBackAnswer, thanks } from './changes.ts';

type Said = Thread['answers'][number];
type Does = QuickActs<Talk>['quick'];

export interface ThreadProps {
  thread: Thread;
  acts: QuickActs<Talk>;
  open(thread: string): Promise<void>;
  /** Something is about to be done with it. */
  touch(thread: string): void;
}

/** The beginning of what was said, which tells its buttons from those of others. */
const titleLength = 60;
const titleOf = ({ text }: Thread) =>
  text.length > titleLength ? `${text.slice(0, titleLength - 1)}…` : text;

function Thanks({ said: { thanks: count } }: { said: Said }) {
  const say = useSay();
  return count === 0 ? null : <p className="quiet small">{say('tab.talk.thanks', { thanks: count })}</p>;
}

function Answer({ answer, thread, does }: { answer: Said; thread: Thread; does: Does }) {
  const say = useSay();
  const { id, by: name, mine, thanked, text } = answer;
  const command = { thread: thread.id, answer: id };
  return (
    <li>
      <p className="small quiet">{mine ? say('tab.within.you', { name }) : name}</p>
      <p className="lines">{text}</p>
      <Thanks said={answer} />
      {!mine && !thanked && (
        <Button
          size="small"
          appearance="subtle"
          onClick={pressed(() =>
            does({ do: 'thank', ...command }, say('tab.saved.thanked', { name }), thanks(thread.id, id)),
          )}
        >
          {say('tab.talk.thank', { name })}
        </Button>
      )}
      {mine && (
        <Button
          size="small"
          appearance="subtle"
          onClick={pressed(() =>
            does({ do: 'takeBackAnswer', ...command }, say('tab.undone'), takesBackAnswer(thread.id, id)),
          )}
        >
          {say('tab.talk.takeBackAnswer')}
        </Button>
      )}
    </li>
  );
}

/** What may be done with the whole of it, beside answering. */
function useEnds(thread: Thread, does: Does): (readonly [title: string, act: () => void])[] {
  const say = useSay();
  const { id, kind, solved, mine, thanked, by: name, answers } = thread;
  const on = { thread: id };
  const solve = () => does({ do: 'solveQuestion', ...on }, say('tab.saved.solved'), settles(id, true));
  const reopen = () => does({ do: 'reopenQuestion', ...on }, say('tab.saved.reopened'), settles(id, false));
  const thank = () => does({ do: 'thank', ...on }, say('tab.saved.thanked', { name }), thanks(id));
  const takeBack = () => does({ do: 'takeBackThread', ...on }, say('tab.undone'), takesBack(id));
  const isQuestion = kind === 'question';
  return [
    [isQuestion && !solved, say('tab.talk.solve'), solve] as const,
    [isQuestion && solved, say('tab.talk.reopen'), reopen] as const,
    [!isQuestion && !mine && !thanked, say('tab.talk.thank', { name }), thank] as const,
    [mine && answers.length === 0, say('tab.talk.takeBack'), takeBack] as const,
  ].flatMap(([is, title, act]) => (is ? [[title, act] as const] : []));
}

function Head({ thread }: { thread: Thread }) {
  const { say, region } = useSpeech();
  const { by, mine, moved, kind, solved, fresh } = thread;
  const name = mine ? say('tab.within.you', { name: by }) : by;
  return (
    <div className="row-head">
      <p className="small quiet">{say('tab.talk.by', { name, day: day(moved, region) })}</p>
      <div className="flags">
        {fresh && <span className="badge warn">{say('tab.talk.fresh')}</span>}
        <span className={solved ? 'badge good' : 'badge'}>
          {say(solved ? 'tab.talk.solved' : `tab.talk.${kind}`)}
        </span>
      </div>
    </div>
  );
}

function AnswerForm({ thread, acts, touch, close }: ThreadProps & { close(): void }) {
  const say = useSay();
  return (
    <Form
      title={say('tab.talk.about', { what: say('tab.talk.yourAnswer'), thread: titleOf(thread) })}
      readers={say('tab.talk.readers')}
      submit={say('tab.talk.answer')}
      check={(typed) =>
        faultsIn(say, typed, { words: { most: most.passage, required: say('tab.talk.required') } })
      }
      send={({ words }) => {
        touch(thread.id);
        return acts.send({ do: 'answerThread', thread: thread.id, words }, say('tab.saved.answered'));
      }}
      close={close}
    >
      {(faults) => (
        <Text
          name="words"
          label={say('tab.talk.yourAnswer')}
          example={say('tab.talk.answerExample')}
          faults={faults}
          required
        />
      )}
    </Form>
  );
}

const useAbout = (thread: Thread) => {
  const say = useSay();
  return (what: string) => say('tab.talk.about', { what, thread: titleOf(thread) });
};

/** What a member can do with it; the form for an answer opens in place. */
function Deeds({ does, ...props }: ThreadProps & { does: Does }) {
  const { thread } = props;
  const say = useSay();
  const about = useAbout(thread);
  const { open, opens, close } = useOpened<'answer'>();
  const ends = useEnds(thread, does);
  return (
    <>
      <div className="actions">
        <Button size="small" {...opens('answer')} aria-label={about(say('tab.talk.answer'))}>
          {say('tab.talk.answer')}
        </Button>
        {ends.map(([title, act]) => (
          <Button
            key={title}
            size="small"
            appearance="subtle"
            aria-label={about(title)}
            onClick={pressed(act)}
          >
            {title}
          </Button>
        ))}
      </div>
      {open && <AnswerForm {...props} close={close} />}
    </>
  );
}

export function ThreadRow(props: ThreadProps) {
  const { thread, acts, open, touch } = props;
  const { earlier, answers } = thread;
  const say = useSay();
  const about = useAbout(thread);
  const does: Does = (...what) => {
    touch(thread.id);
    acts.quick(...what);
  };
  return (
    <li className="row">
      <Head thread={thread} />
      <p className="lines strong">{thread.text}</p>
      <Thanks said={thread} />
      {earlier > 0 && (
        <Button
          className="start"
          size="small"
          appearance="subtle"
          aria-label={about(say('tab.talk.earlier', { earlier }))}
          onClick={() => void open(thread.id)}
        >
          {say('tab.talk.earlier', { earlier })}
        </Button>
      )}
      {answers.length > 0 && (
        <ul className="answers">
          {answers.map((it) => (
            <Answer key={it.id} answer={it} thread={thread} does={does} />
          ))}
        </ul>
      )}
      <Deeds {...props} does={does} />
    </li>
  );
}
