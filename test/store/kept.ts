// What the app keeps in its folder, read past the app: the bytes of its files, and the rows of its database.
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Every file of the folder, whatever it is for. */
export function filesIn(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
  return new Map(files.map((it) => [it, readFileSync(it)]));
}

/** Which of these words stand anywhere in the files. */
export function wordsIn(folder: string, words: readonly string[]): string[] {
  const files = [...filesIn(folder).values()];
  return words.filter((word) => files.some((it) => it.includes(word)));
}

/** The rows of every table as lines of JSON. The app locks its database: a copy is read, while the app rests. */
export function rowsIn(folder: string): Record<string, string[]> {
  const copy = mkdtempSync(join(tmpdir(), 'peerloop-copy-'));
  try {
    for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, name));
    const name = readdirSync(copy).find((it) => it.endsWith('.sqlite')) ?? '';
    const db = new DatabaseSync(join(copy, name));
    const tables = db.prepare("select name from sqlite_master where type = 'table'").all();
    const rows = tables.map(({ name: table }): [string, string[]] => {
      const all = db.prepare(`select * from "${String(table)}"`).all();
      return [String(table), all.map((it) => JSON.stringify(it)).sort()];
    });
    db.close();
    return Object.fromEntries(rows);
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** What people and groups are and have, without the notes of what came in, who is in the middle of a sentence, and who performs. */
export function substance(folder: string): Record<string, string[]> {
  const { answers: _, conversations: __, leads: ___, ...rest } = rowsIn(folder);
  return rest;
}
