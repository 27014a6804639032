// Several people who talk to the shell with its own understanding of sentences, while its hands work through the ledger.

import { conversation } from '../../bot/run/conversation.ts';
import { performer } from '../../bot/run/hands.ts';
import type { Directory } from '../../bot/run/ports.ts';
import type { RoleAsked } from '../../bot/run/role.ts';
import type { Answer, Said, Turn } from '../../bot/run/turn.ts';
import { recognise } from '../../bot/speech/recognise.ts';
import { openShell, type Shell, tenant } from './shell.ts';

export interface Talk extends Shell {
  hear(who: string, said: Said, more?: Partial<Turn>): Promise<Answer | null>;
  writes(who: string, text: string): Promise<Answer | null>;
  presses(who: string, verb: string, fields?: Record<string, unknown>): Promise<Answer | null>;
  /** Performs what is due. */
  works(): Promise<void>;
  /** Our own id of somebody who has spoken. */
  idOf(who: string): Promise<string>;
  /** What cards somebody was told, oldest first. */
  told(who: string): Promise<string[]>;
}

/** A directory that says nothing. */
export const silent: Directory = {
  person: async () => ({ is: 'wait', seconds: 5, code: 'noAnswer' }),
  membersOf: async () => ({ is: 'done', value: [] }),
};

export const oidOf = (who: string) => `oid-${who}`;

const nobodyFacilitates: RoleAsked['facilitates'] = async () => ({ is: 'done', value: false });

export async function openTalk(
  directory: Directory = silent,
  facilitates = nobodyFacilitates,
): Promise<Talk> {
  const shell = await openShell();
  let next = 0;
  const hands = performer(shell.parts);
  const hears = conversation({ ...shell.parts, directory, facilitates, recognise, wake: () => {} });
  const hear: Talk['hear'] = (who, said, more = {}) =>
    hears({
      tenant,
      keys: [`key ${next++}`],
      speaker: { oid: oidOf(who), teamsId: `29:${who}`, name: `Name ${who}` },
      place: { kind: 'personal', conversation: `a:${who}`, serviceUrl: 'http://127.0.0.1/' },
      said,
      ...more,
    });
  const idOf = async (who: string) => {
    const person = await shell.store.transaction((tx) => tx.people.byOid(tenant, oidOf(who)));
    return person?.id ?? '';
  };
  return Object.assign(shell, {
    hear,
    idOf,
    writes: (who: string, text: string) => hear(who, { is: 'text', text }),
    presses: (who: string, verb: string, fields: Record<string, unknown> = {}) =>
      hear(who, { is: 'pressed', verb, fields: { nonce: `n${next}`, ...fields }, invoke: true }),
    async works() {
      hands.wake();
      await hands.quiet();
    },
    async told(who: string) {
      const id = await idOf(who);
      return (await shell.effects())
        .toReversed()
        .flatMap(({ news }) => (news.is === 'tell' && news.to === id ? [news.what] : []));
    },
  });
}
