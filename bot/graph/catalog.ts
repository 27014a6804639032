// Our app as the organisation's catalog knows it.
import { z } from 'zod';
import type { Outcome } from '../run/ports.ts';
import { type Call, graphOrigin, quoted } from './call.ts';
import { done, listOf, mapped } from './read.ts';

export type Catalog = () => Promise<Outcome<string>>;

const Named = z.object({ id: z.string().min(1) });

export const appLink = (id: string) => ({
  'teamsApp@odata.bind': `${graphOrigin}/v1.0/appCatalogs/teamsApps/${id}`,
});

/** The catalog has an id of its own for the app, which never changes; it is looked up once. */
export function catalog(call: Call, teamsAppId: string): Catalog {
  let known: string | undefined;
  return async () => {
    if (known !== undefined) return done(known);
    const query = { $filter: `externalId eq ${quoted(teamsAppId)}`, $select: 'id' };
    const apps = await listOf(call, { path: '/appCatalogs/teamsApps', query }, Named);
    return mapped(apps, ([app]): Outcome<string> => {
      known = app?.id;
      return app ? done(app.id) : { is: 'refused', code: 'appNotInCatalog', status: 404 };
    });
  };
}
