// What members already know of the topic: said by whoever wants to, seen by the group, and taken back at any time (R15).
import { describe, expect, test } from 'vitest';
import type { GroupEvent } from '../../bot/group/events.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import {
  bringKnowledge,
  removeKnowledge,
  restoreKnowledge,
} from '../../bot/lifecycle/setObjectives/bringKnowledge.ts';
import { setObjectives } from '../../bot/lifecycle/setObjectives/index.ts';
import { most } from '../../bot/lifecycle/text.ts';
import {
  ann,
  ben,
  cem,
  formed,
  given,
  group,
  lived,
  type Scene,
  start,
  stranger,
  undone,
  uuid,
  viewOf,
} from './given.ts';
import { at, expectAllSound } from './group.ts';

const words = 'I have led appraisals for six years.';
const card = (scene: Scene, name: string, reader: string | null) =>
  JSON.stringify((setObjectives.cards[name] ?? kickOff.cards[name])?.(viewOf(scene, reader), {}).card);
const brought = (scene: Scene, by = ann) => scene.when(bringKnowledge, { group, words }, by);
const entryOf = (scene: Scene, person: string) =>
  scene.live().knowledge.find((it) => it.person === person)?.id ?? '';

describe('What a member brings', () => {
  const scene = at('objectives');

  test('is said at any stage, in words for the group alone', () => {
    for (const stage of ['objectives', 'kickOff', 'practice', 'renewal'] as const) {
      const told = brought(at(stage));
      expect(told.types, stage).toContain('knowledgeBrought');
      expect(told.accepted.written).toMatchObject([
        { owner: { person: ann }, audience: 'group', text: words },
      ]);
      const news = told.accepted.then.flatMap((it) => ('what' in it ? [it.what] : []));
      expect(news.filter((it) => !it.startsWith('began'))).toEqual([]);
    }
    expect(brought(scene, stranger).refused).toBe('unknownGroup');
  });

  test('is seen by the others with whose it is, on its card and in the introductions', () => {
    const after = brought(scene).after;
    const [{ words: row } = { words: '' }] = after.live().knowledge;
    for (const name of ['knowledge', 'kickOff.introductions']) {
      expect(card(after, name, ben), name).toContain(`Name ${ann}`);
      expect(card(after, name, ben), name).toContain(row);
      expect(card(after, name, stranger), name).not.toContain(row);
      expect(card(after, name, null), name).not.toContain(row);
    }
    expect(card(after, 'knowledge', ann)).toContain('Take mine back');
  });

  test('takes the place of what they said before', () => {
    const once = brought(scene);
    const again = once.after.when(bringKnowledge, { group, words: 'And of a checklist.' }, ann);
    expect(again.after.live().knowledge).toHaveLength(1);
    expect(again.accepted.unlike).toEqual(once.after.live().knowledge.map((it) => it.words));
  });

  test('comes back by undo when it was replaced, and is not seen meanwhile', () => {
    const once = brought(scene).after;
    const again = once.when(bringKnowledge, { group, words: 'And of a checklist.' }, ann);
    const [{ words: first } = { words: '' }] = once.live().knowledge;
    const [{ words: second } = { words: '' }] = again.after.live().knowledge;
    expect(card(again.after, 'knowledge', ben)).not.toContain(first);
    const back = undone(again, setObjectives.commands, ann);
    expect(card(back.after, 'knowledge', ben)).toContain(first);
    expect(card(back.after, 'knowledge', ben)).not.toContain(second);
    expect(back.after.group()).toEqual(once.group());
    expect(back.undo).toEqual({ none: 'writeAgain' });
    const before = { group, before: first };
    expect(again.after.when(restoreKnowledge, before, ben).refused).toBe('unknownEntry');
    expect(once.when(restoreKnowledge, before, ann).refused).toBe('unknownEntry');
    const left = lived(start, { type: 'memberLeft', v: 1, person: ann, why: 'erased' });
    expect(again.after.and(left).live().unsaid).toEqual([]);
  });

  test('is taken back by the one who wrote it, also by undo, and by nobody else', () => {
    const { after, undo } = brought(scene);
    const entry = entryOf(after, ann);
    expect(undo).toEqual({ command: { do: 'removeKnowledge', group, entry } });
    expect(after.when(removeKnowledge, { group, entry }, ben).refused).toBe('unknownEntry');
    const gone = after.when(removeKnowledge, { group, entry }, ann).after;
    expect(gone.live().knowledge).toEqual([]);
    expect(card(gone, 'knowledge', ann)).toContain('Nobody else has said anything yet');
  });

  test('stays when the group begins anew, and goes with whoever leaves', () => {
    const both = brought(brought(scene).after, cem).after;
    const next = both.and(lived(start, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' }));
    expect(next.live().knowledge.map((it) => it.person)).toEqual([ann, cem]);
    const left = next.and(lived(start, { type: 'memberLeft', v: 1, person: ann, why: 'erased' }));
    expect(left.live().knowledge.map((it) => it.person)).toEqual([cem]);
  });
});

test('The cards of objectives and of what members bring are sound', () =>
  expectAllSound(setObjectives.cards));

test('The introductions name everyone, with at most two objectives each', () => {
  const more = [41, 42].map((n) => ({
    type: 'objectiveSet' as const,
    v: 1 as const,
    objective: uuid(n + 100),
    person: ann,
    words: uuid(n + 200),
  }));
  const seen = card(at('kickOff', {}, ...more), 'kickOff.introductions', ben);
  expect(seen).toContain(`Name ${ann}`);
  expect(seen).toContain(`Name ${cem}`);
  expect(seen).toContain(uuid(241));
  expect(seen).not.toContain(uuid(242));
  expect(seen).toContain('… and 1 more.');
});

test.each([
  ['two bytes', 'é'],
  ['three bytes', 'आ'],
  ['four bytes', '🐝'],
])('The introductions of eight who wrote much in letters of %s fit into a message of Teams', (_, letter) => {
  const eight = Array.from({ length: 8 }, (__, n) => uuid(11 + n));
  const events = eight.flatMap((person, n): GroupEvent[] => [
    ...[0, 1].map(
      (k): GroupEvent => ({
        type: 'objectiveSet',
        v: 1,
        objective: uuid(300 + 2 * n + k),
        person,
        words: uuid(400),
      }),
    ),
    { type: 'knowledgeBrought', v: 1, knowledge: uuid(500 + n), person, words: uuid(400) },
  ]);
  const scene = given(formed(eight), lived(start, { type: 'stageBegan', v: 1, stage: 'kickOff' }, ...events));
  const view = viewOf(scene, ben, { wrote: letter.repeat(most.sentence) });
  const shown = kickOff.cards['kickOff.introductions']?.(view, {});
  const written = JSON.stringify(shown);
  expect(Buffer.byteLength(written)).toBeLessThan(28 * 1024);
  expect(written.split(letter.repeat(most.sentence)).length - 1).toBeGreaterThanOrEqual(16);
  expect(written).toContain(eight.at(-1));
});
