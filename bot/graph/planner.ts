// The group's project in Planner: a plan, its tasks, and what is written on them.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outcome, SeenTask, TaskNotes, TaskStand, Workspace } from '../run/ports.ts';
import { type Call, path } from './call.ts';
import { done, listOf, mapped, nothing, notYet, readAs } from './read.ts';

type Planner = Pick<
  Workspace,
  'makePlan' | 'findPlan' | 'countPlans' | 'makeTask' | 'findTask' | 'describeTask' | 'moveTask' | 'readTasks'
>;

const Titled = z.object({ id: z.string().min(1), title: z.string() });
const Made = z.object({ id: z.string().min(1) });
export const Etag = z.object({ '@odata.etag': z.string().min(1) });
const names = z.record(z.string(), z.unknown()).nullish();
export const Task = Etag.extend({ id: z.string().min(1), percentComplete: z.number(), assignments: names });
type Task = z.infer<typeof Task>;
export const Details = Etag.extend({
  description: z.string().nullish(),
  checklist: names,
  references: names,
});
export type Details = z.infer<typeof Details>;

export function planner(call: Call): Planner {
  const titled = async (path: string | null, title: string) =>
    mapped(notYet(await listOf(call, { path }, Titled)), (all) =>
      done(all.find((one) => one.title === title)),
    );

  return {
    async makePlan(team, title) {
      const body = { container: { containerId: team, type: 'group' }, title };
      const ended = notYet(await call({ method: 'POST', path: '/planner/plans', body }));
      return mapped(readAs(ended, Made, false), ({ id }) => done({ plan: id }));
    },

    async findPlan(team, title) {
      const found = await titled(path`/groups/${team}/planner/plans`, title);
      return mapped(found, (plan) => done(plan ? { plan: plan.id } : null));
    },

    async countPlans(team) {
      const all = await listOf(call, { path: path`/groups/${team}/planner/plans` }, Made);
      return mapped(all, ({ length: plans }) => done({ plans }));
    },

    async makeTask({ plan, title, due }) {
      const body = { planId: plan, title, ...(due === undefined ? {} : { dueDateTime: due }) };
      const ended = notYet(await call({ method: 'POST', path: '/planner/tasks', body }));
      return mapped(readAs(ended, Made, false), ({ id }) => done({ task: id }));
    },

    async findTask(plan, title) {
      const found = await titled(path`/planner/plans/${plan}/tasks`, title);
      return mapped(found, (task) => done(task ? { task: task.id } : null));
    },

    // A task made a moment ago may have no details yet.
    describeTask: async (task, notes) =>
      nothing(
        notYet(
          await merged(call, path`/planner/tasks/${task}/details`, Details, (now) =>
            missingIn(now, keyed(task, notes)),
          ),
        ),
      ),

    async moveTask(task, ours, known) {
      const change = (now: Task) => movedIn(now, ours, known);
      const ended = await merged(call, path`/planner/tasks/${task}`, Task, change);
      return mapped(gone(readAs(ended, Task, false)), (now) => done(now && standOf(now)));
    },

    async readTasks(plan) {
      const found = gone(await listOf(call, { path: path`/planner/plans/${plan}/tasks` }, Task));
      return mapped(found, (all) => done(all?.map((it) => ({ task: it.id, ...standOf(it) })) ?? null));
    },
  };
}

/** What was there may have been removed by somebody: that is an answer, too. */
export const gone = <T>(ended: Outcome<T>): Outcome<T | null> =>
  ended.is === 'refused' && ended.status === 404 ? done(null) : ended;

/** Planner keeps who was relieved of a task as a name without anything. */
const takersOf = ({ assignments }: Task): string[] =>
  Object.entries(assignments ?? {}).flatMap(([person, assigned]) => (assigned === null ? [] : [person]));

export const standOf = (now: Task): Omit<SeenTask, 'task'> => ({
  percent: now.percentComplete,
  takers: takersOf(now),
});

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((it) => other.includes(it));

/** Ours, where nobody has changed anything there since; half done is not done, and stays half done. */
function movedIn(now: Task, ours: TaskStand, known: TaskStand): object | undefined {
  const among = new Set([...ours.takers, ...known.takers]);
  const there = takersOf(now).filter((it) => among.has(it));
  const isMovedThere = (now.percentComplete === 100) !== known.done;
  const isGivenThere = !isSame(there, known.takers);
  const assigned = { '@odata.type': '#microsoft.graph.plannerAssignment', orderHint: ' !' };
  const given = ours.takers.filter((it) => !there.includes(it)).map((it) => [it, assigned]);
  const relieved = there.filter((it) => !ours.takers.includes(it)).map((it) => [it, null]);
  const assignments = isGivenThere ? [] : [...given, ...relieved];
  const body = {
    ...(isMovedThere || ours.done === known.done ? {} : { percentComplete: ours.done ? 100 : 0 }),
    ...(assignments.length > 0 ? { assignments: Object.fromEntries(assignments) } : {}),
  };
  return Object.keys(body).length > 0 ? body : undefined;
}

/** Reads, and writes what is still to be written; where a person was quicker, once more. What is there then is the answer. */
async function merged<T extends z.infer<typeof Etag>>(
  call: Call,
  where: string | null,
  schema: z.ZodType<T>,
  change: (now: T) => object | undefined,
): Promise<Outcome<unknown>> {
  let code = '';
  for (let tries = 0; tries < 2; tries++) {
    const now = readAs(await call({ method: 'GET', path: where }), schema, true);
    if (now.is !== 'done') return now;
    const body = change(now.value);
    if (body === undefined) return now;
    const headers = { 'If-Match': now.value['@odata.etag'], Prefer: 'return=representation' };
    const ended = await call({ method: 'PATCH', path: where, body, headers });
    const overtaken = ended.is === 'refused' && (ended.status === 409 || ended.status === 412);
    if (!overtaken) return ended;
    code = ended.code;
  }
  return { is: 'wait', seconds: 30, code };
}

/** Planner wants GUIDs for keys: the same key of the same task gives the same one. */
function keyed(task: string, notes: TaskNotes): TaskNotes {
  const guidOf = (key: string) =>
    createHash('sha256')
      .update(`${task} ${key}`)
      .digest('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
  return { ...notes, checklist: notes.checklist.map((point) => ({ ...point, key: guidOf(point.key) })) };
}

/** Only what is not there yet: a tick, a description or a new wording by a person stays. */
function missingIn(now: Details, { description, checklist, references }: TaskNotes): object | undefined {
  const ticked = Object.keys(now.checklist ?? {});
  const linked = Object.keys(now.references ?? {}).map(decoded);
  const points = checklist.filter(({ key }) => !ticked.includes(key)).map(pointOf);
  const links = references.filter(({ url }) => !linked.includes(url)).map(linkOf);
  const body = {
    ...(now.description ? {} : { description }),
    ...(points.length > 0 ? { checklist: Object.fromEntries(points) } : {}),
    ...(links.length > 0 ? { references: Object.fromEntries(links) } : {}),
  };
  return Object.keys(body).length > 0 ? body : undefined;
}

const pointOf = ({ key, title }: TaskNotes['checklist'][number]) => [
  key,
  { '@odata.type': '#microsoft.graph.plannerChecklistItem', title, isChecked: false },
];

const linkOf = ({ url, title }: TaskNotes['references'][number]) => [
  encoded(url),
  { '@odata.type': '#microsoft.graph.plannerExternalReference', alias: title, type: 'Other' },
];

/** A URL is a property name here, where OData leaves no room for these (Graph docs, plannerExternalReferences). */
const encoded = (url: string) =>
  url.replace(/[%.:@#]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
export const decoded = (key: string) =>
  key.replace(/%(25|2E|3A|40|23)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
