// Every button that there could be: the commands and cards of the product, each field with something that fits it.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { help } from '../../bot/help/index.ts';
import type { AnyStepCommand } from '../../bot/lifecycle/decision.ts';
import { lifecycle } from '../../bot/lifecycle/index.ts';
import { privacy } from '../../bot/privacy/index.ts';
import { reminders } from '../../bot/reminders/index.ts';
import type { Json } from './company.ts';

const steps = [...lifecycle, reminders, privacy, help];

const commands = steps.flatMap((it): AnyStepCommand[] => ('commands' in it ? [...it.commands] : []));
/** What people may press, and what only the clock or an outcome may say. */
export const outer = commands.filter((it) => !it.inner);
export const inner = commands.filter((it) => it.inner);

export const cards = steps.flatMap((it) => Object.keys(it.cards));

/** A command whose shape depends on one of its fields has the fields of an outcome. */
export const keysOf = ({ shape }: AnyStepCommand): string[] =>
  shape instanceof z.ZodObject ? Object.keys(shape.shape) : ['group', 'step', 'n', 'code'];

/** Fields that hold an id of ours in most commands, and what somebody writes in one. */
const written: Record<string, string> = {
  objective: 'addObjective',
  shared: 'proposeShared',
  point: 'askUnclear',
};

const texts = ['name', 'words', 'title', 'cue', 'behaviour', 'action', 'opportunity'];
const others = ['entry', 'challenge', 'shared', 'point', 'objective', 'to', 'person', 'group', 'topic'];
const fixed: Json = {
  link: 'https://learn.example/course',
  meeting: 'kickOff',
  date: '2026-11-30',
  time: '10:00',
  zone: 'Europe/Berlin',
  start: '2026-11-30T09:00:00Z',
  suits: 'true',
  accepts: 'true',
  as: 'used',
  progress: '50',
  help: 'false',
  kind: 'links',
  task: '1',
  rating: '3',
  mode: 'deeper',
  stays: 'true',
  until: '2026-11-30',
  days: '7',
  cycle: 1,
  stage: 'objectives',
  round: 1,
  week: 1,
  step: 'publish',
  code: 'none',
  n: 1,
};

/** All fields of a command as a card of ours would send them; `known` are ids of what there is. */
export function fieldsOf(command: AnyStepCommand, known: Json): Json {
  const field = (key: string): unknown => {
    if (texts.includes(key) || written[key] === command.name) return 'A sentence';
    return known[key] ?? fixed[key] ?? (others.includes(key) ? randomUUID() : undefined);
  };
  return Object.fromEntries(keysOf(command).map((key) => [key, field(key)]));
}
