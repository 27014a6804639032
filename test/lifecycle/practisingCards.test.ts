// Every card of practice, check-in, project, assessment and reminders: safe, usable, and leading somewhere.
import { describe, expect, test } from 'vitest';
import type { Renders } from '../../bot/cards/view.ts';
import { stages } from '../../bot/group/events.ts';
import { applyProject } from '../../bot/lifecycle/applyProject/index.ts';
import { assess } from '../../bot/lifecycle/assess/index.ts';
import { checkIn } from '../../bot/lifecycle/checkIn/index.ts';
import type { About, AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import { practise } from '../../bot/lifecycle/practise/index.ts';
import { shareLessons } from '../../bot/lifecycle/shareLessons/index.ts';
import { reminders } from '../../bot/reminders/index.ts';
import {
  ann,
  ben,
  cem,
  group,
  inputs,
  lived,
  markdown,
  pressable,
  type Scene,
  start,
  stranger,
  uuid,
  viewOf,
} from './given.ts';
import { atStage, checkedIn, chosen, delivered, finished, objectiveOf, practised } from './practising.ts';

const steps = [practise, shareLessons, checkIn, applyProject, assess, reminders];
const cards: Renders = Object.assign({}, ...steps.map((it) => it.cards));
const commands: AnyStepCommand[] = steps.flatMap((it): AnyStepCommand[] => [...it.commands]);
/** Cards of other steps that these lead to. */
const elsewhere = ['group', 'myGroups', 'topics', ...stages.map((it) => `began.${it}`)];

const hostile = '<b>bold</b> [x](http://evil.example) List<String> **loud** @everyone';

const full = (scene: Scene) =>
  scene.and(
    practised(ann, ben, cem, ann, ben),
    checkedIn(ann, 1, 50, true, uuid(95)),
    checkedIn(ben, 1, 100, true, uuid(96)),
    lived(start, { type: 'helpOffered', v: 1, from: ben, to: ann }),
    lived(start, {
      type: 'assessed',
      v: 1,
      person: ann,
      objective: objectiveOf[ann] ?? '',
      rating: 4,
      words: uuid(97),
    }),
  );

const late = ['practice', 'reflection', 'renewal'] as const;

const scenes: Record<string, Scene> = {
  ...Object.fromEntries(stages.map((it) => [it, atStage(it)])),
  ...Object.fromEntries(late.map((it) => [`${it}, full`, full(atStage(it))])),
  'practice with a project': full(atStage('practice')).and(chosen, finished(1, 2)),
  'practice with a finished project': atStage('practice').and(chosen, finished(1, 2, 3, 4)),
  'practice with a delivered project': atStage('practice').and(chosen, finished(1, 2, 3, 4), delivered),
  'practice with a project on the job': atStage('practice').and(
    lived(start, { type: 'projectChosen', v: 1, kind: 'onTheJob', person: ann, title: uuid(91), tasks: 5 }),
  ),
  'practice without projects': atStage('practice', { project: 'none', attendance: 'all' }),
  'practice that waits for a project': full(atStage('practice', { project: 'required', cycleWeeks: null })),
  'reflection without objectives': atStage('reflection').and(
    lived(start, { type: 'objectiveRemoved', v: 1, objective: objectiveOf[ann] ?? '' }),
  ),
  'paused reminders': atStage('course').and([
    {
      stream: `person/${ann}`,
      event: {
        type: 'remindersPaused',
        v: 1,
        person: ann,
        until: '2026-12-01T08:00:00.000Z',
        at: start,
        by: ann,
        via: 'chat',
      },
    },
  ]),
};

const abouts: About[] = [
  {},
  { person: ben, stage: 'practice', kind: 'article', objective: objectiveOf[ann] ?? '' },
  { person: uuid(99), stage: 'cake', kind: 'cake', objective: uuid(99) },
];

/** Every card with everything it may be about, in every scene, for one reader. */
const rendered = (reader: string | null, wrote?: string) =>
  Object.entries(scenes).flatMap(([where, scene]) =>
    Object.entries(cards).flatMap(([name, render]) =>
      abouts.map((about) => ({
        what: `${name} in ${where} about ${JSON.stringify(about)}`,
        name,
        ...render(
          viewOf(scene, reader, {
            ...(wrote === undefined ? {} : { wrote }),
            groups: [scene.live(), { ...atStage('practice').live(), id: uuid(3) }],
          }),
          about,
        ),
      })),
    ),
  );

const filled: Record<string, string> = {
  as: 'used',
  words: 'I tried it.',
  progress: '50',
  help: 'true',
  kind: 'links',
  whom: 'colleague',
  who: 'Priya in Sales',
  what: 'Ask before we answer',
  when: 'From Monday',
  title: 'Best links',
  rating: '3',
  verdict: 'partly',
  until: '2026-12-01',
};

describe('for a member', () => {
  const all = rendered(ann);

  test('each has a next thing to do, at most six of them, and a summary', () => {
    for (const { what, card, summary } of all) {
      const actions = card.actions as unknown[] | undefined;
      expect(actions?.length ?? 0, what).toBeGreaterThan(0);
      expect(actions?.length, what).toBeLessThanOrEqual(6);
      expect(summary, what).not.toBe('');
    }
  });

  test('each button shows a card that there is, or runs a command with fields it takes', () => {
    for (const { what, card } of all) {
      const here = inputs(card);
      for (const { verb, fields, alone } of pressable(card)) {
        const [, kind, name] = /^(do|show)\.(.+)$/.exec(verb) ?? [];
        if (kind === 'show') {
          // An input that is required and empty would hold it back.
          expect(alone || here.length === 0, `${what}: ${verb}`).toBe(true);
          expect([...Object.keys(cards), ...elsewhere], `${what}: ${verb}`).toContain(name);
          continue;
        }
        const step = commands.find((it) => it.name === name && !it.inner);
        expect(step, `${what}: ${verb}`).toBeDefined();
        const sends = alone ? [] : here;
        const { nonce: _, ...own } = fields;
        const values = { ...Object.fromEntries(sends.map((it) => [it, filled[it]])), ...own };
        expect(step?.shape.safeParse(values).error, `${what}: ${verb}`).toBeUndefined();
      }
    }
  });

  test('what people wrote is never read as markdown', () => {
    for (const { what, card } of rendered(ann, hostile)) {
      for (const text of markdown(card)) {
        expect(text, what).not.toContain('](http');
        expect(text, what).not.toMatch(/(?<!\\)\*\*/);
      }
      expect(JSON.stringify(card).length, what).toBeLessThan(14_000);
    }
  });

  test('a reminder read in another stage says that it is settled', () => {
    const late = cards['stage.waitingForYou']?.(viewOf(atStage('course'), ann), { stage: 'objectives' });
    const still = cards['stage.waitingForYou']?.(viewOf(atStage('course'), ann), { stage: 'course' });
    expect(pressable(late?.card).map((it) => it.verb)).toEqual(['show.group']);
    expect(pressable(still?.card)[0]?.verb).toBe('show.began.course');
  });

  test('a reminder names the other group that waits', () => {
    const other = { ...atStage('practice').live(), id: uuid(3), topic: uuid(4) };
    const view = viewOf(atStage('practice'), ann, { groups: [atStage('practice').live(), other] });
    const buttons = pressable(cards['checkIn.ask']?.(view, {}).card);
    expect(buttons.filter((it) => it.fields.group === uuid(3))).toMatchObject([{ verb: 'show.checkIn' }]);
  });
});

describe('progress', () => {
  const scene = full(atStage('practice'));
  const seen = (reader: string) => JSON.stringify(cards.progress?.(viewOf(scene, reader), {}).card);

  test('is shown in numbers to oneself and in bands to the others', () => {
    expect(seen(ann)).toContain('50 %');
    expect(seen(ben)).not.toContain('50 %');
    expect(seen(ben)).toContain('on the way');
  });

  test('does not name who has not said anything', () => {
    expect(seen(ann)).not.toContain(`Name ${cem}`);
  });
});

describe('for anybody else', () => {
  test.each([
    ['a stranger', stranger],
    ['the channel', null],
  ])('%s reads nothing of the group', (_, reader) => {
    for (const { what, name, card } of rendered(reader)) {
      const text = JSON.stringify(card);
      expect(text, what).not.toContain('Words ');
      expect(text, what).not.toContain('Name ');
      expect(name === 'reminders' || !text.includes(`"group":"${group}"`), what).toBe(true);
    }
  });
});
