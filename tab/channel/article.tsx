// The group's article as its writers see it: whose words are in it, what each gives or keeps, and everyone's yes.
import { Button } from '@fluentui/react-components';
import type { Doing } from '../../bot/web/contract.ts';
import { pressed } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useOpened } from '../parts/opened.ts';
import { Out } from '../parts/out.tsx';
import { useSay } from '../parts/say.ts';
import { Section } from '../parts/section.tsx';
import { type Article, Change, type EditProps, Move } from './editArticle.tsx';

type Passage = Article['passages'][number];

const onPassage =
  (id: string, state: Passage['state']) =>
  (doing: Doing): Doing =>
    doing.article
      ? {
          ...doing,
          article: {
            ...doing.article,
            passages: doing.article.passages.map((it) => (it.id === id ? { ...it, state } : it)),
          },
        }
      : doing;

function PassageRow({ passage, ...props }: EditProps & { passage: Passage }) {
  const say = useSay();
  const { doing, acts } = props;
  const { id, by, text, mine, state } = passage;
  const answer = (command: string, to: Passage['state'], sentence: string) =>
    pressed(() => acts.quick({ do: command, group: doing.id, passage: id }, sentence, onPassage(id, to)));
  return (
    <li className="row">
      <p className="small quiet">{mine ? say('within.article.yours') : by}</p>
      <p>{text}</p>
      <p className="small quiet">{say(`within.article.${state}`)}</p>
      <div className="actions">
        {mine && state !== 'shown' && (
          <Button size="small" onClick={answer('allowPassage', 'shown', say('within.article.given'))}>
            {say('within.article.allow')}
          </Button>
        )}
        {mine && state !== 'kept' && (
          <Button
            size="small"
            appearance="subtle"
            onClick={answer('keepPassage', 'kept', say('within.article.isKept'))}
          >
            {say('within.article.keep')}
          </Button>
        )}
        <Move passage={passage} {...props} />
      </div>
    </li>
  );
}

function AddPassage({ doing, acts }: Omit<EditProps, 'article'>) {
  const say = useSay();
  const { open, opens, close } = useOpened<'add'>();
  return (
    <>
      <div className="actions">
        <Button {...opens('add')}>{say('within.article.add')}</Button>
      </div>
      {open && (
        <Form
          title={say('within.article.add')}
          readers={say('within.article.addReaders')}
          submit={say('within.article.add')}
          check={(typed) =>
            faultsIn(say, typed, { words: { most: 1000, required: say('within.article.required') } })
          }
          send={({ words }) =>
            acts.send({ do: 'addPassage', group: doing.id, words }, say('within.article.added'))
          }
          close={close}
        >
          {(faults) => <Text name="words" label={say('within.article.words')} faults={faults} required />}
        </Form>
      )}
    </>
  );
}

function standing({ agreed, stuck, page, passages, missing }: Article) {
  if (agreed) return stuck ? 'stuck' : page ? 'out' : 'making';
  if (passages.length === 0) return 'none';
  if (missing.length > 0) return 'missing';
  return passages.some((it) => it.state === 'asked') ? 'asking' : 'agree';
}

export function WrittenHere({ article, doing, acts }: EditProps) {
  const say = useSay();
  const { title, readers, passages, version, approves, missing, page, stuck, agreed } = article;
  const send = (command: string, sentence: string, more = {}) =>
    pressed(() => acts.quick({ do: command, group: doing.id, ...more }, sentence, (it) => it));
  return (
    <Section title={say('within.article')} note={say(`within.article.for.${readers}`)}>
      <p className="strong">{title}</p>
      <p>{say(`within.article.is.${standing(article)}`, { names: missing.join(', ') })}</p>
      {page && (
        <p>
          <Out to={page}>{say('within.article.open')}</Out>
        </p>
      )}
      <ul className="rows">
        {passages.map((it) => (
          <PassageRow key={it.id} passage={it} article={article} doing={doing} acts={acts} />
        ))}
      </ul>
      <div className="actions">
        {approves && (
          <Button
            appearance="primary"
            onClick={send('approveArticle', say('within.article.approved'), { version })}
          >
            {say('within.article.approve')}
          </Button>
        )}
        {agreed && stuck && (
          <Button onClick={send('resumeArticle', say('within.article.resumed'))}>
            {say('within.article.resume')}
          </Button>
        )}
        {passages.length === 0 && (
          <Button appearance="primary" onClick={send('draftArticle', say('within.article.drafted'))}>
            {say('within.article.draft')}
          </Button>
        )}
      </div>
      <AddPassage doing={doing} acts={acts} />
      {passages.length > 0 && <Change article={article} doing={doing} acts={acts} />}
    </Section>
  );
}
