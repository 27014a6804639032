// What a community's channel reads: that there is something new and how much, for everyone; what it says, for its members alone.
import { card, facts, heading, type Part, para, quote } from '../cards/parts.ts';
import { nameOf, type Render, type Renders, type View } from '../cards/view.ts';
import { type Community, isCommunity } from '../group/group.ts';
import { addressOf } from '../lifecycle/openWorkspace/resourcePage.ts';
import type { OpenThread } from '../thread/thread.ts';
import { lineOf, notThere, standing } from './parts.ts';

const isMember = ({ reader }: View, { members }: Community) => reader !== null && members.includes(reader);

const counts = ({ say }: View, { members }: Community): Part =>
  facts([[say('community.members'), String(members.length)]]);

const page = ({ say }: View, community: Community) => {
  const { url } = addressOf(community);
  return url === undefined ? [] : [{ title: say('page.show'), url }];
};

const welcome: Render = (view, about) => {
  const { group, say } = view;
  if (!group || !isCommunity(group)) return notThere(view, about);
  const area = nameOf(view, group);
  return card(view, {
    about: lineOf(view, group),
    title: say('post.community.title', { area }),
    body: [
      para(say('post.community.body', { area })),
      counts(view, group),
      para(say('post.community.readers'), { subtle: true }),
    ],
    buttons: page(view, group),
  });
};

/** For the eyes of members alone. */
const ours = (view: View, thread: OpenThread): Part[] => [
  heading(view.say('post.thread.ours')),
  quote(view.text(thread.words), view.name(thread.person)),
  para(standing(view, thread), { subtle: true }),
  ...thread.answers.slice(-2).map((it) => quote(view.text(it.words), view.name(it.person))),
  para(view.say('post.thread.write'), { subtle: true }),
];

/** Read by the whole programme team: that there is one, and nothing of what it says. */
const post: Render = (view, about) => {
  const { group, say } = view;
  if (!group || !isCommunity(group)) return notThere(view, about);
  const area = nameOf(view, group);
  const thread = view.threads.find((it) => it.community === group.id);
  const kind = thread?.kind ?? 'question';
  const verb = 'show.post.thread' as const;
  const fields = { group: group.id, thread: String(about.thread) };
  return card(view, {
    about: lineOf(view, group),
    title: say(`post.thread.${kind}`, { area }),
    body: [
      para(say(thread ? 'post.thread.body' : 'post.thread.gone')),
      counts(view, group),
      ...(thread && isMember(view, group) ? ours(view, thread) : []),
    ],
    buttons: thread ? [{ title: say('post.thread.show'), verb, fields }, ...page(view, group)] : [],
    ...(thread
      ? {
          refresh: {
            verb,
            fields,
            readers: group.members.slice(-mostReaders).flatMap((it) => view.teamsId(it) ?? []),
          },
        }
      : {}),
  });
};

/** Whom a card can be drawn anew for by itself; the others press its button. */
const mostReaders = 60;

export const postCards: Renders = { 'post.community': welcome, 'post.thread': post };
