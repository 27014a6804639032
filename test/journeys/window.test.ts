// The same loop as over the doors, seen and clicked in a browser: who belongs to the group, who does not, and who has left.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Clicking, openClicking } from './clicking.ts';
import { form, kickOff, learn, lookBack, nameObjectives, newsOf, practise, project, six } from './people.ts';

const [, , , , margaux, emre] = six;

let found: Clicking | undefined;
beforeAll(async () => {
  found = await openClicking();
}, 60_000);
afterAll(() => found?.close());

const company = (): Clicking => {
  if (!found) throw new Error('Needs Chromium: set CHROMIUM to its path.');
  return found;
};

describe('six people in their windows', { timeout: 300_000 }, () => {
  it('become a group by writing what they want and pressing what they are asked', async () => {
    await form(company(), six);
    const page = await company().go(emre, { view: 'chat' });
    await page.getByRole('heading', { name: 'Your group has a place' }).waitFor();
  });

  it('name objectives and hold their kick-off', async () => {
    await nameObjectives(company(), six);
    await kickOff(company(), six);
  });

  it('take the course, discuss, challenge and promise', async () => {
    await learn(company(), six);
  });

  it('choose a project and do its tasks', async () => {
    await project(company(), emre, 'Resource page', 5);
  });

  it('practise at work, check in and help each other', async () => {
    await practise(company(), six);
  });

  it('look back and loop', async () => {
    await lookBack(company(), six);
    expect((await newsOf(company(), margaux)).at(-1)).toBe(
      'A new cycle: what do you want to be able to do now?',
    );
  });
});
