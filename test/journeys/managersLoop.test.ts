// A managers' group lives a whole loop: nobody is passed over, each promise is judged, and the way is the U.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from './company.ts';
import {
  answerOf,
  each,
  form,
  heads,
  heardBy,
  kickOff,
  nameObjectives,
  practise,
  press,
  say,
} from './people.ts';

const [tobias, orla, helene, , , inigo] = heads;
const others = heads.filter((it) => it !== tobias);

describe('Six managers and one topic', () => {
  let company: Company;
  const last = async (person: string) => (await heardBy(company, person)).at(-1) ?? '';
  beforeAll(async () => {
    company = await openCompany(undefined, { PROGRAMMES: 'employees,managers' });
    await form(company, heads, 'delegating work');
  });
  afterAll(() => company.close());

  it('wait for each of them, but not for who says in a sentence why they cannot (R17)', async () => {
    await nameObjectives(company, heads.slice(0, 5));
    expect(await say(company, orla, 'group')).toContain('Still waiting for Íñigo Salvatierra');
    expect(await say(company, orla, 'go on')).toContain('every member takes part in every step');
    const excused = await say(company, inigo, 'Excuse me: I am ill until Thursday');
    expect(excused).toContain('The group does not wait for you');
    const told = (await heardBy(company, orla)).join('\n');
    expect(told).toContain('Íñigo Salvatierra is excused from “objectives” and will catch up');
    expect(told).toContain('I am ill until Thursday');
    expect(await say(company, orla, 'kick-off')).toContain('Managers’ learning group');
  });

  it('know before they meet what each of them brings, as far as they say (R15, R35)', async () => {
    const offered = await say(company, orla, 'I have ten years of experience in delegating');
    expect(offered).toContain('Only the members of your group read this');
    expect(await say(company, tobias, 'Who knows what?')).not.toContain('ten years');
    await say(company, orla, 'What I bring: I have ten years of experience in delegating');
    await say(company, helene, 'What I already know');
    await say(company, helene, 'A checklist for handing over a task');
    const all = await say(company, tobias, 'Who knows what?');
    for (const part of ['Orla Brennan', 'I have ten years of experience', 'Hélène Marchand', 'A checklist'])
      expect(all).toContain(part);
    await say(company, tobias, 'kick-off');
    const round = answerOf(await press(company, tobias, 'Introductions'));
    expect(round).toContain('I have ten years of experience in delegating');
    expect(round).toContain('wants to be able to');
    expect(await say(company, helene, 'Take back what I bring')).not.toContain('A checklist');
  });

  it('find the material of a ready-made topic in their kick-off (R8, R24)', async () => {
    expect(await say(company, orla, 'kick-off')).toContain('✓ Material that the programme provides');
    expect(answerOf(await press(company, orla, 'The material'))).toContain('is a ready-made topic');
    expect(answerOf(await press(company, orla, 'Look inside'))).toContain('To practise');
  });

  it('end a meeting when each has said that they were there (R17)', async () => {
    await kickOff(company, heads);
    expect(await last(orla)).toContain('Were you there?');
    const rest = heads.filter((it) => it !== helene);
    await each(rest.slice(1), (it) => press(company, it, 'I was there'));
    expect(await say(company, orla, 'group')).toContain('Still waiting for Tobias Reinhardt');
    await press(company, tobias, 'I was there');
    expect(await say(company, orla, 'group')).toContain('Down the U · options');
  });

  it('are told where they are on the U, and what each stage is for (R13, R16)', async () => {
    const way = await say(company, orla, 'Where are we on the U?');
    for (const part of ['your story', 'root causes', 'The bottom of the U', 'Up the U · practise', 'adopt'])
      expect(way).toContain(part);
    expect(way).toContain('➜ course');
    expect(way).toContain('✓ objectives');
    expect(await say(company, orla, 'help')).toMatch(
      /It takes.*the course that you chose.*It brings.*what stayed unclear/s,
    );
  });

  it('catch up on what they missed, in their own words (R17)', async () => {
    expect(await say(company, inigo, 'group')).toContain('Catch up');
    expect(await say(company, inigo, 'I caught up: Orla told me what you want to learn')).toContain(
      'You have caught up',
    );
  });

  it('talk first about what matters to most of them, without seeing to whom (R23, R41)', async () => {
    await say(company, orla, 'Unclear: how to hand over a task that I like');
    await say(company, inigo, 'Unclear: when to step in again');
    expect(await say(company, tobias, 'Point 2 matters to me')).toContain('It can wait');
    expect(await say(company, helene, 'Point 1 matters to me too')).toContain(
      'matters to 2 of you, you among them',
    );
    const agenda = await say(company, orla, 'the discussion');
    expect(agenda).toMatch(
      /when to step in.*1 · Íñigo Salvatierra · matters to 2 of you(?! \().*to hand over/s,
    );
    await each(heads, (it) => press(company, it, 'I have finished it'));
    const discussion = await say(company, orla, 'the discussion');
    expect(discussion.indexOf('when to step in')).toBeLessThan(discussion.indexOf('to hand over'));
    expect(discussion).not.toContain('We have met');
    await press(company, orla, 'This is clear now');
    await press(company, orla, 'This is clear now');
  });

  it('promise a behaviour before they practise, each of them (R21)', async () => {
    await press(company, tobias, 'The discussion');
    await press(company, tobias, 'We have met');
    await each(others, (it) => press(company, it, 'I was there'));
    expect(await say(company, inigo, 'Excuse me: I am away')).toContain('practises without a promise');
    await each(heads, (it) =>
      press(company, it, 'Promise it', {
        cue: 'a task lands on my desk',
        behaviour: `ask who could learn it`,
      }),
    );
    expect(await say(company, orla, 'group')).toContain('Up the U · practise');
    await practise(company, heads);
  });

  it('say what became of their promises, with what shows it, and see those of the others (R22)', async () => {
    await each(heads.slice(0, 5), async (it) => {
      await press(company, it, 'Assess my objectives');
      await press(company, it, 'Save', { rating: '4 · In most situations' });
    });
    const words = 'I gave three tasks away.';
    await each(heads.slice(1, 5), (it) => press(company, it, 'Tell the group', { verdict: 'kept', words }));
    expect(await say(company, tobias, 'I partly kept my promise: one task came back to me')).toContain(
      'What became of your promises',
    );
    expect(await say(company, orla, 'What became of our promises?')).toContain('one task came back to me');
    expect(await say(company, orla, 'group')).toContain('Still waiting for Íñigo Salvatierra');
    await say(company, inigo, 'I didn’t keep my promise');
    expect(await say(company, inigo, 'Nothing landed on my desk')).toContain('not kept');
    expect(await last(orla)).toContain('6: 4 kept, 1 partly, 1 not');
  });
});
