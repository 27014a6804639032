// The project's own files as paths and texts, read once from the disk.
import { readdirSync, readFileSync } from 'node:fs';

export type Tree = ReadonlyMap<string, string>;

/** Not ours, or made by running: .gitignore names the same. */
const LEFT_OUT =
  /^(?:node_modules|\.git|\.local|dist|coverage|build)$|\.log$|^\.env\.(?:local|.*\.user)$|^\.DS_Store$/;
const BINARY = /\.(?:png|ico|woff2?)$/;

function pathsIn(folder: string): string[] {
  return readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })
    .filter((entry) => !LEFT_OUT.test(entry.name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? pathsIn(path) : entry.isFile() ? [path] : [];
    });
}

export const readTree = (): Tree =>
  new Map(
    pathsIn('')
      .sort()
      .map((path) => [path, BINARY.test(path) ? '' : readFileSync(path, 'utf8')]),
  );
