// Welcome, help and every sentence that could not be acted on: never a dead end, never the same answer twice.
import { describe, expect, test } from 'vitest';
import { stages } from '../../bot/group/events.ts';
import type { Live } from '../../bot/group/group.ts';
import { policiesOf } from '../../bot/group/policy.ts';
import { help } from '../../bot/help/index.ts';
import en from '../../bot/words/en.json' with { type: 'json' };
import { ann, given, group, stranger, uuid, viewOf } from '../lifecycle/given.ts';
import { alone } from '../lifecycle/here.ts';
import { cards } from '../lifecycle/openings.ts';
import { atStage } from '../lifecycle/practising.ts';
import { faults, read, verbs } from '../lifecycle/sound.ts';

const none = given();
const show = (card: string, about = {}, groups: Live[] = [], reader: string | null = ann) =>
  help.cards[card]?.(viewOf(none, reader, { groups, name: () => '*Ann* Archer' }), about);
/** Read in a place where nobody presses anything. */
const inPublic = ['welcomeTeam', 'answeredInChat', 'groupChat'];
const refusals = Object.keys(en).flatMap((it) =>
  it.startsWith('refused.') ? [it.slice('refused.'.length)] : [],
);
const practising = [atStage('practice').live()];

test.each(Object.keys(help.cards))('%s is sound for everyone and leads on', (card) => {
  for (const reader of [ann, stranger, null])
    for (const groups of [[], practising])
      for (const about of [{}, { times: 2 }, { refused: 'notYet', stage: 'practice' }]) {
        const rendered = show(card, about, groups, reader);
        expect(rendered && faults(rendered)).toEqual([]);
        expect(verbs(rendered).length > 0).toBe(!inPublic.includes(card));
      }
});

describe('Help', () => {
  test('is about finding a group as long as there is none', () => {
    expect(read(show('help'))).toContain('You are not in a group yet');
    expect(verbs(show('help'))).toEqual(['show.topics', 'show.myGroups', 'show.communities']);
  });

  test('offers communities where they are on, or where the reader is in one from before', () => {
    const policies = policiesOf(['employees']);
    const off = help.cards.help?.(viewOf(none, ann, { policies }), {});
    expect(verbs(off)).toEqual(['show.topics', 'show.myGroups']);
    expect(read(off)).not.toContain('communities');
    const person = { ...none.person(ann), communities: [group] };
    expect(verbs(help.cards.help?.(viewOf(none, ann, { policies, person }), {}))).toContain(
      'show.communities',
    );
  });

  test.each(stages)('says what %s is for, what it takes and what it brings', (stage) => {
    const shown = show('help', {}, [atStage(stage).live()]);
    for (const part of ['stage', 'takes', 'gives'] as const)
      expect(read(shown)).toContain(en[`help.${part}.${stage}`]);
    expect(verbs(shown)[0]).toBe('show.group');
  });
});

describe('A sentence that was not understood', () => {
  test('is answered with examples first, then with a person who helps', () => {
    const [first, again] = [read(show('notUnderstood')), read(show('notUnderstood', { times: 2 }))];
    expect(first).toContain('You could write');
    expect(again).toContain('the people team');
    expect(again).not.toBe(first);
  });

  test('never twice in a row in the same way', () => {
    const said = [1, 2, 3, 4, 5].map((times) => read(show('notUnderstood', { times })));
    for (const [at, it] of said.entries()) expect(it).not.toBe(said[at + 1]);
  });

  test.each(stages)('has examples of its own at %s', (stage) => {
    const [example = ''] = en[`help.say.${stage}`].split(' · ');
    expect(read(show('notUnderstood', {}, [atStage(stage).live()]))).toContain(example);
  });
});

describe('A refusal', () => {
  test.each(refusals.filter((it) => it !== 'title' && it !== 'malformed'))(
    '%s is said in its own words, and there is a way on',
    (refused) => {
      const about = {
        refused,
        most: 5,
        seconds: 3,
        missing: 2,
        open: 2,
        points: 1,
        challenges: 0,
        done: 1,
        shared: 'missing',
        opportunity: 'there',
        material: 'there',
        course: 'missing',
        project: 'there',
        all: 6,
        stage: 'practice',
      };
      const shown = show('refused', about);
      expect(shown?.summary).not.toBe(en['refused.malformed']);
      expect(shown?.summary).not.toMatch(/[{}]|undefined/);
      const communities = /communit|otherArea/i.test(refused) ? ['show.communities'] : [];
      expect(verbs(shown)).toEqual([...communities, 'show.topics', 'show.help']);
    },
  );

  test('asks which of two groups is meant, with a button for each', () => {
    const two = [...practising, { ...atStage('course').live(), id: 'another' }];
    const shown = show('refused', { refused: 'whichGroup' }, two);
    expect(read(shown)).toContain('Which group do you mean?');
    expect(verbs(shown)).toEqual(['show.group', 'show.group', 'show.topics', 'show.help']);
    expect(verbs(show('refused', { refused: 'notYet', stage: 'course' }, two))[0]).toBe('show.myGroups');
  });

  test('of another topic offers to wait for it, unless the reader does', () => {
    const wanted = {
      id: uuid(3),
      name: 'Negotiation',
      waiting: 1,
      programme: 'employees',
      open: true,
    } as const;
    const about = { refused: 'oneTopic', topic: wanted.id };
    const offered = (mine: boolean) =>
      help.cards.refused?.(viewOf(none, ann, { topics: [{ ...wanted, mine }] }), about);
    expect(verbs(offered(false))[0]).toBe('do.registerInterest');
    expect(verbs(offered(true))[0]).toBe('show.topics');
  });

  test('names the stage as people call it', () => {
    expect(show('refused', { refused: 'notYet', stage: 'kickOff' })?.summary).toContain('“kick-off”');
  });

  test('that nobody knows, or whose facts are missing, says that the card is old', () => {
    expect(show('refused', { refused: 'notPractised' })?.summary).toBe(en['refused.malformed']);
    expect(show('refused', { refused: 'nobody knows' })?.summary).toBe(en['refused.malformed']);
    expect(verbs(show('refused', { refused: 'notYet', stage: 'course' }, practising))[0]).toBe('show.group');
  });
});

test('Greetings, thanks and calls for help are heard', () => {
  const hears = help.conversation.hears ?? {};
  for (const [intent, hear] of Object.entries(hears)) {
    const reply = hear({ intent, slots: {} }, alone(ann));
    expect('show' in reply && cards[reply.show], intent).toBeTypeOf('function');
  }
  expect(hears.greet?.({ intent: 'greet', slots: {} }, alone(ann))).toEqual({ show: 'greeting' });
  expect(read(show('greeting'))).toContain('\\\\*Ann\\\\*');
});
