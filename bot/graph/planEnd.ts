// The end of a plan in Planner: read once more, and removed only where everything in it is as we wrote it.
import { z } from 'zod';
import type { OurTask, Outcome, SeenTask, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { Details, decoded, Etag, gone, standOf, Task } from './planner.ts';
import { done, listOf, mapped, nothing, readAs } from './read.ts';

const Whole = Task.extend({ title: z.string(), conversationThreadId: z.string().nullish() });
const Entry = z.object({ title: z.string() });
/** What cannot be read is nothing that we wrote. */
const titleOf = (entry: unknown): string | undefined => Entry.safeParse(entry).data?.title;

/** Nothing but what we have written; what people took away of it, or ticked, is no word of theirs. */
function isOurs({ description, checklist, references }: Details, { notes }: OurTask): boolean {
  const entries = Object.values(checklist ?? {}).flatMap((it) => (it === null ? [] : [titleOf(it)]));
  const links = Object.entries(references ?? {}).flatMap(([key, it]) => (it === null ? [] : [decoded(key)]));
  return (
    ['', notes.description].includes(description ?? '') &&
    entries.every((it) => notes.checklist.some(({ title }) => title === it)) &&
    links.every((it) => notes.references.some(({ url }) => url === it))
  );
}

/** What is written about a task lies in a conversation of the group (Graph docs, plannerTask). */
async function isAllOurs(call: Call, now: z.infer<typeof Whole>, ours: OurTask[]): Promise<Outcome<boolean>> {
  const known = ours.find(({ task }) => task === now.id);
  if (!known || known.title !== now.title || (now.conversationThreadId ?? '') !== '') return done(false);
  const asked = await call({ method: 'GET', path: path`/planner/tasks/${now.id}/details` });
  return mapped(readAs(asked, Details, true), (details) => done(isOurs(details, known)));
}

export function planEnd(call: Call): Pick<Workspace, 'readOwnPlan' | 'removePlan'> {
  async function readOwnPlan(plan: string, ours: OurTask[]): Promise<Outcome<SeenTask[] | 'edited' | null>> {
    const tasks = gone(await listOf(call, { path: path`/planner/plans/${plan}/tasks` }, Whole));
    if (tasks.is !== 'done') return tasks;
    if (tasks.value === null) return done(null);
    for (const task of tasks.value) {
      const isWhole = await isAllOurs(call, task, ours);
      if (isWhole.is !== 'done') return isWhole;
      if (!isWhole.value) return done('edited');
    }
    return done(tasks.value.map((it) => ({ task: it.id, ...standOf(it) })));
  }

  return {
    readOwnPlan,

    async removePlan(plan, ours) {
      const read = await readOwnPlan(plan, ours);
      if (read.is !== 'done') return read;
      if (read.value === null) return done('removed');
      if (read.value === 'edited') return done('edited');
      const at = path`/planner/plans/${plan}`;
      const now = readAs(gone(await call({ method: 'GET', path: at })), Etag.nullable(), true);
      if (now.is !== 'done') return now;
      if (now.value === null) return done('removed');
      const headers = { 'If-Match': now.value['@odata.etag'] };
      const ended = nothing(await call({ method: 'DELETE', path: at, headers }));
      // Somebody changed the plan at this moment: it is looked at once more before it goes.
      if (ended.is === 'refused' && ended.status === 409)
        return { is: 'wait', seconds: 30, code: ended.code };
      return mapped(gone(ended), () => done('removed'));
    },
  };
}
