// What each kind of news means outside: the one call it stands for, how it is looked up, and what its end means for us.
import type { Command, News, PersonId } from '../lifecycle/decision.ts';
import type { Scope } from '../limits/microsoft.ts';
import type { Reach } from '../person/facts.ts';
import type { Effect, Tx } from '../store/contract.ts';
import type { Book } from './book.ts';
import { build } from './builds.ts';
import { done, refused } from './foregone.ts';
import { gather } from './gather.ts';
import type { Building } from './making.ts';
import type { Clock, Message, Mouth, Outcome } from './ports.ts';
import { render } from './render.ts';
import { shard } from './shards.ts';

export type Result = Record<string, string | number>;

export interface Act {
  /** The one call; nothing is repeated inside. */
  call(): Promise<Outcome<Result>>;
  /** Looks up whether an earlier, unknown call had its effect; null: certainly not there now. Absent: cannot be looked up. */
  find?(): Promise<Outcome<Result | null>>;
  /** The command that brings the outcome back to the group. */
  built?(result: Result): Command;
  refused?(code: string): Command;
  /** What has a limit of its own at Microsoft, the narrowest last. */
  within?: readonly Scope[];
  /** What else is recorded with the end, or with why it is tried again, in the same transaction. */
  ended?(tx: Tx, end: { done: Result } | { failed: string } | { waits: string }): Promise<void>;
}

export interface Acting extends Building {
  book: Book;
  clock: Clock;
  mouth: Mouth;
  contact: string;
  /** Where the bot speaks when nobody has written yet (Teams' global service URL). */
  serviceUrl: string;
}

type Of<K extends News['is']> = Extract<News, { is: K }>;

/** Microsoft's codes for people who blocked the bot or took it off; nothing is sent to them until they come back. */
const gone: Record<string, Reach> = {
  MessageWritesBlocked: { is: 'blocked' },
  ConversationBlockedByUser: { is: 'blocked' },
  BotNotInConversationRoster: { is: 'removed' },
  ForbiddenOperationException: { is: 'removed' },
};

/** Changes how somebody is reached, as they are known now: the call before may have taken its time. */
async function reached(
  tx: Tx,
  tenant: string,
  id: PersonId,
  by: (now: Reach) => Reach | undefined,
): Promise<void> {
  const person = (await tx.people.get(tenant, [id])).get(id);
  const reach = person && by(person.reach);
  if (reach) await tx.people.save(tenant, { ...person, reach });
}

const sent = async (outcome: Promise<Outcome<{ activity: string }>>): Promise<Outcome<Result>> => {
  const ended = await outcome;
  return ended.is === 'done' ? { is: 'done', value: { activity: ended.value.activity } } : ended;
};

async function tell(parts: Acting, tx: Tx, effect: Effect, news: Of<'tell'>, now: string): Promise<Act> {
  const { tenant } = effect;
  const person = (await tx.people.get(tenant, [news.to])).get(news.to);
  if (!person) return refused('forgotten');
  const { reach } = person;
  if (reach.is !== 'installed') return refused(reach.is);
  const { what, to, group, topic, about } = news;
  const message: Message = await render(tx, parts.book, {
    tenant,
    reader: to,
    show: what,
    now,
    contact: parts.contact,
    ...(group === undefined ? {} : { group }),
    ...(topic === undefined ? {} : { topic }),
    ...(about === undefined ? {} : { about }),
  });
  return {
    call: () => sent(parts.mouth.send(reach, message)),
    within: [`conversation/${reach.conversation}`],
    async ended(inTx, end) {
      if ('failed' in end) await reached(inTx, tenant, to, () => gone[end.failed]);
    },
  };
}

async function answer(parts: Acting, tx: Tx, effect: Effect, news: Of<'answer'>, now: string): Promise<Act> {
  const person = (await tx.people.get(effect.tenant, [news.to])).get(news.to);
  const message = await render(tx, parts.book, {
    tenant: effect.tenant,
    reader: null,
    show: news.what,
    now,
    contact: parts.contact,
  });
  const serviceUrl = person?.reach.is === 'installed' ? person.reach.serviceUrl : parts.serviceUrl;
  const { conversation } = news;
  return {
    call: () => sent(parts.mouth.send({ conversation, serviceUrl }, message)),
    within: [`conversation/${conversation}`],
  };
}

async function post(parts: Acting, tx: Tx, effect: Effect, news: Of<'post'>, now: string): Promise<Act> {
  const { tenant } = effect;
  const { place } = await parts.group(tx, tenant, news.group);
  const { team, channel } = place;
  if (team === undefined || channel === undefined) return refused('noChannel');
  const message = await render(tx, parts.book, {
    tenant,
    reader: null,
    place: 'team',
    show: `post.${news.what}`,
    group: news.group,
    now,
    contact: parts.contact,
    ...(news.about === undefined ? {} : { about: news.about }),
  });
  return {
    call: () => sent(parts.mouth.post({ team, channel, serviceUrl: parts.serviceUrl }, message)),
    within: [`conversation/${channel}`],
  };
}

async function install(parts: Acting, tx: Tx, effect: Effect, news: Of<'install'>): Promise<Act> {
  const { tenant } = effect;
  const person = (await tx.people.get(tenant, [news.to])).get(news.to);
  if (!person) return refused('forgotten');
  // Teams told us so itself, before the answer to our own call was known.
  if (person.reach.is !== 'none') return done({});
  const chat = async (): Promise<Outcome<Result | null>> => {
    const found = await parts.workspace.findChat(person.oid);
    if (found.is !== 'done') return found;
    return { is: 'done', value: found.value && { conversation: found.value.conversation } };
  };
  return {
    async call() {
      const installed = await parts.workspace.install(person.oid);
      if (installed.is !== 'done') return installed;
      const found = await chat();
      if (found.is === 'done' && found.value) return { is: 'done', value: found.value };
      // Installed, and the chat is not readable yet: installing again is answered with "is there already".
      return found.is === 'refused' ? found : { is: 'wait', seconds: 2, code: 'chatNotReady' };
    },
    find: chat,
    async ended(inTx, end) {
      if (!('done' in end) || end.done.conversation === undefined) return;
      const conversation = String(end.done.conversation);
      const reach: Reach = { is: 'installed', conversation, teamsId: '', serviceUrl: parts.serviceUrl };
      await reached(inTx, tenant, news.to, (now) => (now.is === 'none' ? reach : undefined));
    },
  };
}

export async function actOn(parts: Acting, tx: Tx, effect: Effect, now: string): Promise<Act> {
  const { news } = effect;
  switch (news.is) {
    case 'tell':
      return tell(parts, tx, effect, news, now);
    case 'answer':
      return answer(parts, tx, effect, news, now);
    case 'post':
      return post(parts, tx, effect, news, now);
    case 'install':
      return install(parts, tx, effect, news);
    case 'build':
      return build(parts, tx, effect, news, now);
    case 'gather':
      return gather(parts, tx, effect, news, now);
    case 'shard':
      return shard(parts, tx, effect, news, now);
    case 'later':
      return refused('notAnAct');
  }
}
