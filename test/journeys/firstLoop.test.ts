// Six colleagues live one whole loop through the doors: from interest to the objectives of their second cycle.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, openCompany } from './company.ts';
import { form, heardBy, kickOff, learn, lookBack, nameObjectives, practise, project, say, six } from './people.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany();
});
afterAll(() => company.close());

const [lena, aoife, , nuria, margaux, emre] = six;

describe('the first loop', () => {
  it('takes six people from interest to a formed group', async () => {
    expect(await say(company, lena, 'hi')).toContain('Welcome to Peerloop');
    await form(company, six);
    expect(await heardBy(company, emre)).toContainEqual(expect.stringContaining('What do you want to be able to do?'));
  });

  it('opens the kick-off when everyone has named an objective', async () => {
    await nameObjectives(company, six);
    expect(await heardBy(company, aoife)).toContainEqual(expect.stringContaining('Time to meet'));
  });

  it('gathers what the cycle stands on in the kick-off', async () => {
    await kickOff(company, six);
    expect(await heardBy(company, aoife)).toContainEqual(expect.stringContaining('Now the course'));
  });

  it('takes the course, discusses what was unclear, and commits', async () => {
    await learn(company, six);
    expect(await heardBy(company, margaux)).toContainEqual(expect.stringContaining('practice'));
  });

  it('practises at work and carries out a project', async () => {
    await project(company, emre, 'Resource page', 5);
    await practise(company, six);
  });

  it('looks back and loops', async () => {
    await lookBack(company, six);
    expect((await heardBy(company, nuria)).at(-1)).toContain('cycle 2');
  });
});
