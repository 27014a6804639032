// How people are reached in their own chat: told something, brought the app first, and left in peace where they or IT want that.
import type { At, Command, News, PersonId } from '../lifecycle/decision.ts';
import type { Installed, Reach } from '../person/facts.ts';
import type { Effect, Tx } from '../store/contract.ts';
import type { Act, Acting, Result } from './acts.ts';
import { done, refused } from './foregone.ts';
import type { Message, Outcome } from './ports.ts';
import { render } from './render.ts';

type Of<K extends News['is']> = Extract<News, { is: K }>;

/** Nobody tells us when somebody unblocks the app (msteams-docs, issue 8200): so seldom it is tried again. */
const blockedDays = 7;
/** Teams docs, "Status codes from bot conversational APIs": IT has blocked the app, for one person or for all. */
const disabledDays = 1;
/** What is said of somebody whom the directory does not know any more. */
const leftCompany = 'leftCompany';

const blocked = (was: Installed, now: At, days: number): Reach => ({
  is: 'blocked',
  until: Temporal.Instant.from(now)
    .add({ hours: 24 * days })
    .toString({ smallestUnit: 'millisecond' }),
  was,
});

/** By Microsoft's code for why nothing can be sent to somebody now. */
const unreached: Record<string, (was: Installed, now: At) => Reach> = {
  MessageWritesBlocked: (was, now) => blocked(was, now, blockedDays),
  ConversationBlockedByUser: (was, now) => blocked(was, now, blockedDays),
  BotDisabledByAdmin: (was, now) => blocked(was, now, disabledDays),
  BotNotInConversationRoster: () => ({ is: 'removed' }),
  ForbiddenOperationException: () => ({ is: 'removed' }),
  // The chat has another id by now, or is not there yet: the next news looks for it.
  ConversationNotFound: () => ({ is: 'none' }),
  [leftCompany]: () => ({ is: 'removed' }),
};

/** Where something may be sent now; undefined: nowhere. */
function addressIn(reach: Reach, now: At): Installed | undefined {
  if (reach.is === 'installed') return reach;
  const isOver = reach.is === 'blocked' && reach.until !== undefined && reach.until <= now;
  return isOver ? reach.was : undefined;
}

/** Changes how somebody is reached, as they are known now: the call before may have taken its time. */
async function reached(
  tx: Tx,
  tenant: string,
  id: PersonId,
  by: (known: Reach) => Reach | undefined,
): Promise<void> {
  const person = (await tx.people.get(tenant, [id])).get(id);
  const reach = person && by(person.reach);
  if (reach) await tx.people.save(tenant, { ...person, reach });
}

const mostTries = 3;
const pauseSeconds = 60;

/**
 * “Not found” is said now and then of a chat that is there a moment later (msteams-docs, issue 9425), and always where
 * somebody has no account any more: what it is, the directory knows.
 */
async function orLeft<T>(
  { directory }: Acting,
  oid: string,
  { attempts }: Effect,
  ended: Outcome<T>,
): Promise<Outcome<T>> {
  if (ended.is !== 'refused' || ended.status !== 404) return ended;
  const later = { is: 'wait', seconds: pauseSeconds, code: ended.code } as const;
  if (attempts < mostTries) return later;
  const known = await directory.person(oid);
  if (known.is === 'wait' || known.is === 'unknown') return later;
  const isGone = known.is === 'refused' && known.status === 404;
  return isGone ? { is: 'refused', code: leftCompany, status: 404 } : ended;
}

const whoLeft =
  (person: PersonId) =>
  (code: string): Command | undefined =>
    code === leftCompany ? { do: 'personGone', person } : undefined;

export const sent = async (outcome: Promise<Outcome<{ activity: string }>>): Promise<Outcome<Result>> => {
  const ended = await outcome;
  return ended.is === 'done' ? { is: 'done', value: { activity: ended.value.activity } } : ended;
};

export async function tell(
  parts: Acting,
  tx: Tx,
  effect: Effect,
  news: Of<'tell'>,
  now: string,
): Promise<Act> {
  const { tenant } = effect;
  const person = (await tx.people.get(tenant, [news.to])).get(news.to);
  if (!person) return refused('forgotten');
  const address = addressIn(person.reach, now);
  if (!address) return refused(person.reach.is);
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
    call: async () => orLeft(parts, person.oid, effect, await sent(parts.mouth.send(address, message))),
    within: [`conversation/${address.conversation}`],
    refused: whoLeft(to),
    async ended(inTx, end) {
      if ('failed' in end) await reached(inTx, tenant, to, () => unreached[end.failed]?.(address, now));
      if ('done' in end)
        await reached(inTx, tenant, to, (known) => (known.is === 'blocked' ? address : undefined));
    },
  };
}

export async function install(parts: Acting, tx: Tx, effect: Effect, news: Of<'install'>): Promise<Act> {
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
      const installed = await orLeft(parts, person.oid, effect, await parts.workspace.install(person.oid));
      if (installed.is !== 'done') return installed;
      const found = await chat();
      if (found.is === 'done' && found.value) return { is: 'done', value: found.value };
      // Installed, and the chat is not readable yet: installing again is answered with "is there already".
      return found.is === 'refused' ? found : { is: 'wait', seconds: 2, code: 'chatNotReady' };
    },
    find: chat,
    refused: whoLeft(news.to),
    async ended(inTx, end) {
      if ('failed' in end && end.failed === leftCompany)
        await reached(inTx, tenant, news.to, () => ({ is: 'removed' }));
      if (!('done' in end) || end.done.conversation === undefined) return;
      const conversation = String(end.done.conversation);
      const reach: Reach = { is: 'installed', conversation, teamsId: '', serviceUrl: parts.serviceUrl };
      await reached(inTx, tenant, news.to, (known) => (known.is === 'none' ? reach : undefined));
    },
  };
}
