// A question or a tip with what was said to it, and the form in which one is written.
import {
  type Button,
  buttons,
  card,
  choiceField,
  type Part,
  para,
  quote,
  textField,
} from '../cards/parts.ts';
import { nameOf, type Render, type Renders, type View } from '../cards/view.ts';
import type { About } from '../lifecycle/decision.ts';
import { most } from '../lifecycle/text.ts';
import { type OpenThread, type ThreadAnswer, threadKinds } from '../thread/thread.ts';
import {
  type CommunityView,
  communityOf,
  kindLine,
  lineOf,
  notThere,
  ofMembers,
  opensCommunity,
  standing,
} from './parts.ts';

/** The newest; a card has 28 KB. */
const mostAnswers = 6;

function ask(view: CommunityView) {
  const { say, group } = view;
  return card(view, {
    about: lineOf(view, group),
    title: say('ask.title', { area: nameOf(view, group) }),
    body: [
      textField({
        id: 'words',
        label: say('ask.words'),
        placeholder: say('ask.example'),
        required: say('ask.required'),
        most: most.passage,
        lines: true,
      }),
      choiceField({
        id: 'kind',
        label: say('ask.kind'),
        required: say('ask.kindRequired'),
        value: 'question',
        expanded: true,
        choices: threadKinds.map((it) => ({ title: say(`ask.kind.${it}`), value: it })),
      }),
      para(say('ask.readers'), { subtle: true }),
    ],
    buttons: [
      { title: say('ask.send'), verb: 'do.openThread', fields: { group: group.id }, look: 'positive' },
      opensCommunity(view, group.id),
    ],
  });
}

const thanksFor = ({ thanks }: OpenThread, answer?: string) =>
  thanks.filter((it) => it.answer === answer).length;

/** Thanks to others, once; what is one's own may be taken back instead. */
function beside(view: View, thread: OpenThread, answer: ThreadAnswer): Part[] {
  const { say, reader } = view;
  const fields = { thread: thread.id, answer: answer.id };
  const thanked = thread.thanks.some((it) => it.person === reader && it.answer === answer.id);
  if (answer.person !== reader && thanked) return [];
  const does: Button =
    answer.person === reader
      ? { title: say('thread.takeBackAnswer'), verb: 'do.takeBackAnswer', fields, anyInput: false }
      : {
          title: say('thread.thank', { name: view.name(answer.person) }),
          verb: 'do.thank',
          fields,
          anyInput: false,
        };
  return [buttons(view, [does])];
}

const byline = (view: View, person: string, thanks: number) =>
  thanks === 0 ? view.name(person) : view.say('thread.by', { name: view.name(person), thanks });

const said = (view: View, thread: OpenThread): Part[] => [
  ...(thread.answers.length > mostAnswers
    ? [para(view.say('quotes.more', { count: thread.answers.length - mostAnswers }), { subtle: true })]
    : []),
  ...thread.answers
    .slice(-mostAnswers)
    .flatMap((it) => [
      quote(view.text(it.words), byline(view, it.person, thanksFor(thread, it.id))),
      ...beside(view, thread, it),
    ]),
];

/** What may be done with the whole of it, beside answering. */
function ends(view: View, thread: OpenThread): Button[] {
  const { say, reader } = view;
  const { kind, phase, person, answers, thanks } = thread;
  const does = (title: string, verb: `do.${string}`): Button => ({
    title,
    verb,
    fields: { thread: thread.id },
    anyInput: false,
  });
  const settles =
    phase === 'open'
      ? does(say('thread.solve'), 'do.solveQuestion')
      : does(say('thread.reopen'), 'do.reopenQuestion');
  const mine = person === reader;
  const thanked = thanks.some((it) => it.person === reader && it.answer === undefined);
  return [
    ...(kind === 'question' ? [settles] : []),
    ...(kind === 'tip' && !mine && !thanked
      ? [does(say('thread.thank', { name: view.name(person) }), 'do.thank')]
      : []),
    ...(mine && answers.length === 0 ? [does(say('thread.takeBack'), 'do.takeBackThread')] : []),
  ];
}

/** For those alone who are in its community, whichever group the card came with. */
const thread =
  (title: (view: View, thread: OpenThread) => string): Render =>
  (view, about: About) => {
    const { say } = view;
    const [found] = view.threads;
    const community = found && communityOf(view, found);
    if (!found || !community?.mine || found.id !== about.thread) return notThere(view, about);
    return card(view, {
      about: kindLine(view, community.name),
      title: title(view, found),
      body: [
        quote(view.text(found.words), byline(view, found.person, thanksFor(found))),
        para(standing(view, found), { subtle: true }),
        ...said(view, found),
        textField({
          id: 'words',
          label: say('thread.answer'),
          placeholder: say('thread.answerExample'),
          required: say('thread.answerRequired'),
          most: most.passage,
          lines: true,
        }),
        para(say('ask.readers'), { subtle: true }),
      ],
      buttons: [
        {
          title: say('thread.send'),
          verb: 'do.answerThread',
          fields: { thread: found.id },
          look: 'positive',
        },
        ...ends(view, found),
        opensCommunity(view, community.id),
      ],
    });
  };

const lastAnswer = (view: View, { answers }: OpenThread) => {
  const last = answers.at(-1);
  return last
    ? view.say('thread.answeredBy', { name: view.name(last.person) })
    : view.say('thread.title.question');
};

export const threadCards: Renders = {
  'community.ask': ofMembers(ask, notThere),
  thread: thread((view, it) => view.say(`thread.title.${it.kind}`)),
  'thread.answered': thread(lastAnswer),
};
