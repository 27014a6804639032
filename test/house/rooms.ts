// Which room a file belongs to and what that room may import: the dependency rule of docs/architecture.md.
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { importsOf, readSource } from './source.ts';
import type { Tree } from './tree.ts';

export interface Breach {
  rule: string;
  file: string;
  about: string;
}

export interface Edge {
  file: string;
  /** A path of the project, or the name of a package. */
  to: string;
  typeOnly: boolean;
}

const OUTER = ['identity', 'teams', 'graph', 'store', 'web'] as const;
type Room =
  | (typeof OUTER)[number]
  | 'pure'
  | 'list'
  | 'conversation'
  | 'run'
  | 'root'
  | 'tab'
  | 'infra'
  | 'test';

const PURE_PACKAGES = ['zod', 'intl-messageformat', 'minisearch', 'chrono-node', 'tinyld'];

/** Who alone may import a package; a test of the room may too. */
const OWNERS: [RegExp, RegExp][] = [
  [/^@azure\/msal-/, /^bot\/identity\/|^test\/identity\//],
  [/^jose$/, /^bot\/identity\/|^infra\/local\/|^test\//],
  [/^botbuilder|^botframework-/, /^bot\/teams\/|^test\/teams\//],
  [/^@microsoft\/microsoft-graph-/, /^bot\/graph\/|^test\/graph\//],
  [/^(?:node:sqlite|kysely|pg)$/, /^bot\/store\/|^test\/store\//],
  [/^@microsoft\/teams-js$/, /^tab\/host\/|^test\/tab\//],
];

/** Time, chance and the outside world, which a pure file is handed as arguments. */
const IMPURE =
  /(?<![.\w$])(?:Date\.now|Math\.random|new Date\s*(?:\(\s*\)|(?![\s(]))|Date\s*\(\s*\)|Temporal\.Now|performance|globalThis|(?:crypto|process|fetch|setTimeout|setInterval|setImmediate|queueMicrotask)(?!\s*\??\s*:))(?![\w$])/;

export const isSource = (path: string) => /^(?:bot|tab|infra|test)\/.*\.(?:ts|tsx|mjs|js)$/.test(path);

export function roomOf(path: string): Room | undefined {
  const [house, room = ''] = path.split('/');
  if (house === 'tab' || house === 'infra' || house === 'test') return house;
  if (house !== 'bot') return undefined;
  if (path.split('/').length === 2) return 'root';
  const outer = OUTER.find((name) => name === room);
  if (outer || room === 'run') return outer ?? 'run';
  if (path.endsWith('Conversation.ts')) return 'conversation';
  return path.endsWith('/index.ts') ? 'list' : 'pure';
}

function targetOf(file: string, from: string, tree: Tree): string | undefined {
  if (!from.startsWith('.')) return from;
  const path = posix.join(posix.dirname(file), from);
  return tree.has(path) ? path : undefined;
}

const packageOf = (name: string) =>
  name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(packageOf(name));
const folderOf = (path: string) => posix.dirname(path);
const stepOf = (path: string) => /^bot\/lifecycle\/([^/]+)\//.exec(path)?.[1];
const seesEverything = (path: string) => /^bot\/(app|index|open|restore)\.ts$/.test(path);

/** The shell's shapes that a room may know by type; errors of the store's contract are values the run catches. */
const SHAPES: Partial<Record<Room, RegExp>> = {
  root: /^bot\/run\/(?:ports|turn)\.ts$/,
  conversation: /^bot\/(?:run\/(?:ports|turn)|store\/contract)\.ts$/,
  run: /^bot\/(?:store\/contract|web\/contract|config)\.ts$/,
};
/** What an answer of Microsoft says about its effect: the same for every room that asks Microsoft. */
const COMMON = 'bot/outside.ts';
const OUTER_SHAPES = /^bot\/(?:run\/(?:ports|turn)|config)\.ts$/;

class Rooms {
  readonly breaches: Breach[] = [];
  readonly edges: Edge[] = [];
  readonly #tree: Tree;

  constructor(tree: Tree) {
    this.#tree = tree;
    for (const [file, text] of tree) if (isSource(file)) this.#read(file, text);
    for (const edge of this.edges) this.#judge(edge);
  }

  #read(file: string, text: string) {
    for (const { from, typeOnly } of importsOf(text)) {
      const to = from === null ? undefined : targetOf(file, from, this.#tree);
      if (to !== undefined) this.edges.push({ file, to, typeOnly });
      else if (from !== null) this.#breach('leadsSomewhere', file, from);
      else if (!file.startsWith('test/'))
        this.#breach('saysWhat', file, 'the address of an import is computed');
    }
    const room = roomOf(file);
    const impure = room === 'pure' || room === 'list' ? IMPURE.exec(readSource(text).code) : null;
    if (impure) this.#breach('pureText', file, impure[0]);
  }

  #breach(rule: string, file: string, about: string) {
    this.breaches.push({ rule, file, about });
  }

  #judge(edge: Edge) {
    const { file, to } = edge;
    if (this.#tree.has(to)) {
      const rule = this.#brokenByFile(edge);
      if (rule) this.#breach(rule, file, to);
      return;
    }
    const room = roomOf(file);
    const pure = room === 'pure' || room === 'list' || room === 'conversation';
    if (pure && !PURE_PACKAGES.includes(packageOf(to))) this.#breach('purity', file, to);
    const name = isBuiltin(to) ? to : packageOf(to);
    if (OWNERS.some(([owned, owner]) => owned.test(name) && !owner.test(file)))
      this.#breach('owners', file, to);
  }

  /** A table of contents is as pure as what it lists. */
  #isPure(path: string): boolean {
    const room = roomOf(path);
    if (room !== 'list') return room === 'pure';
    return this.edges
      .filter((edge) => edge.file === path && !edge.typeOnly && this.#tree.has(edge.to))
      .every((edge) => edge.to !== path && this.#isPure(edge.to));
  }

  #brokenByFile({ file, to, typeOnly }: Edge): string | undefined {
    const room = roomOf(file);
    const other = roomOf(to);
    if (room === 'test' || room === undefined) return undefined;
    if ((other === 'infra' || other === 'test') && room !== 'infra') return 'productApart';
    if (other === 'test') return 'productApart';
    if (room === 'infra') return undefined;
    if (room === 'tab') {
      const contract = to === 'bot/web/contract.ts' && typeOnly;
      return other === 'tab' || contract || to.startsWith('bot/words/') ? undefined : 'tabSeesContract';
    }
    if (other === 'tab' || other === undefined) return 'productApart';
    if (stepOf(file) && stepOf(to) && stepOf(file) !== stepOf(to)) return 'stepsApart';
    if (room === 'list') return to.startsWith(`${folderOf(file)}/`) ? undefined : 'indexOwnFolder';
    if (room === 'pure') return this.#isPure(to) ? undefined : 'purity';
    return this.#brokenByShell(file, to, typeOnly);
  }

  #brokenByShell(file: string, to: string, typeOnly: boolean): string | undefined {
    const room = roomOf(file);
    const other = roomOf(to);
    if (room === undefined || seesEverything(file) || other === room || this.#isPure(to)) return undefined;
    const outer = OUTER.some((name) => name === room);
    if (outer && OUTER.some((name) => name === other)) return 'roomsApart';
    if (outer && to === COMMON) return undefined;
    if (room === 'run' && (other === 'list' || other === 'conversation')) return undefined;
    const shapes = outer ? OUTER_SHAPES : SHAPES[room];
    const value = room === 'run' && to === 'bot/store/contract.ts';
    return (typeOnly || value) && shapes?.test(to) ? undefined : 'onlyAppSeesEverything';
  }
}

export function judge(tree: Tree): { breaches: Breach[]; edges: Edge[] } {
  const { breaches, edges } = new Rooms(tree);
  return { breaches, edges };
}
