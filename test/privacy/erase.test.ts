// Being forgotten: everything ends at once, and whatever was joined until the last message ends with it.
import { describe, expect, test } from 'vitest';
import { presets } from '../../bot/group/policy.ts';
import { eraseMe, forgetPerson } from '../../bot/privacy/erase.ts';
import { privacy } from '../../bot/privacy/index.ts';
import {
  ann,
  ben,
  cem,
  formed,
  given,
  group,
  type Happened,
  lived,
  on,
  start,
  stranger,
  uuid,
  viewOf,
} from '../lifecycle/given.ts';
import { begun } from '../lifecycle/openings.ts';
import { faults, read, verbs } from '../lifecycle/sound.ts';
import { handle } from '../lifecycle/world.ts';

const topic = uuid(2);
const later = (command: object) => ({ is: 'later', at: start, command });
const forgetting = { ...later({ do: 'forgetPerson', person: ann }), to: ann };
const seated = (person: string, state: 'held' | 'taken', of = group): Happened[] =>
  on(
    `person/${person}`,
    start,
    person,
    { type: 'interestRegistered', v: 1, person, topic },
    { type: 'seatHeld', v: 1, person, group: of, topic },
    ...(state === 'taken' ? [{ type: 'seatTaken', v: 1, person, group: of, topic } as const] : []),
  );
const living = given(formed(), ...[ann, ben, cem].map((it) => seated(it, 'taken')));
const forgotten = { interests: [], seats: [], was: [], communities: [], erased: true };

describe('Whoever wants to be forgotten', () => {
  test('leaves their group at once, and the others are told; the rest goes after the last message', () => {
    const told = living.when(eraseMe, {}, ann);
    expect(told.types).toEqual(['memberLeft', 'seatGivenUp']);
    expect(told.after.live()).toMatchObject({ members: [ben, cem], left: [ann] });
    expect(told.accepted.then).toMatchObject([{ to: ben }, { to: cem }, forgetting]);
    expect(told.shows).toEqual({ show: 'erased' });
    expect(told.undo).toEqual({ none: 'erased' });
  });

  test('gives up the places that are kept for them, which go to the next who waits', () => {
    const invited = [ann, ben, cem];
    const proposal = given(
      lived(start, { type: 'groupProposed', v: 1, group, topic, policy: presets.employees, invited }),
      ...invited.map((it) => seated(it, 'held')),
    );
    const told = proposal.when(eraseMe, {}, ann);
    expect(told.types).toEqual(['seatRefused', 'seatGivenUp']);
    expect(told.accepted.then).toEqual([later({ do: 'considerGroup', topic }), forgetting]);
  });

  test('waits for no topic any more', () => {
    const told = given(
      on(`person/${ann}`, start, ann, { type: 'interestRegistered', v: 1, person: ann, topic }),
    ).when(eraseMe, {}, ann);
    expect(told.types).toEqual(['interestWithdrawn']);
    expect(told.after.person(ann).interests).toEqual([]);
  });

  test('who is nowhere is forgotten all the same', () => {
    expect(given().when(eraseMe, {}, ann).accepted.then).toEqual([forgetting]);
  });

  test('ends a group in which only one would be left', () => {
    const two = given(formed([ann, ben]), seated(ann, 'taken'), seated(ben, 'taken'));
    const told = two.when(eraseMe, {}, ann);
    expect(told.after.group()).toMatchObject({ phase: 'ended', why: 'tooFew' });
    expect(told.after.person(ben).seats).toEqual([]);
    expect(told.accepted.then).toMatchObject([{ to: ben, what: 'groupEnded' }, forgetting]);
  });
});

describe('Forgetting', () => {
  const forget = (scene = living) => scene.when(forgetPerson, { person: ann }, 'peerloop');

  test('empties what the person owns, once', () => {
    const told = forget(living.when(eraseMe, {}, ann).after);
    expect(told.types).toEqual(['personErased']);
    expect(told.accepted.forget).toEqual([ann]);
    expect(told.after.person(ann)).toEqual(forgotten);
    expect(forget(told.after).accepted).toEqual({ happened: [], then: [], written: [] });
  });

  test('takes what they gave to everyone from the pages of groups that they had left before', () => {
    const before = living.and(
      lived(start, { type: 'memberLeft', v: 1, person: ann, why: 'left' }),
      on(`person/${ann}`, start, ann, { type: 'seatGivenUp', v: 1, person: ann, group, topic, why: 'left' }),
    );
    const told = forget(before);
    expect(told.accepted.then).toEqual([
      later({ do: 'revisePage', group }),
      later({ do: 'reviseArticle', group }),
    ]);
  });

  test('ends what was joined while the last message was on its way, and tells the person nothing', () => {
    const told = forget();
    expect(told.types).toEqual(['memberLeft', 'seatGivenUp', 'personErased']);
    expect(told.after.live().members).toEqual([ben, cem]);
    expect(told.after.person(ann)).toEqual(forgotten);
    expect(told.accepted.then.flatMap((it) => (it.is === 'tell' ? [it.to] : []))).toEqual([ben, cem]);
  });

  test('is not for people to say of one another', () => {
    const company = begun(null);
    expect(handle(company, { do: 'forgetPerson', person: uuid(12) }, uuid(11)).refused).toBe('malformed');
  });
});

describe('What people see of their own data', () => {
  const hear = (intent: string) => (privacy.conversation.hears as Record<string, () => unknown>)[intent]?.();

  test.each([ann, stranger, null])('is sound for %s', (reader) => {
    for (const render of Object.values(privacy.cards))
      expect(faults(render(viewOf(living, reader, { contact: '*Dia*' }), {}))).toEqual([]);
  });

  test('is asked about before it is deleted, and says that there is no way back', () => {
    const erase = privacy.cards.erase?.(viewOf(living, ann), {});
    expect(verbs(erase)).toEqual(['do.eraseMe', 'show.privacy']);
    expect(read(erase)).toContain('can’t be undone');
    expect(verbs(privacy.cards.erased?.(viewOf(living, ann), {}))).toEqual([]);
  });

  test('is found by asking for it', () => {
    expect([hear('privacy_info'), hear('export_data'), hear('delete_data')]).toEqual([
      { show: 'privacy' },
      { show: 'privacy' },
      { show: 'erase' },
    ]);
  });
});
