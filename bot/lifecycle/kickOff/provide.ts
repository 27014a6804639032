// A facilitator gives a group material to learn from, without having to know a word of what it writes (R8, R61).
import { z } from 'zod';
import type { Live } from '../../group/group.ts';
import {
  type Context,
  isRefusal,
  type Refusal,
  readsGroup,
  refuse,
  stepCommand,
  type World,
} from '../decision.ts';
import { isProvided } from '../provided.ts';
import { accept, tellOthers } from '../stages.ts';
import { brought } from '../takeBack.ts';
import { id } from '../text.ts';
import { material, named } from './gather.ts';

/** What a group can work through. */
const mostProvided = 5;

function givenTo(world: World, id: string, context: Context): Live | Refusal {
  if (!context.facilitator) return refuse('facilitatorsOnly');
  const group = world.group(id);
  if (group.phase !== 'live') return refuse('unknownGroup');
  return isProvided(group) ? group : refuse('choosesItself');
}

const shows = () => ({ show: 'done' });

export const provideMaterial = stepCommand({
  name: 'provideMaterial',
  shape: z.strictObject(material),
  reads: readsGroup,
  decide(world, command, context) {
    const group = givenTo(world, command.group, context);
    if (isRefusal(group)) return group;
    if (group.provided.length >= mostProvided) return refuse('enoughResources', { most: mostProvided });
    const naming = named(command, context);
    if (isRefusal(naming)) return naming;
    const [entry = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'materialProvided', v: 1, material: entry, person: context.by, ...naming.words }],
      { written: naming.written, then: tellOthers(group, context, { what: 'material.provided' }) },
    );
  },
  shows,
  undo: (command, accepted) => ({
    command: { do: 'withdrawMaterial', group: command.group, entry: brought(accepted, 'material') },
  }),
});

export const withdrawMaterial = stepCommand({
  name: 'withdrawMaterial',
  shape: z.strictObject({ group: id, entry: id }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = givenTo(world, command.group, context);
    if (isRefusal(group)) return group;
    const entry = group.provided.find((it) => it.id === command.entry);
    if (!entry) return refuse('unknownEntry');
    return accept(group, context, [{ type: 'takenBack', v: 1, entry: entry.id }]);
  },
  shows,
  undo: () => ({ none: 'writeAgain' }),
});
