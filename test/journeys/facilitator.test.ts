// A facilitator's life beside managers' groups: what is offered, what is given to learn from, and who is asked, with no word of theirs read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Company, type Json, openCompany } from './company.ts';
import { form, heads, heardBy, nameObjectives, rest, say, showCards } from './people.ts';

const [tobias, orla, , , , inigo] = heads;
const anja = 'Anja Vogt';
const delegating = 'Delegating work';

interface Answer {
  status: number;
  body: Json & { undo?: Json; error?: { message: string } };
}
let keys = 0;

async function inTab(company: Company, as: string, path: string, body?: Json): Promise<Answer> {
  const { token } = await company.door<{ token: string }>('token', { as });
  const answer = await fetch(`${company.app()}/api/${path}`, {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `facilitator ${keys++}`,
    },
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Answer['body'] };
}

describe('A facilitator', () => {
  let company: Company;
  let group = '';
  let topic: unknown;
  const does = async (as: string, command: Json) => {
    const answer = await inTab(company, as, 'commands', command);
    await rest(company);
    return answer;
  };
  const last = async (person: string) => (await heardBy(company, person)).at(-1) ?? '';
  const starter = async (as: string) => {
    const { body } = await inTab(company, as, 'starters');
    return (body.starters as Json[]).find((it) => it.name === delegating);
  };
  /** The only group, as the page for facilitators has it. */
  const standing = async () => {
    const { body } = await inTab(company, anja, 'facilitation');
    const [only] = body.groups as Json[];
    return only ?? {};
  };

  beforeAll(async () => {
    company = await openCompany(undefined, { PROGRAMMES: 'managers' });
  });
  afterAll(() => company.close());

  it('hides a ready-made topic that does not fit, and offers it again (R24)', async () => {
    topic = (await starter(anja))?.id;
    const hidden = await does(anja, { do: 'hideTopic', topic });
    expect(hidden.status).toBe(200);
    expect(await starter(anja)).toMatchObject({ hidden: true });
    expect(await starter(orla)).toBeUndefined();
    expect(await say(company, orla, 'topics')).not.toContain(delegating);
    const refused = await does(orla, { do: 'registerInterest', topic });
    expect(refused.body.error?.message).toContain('not offered');
    expect((await does(anja, hidden.body.undo ?? {})).status).toBe(200);
    expect(await say(company, orla, 'topics')).toContain(delegating);
  });

  it('adds a topic of their own and puts one of ours into other words, as managers then find them (R24)', async () => {
    const inside = {
      why: 'Whoever leads decides about money.',
      questions: 'What do you not understand?\nWhom could you ask?',
      exercise: 'Explain one line of it to your team.',
      progress: 'How often you ask before you spend.',
    };
    expect((await does(anja, { do: 'writeStarter', name: 'Walking the floor', ...inside })).status).toBe(200);
    const reworded = { ...inside, why: 'In our shops everybody waits for the head.' };
    expect(
      (await does(anja, { do: 'writeStarter', topic, name: 'Handing work over', ...reworded })).status,
    ).toBe(200);
    const { body } = await inTab(company, orla, 'starters');
    const names = (body.starters as Json[]).map((it) => it.name);
    expect(names).toHaveLength(11);
    expect(names).toContain('Handing work over');
    expect(names).toContain('Walking the floor');
    expect(names).not.toContain(delegating);
    expect(await say(company, orla, 'I want to learn walking the floor')).toContain(
      'You want to learn Walking the floor',
    );
    expect(await say(company, tobias, 'topics')).toContain('Handing work over');
    expect((await does(orla, { do: 'writeStarter', name: 'Mine', ...inside })).status).toBe(422);
    const again = await does(anja, { do: 'writeStarter', name: 'Walking the floor', ...inside });
    expect(again.body.error?.message).toContain('A topic has this name already');
    expect((await does(anja, { do: 'dropStarterWords', topic })).status).toBe(200);
    expect(await starter(orla)).toMatchObject({ name: delegating, reworded: false });
  });

  it('sees that a group has nothing to learn from yet, and gives it something (R8)', async () => {
    await form(company, heads, 'Yearly budgets');
    await nameObjectives(company, heads.slice(0, 5));
    const seen = await standing();
    expect(seen).toMatchObject({
      topic: 'Yearly budgets',
      stage: 'objectives',
      waiting: 1,
      stuck: ['material'],
    });
    group = String(seen.id);
    const paper = { title: 'How a budget is read', link: 'https://learn.alderbrook.example/budgets' };
    expect((await does(anja, { do: 'provideMaterial', group, ...paper })).status).toBe(200);
    expect(await last(orla)).toContain('How a budget is read');
    expect(await standing()).toMatchObject({ stuck: [] });
    expect(await say(company, orla, 'kick-off')).toContain('✓ Material that the programme provides');
  });

  it('asks who is missing without learning who, and lets the others go on after three days (R17)', async () => {
    expect(await standing()).toMatchObject({ asks: 'ask' });
    expect((await does(anja, { do: 'askMissing', group })).status).toBe(200);
    expect(await last(inigo)).toContain('A facilitator asks how it goes');
    expect(await last(orla)).not.toContain('A facilitator asks');
    const again = await does(anja, { do: 'askMissing', group });
    expect(again.body.error?.message).toContain('Give them three days to answer');
    await company.door('clock', { advance: 'P4D' });
    expect(await standing()).toMatchObject({ asks: 'excuse' });
    expect((await does(anja, { do: 'excuseMissing', group })).status).toBe(200);
    expect(await say(company, orla, 'group')).toContain('kick-off');
    expect((await heardBy(company, inigo)).join('\n')).toContain('The group does not wait for you');
  });

  it('reads no word of the group, and nobody else may do what they do', async () => {
    const told = JSON.stringify([await inTab(company, anja, 'facilitation'), await heardBy(company, anja)]);
    expect(told).not.toContain('Give feedback on the same day');
    for (const route of ['board', 'inside', 'doing'])
      expect((await inTab(company, anja, `groups/${group}/${route}`)).status, route).toBe(404);
    const acts = ['hideTopic', 'provideMaterial', 'askMissing', 'excuseMissing'];
    const fields: Record<string, Json> = { hideTopic: { topic }, provideMaterial: { group, title: 'Mine' } };
    for (const act of acts) {
      const { status, body } = await does(orla, { do: act, ...(fields[act] ?? { group }) });
      expect([status, body.error?.message], act).toEqual([422, expect.stringContaining('facilitator')]);
    }
  });

  it('has sent only cards that Teams shows', (context) => showCards(company, [...heads, anja], context));
});
