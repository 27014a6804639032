// Material that the programme provides: a gate at the kick-off, what opens it, and who may.
import { describe, expect, test } from 'vitest';
import { presets } from '../../bot/group/policy.ts';
import { starters } from '../../bot/knowledge/starters.ts';
import { addResource } from '../../bot/lifecycle/kickOff/gather.ts';
import { kickOff } from '../../bot/lifecycle/kickOff/index.ts';
import { closeKickOff, lacking } from '../../bot/lifecycle/kickOff/kickOff.ts';
import { provideMaterial } from '../../bot/lifecycle/kickOff/provide.ts';
import { onPage } from '../../bot/lifecycle/onPage.ts';
import { resourcePage } from '../../bot/lifecycle/openWorkspace/resourcePage.ts';
import { ann, group, hana, lived, start, undone, uuid, viewOf } from './given.ts';
import { at, course, opportunity, shared } from './group.ts';

const agreed = [
  { type: 'sharedProposed', v: 1, shared, person: ann, words: uuid(90) },
  { type: 'sharedAgreed', v: 1, shared, words: uuid(92) },
  { type: 'opportunityNamed', v: 1, opportunity, person: ann, words: uuid(90) },
  course,
] as const;
const managers = at('kickOff', presets.managers, ...agreed);
const paper = { group, title: 'Five ways to delegate', link: 'https://learning.example/five' };
const cardOf = (scene = managers, name = 'kickOff') =>
  JSON.stringify(kickOff.cards[name]?.(viewOf(scene, ann), {}).card);

describe('Without material, managers', () => {
  test('do not leave the kick-off, and are told what is missing and who can provide it', () => {
    const told = managers.when(closeKickOff, { group }, ann);
    expect(told.decision).toMatchObject({
      refused: 'kickOffIncomplete',
      about: { material: 'missing', missing: 1 },
    });
    expect(cardOf()).toContain('or ask the people team: a facilitator can provide material');
    expect(cardOf(managers, 'kickOff.material')).toContain('Add a resource');
  });

  test('go on once one of them has added a resource, since the policy takes both', () => {
    const after = managers.when(addResource, paper, ann).after;
    expect(lacking(after.live())).toEqual([]);
    const provided = at('kickOff', { ...presets.managers, materials: 'provided' }, ...agreed);
    expect(lacking(provided.when(addResource, paper, ann).after.live())).toEqual(['material']);
    expect(cardOf(provided)).not.toContain('Each of you can add');
  });

  test('go on with a ready-made topic, which brings its own', () => {
    const delegating = starters[1]?.id ?? '';
    const scene = managers.live();
    expect(lacking({ ...scene, topic: delegating })).toEqual([]);
    const view = viewOf(managers, ann, { group: { ...scene, topic: delegating } });
    const shown = JSON.stringify(kickOff.cards['kickOff.material']?.(view, {}).card);
    expect(shown).toContain('is a ready-made topic');
    expect(shown).toContain('show.starter');
  });

  test('need none again in their next cycle', () => {
    const after = managers.when(addResource, paper, ann).after;
    const next = after.and(lived(start, { type: 'cycleBegan', v: 1, cycle: 2, mode: 'deeper' })).live();
    expect(lacking(next)).not.toContain('material');
  });
});

describe('A facilitator', () => {
  test('provides material without being a member, and everyone is told', () => {
    const told = managers.when(provideMaterial, paper, hana);
    expect(told.types).toEqual(['materialProvided']);
    expect(told.accepted.then).toHaveLength(3);
    expect(told.accepted.then[0]).toMatchObject({ is: 'tell', to: ann, what: 'material.provided' });
    expect(told.accepted.written[0]).toMatchObject({ owner: { group }, text: paper.title });
    expect(lacking(told.after.live())).toEqual([]);
    const view = viewOf(told.after, ann);
    expect(JSON.stringify(resourcePage(view, told.after.live()))).toContain(`Words ${uuid(1002)}`);
    expect(onPage(told.after.live()).resources).toHaveLength(1);
    expect(cardOf(told.after, 'material.provided')).toContain('There is new material for your group');
  });

  test('takes it back', () => {
    const told = managers.when(provideMaterial, paper, hana);
    const back = undone(told, kickOff.commands, hana);
    expect(back.after.live().provided).toEqual([]);
    expect(lacking(back.after.live())).toEqual(['material']);
    expect(told.after.when(provideMaterial, { ...paper, link: 'file:///etc' }, hana).refused).toBe('badLink');
  });

  test('is the only one who may, and only where the programme provides any', () => {
    expect(managers.when(provideMaterial, paper, ann).refused).toBe('facilitatorsOnly');
    expect(at('kickOff').when(provideMaterial, paper, hana).refused).toBe('choosesItself');
    expect(cardOf(at('kickOff'))).not.toContain('kickOff.material');
  });
});
