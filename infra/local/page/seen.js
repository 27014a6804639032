// Everything with words in it that one person can see, and where it is shown: what a search looks through.
import * as doors from './doors.js';

/** @typedef {{ kind: string, title: string, text: string, to: import('./address.js').Address }} Thing */

/** @param {string} personId @returns {Promise<import('./doors.js').Answer>} */
export async function askAll(personId) {
  const { messages, teams, pages, plans, mail, calendar } = doors;
  const asked = Object.entries({ messages, teams, pages, plans, mail, calendar });
  const answers = await Promise.all(asked.map(([, ask]) => ask(personId)));
  const problem = answers.find((answer) => answer.problem)?.problem;
  return problem
    ? { problem }
    : { value: Object.fromEntries(asked.map(([name], at) => [name, answers[at].value])) };
}

/** @param {any} seen as `askAll` answers @param {(id: string) => string} nameOf @returns {Thing[]} */
export const thingsIn = (seen, nameOf) => [
  ...talk(seen.messages, nameOf),
  ...places(seen.teams),
  ...kept(seen),
];

/** @returns {Thing[]} newest first */
function talk(messages, nameOf) {
  const shown = messages.filter(({ activity, deleted }) => activity.type === 'message' && !deleted);
  return shown.reverse().map(({ id, from, conversationId, activity }) => {
    const [channel] = conversationId.split(';');
    const isChat = !channel.startsWith('19:');
    return {
      kind: isChat ? 'Chat' : 'Post',
      title: from === 'bot' ? 'Peerloop' : nameOf(from),
      text: [
        activity.text ?? '',
        ...(activity.attachments ?? []).map(({ content }) => wordsIn(content)),
      ].join(' '),
      to: isChat ? { view: 'chat', post: id } : { view: 'teams', channel, tab: '', post: id },
    };
  });
}

/** What is not on the face of a card. */
const HIDDEN = ['data', 'fallback', 'refresh'];
const WORDS = ['text', 'title', 'label', 'value'];

/** What can be read on a card. */
function wordsIn(node) {
  if (Array.isArray(node)) return node.map(wordsIn).join(' ');
  if (typeof node !== 'object' || node === null) return '';
  const shown = Object.entries(node).filter(([key]) => !HIDDEN.includes(key));
  return shown
    .map(([key, part]) => (typeof part === 'string' ? (WORDS.includes(key) ? part : '') : wordsIn(part)))
    .filter(Boolean)
    .join(' ');
}

/** @returns {Thing[]} */
const places = (teams) =>
  teams.flatMap((team) =>
    team.channels.flatMap(({ id, name, description, tabs }) => [
      {
        kind: 'Channel',
        title: name,
        text: `${team.name} ${description}`,
        to: { view: 'teams', channel: id },
      },
      ...tabs.map((tab) => ({
        kind: 'Tab',
        title: tab.name,
        text: name,
        to: { view: 'teams', channel: id, tab: tab.id },
      })),
    ]),
  );

/** @returns {Thing[]} */
function kept({ pages, plans, mail, calendar }) {
  return [
    ...pages.map(({ id, title, layout }) => {
      const text = JSON.stringify(layout ?? '').replaceAll(/<[^>]*>|[{}[\]"\\]/g, ' ');
      return { kind: 'Page', title, text, to: { view: 'pages', page: id } };
    }),
    ...plans.flatMap(({ id, title, tasks }) => [
      { kind: 'Plan', title, text: '', to: { view: 'planner', plan: id } },
      ...tasks.map((task) => ({
        kind: 'Task',
        title: task.title,
        text: [task.description, ...task.checklist.map((entry) => entry.title)].join(' '),
        to: { view: 'planner', plan: id },
      })),
    ]),
    ...mail.map(({ id, subject, body }) => ({
      kind: 'Mail',
      title: subject,
      text: body.content.replaceAll(/<[^>]*>/g, ' '),
      to: { view: 'mail', mail: id },
    })),
    ...calendar.map(({ subject, body }) => ({
      kind: 'Meeting',
      title: subject,
      text: (body?.content ?? '').replaceAll(/<[^>]*>/g, ' '),
      to: { view: 'calendar' },
    })),
  ];
}
