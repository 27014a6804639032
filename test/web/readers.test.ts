// Everyone × every route × every field, asked of a living app: who may not read a field finds neither it nor a word of it.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type RouteName, routes } from '../../bot/web/contract.ts';
import { type Audience, readers } from '../../bot/web/readers.ts';
import { uuid } from '../lifecycle/given.ts';
import { type Living, live, nameOf, type Somebody, said } from './living.ts';

/** Who is among whom: the whole of who can read what in the tab. */
const among: Record<string, { as: Somebody | 'nobody'; reads: Audience[] }> = {
  'no token': { as: 'nobody', reads: [] },
  'a stranger of the tenant': { as: 'stranger', reads: ['reader', 'company'] },
  'who was asked and has not answered': { as: 'asked', reads: ['reader', 'company'] },
  'a colleague of the team': { as: 'colleague', reads: ['reader', 'company', 'team'] },
  'the supervisor of a member': { as: 'supervisor', reads: ['reader', 'company', 'team'] },
  'who has left the group': { as: 'left', reads: ['reader', 'company', 'team'] },
  'who was forgotten': { as: 'erased', reads: ['reader', 'company', 'team'] },
  'a facilitator': { as: 'facilitator', reads: ['reader', 'company', 'team', 'facilitators'] },
  'a member': { as: 'ann', reads: ['reader', 'company', 'team', 'group'] },
};

/** What was written in this company, and who may find it anywhere in the tab; null: nobody at all. */
const canaries: Record<string, Audience | null> = {
  topic: 'company',
  shared: 'team',
  course: 'team',
  resource: 'team',
  project: 'team',
  'open shared': null,
  'objective ann': 'group',
  'objective ben': 'group',
  'objective left': 'group',
  'objective erased': null,
  opportunity: 'group',
  point: 'group',
  challenge: 'group',
  answer: 'group',
  'cue ben': 'group',
  'behaviour ann': 'group',
  'practice cem': 'group',
  'known ann': 'group',
  'known cem': 'group',
  'known before': null,
  'known taken back': null,
  'known left': null,
  'known erased': null,
  'job what': 'group',
  'job who': 'group',
  'job when': 'group',
  'job result': 'group',
  'question ann': 'group',
  'answer ben': 'group',
  'tip left': 'group',
  'answer erased': null,
  'taken back': null,
  'check-in': null,
  assessment: null,
};

const names = Object.keys(routes) as RouteName[];
const mayRead = (reads: readonly Audience[], name: RouteName) =>
  Object.values(readers[name]).every((it) => reads.includes(it));

/** All leaves of a schema, as readers.ts writes them. */
function fieldsOf(schema: z.ZodType, at = ''): string[] {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return fieldsOf(schema.unwrap() as z.ZodType, at);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.ZodType, `${at}[]`);
  if (!(schema instanceof z.ZodObject) || schema.def.catchall instanceof z.ZodUnknown) return [at];
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
  return shape.flatMap(([field, inner]) => fieldsOf(inner, at === '' ? field : `${at}.${field}`));
}

/** The leaves that an answer has; what is null stands for itself. */
function fieldsIn(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((it) => fieldsIn(it, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [at];
  return Object.entries(value).flatMap(([field, inner]) =>
    fieldsIn(inner, at === '' ? field : `${at}.${field}`),
  );
}

interface Seen {
  statuses: Set<number>;
  fields: Set<string>;
  text: string;
}

/** What each of them was answered on each route, over the whole life. */
async function seenByAll() {
  const seen = new Map<string, Seen>();
  const look = async ({ ask, community }: Living) => {
    const asked = names.flatMap((name): { name: RouteName; of?: string }[] => {
      if (name === 'command') return [];
      return name === 'board' ? [{ name }, { name, of: community }] : [{ name }];
    });
    for (const [role, { as }] of Object.entries(among)) {
      for (const { name, ...of } of asked) {
        const { status, text } = await ask(name, as, of);
        const so = seen.get(`${role} ${name}`) ?? { statuses: new Set(), fields: new Set(), text: '' };
        so.statuses.add(status);
        so.text += text;
        if (status === 200) for (const it of fieldsIn(JSON.parse(text))) so.fields.add(it);
        seen.set(`${role} ${name}`, so);
      }
    }
  };
  const living = await live(look);
  return { living, of: (role: string, name: RouteName) => seen.get(`${role} ${name}`) };
}

describe('who reads what', () => {
  test.each(names)('has a row for every field of %s, and none for what is not there', (name) => {
    expect(Object.keys(readers[name]).sort()).toEqual(fieldsOf(routes[name].answers).sort());
  });

  test('is kept by a living app for everyone, on every route, in every field', async () => {
    const { of } = await seenByAll();
    const found = new Map<RouteName, Set<string>>();
    for (const [role, { as, reads }] of Object.entries(among)) {
      for (const name of names.filter((it) => it !== 'command')) {
        const seen = of(role, name);
        const status = as === 'nobody' ? 401 : mayRead(reads, name) ? 200 : 404;
        expect([...(seen?.statuses ?? [])], `${name} for ${role}`).toEqual([status]);
        const rows: Record<string, Audience> = readers[name];
        const forbidden = [...(seen?.fields ?? [])].filter((it) => rows[it] && !reads.includes(rows[it]));
        expect(forbidden, `${name} for ${role}`).toEqual([]);
        found.set(name, (found.get(name) ?? new Set()).union(seen?.fields ?? new Set()));
      }
    }
    for (const name of names.filter((it) => it !== 'command')) {
      const never = Object.keys(readers[name]).filter((it) => !found.get(name)?.has(it));
      expect(never, `fields of ${name} that nobody was shown`).toEqual([]);
    }
  });

  test('holds for every sentence and every name: nobody else finds a trace of it anywhere', async () => {
    const { of } = await seenByAll();
    for (const [role, { as, reads }] of Object.entries(among)) {
      const all = names.map((name) => of(role, name)?.text ?? '').join('\n');
      const found = Object.keys(canaries).filter((it) => all.includes(`"${said(it)}"`));
      const may = Object.entries(canaries).filter(([, to]) => to !== null && reads.includes(to));
      expect(found.sort(), role).toEqual(may.map(([it]) => it).sort());
      for (const other of ['ann', 'ben', 'cem'] as const)
        expect(all.includes(nameOf(other)), `${role} finds ${other}`).toBe(
          as === other || reads.includes('group'),
        );
    }
  });

  test('and what one may not know of is answered as what does not exist', async () => {
    const { living, of } = await seenByAll();
    for (const name of ['board', 'inside', 'talk'] as const) {
      const absent = await living.ask(name, 'stranger', { of: uuid(777) });
      for (const [role, { as, reads }] of Object.entries(among))
        if (as !== 'nobody' && !mayRead(reads, name))
          expect(of(role, name)?.text, `${name} for ${role}`).toBe(
            absent.text.repeat(name === 'board' ? 8 : 4),
          );
    }
  });
});
