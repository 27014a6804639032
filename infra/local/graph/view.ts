// Reads the OData query options of a call and refuses what Graph refuses.
import { type Answer, badRequest, refuse } from './answer.ts';

/** What can be asked of a kind of object. */
export interface EntityType {
  name: string;
  properties: readonly string[];
  /** What is returned without $select, where that is less than everything. */
  defaults?: readonly string[];
  expands?: readonly string[];
  filters?: readonly string[];
  searches?: readonly string[];
}

export interface Condition {
  path: string;
  value: string;
}

export interface View {
  select?: readonly string[];
  expand: readonly string[];
  filter: { all: boolean; conditions: readonly Condition[] };
  search: readonly Condition[];
  top: number;
  skip: number;
  count: boolean;
}

const names = (list: string | null): string[] => list?.split(',').map((name) => name.trim()) ?? [];

const unknownName = (name: string, type: EntityType) =>
  badRequest(
    'Parsing OData Select and Expand failed: ' +
      `Could not find a property named '${name}' on type '${type.name}'.`,
  );

const invalidFilter = (filter: string) =>
  badRequest(`Invalid filter clause: '${filter}' has a property or an operator that is not supported here.`);

const oneCondition = /^\s*([\w./]+)\s+eq\s+(?:'((?:[^']|'')*)'|(true|false))\s*/;

function readFilter(filter: string | null, type: EntityType): View['filter'] | Answer {
  const conditions: Condition[] = [];
  const joints = new Set<string>();
  let rest = filter?.replace(/^\(([^()]*)\)$/, '$1') ?? '';
  while (filter !== null) {
    const [whole, path, quoted, flag] = oneCondition.exec(rest) ?? [];
    const plain = path?.replace(/^microsoft\.graph\.\w+\//, '');
    if (whole === undefined || plain === undefined || !type.filters?.includes(plain)) {
      return invalidFilter(filter);
    }
    conditions.push({ path: plain, value: quoted?.replaceAll("''", "'") ?? flag ?? '' });
    rest = rest.slice(whole.length);
    if (rest === '') break;
    const joint = /^(and|or)\s/.exec(rest)?.[1];
    if (joint === undefined) return invalidFilter(filter);
    joints.add(joint);
    rest = rest.slice(joint.length);
  }
  if (filter !== null && joints.size > 1) return invalidFilter(filter);
  return { all: !joints.has('or'), conditions };
}

function readSearch(search: string | null, type: EntityType): Condition[] | Answer {
  if (search === null) return [];
  const [, path, value] = /^"(\w+):([^"]+)"$/.exec(search) ?? [];
  if (path === undefined || value === undefined || !type.searches?.includes(path)) {
    // Graph docs, "$search on directory objects": the clause "property:value" stands in double quotes.
    return badRequest(`Syntax error: '${search}' is not a search clause of the form "property:value".`);
  }
  return [{ path, value }];
}

const tokenOf = (offset: number): string => Buffer.from(`after ${offset}`).toString('base64url');

function readPaging(query: URLSearchParams): { top: number; skip: number } | Answer {
  const top = query.get('$top') ?? '100';
  if (!/^\d+$/.test(top) || Number(top) < 1 || Number(top) > 999) {
    return badRequest(`Invalid page size specified: '${top}'. Must be between 1 and 999 inclusive.`);
  }
  const token = query.get('$skiptoken');
  if (token === null) return { top: Number(top), skip: 0 };
  const offset = /^after (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
  if (offset === undefined) return badRequest("The value of the '$skiptoken' query option is not valid.");
  return { top: Number(top), skip: Number(offset) };
}

// Graph docs, "Advanced query capabilities on directory objects".
function needsEventual(query: URLSearchParams, headers: Readonly<Record<string, string>>): boolean {
  const advanced = query.has('$search') || query.get('$count') === 'true';
  return advanced && headers.consistencylevel?.toLowerCase() !== 'eventual';
}

export function readView(
  query: URLSearchParams,
  headers: Readonly<Record<string, string>>,
  options: readonly string[],
  type: EntityType,
): View | Answer {
  for (const name of query.keys()) {
    if (!options.includes(name)) {
      return badRequest(
        `The query specified in the URI is not valid: option '${name}' is not supported here.`,
      );
    }
  }
  if (needsEventual(query, headers)) {
    const message = 'Request with $search or $count requires the header ConsistencyLevel: eventual.';
    return refuse(400, 'Request_UnsupportedQuery', message);
  }
  const select = names(query.get('$select'));
  const expand = names(query.get('$expand'));
  const stray =
    select.find((name) => !type.properties.includes(name)) ??
    expand.find((name) => !type.expands?.includes(name));
  if (stray !== undefined) return unknownName(stray, type);
  const filter = readFilter(query.get('$filter'), type);
  if ('status' in filter) return filter;
  const search = readSearch(query.get('$search'), type);
  if ('status' in search) return search;
  const paging = readPaging(query);
  if ('status' in paging) return paging;
  const count = query.get('$count') === 'true';
  return { ...(query.has('$select') && { select }), expand, filter, search, ...paging, count };
}

export const skipTokenAfter = (view: View): string => tokenOf(view.skip + view.top);
