// Managers learn beside employees, in one deployment: who they are, which topics are theirs, and who may learn with whom.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from './company.ts';
import { answerOf, heads, heardBy, press, say, showCards } from './people.ts';

const [tobias, orla, helene, lucas, ciara] = heads;
/** Leads engineers, and is led by Tobias. */
const priya = 'Priya Raghunathan';
/** An account manager by her title, and nobody's supervisor. */
const aoife = 'Aoife Nolan';
const delegating = 'Delegating work';
const wanted = `I want to learn ${delegating.toLowerCase()}`;

describe('Managers and employees in one deployment', () => {
  let company: Company;
  beforeAll(async () => {
    company = await openCompany(undefined, { PROGRAMMES: 'employees,managers' });
  });
  afterAll(() => company.close());

  it('find ten ready-made topics for managers, with what is in them (R24, R79)', async () => {
    await say(company, tobias, 'topics');
    const theirs = answerOf(await press(company, tobias, 'Topics for managers'));
    expect(theirs).toContain(delegating);
    expect(theirs).toContain('for managers, in confidence · leading people · Nobody waits yet');
    expect(theirs.match(/for managers, in confidence/g)).toHaveLength(10);
    const inside = answerOf(await press(company, tobias, 'Look inside'));
    for (const part of [
      'Why it matters at work',
      'To explore together',
      'To practise',
      'How you see progress',
    ])
      expect(inside).toContain(part);
  });

  it('are told apart by the directory: who leads nobody sees no managers’ topic and cannot join one (R7)', async () => {
    expect(await say(company, aoife, 'topics')).not.toContain(delegating);
    expect(await say(company, aoife, wanted)).toContain('There is one like it, for managers, in confidence');
    const theirs = await press(company, aoife, 'Add this topic', { name: delegating });
    expect(answerOf(theirs)).toContain(`You want to learn ${delegating}`);
    expect(answerOf(theirs)).not.toContain('for managers');
  });

  it('are asked once with whom, with buttons and the sentence on who can read what (R1, R7)', async () => {
    expect(await say(company, orla, 'I want to learn setting my goals')).toContain('Is it this topic?');
    const asked = await say(company, orla, 'I want to learn yearly budgets');
    expect(asked).toContain('With whom would you like to learn this?');
    expect(asked).toContain('which only its members and one facilitator can read');
    expect(asked).toContain('channel can be read by everyone in the programme team');
    const added = answerOf(
      await press(company, orla, 'Add it for managers', { name: 'Yearly budgets', skill: 'technical' }),
    );
    expect(added).toContain('for managers, in confidence · leading people');
    await press(company, orla, 'Withdraw');
  });

  it('learn the same name with other people as another topic', async () => {
    expect(await say(company, orla, wanted)).toContain('Which of these do you mean?');
    const seen = (await heardBy(company, orla)).at(-1) ?? '';
    expect(seen).toContain('for managers, in confidence');
    expect(seen).toContain('for colleagues of all levels');
  });
});

describe('A managers’ group', () => {
  let company: Company;
  const joins = async (person: string) => {
    const told = await say(company, person, wanted);
    return [told, (await heardBy(company, person)).at(-1)].join('\n');
  };
  beforeAll(async () => {
    company = await openCompany(undefined, { PROGRAMMES: 'employees,managers' });
    await joins(tobias);
    // Whoever waits longer is asked first.
    await company.door('clock', { advance: 'PT1H' });
  });
  afterAll(() => company.close());

  it('takes one of each area, and says how many of one’s own wait (R3)', async () => {
    expect(await joins(priya)).toContain('One other person of your area waits too');
    for (const person of [orla, helene]) expect(await joins(person)).toContain('propose a group');
    expect(await joins(lucas)).toContain('at most 4 of you could be in one group now');
    expect((await heardBy(company, orla)).join('\n')).not.toContain('are you in?');
  });

  it('is proposed to five of five areas, without supervisor and report (R3, R5, R7)', async () => {
    await joins(ciara);
    for (const person of [tobias, orla, helene, lucas, ciara])
      expect((await heardBy(company, person)).at(-1), person).toContain('are you in?');
    expect((await heardBy(company, priya)).join('\n')).not.toContain('are you in?');
    const asked = (await heardBy(company, orla)).at(-1) ?? '';
    expect(asked).toContain('5 to 6 people');
    expect(asked).toContain('Only its members, and one facilitator who owns it, can read its channel');
  });

  it('does not take back whoever made room for another of their area, and says why (R3)', async () => {
    await press(company, tobias, 'Not this time');
    expect((await heardBy(company, priya)).at(-1)).toContain('are you in?');
    expect(await say(company, tobias, 'undo')).toContain(
      'the members of a group come from different areas: it takes one of each',
    );
    await press(company, priya, 'Not this time');
    expect(await say(company, tobias, 'undo')).toContain('are you in?');
  });

  it('takes a sixth, and puts a seventh on the waiting list with the reason (R5)', async () => {
    expect(await joins(heads[5])).toContain('are you in?');
    for (const person of heads) await press(company, person, 'I’m in');
    const seventh = await joins('Maren Falk');
    expect(seventh).toContain('all the 6 people that it takes, so you are on the waiting list');
  });

  it('is never taken for another kind of group, and says where on the U it is (R1, R16)', async () => {
    const seen = await say(company, orla, 'group');
    expect(seen).toContain('Managers’ learning group');
    expect(seen).toContain('Down the U · your story');
  });

  it('was made with cards that Teams shows', async (context) => {
    await showCards(company, [...heads, priya], context);
  });
});
