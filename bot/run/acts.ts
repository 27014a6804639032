// What each kind of news means outside: the one call it stands for, how it is looked up, and what its end means for us.
import type { Command, News } from '../lifecycle/decision.ts';
import type { Scope } from '../limits/microsoft.ts';
import type { Effect, Tx } from '../store/contract.ts';
import type { Book } from './book.ts';
import { build } from './builds.ts';
import { refused } from './foregone.ts';
import { gather } from './gather.ts';
import type { Building } from './making.ts';
import type { Clock, Directory, Mouth, Outcome } from './ports.ts';
import { install, sent, tell } from './reaching.ts';
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
  refused?(code: string): Command | undefined;
  /** What has a limit of its own at Microsoft, the narrowest last. */
  within?: readonly Scope[];
  /** What else is recorded with the end, or with why it is tried again, in the same transaction. */
  ended?(tx: Tx, end: { done: Result } | { failed: string } | { waits: string }): Promise<void>;
}

export interface Acting extends Building {
  book: Book;
  clock: Clock;
  mouth: Mouth;
  directory: Directory;
  contact: string;
  /** Where the bot speaks when nobody has written yet (Teams' global service URL). */
  serviceUrl: string;
}

type Of<K extends News['is']> = Extract<News, { is: K }>;

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
