// Planner tasks: creating, reading and changing them under their own etag.
import type { Plan, Task } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, graphRoot, noContent, refuse } from './answer.ts';
import { type Call, type Operation, reading, writing } from './operation.ts';
import {
  type ChangedTask,
  changedTask,
  type NewTask,
  newTask,
  plannerMissing,
  refusedMatch,
  wantsRepresentation,
} from './plannerShapes.ts';
import { createdBy, readTasks, withPlan, withTask, writeTasks } from './plans.ts';
import { type Entity, showMany, showOne } from './shown.ts';
import { afterChange, blankTask } from './taskChange.ts';
import { detailsEntity } from './taskDetails.ts';
import type { EntityType } from './view.ts';

const taskType: EntityType = {
  name: 'microsoft.graph.plannerTask',
  properties: [
    'id',
    'planId',
    'bucketId',
    'title',
    'orderHint',
    'percentComplete',
    'priority',
    'startDateTime',
    'dueDateTime',
    'createdDateTime',
    'completedDateTime',
    'createdBy',
    'assignments',
    'hasDescription',
    'previewType',
    'checklistItemCount',
    'activeChecklistItemCount',
    'referenceCount',
  ],
  expands: ['details'],
};

const isOpen = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && 'isChecked' in entry && entry.isChecked !== true;

const taskEntity = (tenant: Tenant, plan: Plan, task: Task): Entity => ({
  '@odata.etag': task.etag,
  id: task.id,
  planId: plan.id,
  bucketId: task.bucketId,
  title: task.title,
  orderHint: task.orderHint,
  percentComplete: task.percentComplete,
  priority: task.priority,
  startDateTime: task.startDateTime,
  dueDateTime: task.dueDateTime,
  createdDateTime: task.createdDateTime,
  completedDateTime: task.completedDateTime,
  createdBy: createdBy(tenant),
  assignments: task.assignments,
  hasDescription: task.details.description !== '',
  previewType: task.details.previewType,
  checklistItemCount: Object.keys(task.details.checklist).length,
  activeChecklistItemCount: Object.values(task.details.checklist).filter(isOpen).length,
  referenceCount: Object.keys(task.details.references).length,
  details: detailsEntity(task),
});

/** Planner docs, limits; the code is of "Planner overview". */
const mostTasks = 9000;

function createTask(call: Call, body: NewTask): Answer {
  const { tenant } = call;
  const plan = tenant.state.plans.find(({ id }) => id === body.planId);
  if (!plan) return plannerMissing;
  if (plan.tasks.length >= mostTasks) {
    return refuse(403, 'MaximumTasksInProject', 'The plan has the maximum number of tasks.');
  }
  const task = afterChange(tenant, blankTask(tenant), body);
  if ('status' in task) return task;
  plan.tasks.push(task);
  tenant.changed();
  return {
    ...showOne(call, 'planner/tasks', taskEntity(tenant, plan, task), 201),
    headers: { location: `${graphRoot}/planner/tasks('${task.id}')` },
  };
}

function changeTask(call: Call, plan: Plan, task: Task, body: ChangedTask): Answer {
  const { tenant, headers } = call;
  const refused = refusedMatch(headers['if-match'], task.etag);
  if (refused) return refused;
  const next = afterChange(tenant, task, body);
  if ('status' in next) return next;
  Object.assign(task, next);
  tenant.changed();
  if (!wantsRepresentation(headers)) return noContent;
  return showOne(call, 'planner/tasks', taskEntity(tenant, plan, task));
}

export const taskOperations: readonly Operation[] = [
  writing({
    method: 'POST',
    path: '/planner/tasks',
    family: 'planner',
    permissions: writeTasks,
    type: taskType,
    body: newTask,
    run: createTask,
  }),
  reading({
    path: '/planner/plans/{plan}/tasks',
    family: 'planner',
    permissions: readTasks,
    type: taskType,
    // $expand=details on the list is widely used but not in the reference (unverified).
    options: ['$select', '$expand', '$top', '$skiptoken'],
    run: withPlan((call, plan) => {
      const tasks = plan.tasks.map((task) => taskEntity(call.tenant, plan, task));
      return showMany(call, `planner/plans('${plan.id}')/tasks`, tasks);
    }),
  }),
  reading({
    path: '/planner/tasks/{task}',
    family: 'planner',
    permissions: readTasks,
    type: taskType,
    options: ['$select', '$expand'],
    run: withTask((call, plan, task) => showOne(call, 'planner/tasks', taskEntity(call.tenant, plan, task))),
  }),
  writing({
    method: 'PATCH',
    path: '/planner/tasks/{task}',
    family: 'planner',
    permissions: writeTasks,
    type: taskType,
    body: changedTask,
    run: withTask(changeTask),
  }),
];
