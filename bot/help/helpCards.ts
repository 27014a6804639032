// What the bot says about itself: welcome, help, and every sentence it could not act on.
import { type Button, buttons, card, heading, list, para } from '../cards/parts.ts';
import { knowsCommunities, type Render, type Renders, type View } from '../cards/view.ts';
import type { About } from '../lifecycle/decision.ts';
import { isKey, type Key } from '../speech/say.ts';
import { waitingList, withOthers } from './otherTopics.ts';
import { examples, liveOf, standing } from './standing.ts';

const topics = (view: View) => ({ title: view.say('topics.show'), verb: 'show.topics' }) as const;
const mine = (view: View) => ({ title: view.say('myGroups.show'), verb: 'show.myGroups' }) as const;
const communities = (view: View): Button[] =>
  knowsCommunities(view) ? [{ title: view.say('communities.show'), verb: 'show.communities' }] : [];
const help = (view: View) => ({ title: view.say('help.show'), verb: 'show.help' }) as const;

const welcome: Render = (view) =>
  card(view, {
    title: view.say('welcome.title'),
    body: [
      para(view.say('welcome.value')),
      list([
        view.say('welcome.step1'),
        view.say('welcome.step2', { min: view.policies.of(view.programmes[0]).size.min }),
        view.say('welcome.step3'),
      ]),
      para(view.say('welcome.commands')),
      para(view.say('welcome.limits', { contact: view.contact }), { subtle: true }),
    ],
    buttons: [{ ...topics(view), look: 'positive' }, help(view)],
  });

const welcomeTeam: Render = (view) =>
  card(view, {
    title: view.say('welcome.title'),
    body: [para(view.say('welcome.team')), para(view.say('welcome.teamLimits'), { subtle: true })],
  });

/** The way to the only group, or to all of them: nobody is sent to the wrong one. */
function toGroup(view: View): Button[] {
  const [only, ...others] = liveOf(view);
  if (!only || others.length > 0) return [mine(view)];
  return [{ title: view.say('group.show'), verb: 'show.group', fields: { group: only.id } }];
}

/** Help is about where the person stands: without a group it is finding one, in a group its present stage. */
const helpCard: Render = (view) => {
  const { say } = view;
  return card(view, {
    title: say('help.title'),
    body: [
      ...standing(view),
      heading(say('help.youCanWrite')),
      list([
        ...new Set([
          ...examples(view),
          say('help.write.group'),
          say('help.write.topics'),
          ...(knowsCommunities(view) ? [say('help.write.communities')] : []),
          say('help.write.undo'),
          say('help.write.privacy'),
        ]),
      ]),
      para(say('help.person', { contact: view.contact }), { subtle: true }),
    ],
    buttons: [
      ...(liveOf(view).length === 1 ? toGroup(view).map((it) => ({ ...it, look: 'positive' as const })) : []),
      topics(view),
      mine(view),
      ...communities(view),
    ],
  });
};

/** Never the same answer twice in a row: examples of the stage, other examples, a person who helps, and so on. */
const notUnderstood: Render = (view, about) => {
  const { say } = view;
  const times = Number(about.times ?? 1);
  const round = times <= 1 ? 'first' : times % 2 === 0 ? 'second' : 'person';
  const answers = {
    first: [say('notUnderstood.title'), para(say('notUnderstood.try')), list(examples(view))],
    second: [
      say('notUnderstood.again'),
      para(say('notUnderstood.language')),
      list([say('help.write.group'), say('help.write.topics'), say('help.write.undo')]),
    ],
    person: [say('notUnderstood.sorry')],
  } as const;
  const [title, ...body] = answers[round];
  return card(view, {
    title,
    body: [
      ...body,
      ...(round === 'first' ? [] : [para(say('notUnderstood.person', { contact: view.contact }))]),
    ],
    buttons: [...toGroup(view), topics(view), help(view)],
  });
};

/** "refused.notYet" speaks of a stage: its own name is a key. */
const spoken = (view: View, about: About): About =>
  typeof about.stage === 'string' && isKey(`stage.${about.stage}`)
    ? { ...about, stage: view.say(`stage.${about.stage}` as Key) }
    : about;

/** A press can ask for this card with anything in it: a sentence whose facts are missing is not said. */
function refusal(view: View, about: About): string {
  const key = `refused.${about.refused}`;
  try {
    return view.say(isKey(key) ? key : 'refused.malformed', spoken(view, about));
  } catch {
    return view.say('refused.malformed');
  }
}

/** What kind of no it is stands above the reason. */
const kindsOfNo: readonly (readonly [Key, string])[] = [
  ['refusal.which', 'whichGroup whichCommunity'],
  ['refusal.community', 'communityHasNone'],
  [
    'refusal.already',
    `alreadyAccepted alreadyDone alreadyFormed alreadyInCommunity alreadyInterested alreadyMember alreadyOffered alreadyWritten notPaused
      projectChosen sharedIsAgreed taskIsDone timeIsAgreed`,
  ],
  [
    'refusal.notYet',
    `discussionOpen joinAtTheLoop kickOffIncomplete noGroupYet notFormedYet notPractised notYet
      projectNotDelivered tasksOpen tooEarlyToGoOn tooFewDone`,
  ],
  ['refusal.over', 'groupIsFull groupIsOver notAMember proposalIsOver seatIsGone stageIsOver timeChanged'],
];

const titleOf = (refused: string): Key =>
  kindsOfNo.find(([, names]) => names.split(/\s+/).includes(refused))?.[0] ?? 'refused.title';

/** Which group is asked by its name; else the way to where the person stands. */
function waysOn(view: View, refused: string, about: About): Button[] {
  const live = liveOf(view);
  if (refused === 'whichGroup')
    return live.map((it) => ({
      title: view.say('group.open', { topic: view.topicName(it.topic) }),
      verb: 'show.group',
      fields: { group: it.id },
    }));
  if (refused === 'draftHasChanged' && typeof about.group === 'string')
    return [
      {
        title: view.say('article.show'),
        verb: 'show.article',
        fields: { group: about.group },
        look: 'positive',
      },
    ];
  if (/[cC]ommunit|otherArea|yourArea/.test(refused)) return communities(view);
  return [
    ...withOthers(view, refused, about),
    ...waitingList(view, refused, about),
    ...(view.groups.length > 0 ? toGroup(view) : []),
  ];
}

const refused: Render = (view, about) => {
  const sentence = refusal(view, about);
  return card(view, {
    title: view.say(titleOf(String(about.refused))),
    summary: sentence,
    body: [para(sentence)],
    buttons: [...waysOn(view, String(about.refused), about), topics(view), help(view)],
  });
};

const short =
  (title: Key, body: Key): Render =>
  (view) =>
    card(view, {
      title: view.say(title),
      body: [para(view.say(body, { contact: view.contact }))],
      buttons: [...toGroup(view), topics(view), help(view)],
    });

const noUndo: Render = (view, about) => {
  const why = `noUndo.${about.why}`;
  return short(isKey(why) ? 'noUndo.title' : 'nothingToUndo.title', isKey(why) ? why : 'nothingToUndo.body')(
    view,
    about,
  );
};

/** Read by everyone in the place: it says only that the answer is elsewhere. */
const inPublic =
  (title: Key, body: Key): Render =>
  (view) =>
    card(view, { title: view.say(title), body: [para(view.say(body))] });

export const helpCards: Renders = {
  welcome,
  welcomeTeam,
  help: helpCard,
  notUnderstood,
  refused,
  greeting: (view) =>
    card(view, {
      title: view.say('greeting.title', {
        name: view.reader === null ? '' : (view.name(view.reader).split(' ')[0] ?? ''),
      }),
      body: [
        para(view.say(view.groups.length > 0 ? 'greeting.member' : 'greeting.newcomer')),
        buttons(view, [...toGroup(view), topics(view), help(view)]),
      ],
    }),
  thanked: short('thanked.title', 'thanked.body'),
  cancelled: short('cancelled.title', 'cancelled.body'),
  nothingToConfirm: short('nothingToConfirm.title', 'nothingToConfirm.body'),
  onlyEnglish: short('onlyEnglish.title', 'onlyEnglish.body'),
  done: short('done.title', 'done.body'),
  broken: short('broken.title', 'broken.body'),
  noUndo,
  nothingToUndo: short('nothingToUndo.title', 'nothingToUndo.body'),
  whoCanHelp: short('whoCanHelp.title', 'whoCanHelp.body'),
  trouble: short('trouble.title', 'trouble.body'),
  heardFeedback: short('feedback.title', 'feedback.body'),
  answeredInChat: inPublic('answeredInChat.title', 'answeredInChat.body'),
  groupChat: inPublic('groupChat.title', 'groupChat.body'),
};
