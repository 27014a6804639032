// How members change their article: its name, for whom it is, the order of its passages, and what they write for it.
import { opens, stageLine } from '../../cards/group.ts';
import { card, choiceField, para, quote, textField } from '../../cards/parts.ts';
import type { LiveView, Renders } from '../../cards/view.ts';
import type { Article, Passage } from '../../group/article.ts';
import { most } from '../text.ts';
import { does, ofArticle, showArticle, visible } from './articleCards.ts';

function edit(view: LiveView, { readers, agreed, passages }: Article) {
  const { say, group } = view;
  const other = readers === 'employees' ? 'supervisors' : 'employees';
  return card(view, {
    about: stageLine(view),
    title: say('article.edit'),
    body: [para(say('article.edit.why')), para(say(`article.readers.${readers}`), { subtle: true })],
    buttons: [
      ...(agreed ? [] : [opens(view, say('article.retitle'), 'article.title')]),
      ...(passages.length > 1 ? [opens(view, say('article.order'), 'article.order')] : []),
      {
        title: say(`article.aim.${other}`),
        verb: 'do.aimArticle',
        fields: { group: group.id, readers: other },
      },
      { title: say('article.draftMore'), verb: 'do.draftArticle', fields: { group: group.id } },
      showArticle(view),
    ],
  });
}

function retitle(view: LiveView, { title, agreed }: Article) {
  const { say, text } = view;
  return card(view, {
    about: stageLine(view),
    title: say('article.retitle'),
    body: agreed
      ? [quote(text(title)), para(say('refused.articleHasTitle'))]
      : [
          quote(text(title)),
          textField({
            id: 'title',
            label: say('article.retitle.ask'),
            required: say('article.retitle.required'),
            most: most.line,
          }),
        ],
    buttons: [...(agreed ? [] : [does(view, say('article.retitle.do'), 'titleArticle')]), showArticle(view)],
  });
}

function add(view: LiveView) {
  const { say } = view;
  return card(view, {
    about: stageLine(view),
    title: say('article.add'),
    body: [
      para(say('article.add.why')),
      textField({
        id: 'words',
        label: say('article.add.ask'),
        placeholder: say('article.add.example'),
        required: say('article.add.required'),
        most: most.passage,
        lines: true,
      }),
    ],
    buttons: [does(view, say('article.add.do'), 'addPassage'), showArticle(view)],
  });
}

/** By their numbers: what people wrote would be read as marks in a list of choices. */
function order(view: LiveView, article: Article) {
  const { say, text } = view;
  const shown = visible(article);
  const choices = (value: (it: Passage) => string) =>
    shown.map((it, at) => ({ title: String(at + 1), value: value(it) }));
  return card(view, {
    about: stageLine(view),
    title: say('article.order'),
    body: [
      ...shown.slice(0, mostRows).map((it, at) => quote(text(it.words), String(at + 1))),
      choiceField({
        id: 'passage',
        label: say('article.order.which'),
        required: say('article.order.required'),
        choices: choices((it) => it.id),
      }),
      choiceField({
        id: 'place',
        label: say('article.order.where'),
        required: say('article.order.required'),
        choices: choices((it) => String(article.passages.indexOf(it) + 1)),
      }),
    ],
    buttons: [does(view, say('article.order.do'), 'movePassage'), showArticle(view)],
  });
}

const mostRows = 12;

export const editCards: Renders = {
  'article.edit': ofArticle(edit),
  'article.title': ofArticle(retitle),
  'article.add': ofArticle(add),
  'article.order': ofArticle(order),
};
