// What people do in Planner by hand: move a task, give it to somebody, tick its checklist, remove it; each change brings a new etag.
import type { Edited } from './edits.ts';
import { newEtag } from './graph/plannerShapes.ts';
import { afterChange } from './graph/taskChange.ts';
import { personNamed } from './places.ts';
import type { Plan, Task } from './state.ts';
import type { Tenant } from './tenant.ts';

/** `as`: who does it, if it matters; `task`: id or title. */
interface OnTask {
  as?: string | undefined;
  task: string;
}

type Change = Parameters<typeof afterChange>[2];

/** A plan is open to the members of the M365 group that owns it (Planner docs, "Planner overview"). */
function onTask(
  { state }: Tenant,
  { as, task: wanted }: OnTask,
  act: (task: Task, members: string[]) => Edited,
): Edited {
  const all = state.plans.flatMap((plan: Plan) => plan.tasks.map((task) => ({ plan, task })));
  const found = all.find(({ task }) => task.id === wanted || task.title === wanted);
  const members = state.groups.find(({ id }) => id === found?.plan.groupId)?.members ?? [];
  const person = as === undefined ? undefined : personNamed(state, as);
  if (as !== undefined && !person?.accountEnabled) return { no: `Nobody here is called ${as}.` };
  if (!found || (person && !members.includes(person.id))) return { no: `There is no task ${wanted}.` };
  return act(found.task, members);
}

function changed(tenant: Tenant, task: Task, change: Change): Edited {
  const next = afterChange(tenant, task, change);
  if ('status' in next) return { no: JSON.stringify(next.body?.error) };
  Object.assign(task, next);
  return {};
}

const moved = (tenant: Tenant, asked: OnTask & { percentComplete: number }): Edited =>
  onTask(tenant, asked, (task) => changed(tenant, task, { percentComplete: asked.percentComplete }));

export const removed = (tenant: Tenant, asked: OnTask): Edited =>
  onTask(tenant, asked, ({ id }) => {
    for (const plan of tenant.state.plans) plan.tasks = plan.tasks.filter((it) => it.id !== id);
    tenant.changed();
    return {};
  });

/** Somebody outside the group would first have to be added to it; here they are refused. */
const assigned = (tenant: Tenant, asked: OnTask & { person: string; assigned: boolean }): Edited =>
  onTask(tenant, asked, (task, members) => {
    const person = personNamed(tenant.state, asked.person);
    if (!person || !members.includes(person.id)) return { no: `${asked.person} is not in the plan's group.` };
    const wanted = { '@odata.type': '#microsoft.graph.plannerAssignment' as const, orderHint: ' !' };
    return changed(tenant, task, { assignments: { [person.id]: asked.assigned ? wanted : null } });
  });

/** Ticks have the etag of the task's details, not that of the task. */
const ticked = (tenant: Tenant, asked: OnTask & { entry: string; ticked: boolean }): Edited =>
  onTask(tenant, asked, ({ details }): Edited => {
    const entry = details.checklist[asked.entry];
    if (typeof entry !== 'object' || entry === null) return { no: `The checklist has no ${asked.entry}.` };
    const lastModifiedDateTime = tenant.now();
    details.checklist[asked.entry] = { ...entry, isChecked: asked.ticked, lastModifiedDateTime };
    details.etag = newEtag(tenant, 'TaskDetails');
    return {};
  });

/** What somebody writes below a task. */
const noted = (tenant: Tenant, asked: OnTask & { text: string }): Edited =>
  onTask(tenant, asked, ({ details }) => {
    details.description = asked.text;
    details.etag = newEtag(tenant, 'TaskDetails');
    return {};
  });

/** By its id or title; its tasks go with it. */
export function removedPlan({ state }: Tenant, named: string): Edited {
  const plan = state.plans.find(({ id, title }) => id === named || title === named);
  if (!plan) return { no: `There is no plan ${named}.` };
  state.plans = state.plans.filter((it) => it !== plan);
  return {};
}

type OnBoard = OnTask &
  (
    | { what: 'task moved'; percentComplete: number }
    | { what: 'task assigned'; person: string; assigned: boolean }
    | { what: 'task ticked'; entry: string; ticked: boolean }
    | { what: 'task noted'; text: string }
  );

export function onBoard(tenant: Tenant, asked: OnBoard): Edited {
  switch (asked.what) {
    case 'task moved':
      return moved(tenant, asked);
    case 'task assigned':
      return assigned(tenant, asked);
    case 'task ticked':
      return ticked(tenant, asked);
    case 'task noted':
      return noted(tenant, asked);
  }
}
