// Turns objects of the tenant into Graph's answers: chosen properties, context, pages with next links.
import { type Answer, graphRoot } from './answer.ts';
import type { Call } from './operation.ts';
import { type Condition, type EntityType, skipTokenAfter, type View } from './view.ts';

/** An object with all its properties and everything that $expand may ask for. */
export type Entity = Record<string, unknown>;

const contextOf = (context: string, view: View, tail: string): string =>
  `${graphRoot}/$metadata#${context}${view.select ? `(${view.select.join(',')})` : ''}${tail}`;

function chosen(entity: Entity, type: EntityType, view: View): Entity {
  const wanted = new Set([...(view.select ?? type.defaults ?? type.properties), ...view.expand]);
  return Object.fromEntries(
    Object.entries(entity).filter(([name]) => name.startsWith('@') || wanted.has(name)),
  );
}

function valueAt(entity: unknown, path: string): string {
  let at = entity;
  for (const name of path.split('/')) {
    at =
      typeof at === 'object' && at !== null ? Object.entries(at).find(([k]) => k === name)?.[1] : undefined;
  }
  return typeof at === 'string' || typeof at === 'boolean' ? String(at).toLowerCase() : '';
}

const equals = (entity: Entity, { path, value }: Condition): boolean =>
  valueAt(entity, path) === value.toLowerCase();

// Entra splits at blanks and compares beginnings (Graph docs, "$search on directory objects").
const hasWord = (entity: Entity, { path, value }: Condition): boolean => {
  const text = valueAt(entity, path);
  return (
    text.startsWith(value.toLowerCase()) || text.split(/\s+/).some((w) => w.startsWith(value.toLowerCase()))
  );
};

function matches(entity: Entity, { filter, search }: View): boolean {
  const met = (condition: Condition) => equals(entity, condition);
  const kept = filter.all ? filter.conditions.every(met) : filter.conditions.some(met);
  return kept && search.every((condition) => hasWord(entity, condition));
}

export function showOne(call: Call, context: string, entity: Entity, status = 200): Answer {
  const body = {
    '@odata.context': contextOf(context, call.view, '/$entity'),
    ...chosen(entity, call.type, call.view),
  };
  return { status, body };
}

export function showMany(call: Call, context: string, entities: readonly Entity[]): Answer {
  const { view } = call;
  const found = entities.filter((entity) => matches(entity, view));
  const page = found.slice(view.skip, view.skip + view.top);
  const more = found.length > view.skip + page.length;
  const body = {
    '@odata.context': contextOf(context, view, ''),
    ...(view.count && { '@odata.count': found.length }),
    ...(more && { '@odata.nextLink': nextLink(call) }),
    value: page.map((entity) => chosen(entity, call.type, view)),
  };
  return { status: 200, body };
}

function nextLink({ target, view }: Call): string {
  const [path = '', query = ''] = target.split('?');
  const kept = query.split('&').filter((part) => part !== '' && !/^(\$|%24)skiptoken=/i.test(part));
  return `${graphRoot}${path}?${[...kept, `$skiptoken=${skipTokenAfter(view)}`].join('&')}`;
}
