// What a conversation remembers between turns: a question, the last list, the last undo; ids only.
import { z } from 'zod';
import type { Command } from '../lifecycle/decision.ts';
import type { Tx } from '../store/contract.ts';

const about = z.record(z.string(), z.union([z.string(), z.number()]));

const shape = z.object({
  question: z
    .object({
      asks: z.string(),
      group: z.string().optional(),
      topic: z.string().optional(),
      about: about.optional(),
    })
    .optional(),
  /** What the positions of the last list stood for. */
  list: z.array(z.string()).optional(),
  undo: z.object({ command: z.looseObject({ do: z.string() }), until: z.string() }).optional(),
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

export const undoable = (command: Command, now: string): NonNullable<Memory['undo']> => ({
  command,
  until: later(now, undoMinutes),
});

export const undoNow = (memory: Memory, now: string): Command | undefined =>
  memory.undo && Temporal.Instant.compare(memory.undo.until, now) > 0 ? memory.undo.command : undefined;
