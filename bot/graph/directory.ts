// People as Entra's directory knows them.
import { z } from 'zod';
import type { Directory, DirectoryPerson, Outcome } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { done, listOf, mapped, readAs } from './read.ts';

const text = z
  .string()
  .nullish()
  .transform((one) => one ?? '');
const User = z.object({
  id: z.string(),
  displayName: text,
  department: text,
  officeLocation: text,
  preferredLanguage: text,
});
const Known = z.object({ id: z.string() });

export function graphDirectory(call: Call): Directory {
  async function supervisorOf(oid: string): Promise<Outcome<string | undefined>> {
    const asked = await call({ method: 'GET', path: path`/users/${oid}/manager`, query: { $select: 'id' } });
    // 404: has none, the usual case at the top. 403: the permission was withheld, and the product does without.
    if (asked.is === 'refused' && (asked.status === 404 || asked.status === 403)) return done(undefined);
    return mapped(readAs(asked, Known, true), ({ id }) => done(id));
  }

  return {
    async person(oid) {
      const $select = 'id,displayName,department,officeLocation,preferredLanguage';
      const asked = await call({ method: 'GET', path: path`/users/${oid}`, query: { $select } });
      const user = readAs(asked, User, true);
      if (user.is !== 'done') return user;
      const supervisor = await supervisorOf(oid);
      return mapped(supervisor, (supervisorOid) => done(personOf(user.value, supervisorOid)));
    },

    async membersOf(group) {
      // Groups hold groups and devices too; the cast to people is an advanced query and wants header and count.
      const asking = {
        path: path`/groups/${group}/transitiveMembers/microsoft.graph.user`,
        query: { $select: 'id', $top: '999', $count: 'true' },
        headers: { ConsistencyLevel: 'eventual' },
      };
      return mapped(await listOf(call, asking, Known), (people) => done(people.map(({ id }) => id)));
    },
  };
}

const personOf = (user: z.infer<typeof User>, supervisorOid: string | undefined): DirectoryPerson => ({
  oid: user.id,
  name: user.displayName,
  area: user.department,
  office: user.officeLocation,
  language: user.preferredLanguage,
  ...(supervisorOid === undefined ? {} : { supervisorOid }),
});
