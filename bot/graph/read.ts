// How answers of Graph are read: by schema, and page by page.
import { z } from 'zod';
import type { Outcome } from '../run/ports.ts';
import { type Asking, type Call, graphOrigin } from './call.ts';

const mostPages = 50;

export function mapped<A, B>(ended: Outcome<A>, value: (done: A) => Outcome<B>): Outcome<B> {
  return ended.is === 'done' ? value(ended.value) : ended;
}

export const done = <T>(value: T): Outcome<T> => ({ is: 'done', value });

export const nothing = (ended: Outcome<unknown>): Outcome<Record<string, never>> =>
  mapped(ended, () => done({}));

/** What cannot be read leaves a create in doubt; a look-up is asked again. */
export function readAs<T>(ended: Outcome<unknown>, schema: z.ZodType<T>, reads: boolean): Outcome<T> {
  return mapped(ended, (body): Outcome<T> => {
    const read = schema.safeParse(body);
    if (read.success) return done(read.data);
    const code = 'incompleteAnswer';
    return reads ? { is: 'wait', seconds: 30, code } : { is: 'unknown', code };
  });
}

const Page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

/** All of a list; a next page lies at Graph or is not followed. What cannot be read of it is left out. */
export async function listOf<T>(
  call: Call,
  asking: Omit<Asking, 'method'>,
  schema: z.ZodType<T>,
): Promise<Outcome<T[]>> {
  const found: T[] = [];
  let next: Asking = { ...asking, method: 'GET' };
  for (let pages = 0; pages < mostPages; pages++) {
    const page = readAs(await call(next), Page, true);
    if (page.is !== 'done') return page;
    for (const one of page.value.value) {
      const read = schema.safeParse(one);
      if (read.success) found.push(read.data);
    }
    const link = page.value['@odata.nextLink'];
    if (link === undefined) return done(found);
    if (!link.startsWith(`${graphOrigin}/v1.0/`)) return { is: 'refused', code: 'foreignLink', status: 400 };
    next = { method: 'GET', path: link, ...(asking.headers ? { headers: asking.headers } : {}) };
  }
  return { is: 'refused', code: 'tooManyPages', status: 400 };
}

/** Something that was made a moment ago is not there yet for every server of Microsoft's: 404 says so. */
export function notYet<T>(ended: Outcome<T>): Outcome<T> {
  const lag = ended.is === 'refused' && (ended.status === 404 || ended.status === 423);
  return lag ? { is: 'wait', seconds: 30, code: ended.code } : ended;
}
