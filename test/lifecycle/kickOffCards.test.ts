// What the cards of the kick-off show, and where they lead.
import { describe, expect, test } from 'vitest';
import { answerTime } from '../../bot/lifecycle/kickOff/agreeTime.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { ann, ben, cem, group, pressable, type Scene, viewOf } from './given.ts';
import {
  at,
  course,
  expectAllSound,
  named,
  proposed,
  shared,
  sharedAgreed,
  sharedProposed,
} from './group.ts';

const text = (scene: Scene, reader: string, name: string, about = {}, zone = 'Europe/Berlin') =>
  JSON.stringify(kickOff.cards[name]?.(viewOf(scene, reader, { zone }), about).card);
const first = (scene: Scene, reader: string) =>
  pressable(kickOff.cards.kickOff?.(viewOf(scene, reader), {}).card.actions).at(0);

describe('The cards of the kick-off', () => {
  test('are sound for everyone, at every stage, empty and full', () => expectAllSound(kickOff.cards));

  test('begin with the one thing that this reader can do next', () => {
    expect(first(at('kickOff'), ann)?.verb).toBe('show.kickOff.time');
    expect(first(at('kickOff', {}, proposed), ben)?.verb).toBe('show.timeProposed');
    expect(first(at('kickOff', {}, proposed), ann)?.verb).toBe('show.kickOff.shared');
    expect(first(at('kickOff', {}, proposed, sharedProposed), ben)).toMatchObject({
      verb: 'show.sharedProposed',
      fields: { shared },
    });
    expect(first(at('kickOff', {}, proposed, sharedProposed), ann)?.verb).toBe('show.kickOff.opportunity');
    expect(first(at('kickOff', {}, proposed, sharedProposed, named), ann)?.verb).toBe('show.kickOff.course');
    expect(first(at('kickOff', {}, sharedProposed, sharedAgreed, named, course), ann)?.verb).toBe(
      'do.closeKickOff',
    );
  });

  test('tick what is there', () => {
    const shown = text(at('kickOff', {}, sharedProposed, sharedAgreed), ann, 'kickOff');
    expect(shown).toContain('✓ A shared objective that everyone accepts');
    expect(shown).toContain('○ A problem at work to use it on');
    expect(shown).not.toContain('A project to carry out together');
    expect(text(at('kickOff', { project: 'required' }), ann, 'kickOff')).toContain(
      '○ A project to carry out together',
    );
    expect(text(at('kickOff', { materials: 'none' }), ann, 'kickOff')).not.toContain('A course to take');
  });

  test('say a time as the reader’s own clock shows it', () => {
    const scene = at('kickOff', {}, proposed);
    expect(text(scene, ben, 'timeProposed', { meeting: 'kickOff' })).toMatch(/20 November.{1,6}10:00/);
    expect(text(scene, ben, 'timeProposed', { meeting: 'kickOff' }, 'Asia/Kolkata')).toMatch(
      /20 November.{1,6}14:30/,
    );
  });

  test('ask about a time only those who have not said that it suits them', () => {
    const scene = at('kickOff', {}, proposed).when(
      answerTime,
      { group, meeting: 'kickOff', suits: true },
      ben,
    ).after;
    const asks = (reader: string) => text(scene, reader, 'timeProposed').includes('do.answerTime');
    expect([ann, ben, cem].map(asks)).toEqual([false, false, true]);
    expect(text(scene, ann, 'timeProposed')).toContain(`Still waiting for Name ${cem}.`);
  });

  test('say before anybody accepts that the page will show it', () => {
    const shown = text(at('kickOff', {}, sharedProposed), ben, 'sharedProposed', { shared });
    expect(shown).toContain('the group’s page will show it');
    expect(shown).toContain('do.answerShared');
  });

  test('say that a proposal was taken back', () => {
    expect(text(at('kickOff'), ben, 'sharedProposed', { shared })).toContain('This proposal was taken back');
  });

  test('offer help from outside only where the programme has it', () => {
    expect(text(at('kickOff'), ann, 'began.kickOff')).toContain('the people team');
    expect(text(at('kickOff', { facilitation: 'rotating' }), ann, 'began.kickOff')).not.toContain(
      'people team',
    );
  });
});
