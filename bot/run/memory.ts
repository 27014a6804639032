// What a conversation remembers between turns: a question, the last list, the last undo; ids only.
import { z } from 'zod';
import type { Shown, Undo } from '../lifecycle/decision.ts';
import { isKey, type NoUndoName } from '../speech/say.ts';
import type { KnownPerson, Tx } from '../store/contract.ts';

const about = z.record(z.string(), z.union([z.string(), z.number()]));

const card = z.strictObject({
  show: z.string(),
  group: z.string().optional(),
  topic: z.string().optional(),
  about: about.optional(),
});

const shape = z.object({
  question: z
    .object({
      asks: z.string(),
      group: z.string().optional(),
      topic: z.string().optional(),
      about: about.optional(),
    })
    .optional(),
  /** The card last shown, by its name and what it is about. */
  shown: z.custom<Shown>((it) => card.safeParse(it).success).optional(),
  /** What the positions of the lists last shown stood for: of topics, and of each group's points. */
  lists: z.record(z.string(), z.array(z.string())).optional(),
  undo: z
    .union([
      z.object({ command: z.looseObject({ do: z.string() }), until: z.string() }),
      z.object({ none: z.custom<NoUndoName>((it) => isKey(`noUndo.${String(it)}`)), until: z.string() }),
    ])
    .optional(),
  /** How often in a row nothing was understood: the same answer is never given twice. */
  misses: z.number().optional(),
});

export type Memory = z.infer<typeof shape>;

/** Questions and lists live half an hour, an undo ten minutes (DESIGN §3). */
const livesMinutes = 30;
const undoMinutes = 10;

const later = (now: string, minutes: number) => Temporal.Instant.from(now).add({ minutes }).toString();

export interface Remembered {
  memory: Memory;
  version: number;
}

export async function recall(
  tx: Tx,
  tenant: string,
  person: string,
  place: string,
  now: string,
): Promise<Remembered> {
  const row = await tx.conversations.get(tenant, person, place, now);
  const parsed = shape.safeParse(row?.memory ?? {});
  return { memory: parsed.success ? parsed.data : {}, version: row?.version ?? 0 };
}

export async function remember(
  tx: Tx,
  tenant: string,
  person: string,
  place: string,
  now: string,
  version: number,
  memory: Memory,
): Promise<void> {
  const kept = JSON.parse(JSON.stringify(memory)) as Record<string, unknown>;
  await tx.conversations.put(tenant, person, place, version, {
    expires: later(now, livesMinutes),
    memory: kept,
  });
}

export const undoable = (undo: Undo, now: string): NonNullable<Memory['undo']> => ({
  ...undo,
  until: later(now, undoMinutes),
});

export const undoNow = ({ undo }: Memory, now: string): Undo | undefined =>
  undo && Temporal.Instant.compare(undo.until, now) > 0 ? undo : undefined;

/** What somebody did elsewhere is the last thing done in their chat too: “undo” there means that. */
export async function rememberDeed(
  tx: Tx,
  tenant: string,
  { id, reach }: KnownPerson,
  now: string,
  undo: Undo | undefined,
): Promise<void> {
  if (reach.is !== 'installed') return;
  const { memory, version } = await recall(tx, tenant, id, reach.conversation, now);
  const { undo: _, ...rest } = memory;
  const next = undo ? { ...rest, undo: undoable(undo, now) } : rest;
  await remember(tx, tenant, id, reach.conversation, now, version, next);
}
