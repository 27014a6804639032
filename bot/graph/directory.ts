// People as Entra's directory knows them.
import { z } from 'zod';
import type { Config } from '../config.ts';
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
  jobTitle: text,
  mail: text,
  accountEnabled: z.boolean().nullish(),
});
const Known = z.object({ id: z.string() });
const Reports = z.object({ value: z.array(Known) });

type Settings = Pick<Config, 'policies' | 'levels'>;

/** Of a job title, the lowest 0: the level one of whose words it begins with, else that of the star. */
function levelOf(title: string, levels: Settings['levels']): number | undefined {
  if (title.trim() === '') return undefined;
  const named = levels.findIndex((words) =>
    words.some((word) => `${title.trim().toLowerCase()} `.startsWith(`${word} `)),
  );
  return named < 0 ? levels.findIndex((words) => words.includes('*')) : named;
}

export function graphDirectory(call: Call, settings: Settings): Directory {
  async function supervisorOf(oid: string): Promise<Outcome<string | undefined>> {
    const asked = await call({ method: 'GET', path: path`/users/${oid}/manager`, query: { $select: 'id' } });
    // 404: has none, the usual case at the top. 403: the permission was withheld, and the product does without.
    if (asked.is === 'refused' && (asked.status === 404 || asked.status === 403)) return done(undefined);
    return mapped(readAs(asked, Known, true), ({ id }) => done(id));
  }

  /** Graph docs, "List directReports". Asked only where there is a programme for managers. */
  async function leads(oid: string): Promise<Outcome<boolean>> {
    if (!settings.policies.on.includes('managers')) return done(false);
    const query = { $select: 'id', $top: '1' };
    const asked = await call({ method: 'GET', path: path`/users/${oid}/directReports`, query });
    // Withheld: nobody is known to lead anybody.
    if (asked.is === 'refused' && asked.status === 403) return done(false);
    return mapped(readAs(asked, Reports, true), ({ value }) => done(value.length > 0));
  }

  return {
    async person(oid) {
      const $select =
        'id,displayName,department,officeLocation,preferredLanguage,jobTitle,mail,accountEnabled';
      const asked = await call({ method: 'GET', path: path`/users/${oid}`, query: { $select } });
      const user = readAs(asked, User, true);
      if (user.is !== 'done') return user;
      // Whoever leaves is deleted, or first kept without being let in.
      if (user.value.accountEnabled === false) return { is: 'refused', code: 'accountDisabled', status: 404 };
      const [supervisor, reports] = await Promise.all([supervisorOf(oid), leads(oid)]);
      const level = levelOf(user.value.jobTitle, settings.levels);
      const authority = (isLeading: boolean) => ({
        leads: isLeading,
        ...(level === undefined ? {} : { level }),
      });
      return mapped(supervisor, (supervisorOid) =>
        mapped(reports, (isLeading) =>
          done({ ...personOf(user.value, supervisorOid), ...authority(isLeading) }),
        ),
      );
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

const personOf = (
  user: z.infer<typeof User>,
  supervisorOid: string | undefined,
): Omit<DirectoryPerson, 'leads' | 'level'> => ({
  oid: user.id,
  name: user.displayName,
  area: user.department,
  office: user.officeLocation,
  language: user.preferredLanguage,
  ...(user.mail === '' ? {} : { mail: user.mail }),
  ...(supervisorOid === undefined ? {} : { supervisorOid }),
});
