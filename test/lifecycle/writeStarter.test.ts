// The starter catalogue is its facilitators' to write: topics are added, put into other words, and wanted like ours (R24).
import { describe, expect, test } from 'vitest';
import { addedStarters, isStarter, starters } from '../../bot/knowledge/starters.ts';
import { offerTopic } from '../../bot/lifecycle/registerInterest/offer.ts';
import { registerInterestCards } from '../../bot/lifecycle/registerInterest/registerInterestCards.ts';
import { dropStarterWords, writeStarter } from '../../bot/lifecycle/registerInterest/writeStarter.ts';
import { ann, given, hana, on, type Scene, start, stranger, uuid, viewOf } from './given.ts';

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

  test('of ours that was put into other words is in ours again when a facilitator wants it, and its page follows', () => {
    const reworded = given().when(writeStarter, { ...budgets, topic: delegating }, hana).after;
    const again = reworded.when(dropStarterWords, { topic: delegating }, hana);
    expect(again.after.topic(delegating)).toEqual(given().topic(delegating));
    expect(again.accepted.written).toEqual([]);
    expect(again.after.when(dropStarterWords, { topic: delegating }, hana).refused).toBe('alreadyDone');
    expect(reworded.when(dropStarterWords, { topic: delegating }, ann).refused).toBe('facilitatorsOnly');
    expect(added(given()).after.when(dropStarterWords, { topic: first }, hana).refused).toBe('unknownTopic');
  });

  test('that people wait for has one name, and a page that is called so', () => {
    const wanted = given(
      on(
        `topic/${delegating}`,
        start,
        ann,
        {
          type: 'topicProposed',
          v: 1,
          topic: delegating,
          name: uuid(90),
          person: ann,
          programme: 'managers',
        },
        { type: 'pageCreated', v: 1, site: 'site', page: 'page', url: 'https://contoso.example/page' },
      ),
    );
    const written = wanted.when(writeStarter, { ...budgets, topic: delegating }, hana);
    const again = written.after.when(dropStarterWords, { topic: delegating }, hana);
    const [name] = again.accepted.written;
    expect(name).toMatchObject({ text: 'Delegating work', owner: { topic: delegating } });
    expect(again.after.topic(delegating)).toMatchObject({ name: name?.id });
    expect(again.after.topic(delegating).starter).toBeUndefined();
    const gathers = [{ command: { do: 'gatherTopic', topic: delegating } }];
    for (const { accepted } of [written, again]) expect(accepted.then).toMatchObject(gathers);
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
