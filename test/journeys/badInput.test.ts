// Whatever comes from a button that no card of ours would send: refused by name, shown kindly, and without any effect.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import { wordsIn } from '../store/kept.ts';
import { cards, fieldsOf, inner, keysOf, outer } from './buttons.ts';
import type { Json } from './company.ts';
import { type Formed, openFormed, type Sent, stranger } from './formed.ts';
import { answerOf, kickOff, press, say, six } from './people.ts';

const [lena, , benoit, nuria, margaux, emre] = six;

let formed: Formed;
beforeAll(async () => {
  formed = await openFormed();
});
afterAll(() => formed.company.close());

/** Said when something of ours went wrong: whatever came in is no reason for that. */
const broken = 'Something went wrong';
const noLonger = 'does not fit what I know any more';

/** Each is answered with a card or a line that contains the sentence. */
async function allSay(sentence: string, presses: readonly Sent[]): Promise<void> {
  const answers = await formed.pressAll(presses);
  const wrong = answers.filter(({ status, text }) => status !== 200 || !text.includes(sentence));
  expect(
    wrong.map((it) => `${it.verb} ${JSON.stringify(it.data)}: ${it.status} ${it.text}`.slice(0, 300)),
  ).toEqual([]);
}

const outerNamed = (name: string): AnyStepCommand => {
  const found = outer.find((it) => it.name === name);
  if (!found) throw new Error(`There is no command ${name}.`);
  return found;
};
const pressed = (command: AnyStepCommand, more: Json = {}): Sent => ({
  verb: `do.${command.name}`,
  data: { ...fieldsOf(command, formed.ids), ...more },
});

describe('a field of a button', () => {
  it('is refused when it is a number, a list, an object or nothing instead of text', async () => {
    const numbers = new Set(['progress', 'task', 'rating', 'days', 'week', 'cycle', 'version']);
    const flags = new Set(['suits', 'accepts']);
    const wrong = (key: string) => [
      ['A sentence'],
      { text: 'A sentence' },
      null,
      numbers.has(key) ? 1.5 : 7,
      flags.has(key) ? 'maybe' : true,
    ];
    const presses = outer.flatMap((command) =>
      keysOf(command).flatMap((key) => wrong(key).map((value) => pressed(command, { [key]: value }))),
    );
    expect(presses.length).toBeGreaterThan(300);
    await formed.unmoved(() => allSay(noLonger, presses));
  });

  it('is refused when the button does not have it, or more than that', async () => {
    const more = outer.map((it) => pressed(it, { n: 1 }));
    const ofGroups = outer.filter((it) => keysOf(it).includes('group'));
    const none = ofGroups.map((it) => pressed(it, { group: undefined }));
    await formed.unmoved(() => allSay(noLonger, [...more, ...none]));
  });

  it('is refused with how long it may be when it is longer', async () => {
    const long = 'x'.repeat(1001);
    const texts: [string, string, number][] = [
      ['addObjective', 'objective', 300],
      ['proposeTopic', 'name', 80],
      ['recordPractice', 'words', 1000],
      ['pickCourse', 'title', 80],
      ['commit', 'behaviour', 300],
    ];
    for (const [name, key, most] of texts) {
      const sentence = `longer than ${most.toLocaleString('en')} characters`;
      await formed.unmoved(() => allSay(sentence, [pressed(outerNamed(name), { [key]: long })]));
    }
  });

  it('is refused when it is blank, and the card stays with what is in it', async () => {
    for (const blank of ['', '   ', '\n\t', '\u200b'])
      await formed.unmoved(() =>
        allSay('There was no text', [pressed(outerNamed('addObjective'), { objective: blank })]),
      );
  });

  it('opens no command that only the clock or an outcome may give', async () => {
    expect(inner.map((it) => it.name)).toContain('considerGroup');
    const presses = inner.flatMap((it) => [lena, stranger].map((as) => ({ as, ...pressed(it) })));
    await formed.unmoved(() => allSay(noLonger, presses));
  });
});

describe('a button that no card has', () => {
  it('is answered with the way back', async () => {
    const verbs = 'do. do.nothing show. show.nothing x do.constructor show.__proto__ toString'.split(' ');
    const presses = verbs.map((verb) => ({ verb, data: { group: formed.ids.group } }));
    await formed.unmoved(() => allSay(noLonger, presses));
  });

  it('shows every card there is, whatever stands in its fields, and never breaks', {
    timeout: 240_000,
  }, async () => {
    const junk: Json[] = [
      {},
      { group: formed.ids.group },
      { group: formed.ids.proposed, topic: formed.ids.group },
      { group: 7, topic: [], person: {}, shared: null, stage: 1, refused: ['tooLong'] },
      {
        group: 'x'.repeat(5000),
        meeting: 'x',
        date: '2026-99-99',
        time: '99',
        kind: 'x',
        to: 'x',
        times: 'x',
      },
      {
        group: formed.ids.group,
        refused: 'tooLong',
        stage: 'x',
        person: randomUUID(),
        draft: formed.ids.words,
        topics: ' ',
      },
      {
        group: formed.ids.group,
        refused: 'discussionOpen',
        start: 'never',
        until: 'x',
        challenge: 'x',
        objective: 'x',
      },
    ];
    await formed.unmoved(async () => {
      for (const as of [lena, stranger]) {
        const told = junk.filter((it) => as === lena || it.group === formed.ids.group);
        const presses = cards
          .filter((it) => it !== 'broken')
          .flatMap((card) => told.map((data) => ({ as, verb: `show.${card}`, data })));
        const answers = await formed.pressAll(presses);
        expect(answers.filter((it) => it.status !== 200 || it.text.includes(broken))).toEqual([]);
        if (as === lena) continue;
        const shown = answers.map((it) => it.text).join('\n');
        expect([...six, 'Speak up', 'Listen before'].filter((it) => shown.includes(it))).toEqual([]);
      }
    });
  });

  it('is remembered by its ids alone, not by what it says', async () => {
    const { status } = await formed.wire.press(lena, 'show.topics', {
      name: 'Quagga in the grass',
      group: 'A quagga',
    });
    expect(status).toBe(200);
    expect(wordsIn(formed.company.folder, ['Quagga in', 'A quagga'])).toEqual([]);
  });

  it('does nothing for somebody who is not in the group', async () => {
    const as = stranger;
    const presses = [
      { as, verb: 'do.addObjective', data: { group: formed.ids.group, objective: 'Let me in' } },
      {
        as,
        verb: 'do.rewordObjective',
        data: { group: formed.ids.group, objective: formed.ids.objective, words: 'Mine' },
      },
      { as, verb: 'do.leaveGroup', data: { group: formed.ids.group } },
      { as, verb: 'do.goOn', data: { group: formed.ids.group } },
      { as, verb: 'do.acceptSeat', data: { group: formed.ids.proposed } },
      { as: lena, verb: 'do.declineSeat', data: { group: formed.ids.proposed } },
      { as: lena, verb: 'do.addObjective', data: { group: formed.ids.proposed, objective: 'Let me in' } },
      { as: lena, verb: 'do.addObjective', data: { group: randomUUID(), objective: 'Let me in' } },
    ];
    await formed.unmoved(() => allSay('I don’t know this group, or you are not in it', presses));
  });

  it('does nothing with what belongs to another member', async () => {
    const { group, hers: objective } = formed.ids;
    await formed.unmoved(() =>
      allSay('I can’t find that objective among yours', [
        { verb: 'do.rewordObjective', data: { group, objective, words: 'Mine now' } },
        { verb: 'do.removeObjective', data: { group, objective } },
        { verb: 'do.restoreObjective', data: { group, objective } },
        { verb: 'do.rewordObjective', data: { group, objective: randomUUID(), words: 'Mine now' } },
      ]),
    );
  });
});

describe('late and twice', () => {
  it('takes a press that Teams delivers again, under the same id or another, only once', async () => {
    const redeliver = (newId: boolean) => formed.company.door('happen', { what: 'redeliver', newId });
    for (const person of [benoit, nuria, margaux, emre])
      await press(formed.company, person, 'Add objective', { objective: 'Ask better questions' });
    await press(formed.company, lena, 'The kick-off');
    await press(formed.company, lena, 'Name a problem at work');
    await press(formed.company, lena, 'Add it', { opportunity: 'Reviews take a week' });
    await formed.unmoved(() => redeliver(false).then(() => redeliver(true)));
    await say(formed.company, lena, 'opportunity: meetings without an end');
    await formed.unmoved(() => redeliver(false).then(() => redeliver(true)));
    expect(formed.happened('opportunityNamed')).toHaveLength(2);
  });

  it('refuses the button of last week kindly when the group has gone on', async () => {
    const stale = (await formed.company.sees(benoit)).find(
      (it) => it.activity.summary === 'What do you want to be able to do?',
    );
    await kickOff(formed.company, six);
    await formed.company.door('clock', { advance: 'P7D' });
    const before = formed.happened('objectiveSet').length;
    const said = await formed.company.pressOn(benoit, stale?.id ?? '', 'Add objective', {
      objective: 'Too late',
    });
    expect(said.status).toBe(200);
    expect(answerOf(said)).toContain('The group has gone on to “course”');
    expect(formed.happened('objectiveSet')).toHaveLength(before);
  });

  it('has broken nothing', async () => {
    expect(await formed.company.work()).toMatchObject({ due: 0, running: 0, failed: 0, unknown: 0 });
    expect(formed.company.log()).not.toContain('"msg":"broken"');
  });
});
