// The log of what framed tabs asked of the page and did not get: the page writes it, tests read it and fail on it.
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Company, done, door } from './door.ts';

/** A page that is asked the same thing for ever must not fill the memory. */
const KEPT = 1000;

const text = z.string().max(500);

const Note = z.strictObject({
  /** Who was at the page. */
  as: text,
  /** Where: the address of the tab that was framed. */
  place: text,
  /** The function that was asked for; empty when the message named none. */
  func: text,
  /** Why it was not done. */
  reason: text,
});

type Note = z.infer<typeof Note>;

export interface HostLog {
  add(note: Note): void;
  all(): readonly Note[];
}

export function hostLog(): HostLog {
  let notes: Note[] = [];
  return {
    add(note) {
      notes = [...notes, note].slice(-KEPT);
    },
    all: () => notes,
  };
}

export function hostDoors(app: FastifyInstance, { host }: Company): void {
  app.get('/host', () => host.all());
  door(app, '/host', Note, async (note) => {
    host.add(note);
    return done({ noted: host.all().length });
  });
}
