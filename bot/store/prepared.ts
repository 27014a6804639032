// Statements that are asked again and again: their SQL is written once for each shape of their values, not each time anew.
import type { CompiledQuery, DialectAdapter, QueryResult } from 'kysely';
import type { Trx } from './schema.ts';

/** Stands in a statement for a value that comes with each use: the names and places that lead to it. */
class Blank {
  readonly steps: readonly (string | number)[];
  constructor(steps: readonly (string | number)[]) {
    this.steps = steps;
  }

  filledFrom(values: unknown): unknown {
    let value = values;
    for (const step of this.steps) value = (value as Record<string | number, unknown>)[step];
    return value;
  }
}

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same shape with a blank for each value. */
function blanked(value: unknown, ...steps: (string | number)[]): unknown {
  if (Array.isArray(value)) return value.map((inner, at) => blanked(inner, ...steps, at));
  if (!isPlain(value)) return new Blank(steps);
  const fields = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(fields.map(([name, inner]) => [name, blanked(inner, ...steps, name)]));
}

/** What the text of the statement depends on: how long its lists are and which fields there are. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (!isPlain(value)) return '';
  return Object.entries(value).reduce(
    (shape, [name, inner]) => (inner === undefined ? shape : `${shape}${name}${shapeOf(inner)};`),
    '',
  );
}

interface Compilable<Row> {
  compile(): CompiledQuery<Row>;
}

/** Lists differ in length: enough room for all that are in use, none for a leak. */
const mostShapes = 100;

/**
 * A statement as a function of its values. `build` sees blanks in their places, so it may do with them nothing but put
 * them into the statement: no `if`, and no comparison with null, which is written in another way.
 */
export function prepared<Values extends object, Row>(
  build: (trx: Trx, its: Values) => Compilable<Row>,
): (trx: Trx, values: Values) => Promise<QueryResult<Row>> {
  // SQLite and PostgreSQL write it each in their own way.
  const known = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>();

  function compiled(trx: Trx, values: Values): CompiledQuery<Row> {
    const { adapter } = trx.getExecutor();
    const shapes = known.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    known.set(adapter, shapes);
    const shape = shapeOf(values);
    const there = shapes.get(shape);
    if (there) return there;
    const made = build(trx, blanked(values) as Values).compile();
    if (shapes.size >= mostShapes) shapes.clear();
    shapes.set(shape, made);
    return made;
  }

  return async (trx, values) => {
    const statement = compiled(trx, values);
    // What is compiled already passes no plugin, and one of them refuses a transaction that has ended.
    trx.getExecutor().transformQuery(statement.query, statement.queryId);
    const parameters = statement.parameters.map((it) => (it instanceof Blank ? it.filledFrom(values) : it));
    return trx.executeQuery({ ...statement, parameters });
  };
}
