// The starter catalogue is its facilitators' to write: topics are added, put into other words, and wanted like ours (R24).
import { describe, expect, test } from 'vitest';
import { addedStarters, isStarter, starters } from '../../bot/knowledge/starters.ts';
import { offerTopic } from '../../bot/lifecycle/registerInterest/offer.ts';
import { registerInterestCards } from '../../bot/lifecycle/registerInterest/registerInterestCards.ts';
import { writeStarter } from '../../bot/lifecycle/registerInterest/writeStarter.ts';
import { ann, given, hana, type Scene, stranger, viewOf } from './given.ts';

const budgets = {
  name: 'Reading a budget',
  why: 'Whoever leads decides about money.',
  questions: 'What do you not understand?\n\nWhom could you ask?',
  exercise: 'Explain one line of it to your team.',
  progress: 'How often you ask before you spend.',
};
const [first = '', second = ''] = addedStarters;
const delegating = starters[1]?.id ?? '';
const added = (scene: Scene) => scene.when(writeStarter, budgets, hana);

describe('A ready-made topic', () => {
  test('is added by facilitators alone, in words that are the topic’s own and that everyone may read', () => {
    const told = added(given());
    expect(told.types).toEqual(['starterWritten']);
    expect(told.accepted.written).toMatchObject(
      Object.values(budgets).map((text) => ({ text, owner: { topic: first }, audience: 'company' })),
    );
    expect(new Set(told.accepted.written.map((it) => it.id)).size).toBe(5);
    expect(given().when(writeStarter, budgets, ann).refused).toBe('facilitatorsOnly');
  });

  test('gets a place of its own, as long as there is room', () => {
    const two = added(added(given()).after);
    expect(two.accepted.happened.map(({ stream }) => stream)).toEqual([`topic/${second}`]);
    const full = addedStarters.reduce((so) => added(so).after, given());
    expect(added(full).refused).toBe('enoughStarters');
    expect(addedStarters.every(isStarter)).toBe(true);
    expect(isStarter(stranger)).toBe(false);
  });

  test('is put into other words, ours too, but not one that is not there', () => {
    const reworded = given().when(writeStarter, { ...budgets, topic: delegating }, hana);
    expect(reworded.accepted.happened).toMatchObject([{ stream: `topic/${delegating}` }]);
    expect(reworded.undo).toEqual({ none: 'writeAnew' });
    for (const topic of [first, stranger])
      expect(given().when(writeStarter, { ...budgets, topic }, hana).refused).toBe('unknownTopic');
  });

  test('that was added is hidden by undo, and can be offered again', () => {
    const { undo, after } = added(given());
    expect(undo).toEqual({ command: { do: 'hideTopic', topic: first } });
    expect(after.when(offerTopic, { topic: first }, hana).refused).toBe('alreadyDone');
    expect(given().when(offerTopic, { topic: first }, hana).refused).toBe('unknownTopic');
  });

  test('shows what a facilitator wrote instead of ours, each line of the questions as one', () => {
    const starter = { ...budgets, questions: ['What do you not understand?', 'Whom could you ask?'] };
    const topic = {
      id: delegating,
      name: budgets.name,
      waiting: 0,
      mine: false,
      programme: 'managers',
      open: true,
    } as const;
    const view = viewOf(given(), ann, { topic, topics: [topic], starters: new Map([[delegating, starter]]) });
    const seen = JSON.stringify(registerInterestCards.starter?.(view, {}).card);
    for (const part of [starter.name, starter.why, ...starter.questions, starter.exercise, starter.progress])
      expect(seen).toContain(part);
    const ours = JSON.stringify(
      registerInterestCards.starter?.(viewOf(given(), ann, { topic, topics: [topic] }), {}).card,
    );
    expect(ours).toContain('Delegating work');
  });
});
