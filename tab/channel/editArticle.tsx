// How members change their article: its name, for whom it is, where its passages stand, and what is new in it.
import { Button } from '@fluentui/react-components';
import type { Doing } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { faultsIn, Text } from '../parts/fields.tsx';
import { Form } from '../parts/form.tsx';
import { useOpened } from '../parts/opened.ts';
import { useSay } from '../parts/say.ts';

export type Article = NonNullable<Doing['article']>;
type Passage = Article['passages'][number];

export interface EditProps {
  article: Article;
  doing: Doing;
  acts: QuickActs<Doing>;
}

/** The same however often it is done; the places stay where they are. */
const placed =
  (passage: Passage, at: number) =>
  (doing: Doing): Doing => {
    if (!doing.article) return doing;
    const { passages: before } = doing.article;
    const others = before.filter((it) => it.id !== passage.id);
    const moved = [...others.slice(0, at), passage, ...others.slice(at)];
    const passages = moved.map((it, n) => ({ ...it, place: before[n]?.place ?? it.place }));
    return { ...doing, article: { ...doing.article, passages } };
  };

export function Move({ passage, article, doing, acts }: EditProps & { passage: Passage }) {
  const say = useSay();
  const { passages } = article;
  const at = passages.indexOf(passage);
  const to = (step: 1 | -1) => {
    const other = passages[at + step];
    return {
      size: 'small' as const,
      appearance: 'subtle' as const,
      disabledFocusable: other === undefined,
      onClick: pressed((button) => {
        if (!other) return;
        const command = { do: 'movePassage', group: doing.id, passage: passage.id, place: other.place };
        acts.quick(command, say('within.article.moved'), placed(passage, at + step));
        // A row that was moved in the page has lost the focus that was in it.
        queueMicrotask(() => button.focus());
      }),
    };
  };
  if (passages.length < 2) return null;
  return (
    <>
      <Button {...to(-1)} aria-label={say('within.article.upThis', { n: at + 1 })}>
        {say('within.article.up')}
      </Button>
      <Button {...to(1)} aria-label={say('within.article.downThis', { n: at + 1 })}>
        {say('within.article.down')}
      </Button>
    </>
  );
}

export function Change({ article, doing, acts }: EditProps) {
  const say = useSay();
  const { open, opens, close } = useOpened<'name'>();
  const other = article.readers === 'employees' ? 'supervisors' : 'employees';
  const send = (command: string, sentence: string, more = {}) =>
    pressed(() => acts.quick({ do: command, group: doing.id, ...more }, sentence, (it) => it));
  return (
    <>
      <p className="quiet small">{say('within.article.changes')}</p>
      <div className="actions">
        {article.renames && <Button {...opens('name')}>{say('within.article.rename')}</Button>}
        <Button onClick={send('aimArticle', say('within.article.aimed'), { readers: other })}>
          {say(`within.article.aim.${other}`)}
        </Button>
        <Button onClick={send('draftArticle', say('within.article.drafted'))}>
          {say('within.article.draftMore')}
        </Button>
      </div>
      {open && article.renames && (
        <Form
          title={say('within.article.rename')}
          submit={say('within.article.rename')}
          check={(typed) =>
            faultsIn(say, typed, { title: { most: 80, required: say('within.article.nameRequired') } })
          }
          send={({ title }) =>
            acts.send({ do: 'titleArticle', group: doing.id, title }, say('within.article.renamed'))
          }
          close={close}
        >
          {(faults) => (
            <Text
              name="title"
              label={say('within.article.name')}
              faults={faults}
              required
              line
              before={article.title}
            />
          )}
        </Form>
      )}
    </>
  );
}
