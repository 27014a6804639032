// Turns of Teams: each is handled once however often it comes, questions and undo live as long as they are said to.
import { describe, expect, test } from 'vitest';
import type { Heard } from '../../bot/lifecycle/conversation.ts';
import { conversation } from '../../bot/run/conversation.ts';
import type { Answer, Said, Turn } from '../../bot/run/turn.ts';
import { openShell, type Shell, tenant } from './shell.ts';

const meanings: Record<string, Heard> = {
  learn: { intent: 'register_interest', slots: {} },
  'learn law': { intent: 'register_interest', slots: { topic: 'Company law' } },
  'learn speaking': { intent: 'register_interest', slots: { topic: 'Public speaking' } },
  undo: { intent: 'undo', slots: {} },
};

interface Chat extends Shell {
  hear(said: Said, ...keys: string[]): Promise<Answer | null>;
  writes(text: string, ...keys: string[]): Promise<Answer | null>;
  /** What the person was told, oldest first. */
  told(): Promise<string[]>;
  /** Types of the events of the person who speaks. */
  life(): Promise<string[]>;
}

async function openChat(): Promise<Chat> {
  const shell = await openShell();
  let next = 0;
  const hears = conversation({
    ...shell.parts,
    directory: {
      person: async () => ({ is: 'wait', seconds: 5, code: 'noAnswer' }),
      membersOf: async () => ({ is: 'done', value: [] }),
    },
    facilitates: async () => ({ is: 'done', value: false }),
    recognise: (text) => meanings[text] ?? { intent: 'none', slots: {} },
    wake: () => {},
  });
  const hear: Chat['hear'] = (said, ...keys) => {
    const turn: Turn = {
      tenant,
      keys: keys.length > 0 ? keys : [`key ${next++}`],
      speaker: { oid: 'oid-lena', teamsId: '29:lena', name: 'Lena Hartwig' },
      place: { kind: 'personal', conversation: 'a:lena', serviceUrl: 'http://127.0.0.1/' },
      said,
    };
    return hears(turn);
  };
  return {
    ...shell,
    hear,
    writes: (text, ...keys) => hear({ is: 'text', text }, ...keys),
    told: async () =>
      (await shell.effects()).toReversed().flatMap(({ news }) => (news.is === 'tell' ? [news.what] : [])),
    async life() {
      const person = await shell.store.transaction((tx) => tx.people.byOid(tenant, 'oid-lena'));
      return shell.types(`person/${person?.id}`);
    },
  };
}

const proposes = (name: string): Said => ({
  is: 'pressed',
  verb: 'do.proposeTopic',
  fields: { name, nonce: 'n' },
  invoke: true,
});

/** A card is drawn anew for each answer; only its nonces differ. */
const withoutNonces = (answer: Answer | null): unknown =>
  JSON.parse(JSON.stringify(answer), (key, value: unknown) => (key === 'nonce' ? '' : value));

describe('what Teams delivers again', () => {
  test.each([
    ['under the same id', ['id 1', 'client 1'], ['id 1', 'client 1']],
    ['under a new id with the same client id', ['id 1', 'client 1'], ['id 2', 'client 1']],
  ])('%s is handled once', async (_, first, second) => {
    const chat = await openChat();
    await chat.writes('learn law', ...first);
    await chat.writes('learn law', ...second);
    await chat.writes('learn law', ...first);
    expect(await chat.life()).toEqual(['interestRegistered']);
    expect(await chat.told()).toEqual(['interest.registered']);
  });

  test('at the same moment is handled once', async () => {
    const chat = await openChat();
    await Promise.all([1, 2, 3].map(() => chat.writes('learn law', 'id 1')));
    expect(await chat.life()).toEqual(['interestRegistered']);
    expect(await chat.told()).toEqual(['interest.registered']);
  });

  test('as a press gets the same answer without happening twice', async () => {
    const chat = await openChat();
    const answer = await chat.hear(proposes('Company law'), 'card 1');
    expect(answer).toHaveProperty('card.type', 'AdaptiveCard');
    const again = await chat.hear(proposes('Company law'), 'card 1');
    expect(withoutNonces(again)).toEqual(withoutNonces(answer));
    expect(await chat.life()).toEqual(['interestRegistered']);
  });

  test('as a refused press gets the same notice', async () => {
    const chat = await openChat();
    const answer = await chat.hear(proposes('  '), 'card 1');
    expect(answer).toHaveProperty('notice');
    expect(await chat.hear(proposes('  '), 'card 1')).toEqual(answer);
    expect(await chat.life()).toEqual([]);
  });
});

test('a press of a card that is none of ours is refused and does nothing', async () => {
  const chat = await openChat();
  for (const verb of ['', 'do.', 'do.toString', 'show.__proto__', 'do.placeBuilt', 'eval']) {
    const answer = await chat.hear({ is: 'pressed', verb, fields: { group: {} }, invoke: true });
    expect(JSON.stringify(answer), verb).toContain('does not fit what I know');
  }
  expect(await chat.life()).toEqual([]);
});

test('two quick messages are both handled', async () => {
  const chat = await openChat();
  await Promise.all([chat.writes('learn law'), chat.writes('learn speaking')]);
  expect(await chat.life()).toEqual(['interestRegistered', 'interestRegistered']);
  expect(await chat.told()).toEqual(['interest.registered', 'interest.registered']);
});

test('of two quick answers only the first answers the question', async () => {
  const chat = await openChat();
  await chat.writes('learn');
  await Promise.all([chat.writes('Negotiation'), chat.writes('Negotiating')]);
  expect(await chat.life()).toEqual(['interestRegistered']);
  expect(await chat.told()).toEqual(['topics', 'interest.registered', 'notUnderstood']);
});

describe('a question', () => {
  test('is answered by the next sentence', async () => {
    const chat = await openChat();
    await chat.writes('learn');
    chat.times.pass('PT29M');
    await chat.writes('Negotiation');
    expect(await chat.told()).toEqual(['topics', 'interest.registered']);
  });

  test('is not answered by a question, and stays open', async () => {
    const chat = await openChat();
    await chat.writes('learn');
    await chat.writes('are we done');
    await chat.writes('What have we learned?');
    await chat.writes('Negotiation');
    expect(await chat.told()).toEqual(['topics', 'notUnderstood', 'notUnderstood', 'interest.registered']);
  });

  test('that was asked half an hour ago is forgotten', async () => {
    const chat = await openChat();
    await chat.writes('learn');
    chat.times.pass('PT30M');
    await chat.writes('Negotiation');
    expect(await chat.told()).toEqual(['topics', 'notUnderstood']);
    expect(await chat.life()).toEqual([]);
  });
});

describe('undo', () => {
  test.each([
    ['PT9M59S', ['interestRegistered', 'interestWithdrawn']],
    ['PT10M', ['interestRegistered']],
    ['PT3H', ['interestRegistered']],
  ])('after %s leaves %j', async (later, life) => {
    const chat = await openChat();
    await chat.writes('learn law');
    chat.times.pass(later);
    await chat.writes('undo');
    expect(await chat.life()).toEqual(life);
    const [last] = (await chat.told()).toReversed();
    expect(last === 'nothingToUndo').toBe(life.length === 1);
  });
});
