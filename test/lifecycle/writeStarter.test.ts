// The starter catalogue is its facilitators' to write: topics are added, put into other words, and wanted like ours (R24).
import { describe, expect, test } from 'vitest';
import { addedStarters, isStarter, starters } from '../../bot/knowledge/starters.ts';
import { offerTopic } from '../../bot/lifecycle/registerInterest/offer.ts';
import { registerInterestCards } from '../../bot/lifecycle/registerInterest/registerInterestCards.ts';
import {
  dropStarterWords,
  restoreStarterWords,
} from '../../bot/lifecycle/registerInterest/restoreStarter.ts';
import { writeStarter } from '../../bot/lifecycle/registerInterest/writeStarter.ts';
import {
  ann,
  given,
  hana,
  on,
  type Scene,
  start,
  stranger,
  type Told,
  undone,
  uuid,
  viewOf,
} from './given.ts';

const budgets = {
  name: 'Reading a budget',
  why: 'Whoever leads decides about money.',
  questions: 'What do you not understand?\n\nWhom could you ask?',
  exercise: 'Explain one line of it to your team.',
  progress: 'How often you ask before you spend.',
};
const [first = '', second = ''] = addedStarters;
const ownPlace = first;
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
    for (const topic of [first, stranger])
      expect(given().when(writeStarter, { ...budgets, topic }, hana).refused).toBe('unknownTopic');
  });

  test('of ours that was put into other words is in ours again when a facilitator wants it, and its page follows', () => {
    const reworded = given().when(writeStarter, { ...budgets, topic: delegating }, hana).after;
    const again = reworded.when(dropStarterWords, { topic: delegating }, hana);
    expect(again.after.topic(delegating)).not.toHaveProperty('starter');
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
    const about = { topic: delegating };
    const follows = (was: string | undefined) => [
      { command: { do: 'gatherTopic', ...about } },
      { command: { do: 'tellRenamed', ...about, was } },
    ];
    expect(written.accepted.then).toMatchObject(follows(uuid(90)));
    const reworded = written.after.topic(delegating).starter?.name;
    expect(again.accepted.then).toMatchObject(follows(reworded));
  });

  describe('that was put into other words', () => {
    const back = (told: Told, now?: string) => undone(told, [restoreStarterWords], hana, now);
    const words = (scene: Scene) => scene.topic(delegating).starter;
    const rewords = (scene: Scene) => scene.when(writeStarter, { ...budgets, topic: delegating }, hana);
    const wanted = given(
      on(`topic/${delegating}`, start, ann, {
        type: 'topicProposed',
        v: 1,
        topic: delegating,
        name: uuid(90),
        person: ann,
        programme: 'managers',
      }),
    );

    test('has by undo the words that it had before, a facilitator’s own as well as ours', () => {
      const first = rewords(given());
      expect(back(first).types).toEqual(['starterDropped']);
      expect(words(back(first).after)).toBeUndefined();
      const second = rewords(first.after);
      const again = back(second);
      expect(again.types).toEqual(['starterWritten']);
      expect(again.accepted.written).toEqual([]);
      expect(words(again.after)).toEqual(words(first.after));
      expect(words(back(again).after)).toEqual(words(second.after));
      const dropped = second.after.when(dropStarterWords, { topic: delegating }, hana);
      expect(words(back(dropped).after)).toEqual(words(second.after));
    });

    test('of which people wait under one name, has that by undo as well', () => {
      const told = back(rewords(wanted));
      const [name] = told.accepted.written;
      expect(name).toMatchObject({ text: 'Delegating work' });
      expect(told.after.topic(delegating)).toMatchObject({ name: name?.id });
    });

    test('stays so where somebody has done that once more since, and is nobody’s but a facilitator’s', () => {
      const first = rewords(given());
      const { undo } = first;
      const { do: _, ...fields } = undo && 'command' in undo ? undo.command : { do: '' };
      const late = rewords(first.after).after;
      expect(late.when(restoreStarterWords, fields, hana).refused).toBe('rewordedSince');
      expect(first.after.when(restoreStarterWords, fields, ann).refused).toBe('facilitatorsOnly');
      expect(given().when(restoreStarterWords, { topic: delegating }, hana).refused).toBe('unknownTopic');
      const own = added(given());
      const name = own.after.topic(ownPlace).starter?.name;
      expect(own.after.when(restoreStarterWords, { topic: ownPlace, name }, hana).refused).toBe(
        'unknownTopic',
      );
    });

    test('is told of once, some minutes later, and not where it was taken back by then', () => {
      const told = rewords(wanted);
      expect(told.accepted.then).toMatchObject([{ is: 'later', at: '2026-11-16T08:10:00.000Z' }]);
      expect(back(told, '2026-11-16T08:09:00.000Z').accepted.then).toEqual([]);
      expect(back(told, '2026-11-16T08:11:00.000Z').accepted.then).toMatchObject([
        { at: '2026-11-16T08:30:00.000Z', command: { do: 'tellRenamed', by: hana } },
      ]);
    });
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
