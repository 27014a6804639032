// A facilitator, who is in no group, asks in the chat for the workspace of one; nobody else gets it, and nobody its words.
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { type Policy, presets } from '../../bot/group/policy.ts';
import type { Outcome } from '../../bot/run/ports.ts';
import { ann, ben, cem, on, start, uuid } from '../lifecycle/given.ts';
import { tenant } from './shell.ts';
import { oidOf, openTalk, silent, type Talk } from './talk.ts';

const canary = 'quagga';
const words = uuid(90);
const channel = '19:c@thread.tacv2';
const made: GroupEvent[] = [
  { type: 'membersAdded', v: 1, team: 'team' },
  { type: 'channelOpened', v: 1, team: 'team', channel },
  { type: 'tabPinned', v: 1, tab: 'tab' },
];
const tabLost: GroupEvent = { type: 'partLost', v: 1, part: 'tab', how: 'gone' };

interface Asking extends Talk {
  /** How often Entra was asked, and what it says from now on. */
  entra: { asked: number; says: (oid: string) => Outcome<boolean> };
  topic(id: string, name: string): Promise<void>;
  /** Asks three people whether they are in. */
  asks(id: string, topic: string, policy?: Partial<Policy>): Promise<void>;
  /** They are, and their place is made. */
  lives(id: string, topic: string, more?: GroupEvent[], policy?: Partial<Policy>): Promise<void>;
  /** What the bot says to it, as JSON of the card. */
  answer(who: string, text: string): Promise<string>;
}

const members = [ann, ben, cem];
const proposed = (group: string, topic: string, policy: Partial<Policy> = {}): GroupEvent => ({
  type: 'groupProposed',
  v: 1,
  group,
  topic,
  policy: { ...presets.employees, ...policy },
  invited: members,
});

async function asking(): Promise<Asking> {
  const entra: Asking['entra'] = {
    asked: 0,
    says: (oid) => ({ is: 'done', value: oid === oidOf('anja') }),
  };
  const talk = await openTalk(silent, async (oid) => {
    entra.asked++;
    return entra.says(oid);
  });
  const keep = (stream: 'topic' | 'group', id: string, ...events: Parameters<typeof on>[3][]) =>
    talk.happened(
      `${stream}/${id}`,
      on(`${stream}/${id}`, start, ann, ...events).map(({ event }) => event),
    );
  await talk.knows(ann, ben, cem);
  const own = { id: words, owner: { person: ann }, audience: 'company', text: canary } as const;
  await talk.store.transaction((tx) => tx.words.write(tenant, [own], start));
  return Object.assign(talk, {
    entra,
    async topic(id: string, text: string) {
      const name = id.replace('00000000', '77777777');
      const row = { id: name, owner: { topic: id }, audience: 'company', text } as const;
      await talk.store.transaction((tx) => tx.words.write(tenant, [row], start));
      await keep('topic', id, { type: 'topicProposed', v: 1, topic: id, name, person: ann });
    },
    asks: (id: string, topic: string, policy?: Partial<Policy>) =>
      keep('group', id, proposed(id, topic, policy)),
    async lives(id: string, topic: string, more: GroupEvent[] = [], policy: Partial<Policy> = {}) {
      await keep(
        'group',
        id,
        proposed(id, topic, policy),
        { type: 'groupFormed', v: 1, members },
        { type: 'objectiveSet', v: 1, objective: uuid(40), person: ann, words },
        ...made,
        ...more,
      );
    },
    async answer(who: string, text: string) {
      const before = talk.sent.length;
      await talk.writes(who, text);
      await talk.works();
      return JSON.stringify(talk.sent.slice(before).filter((it) => it.conversation === `a:${who}`));
    },
  });
}

const feedback = uuid(2);
const law = uuid(3);

async function oneGroup(): Promise<Asking> {
  const talk = await asking();
  await talk.topic(feedback, 'Giving feedback');
  await talk.lives(uuid(101), feedback);
  return talk;
}

describe('Whoever asks for the workspace of a group they are not in', () => {
  test('sees its steps as a facilitator, and none of its words', async () => {
    const talk = await oneGroup();
    const shown = await talk.answer('anja', 'workspace of giving feedback');
    expect(shown).toContain('The workspace of Giving feedback');
    expect(shown).toContain('✓ The channel');
    expect(shown).not.toContain(canary);
  });

  test('sees as a facilitator what is to be made for one that is still asked together', async () => {
    const talk = await asking();
    await talk.topic(feedback, 'Giving feedback');
    await talk.asks(uuid(101), feedback);
    const shown = await talk.answer('anja', 'workspace of giving feedback');
    expect(shown).toContain('○ The channel: still to be made');
    expect(await talk.answer(ann, 'workspace of giving feedback')).not.toContain('still to be made');
  });

  test('sees that of a confidential group, too, as the facilitator’s page shows it', async () => {
    const talk = await asking();
    await talk.topic(feedback, 'Giving feedback');
    await talk.lives(uuid(101), feedback, [], { confidential: true });
    const shown = await talk.answer('anja', 'workspace of giving feedback');
    expect(shown).toContain('The workspace of Giving feedback');
    expect(shown).not.toContain(canary);
  });

  test('is told that there is none for them where they facilitate nothing', async () => {
    const talk = await oneGroup();
    expect(await talk.answer('lena', 'workspace of giving feedback')).toContain('I don’t know this group');
    expect(await talk.answer('lena', 'workspace')).toContain('You are not in a group yet');
  });

  test.each([
    [
      { is: 'refused', code: 'Authorization_RequestDenied', status: 403 },
      'IT does not let me read who is one',
    ],
    [{ is: 'unknown', code: '503' }, 'Write it again in a minute'],
  ] as const)('is told so where Entra says %j', async (outcome, sentence) => {
    const talk = await oneGroup();
    talk.entra.says = () => outcome;
    expect(await talk.answer('anja', 'workspace of giving feedback')).toContain(sentence);
  });

  test('is not believed because a button says that they facilitate', async () => {
    const talk = await oneGroup();
    for (const fields of [
      { group: uuid(101), facilitator: 1 },
      { topics: feedback, facilitator: 1 },
    ])
      for (const show of ['workspace', 'workspaces']) {
        const answer = JSON.stringify(await talk.presses('lena', `show.${show}`, fields));
        expect(answer).toContain('I don’t know this group');
        expect(answer).not.toContain('The channel');
      }
  });
});

describe('A facilitator who names no group', () => {
  test('chooses among at most six, and those come first of which something is lost, refused or unknown', async () => {
    const talk = await asking();
    await talk.topic(feedback, 'Giving feedback');
    await talk.topic(law, 'Company law');
    for (let n = 0; n < 7; n++) await talk.lives(uuid(101 + n), feedback);
    await talk.lives(uuid(120), law, [tabLost]);
    const shown = await talk.answer('anja', 'workspace');
    expect(shown).toContain('Our tab in the channel: somebody has removed it');
    expect(shown.indexOf('Company law')).toBeLessThan(shown.indexOf('Giving feedback'));
    expect(shown.match(/Nothing of it is lost/g)).toHaveLength(5);
    expect(shown).not.toContain(canary);
    const opened = JSON.stringify(
      await talk.presses('anja', 'show.workspace', { group: uuid(120), facilitator: 1 }),
    );
    expect(opened).toContain('The workspace of Company law');
  });

  test('has a lost part made again, also by writing what the button says', async () => {
    const talk = await asking();
    await talk.topic(feedback, 'Giving feedback');
    await talk.lives(uuid(101), feedback, [tabLost]);
    expect(await talk.answer('anja', 'workspace')).toContain('Make our tab again');
    expect(await talk.answer('anja', 'Make our tab again')).toContain('The workspace of Giving feedback');
    expect(await talk.types(`group/${uuid(101)}`)).toContain('partWanted');
  });
});

test('Entra is asked for nobody’s role before a sentence needs it, and a redelivery asks no more', async () => {
  const talk = await oneGroup();
  for (const text of ['hello', 'topics', 'my groups', 'help']) await talk.writes('lena', text);
  expect(talk.entra.asked).toBe(0);
  const again = { keys: ['the same'] };
  await talk.hear('anja', { is: 'text', text: 'workspace' }, again);
  await talk.hear('anja', { is: 'text', text: 'workspace' }, again);
  expect(talk.entra.asked).toBe(1);
  expect(await talk.told('anja')).toEqual(['workspaces']);
});
