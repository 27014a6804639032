// What the bot says about itself: welcome, help, and every sentence it could not act on.
import { buttons, card, heading, list, para } from '../cards/parts.ts';
import type { Render, Renders, View } from '../cards/view.ts';
import type { About } from '../lifecycle/decision.ts';
import { isKey, type Key } from '../speech/say.ts';

const topics = (view: View) => ({ title: view.say('topics.show'), verb: 'show.topics' }) as const;
const mine = (view: View) => ({ title: view.say('myGroups.show'), verb: 'show.myGroups' }) as const;
const help = (view: View) => ({ title: view.say('help.show'), verb: 'show.help' }) as const;

const welcome: Render = (view) =>
  card(view, {
    title: view.say('welcome.title'),
    body: [
      para(view.say('welcome.value')),
      list([view.say('welcome.step1'), view.say('welcome.step2'), view.say('welcome.step3')]),
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

/** Help is about where the person stands: without a group it is finding one, in a group its present stage. */
const helpCard: Render = (view) => {
  const { say } = view;
  const live = view.groups.find((it) => it.phase === 'live');
  const stage = live?.phase === 'live' ? live.cycle.stage : undefined;
  return card(view, {
    title: say('help.title'),
    body: [
      ...(live && stage
        ? [
            heading(`${view.topicName(live.topic)}: ${say(`stage.${stage}` as Key)}`),
            para(say(`help.stage.${stage}` as Key)),
          ]
        : [para(say('help.noGroup'))]),
      heading(say('help.youCanWrite')),
      list([
        say('help.write.topics'),
        say('help.write.interest'),
        say('help.write.group'),
        say('help.write.objective'),
        say('help.write.undo'),
        say('help.write.privacy'),
      ]),
      para(say('help.person', { contact: view.contact }), { subtle: true }),
    ],
    buttons: [
      ...(live
        ? [
            {
              title: say('group.show'),
              verb: 'show.group',
              fields: { group: live.id },
              look: 'positive',
            } as const,
          ]
        : []),
      topics(view),
      mine(view),
    ],
  });
};

/** Never the same answer twice in a row: first examples, then a person who helps. */
const notUnderstood: Render = (view, about) => {
  const again = Number(about.times ?? 1) > 1;
  const { say } = view;
  return card(view, {
    title: say(again ? 'notUnderstood.again' : 'notUnderstood.title'),
    body: again
      ? [para(say('notUnderstood.person', { contact: view.contact }))]
      : [
          para(say('notUnderstood.try')),
          list([say('help.write.topics'), say('help.write.interest'), say('help.write.group')]),
        ],
    buttons: [help(view), topics(view), mine(view)],
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

const refused: Render = (view, about) => {
  const sentence = refusal(view, about);
  const live = view.groups.find((it) => it.phase === 'live');
  return card(view, {
    title: view.say('refused.title'),
    summary: sentence,
    body: [para(sentence)],
    buttons: [
      ...(live
        ? [{ title: view.say('group.show'), verb: 'show.group', fields: { group: live.id } } as const]
        : []),
      topics(view),
      help(view),
    ],
  });
};

const short =
  (title: Key, body: Key): Render =>
  (view) =>
    card(view, {
      title: view.say(title),
      body: [para(view.say(body, { contact: view.contact }))],
      buttons: [topics(view), mine(view), help(view)],
    });

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
        buttons(view, [topics(view), mine(view), help(view)]),
      ],
    }),
  thanked: short('thanked.title', 'thanked.body'),
  cancelled: short('cancelled.title', 'cancelled.body'),
  done: short('done.title', 'done.body'),
  nothingToUndo: short('nothingToUndo.title', 'nothingToUndo.body'),
  whoCanHelp: short('whoCanHelp.title', 'whoCanHelp.body'),
  heardFeedback: short('feedback.title', 'feedback.body'),
  answeredInChat: inPublic('answeredInChat.title', 'answeredInChat.body'),
  groupChat: inPublic('groupChat.title', 'groupChat.body'),
};
