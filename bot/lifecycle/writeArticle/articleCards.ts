// What members see of their article: the draft with whose words it is made of, what they are asked, and what became of its page.
import { elsewhere, groupIsOver, kindOf, names, opens, ownPassages, stageLine } from '../../cards/group.ts';
import { type Button, buttons, card, entry, heading, type Part, para, quote } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Render, type Renders, type View } from '../../cards/view.ts';
import {
  type Article,
  articleOf,
  isAgreed,
  ownIn,
  type Passage,
  saidIn,
  shownOf,
  waitingOf,
} from '../../group/article.ts';
import type { Ended, Live } from '../../group/group.ts';
import type { Key } from '../../speech/say.ts';
import type { About, GroupId } from '../decision.ts';
import { mayAgree } from './agreeing.ts';

/** With the texts of all of them a card would be too large. */
const mostTexts = 12;

/** For the cards of a group that writes an article, and may. */
export const ofArticle = (render: (view: LiveView, article: Article) => ReturnType<Render>): Render =>
  ofLiveGroup((view) => {
    const { say, group } = view;
    const article = articleOf(group);
    if (!article) return elsewhere(view, say('article.none'));
    if (!group.policy.confidential) return render(view, article);
    return card(view, {
      about: stageLine(view),
      title: say('article.title'),
      body: [para(say('refused.articleStaysApart'))],
      buttons: [opens(view, say('project.show'), 'project')],
    });
  }, groupIsOver);

export const showArticle = (view: LiveView): Button => opens(view, view.say('article.show'), 'article');

/** What is kept has no place among them. */
export const visible = ({ passages }: Article): Passage[] => passages.filter((it) => !it.kept);

const passagePart = ({ say, text, name }: LiveView, it: Passage, at: number): Part =>
  quote(
    text(it.words),
    say(it.shown ? 'article.passage' : 'article.passageWaits', { n: at + 1, name: name(it.person) }),
  );

/** How far it is, in one sentence. */
function standing(view: LiveView, article: Article): string {
  const { say, group } = view;
  const { page, agreed } = article;
  if (isAgreed(article) && page.left !== undefined) return say('article.stuck');
  if (isAgreed(article)) return say(page.published ? 'article.out' : 'article.making');
  if (article.passages.length === 0) return say('article.begin');
  const asked = [...new Set(waitingOf(article).map((it) => it.person))];
  if (asked.length > 0) return say('article.waits', { names: names(view, asked) });
  const missing = group.members.filter((it) => !article.yes.includes(it));
  const key = agreed && page.published ? 'article.missingAgain' : 'article.missing';
  return missing.length === 0 ? say('article.agree') : say(key, { names: names(view, missing) });
}

export const does = (view: LiveView, title: string, command: string, fields = {}): Button => ({
  title,
  verb: `do.${command}`,
  fields: { ...fields, group: view.group.id },
  look: 'positive',
});

const resumes = (view: LiveView, { cycle }: Article): Button =>
  does(view, view.say('article.resume'), 'resumeArticle', { cycle });

/** What the reader may do next, the most urgent first. */
function nextFor(view: LiveView, article: Article): Button[] {
  const { say, group, reader } = view;
  if (waitingOf(article).some((it) => it.person === reader))
    return [{ ...opens(view, say('article.answer'), 'article.mine'), look: 'positive' } as Button];
  const isOpen = !isAgreed(article) && shownOf(article).length > 0;
  if (isOpen && (!article.yes.includes(reader) || mayAgree(group, article)))
    return [does(view, say('article.approve'), 'approveArticle', { version: article.version })];
  if (article.passages.length === 0) return [does(view, say('article.draft'), 'draftArticle')];
  return article.page.left === undefined ? [] : [resumes(view, article)];
}

const toPage = ({ say }: View, { page }: Article): Button[] =>
  page.published && page.url !== undefined ? [{ title: say('article.open'), url: page.url }] : [];

function draft(view: LiveView, article: Article) {
  const { say, text } = view;
  const shown = visible(article);
  return card(view, {
    about: stageLine(view),
    title: say('article.title'),
    body: [
      quote(text(article.title), say(`article.readers.${article.readers}`)),
      para(standing(view, article)),
      ...(shown.length > 0 ? [heading(say('article.text'))] : []),
      ...shown.slice(0, mostTexts).map((it, at) => passagePart(view, it, at)),
      ...(shown.length > mostTexts
        ? [para(say('article.more.passages', { count: shown.length - mostTexts }), { subtle: true })]
        : []),
      para(say('article.readersLine'), { subtle: true }),
    ],
    buttons: [
      ...nextFor(view, article),
      opens(view, say('article.add'), 'article.add'),
      opens(view, say('article.mine'), 'article.mine'),
      opens(view, say('article.edit'), 'article.edit'),
      ...toPage(view, article),
      opens(view, say('project.show'), 'project'),
    ],
  });
}

const stateOf = ({ shown, kept }: Passage): Key =>
  shown ? 'article.isShown' : kept ? 'article.isKept' : 'article.isAsked';

/** Each of the reader's own, with both answers where they are asked: only what is being written takes more. */
function ownPart(view: View, group: GroupId, it: Passage, isWritten: boolean): Part {
  const { say } = view;
  const fields = { group, passage: it.id };
  const allow: Button = { title: say('article.allow'), verb: 'do.allowPassage', fields, look: 'positive' };
  const keep: Button = { title: say('article.keep'), verb: 'do.keepPassage', fields };
  const answers = [...(it.shown || !isWritten ? [] : [allow]), ...(it.kept ? [] : [keep])];
  return entry(view.text(it.words), say(stateOf(it)), buttons(view, answers));
}

/** Those that are asked for come first, and what has its answer for good comes last. */
const byUrgency = (own: Passage[]): Passage[] => {
  const rank = ({ shown, kept }: Passage) => (shown ? 1 : kept ? 2 : 0);
  return own.toSorted((one, other) => rank(one) - rank(other)).slice(0, mostTexts);
};

function mine(view: LiveView, article: Article) {
  const { say, group, reader } = view;
  const isWritten = ({ id }: Passage) => article.passages.some((it) => it.id === id);
  const own = ownIn(group, reader).filter((it) => isWritten(it) || it.shown);
  return card(view, {
    about: stageLine(view),
    title: say('article.mine.title'),
    body: [
      para(say(own.length > 0 ? 'article.mine.why' : 'article.mine.none')),
      ...byUrgency(own).map((it) => ownPart(view, group.id, it, isWritten(it))),
    ],
    buttons: [showArticle(view)],
  });
}

/** Also of a group that is over, or that the reader has left: what they gave stays theirs to take out. */
const taken: Render = (view, about) => {
  const { say, group, reader } = view;
  const isThere = group?.phase === 'live' || group?.phase === 'ended';
  const own = isThere && reader !== null ? ownIn(group, reader).filter((it) => it.shown || it.kept) : [];
  if (!isThere || own.length === 0) return groupIsOver(view, about);
  return card(view, {
    about: aboutOf(view, group),
    title: say('article.mine.title'),
    body: [para(say('article.mine.over')), ...byUrgency(own).map((it) => ownPart(view, group.id, it, false))],
  });
};

const ofMember = ofArticle(mine);
const ofReader: Render = (view, about) => (isMember(view) ? ofMember : taken)(view, about);

const isMember = ({ group, reader }: View): boolean =>
  group?.phase === 'live' && reader !== null && group.members.includes(reader);

/** Of a group that may be over, the kind and what it was about. */
const aboutOf = (view: View, { policy, topic }: Live | Ended): string =>
  `${kindOf(view, policy)} · ${view.topicName(topic)}`;

/** News of the draft, with the way to what is asked. */
const asks = (what: 'articleAsked' | 'articleReview' | 'articleChanged', to: 'article' | 'article.mine') =>
  ofArticle((view, article) => {
    const { say, text } = view;
    return card(view, {
      about: stageLine(view),
      title: say(`${what}.title`),
      body: [quote(text(article.title)), para(say(`${what}.body`))],
      buttons: [opens(view, say(to === 'article' ? 'article.show' : 'article.answer'), to)],
    });
  });

/** News of its page; also of a group that is over, where somebody has taken back what still stands there. */
const ofPage =
  (what: 'articleOut' | 'articleLeft' | 'articleStuck'): Render =>
  (view, about: About) => {
    const { say, group, reader } = view;
    if ((group?.phase !== 'live' && group?.phase !== 'ended') || reader === null)
      return groupIsOver(view, about);
    const article = group.articles.find((it) => it.cycle === about.cycle);
    if (!article) return groupIsOver(view, about);
    const live = group.phase === 'live' && isMember(view) ? { ...view, group, reader } : undefined;
    const isWriter = article.passages.some((it) => it.person === reader);
    return card(view, {
      about: aboutOf(view, group),
      title: say(`${what}.title`),
      body: [
        // The whole company reads the name it went out under, whoever has left.
        quote(view.text((article.agreed ?? article).title)),
        para(say(`${what}.body`, { contact: view.contact, passages: saidIn(article).length })),
      ],
      buttons: [
        ...(live && what !== 'articleOut' ? [resumes(live, article)] : []),
        ...toPage(view, article),
        ...(isWriter ? [ownPassages(view, group)] : []),
        ...(live ? [showArticle(live)] : []),
      ],
    });
  };

export const articleCards: Renders = {
  article: ofArticle(draft),
  'article.mine': ofReader,
  articleAsked: asks('articleAsked', 'article.mine'),
  articleReview: asks('articleReview', 'article'),
  articleChanged: asks('articleChanged', 'article'),
  articleOut: ofPage('articleOut'),
  articleLeft: ofPage('articleLeft'),
  articleStuck: ofPage('articleStuck'),
};
