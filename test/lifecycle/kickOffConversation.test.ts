// What the steps from the kick-off to the commitment hear in sentences, and what they ask back.
import { describe, expect, test } from 'vitest';
import { policiesOf } from '../../bot/group/policy.ts';
import { commit } from '../../bot/lifecycle/commit/index.ts';
import type { Here } from '../../bot/lifecycle/conversation.ts';
import { discuss } from '../../bot/lifecycle/discuss/index.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { titled } from '../../bot/lifecycle/kickOff/kickOffConversation.ts';
import { takeCourse } from '../../bot/lifecycle/takeCourse/index.ts';
import { openBook } from '../../bot/run/book.ts';
import { ann, ben, group, type Scene, start } from './given.ts';
import { at } from './group.ts';

const book = openBook([kickOff, takeCourse, discuss, commit], policiesOf(['employees']));

const hereIn = (scene: Scene, text: string): Here => ({
  person: ann,
  now: start,
  zone: 'Asia/Kolkata',
  language: 'en',
  groups: [scene.live()],
  topics: [],
  communities: [],
  area: 'Sales',
  programmes: ['employees'],
  colleague: (name) => (name === 'Ben' ? ben : undefined),
  listed: () => undefined,
  text,
});

const hear = (scene: Scene, intent: string, slots: Record<string, string> = {}, text = '') =>
  book.hears(intent)?.({ intent, slots }, hereIn(scene, text));

describe('A sentence about the kick-off', () => {
  const scene = at('kickOff');

  test('proposes a time in the speaker’s zone, and asks for what is missing', () => {
    expect(hear(scene, 'schedule_meeting', { kind: 'kickoff', date: '2026-11-25', time: '13:00' })).toEqual({
      run: {
        do: 'proposeTime',
        group,
        meeting: 'kickOff',
        date: '2026-11-25',
        time: '13:00',
        zone: 'Asia/Kolkata',
      },
    });
    const about = { meeting: 'kickOff', date: '2026-11-25' };
    const asked = hear(scene, 'schedule_meeting', { date: '2026-11-25' });
    expect(asked).toEqual({ ask: { asks: 'time', group, about }, show: 'kickOff.time', group, about });
    expect(hear(at('course'), 'schedule_meeting')).toMatchObject({ about: { meeting: 'discussion' } });
  });

  test('shows the agenda of the meeting that comes next', () => {
    expect(hear(scene, 'show_agenda')).toMatchObject({ show: 'began.kickOff' });
    expect(hear(at('discussion'), 'show_agenda')).toMatchObject({ show: 'began.discussion' });
    expect(hear(at('discussion'), 'show_agenda', { kind: 'kickoff' })).toMatchObject({
      show: 'began.kickOff',
    });
    expect(hear(at('practice'), 'show_agenda')).toMatchObject({ show: 'group' });
  });

  test('names a course, a link, a shared objective and an opportunity', () => {
    expect(hear(scene, 'pick_course', { course: 'Leading Change https://a.example/c' })).toEqual({
      run: { do: 'pickCourse', group, title: 'Leading Change', link: 'https://a.example/c' },
    });
    expect(hear(scene, 'add_link', { url: 'https://a.example/x', title: 'Guide' })).toEqual({
      run: { do: 'addResource', group, title: 'Guide', link: 'https://a.example/x' },
    });
    expect(hear(scene, 'propose_shared', { objective: 'x' })).toMatchObject({ run: { do: 'proposeShared' } });
    expect(hear(scene, 'opportunity', { text: 'x' })).toMatchObject({ run: { do: 'nameOpportunity' } });
    expect(hear(scene, 'list_courses')).toMatchObject({ show: 'kickOff.course' });
  });

  test.each(['pick_course', 'add_link', 'propose_shared', 'opportunity'])(
    'without its words is asked for: %s, and the answer runs the command',
    (intent) => {
      const reply = hear(scene, intent, { course: '1' });
      if (!reply || !('ask' in reply)) throw new Error('Nothing was asked.');
      const answer = book.answers(reply.ask.asks)?.('Some words', reply.ask, hereIn(scene, 'Some words'));
      if (!answer || !('run' in answer)) throw new Error('The answer runs nothing.');
      const { do: name, ...fields } = answer.run;
      expect(book.command(name)?.shape.safeParse(fields)).toMatchObject({ success: true });
      expect(book.card(reply.show)).toBeDefined();
    },
  );

  test('is refused to somebody without a group', () => {
    const nobody = { ...hereIn(scene, ''), groups: [] };
    for (const intent of ['schedule_meeting', 'complete_course', 'ask_question', 'challenge', 'commit'])
      expect(book.hears(intent)?.({ intent, slots: {} }, nobody)).toEqual({ refused: 'noGroupYet' });
  });
});

describe('A title with an address', () => {
  test.each([
    ['Guide https://a.example/g', { title: 'Guide', link: 'https://a.example/g' }],
    ['https://a.example/g', { title: 'a.example', link: 'https://a.example/g' }],
    ['Guide', { title: 'Guide' }],
  ])('is told apart: %s', (said, parts) => expect(titled(said)).toEqual(parts));
});

describe('A sentence about the discussion', () => {
  const scene = at('discussion');

  test('notes a question, or asks for it', () => {
    expect(hear(scene, 'ask_question', { question: 'chapter 2' })).toMatchObject({
      run: { do: 'askUnclear', point: 'chapter 2' },
    });
    expect(hear(scene, 'ask_question')).toMatchObject({ ask: { asks: 'unclear' } });
  });

  test('challenges a colleague, asks what about, or whom', () => {
    expect(hear(scene, 'challenge', { member: 'Ben', text: 'How?' })).toMatchObject({
      run: { do: 'challenge', to: ben, words: 'How?' },
    });
    const reply = hear(scene, 'challenge', { member: 'Ben' });
    expect(reply).toMatchObject({ ask: { asks: 'challenge', about: { to: ben } } });
    expect(
      book.answers('challenge')?.(
        'How?',
        { asks: 'challenge', group, about: { to: ben } },
        hereIn(scene, ''),
      ),
    ).toEqual({ run: { do: 'challenge', group, to: ben, words: 'How?' } });
    expect(hear(scene, 'challenge', { member: 'Zoe' })).toEqual({ show: 'discussion.challenge', group });
  });
});

describe('A sentence about a promise', () => {
  const scene = at('commitment');

  test('with both halves is kept as a promise', () => {
    const text = 'I commit: when I see a draft, I will ask first';
    expect(hear(scene, 'commit', { action: 'ask first' }, text)).toEqual({
      run: { do: 'commit', group, cue: 'I see a draft', behaviour: 'ask first' },
    });
  });

  test('with one half is kept as a plan, whose card asks when', () => {
    expect(hear(scene, 'commit', { action: 'prepare a demo' }, 'I commit to prepare a demo')).toEqual({
      run: { do: 'planAction', group, action: 'prepare a demo' },
    });
  });

  test('without words is asked for', () => {
    expect(hear(scene, 'commit')).toMatchObject({ ask: { asks: 'promise' }, show: 'commitment' });
    expect(hear(scene, 'action_plan')).toEqual({ show: 'commitment', group });
  });
});
