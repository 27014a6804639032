// A post in the channel: everyone reads the same of it, and members see what is theirs below, as the group is now.
import { describe, expect, test } from 'vitest';
import type { Rendered } from '../../bot/cards/view.ts';
import type { GroupEvent } from '../../bot/group/events.ts';
import { postCards } from '../../bot/lifecycle/openWorkspace/postCards.ts';
import { ann, ben, cem, given, group, lived, type Scene, start, stranger, uuid, viewOf } from './given.ts';
import { at } from './group.ts';
import { faults, read, verbs } from './sound.ts';

const promised = (person: string, commitment: number, words: string): GroupEvent => ({
  type: 'committed',
  v: 1,
  commitment: uuid(commitment),
  person,
  cue: words,
  behaviour: words,
});
const commitment = at('commitment', {}, promised(ann, 60, uuid(90)));
const show = (
  scene: Scene,
  reader: string | null,
  about: Record<string, string | number> = {},
  more: Parameters<typeof viewOf>[2] = {},
) => postCards['post.stage']?.(viewOf(scene, reader, more), about);

interface Refresh {
  action: { verb: string; data: Record<string, string | number> };
  userIds: string[];
}
const refreshOf = (rendered: Rendered | undefined) => rendered?.card.refresh as Refresh | undefined;
/** What Teams sends by itself, without the group. */
const asks = (rendered: Rendered | undefined) => {
  const { group: _, ...about } = refreshOf(rendered)?.action.data ?? {};
  return about;
};

describe('A post for everyone', () => {
  test('holds the stage, the cycle, how many there are, and no word or name of anybody', () => {
    const text = read(show(commitment, null, { stage: 'commitment' }));
    expect(text).toContain('Now everyone commits to one change at work');
    expect(text).toContain('"title":"Members","value":"3"');
    for (const theirs of ['Words ', 'Name ', 'For your group']) expect(text).not.toContain(theirs);
  });

  test('is what everyone but a member sees', () => {
    const left = commitment.and(lived(start, { type: 'memberLeft', v: 1, person: cem, why: 'left' }));
    const base = read(show(left, null));
    for (const reader of [stranger, cem]) expect(read(show(left, reader)), reader).toBe(base);
  });

  test('is asked anew for the members alone, as far as Teams knows them by us', () => {
    expect(refreshOf(show(commitment, null, { stage: 'commitment' }))).toEqual({
      action: {
        type: 'Action.Execute',
        verb: 'show.post.stage',
        data: { group, stage: 'commitment', cycle: 1 },
      },
      userIds: [ann, ben, cem].map((it) => `29:${it}`),
    });
    const some = show(commitment, null, {}, { teamsId: (it) => (it === ben ? '29:ben' : undefined) });
    expect(refreshOf(some)?.userIds).toEqual(['29:ben']);
    const none = show(commitment, null, {}, { teamsId: () => undefined });
    expect(refreshOf(none)).toBeUndefined();
    expect(none && faults(none)).toEqual([]);
  });

  test('is asked anew for sixty at most; everyone can press', () => {
    const many = Array.from({ length: 70 }, (_, n) =>
      lived(start, { type: 'memberJoined', v: 1, person: uuid(200 + n) }),
    );
    const large = show(commitment.and(...many), null);
    expect(refreshOf(large)?.userIds).toHaveLength(60);
    expect(verbs(large)).toContain('show.post.stage');
  });
});

describe('The same post for a member', () => {
  test('adds what comes next, for whom the group waits and their own words, and is asked anew again', () => {
    const card = show(commitment, ann, { stage: 'commitment', cycle: 1 });
    const text = read(card);
    expect(text).toContain('Now everyone commits to one change at work');
    expect(text).toContain('For your group');
    expect(text).toContain('Each of you promises the others one thing');
    expect(text).toContain(`Still waiting for Name ${ben} and Name ${cem}.`);
    expect(text).toContain(`Words ${uuid(90)}`);
    expect(text).toContain('What you promised');
    expect(refreshOf(card)).toEqual(refreshOf(show(commitment, null)));
    expect(card && faults(card)).toEqual([]);
  });

  test('holds nothing of what the others wrote', () => {
    const own = (words: string) => (words === uuid(90) ? 'mine' : 'theirs');
    const scene = at('commitment', {}, promised(ben, 61, uuid(62)));
    expect(read(show(scene, ann, {}, { text: own }))).not.toContain('theirs');
  });
});

describe('An old post', () => {
  const practice = commitment.and(lived(start, { type: 'stageBegan', v: 1, stage: 'practice' }));

  test('that comes into sight keeps its own sentence and says where the group is now', () => {
    const about = asks(show(commitment, ann, { stage: 'commitment' }));
    const text = read(show(practice, ann, about));
    expect(text).toContain('Now everyone commits to one change at work');
    expect(text).toContain('By now the group is at “practice”.');
    expect(text).not.toContain('For your group');
  });

  test('of the same stage in an earlier cycle is old, too', () => {
    const again = practice.and(
      lived(
        start,
        { type: 'cycleBegan', v: 1, cycle: 2, mode: 'repeat' },
        {
          type: 'stageBegan',
          v: 1,
          stage: 'commitment',
        },
      ),
    );
    const text = read(show(again, ann, { stage: 'commitment', cycle: 1 }));
    expect(text).toContain('By now the group is at “commitment”.');
    expect(text).toContain('"title":"Cycle","value":"1"');
  });

  test('answers a press with the present state', () => {
    const text = read(show(practice, ann));
    expect(text).toContain('The weeks of practice at work begin');
    expect(text).toContain('For your group');
    expect(read(show(practice, stranger))).toContain('The weeks of practice at work begin');
  });

  test('of a group that has ended says so to everyone, and asks for nothing more', () => {
    const ended = practice.and(lived(start, { type: 'groupEnded', v: 1, why: 'closed' }));
    for (const reader of [ann, stranger, null]) {
      const card = show(ended, reader, { stage: 'commitment', cycle: 1 });
      expect(read(card)).toContain('The group has finished');
      expect(read(card)).not.toContain('For your group');
      expect(refreshOf(card)).toBeUndefined();
      expect(verbs(card)).toEqual([]);
    }
  });

  test('of a group that nobody knows any more names no group', () => {
    expect(read(show(given(), stranger, { stage: 'commitment', cycle: 1 }))).not.toContain('Topic ');
  });
});
