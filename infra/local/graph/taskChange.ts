// Works out what a Planner task becomes by a change, or why Planner refuses the change.
import type { Task } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, refuse } from './answer.ts';
import { personBy } from './people.ts';
import { type ChangedTask, newEtag, newPlannerId, plainHint, plannerRefusal } from './plannerShapes.ts';
import { createdBy } from './plans.ts';

/** Planner docs, limits; the code is of "Planner overview". */
const mostAssignees = 20;

/** The task as it would be after the change, or why Planner refuses it. */
export function afterChange(tenant: Tenant, task: Task, body: ChangedTask): Task | Answer {
  const assignments = { ...task.assignments };
  for (const [userId, wanted] of Object.entries(body.assignments ?? {})) {
    const known = assignments[userId];
    if (wanted === null) delete assignments[userId];
    else if (personBy(tenant, userId)?.id !== userId) {
      // Unverified answer to an unknown assignee.
      return plannerRefusal(400, `The property 'assignments' names the unknown user '${userId}'.`);
    } else {
      assignments[userId] = {
        '@odata.type': '#microsoft.graph.plannerAssignment',
        assignedDateTime: tenant.now(),
        assignedBy: createdBy(tenant),
        ...(typeof known === 'object' ? known : {}),
        orderHint: plainHint(tenant, wanted.orderHint),
      };
    }
  }
  if (Object.keys(assignments).length > mostAssignees) {
    return refuse(403, 'MaximumAssigneesInTasks', 'The task has more assignees than allowed.');
  }
  // Plans of this tenant have no buckets, so no id names one.
  if (body.bucketId) return plannerRefusal(400, `The bucket '${body.bucketId}' of 'bucketId' is not found.`);
  const startDateTime = body.startDateTime === undefined ? task.startDateTime : body.startDateTime;
  const dueDateTime = body.dueDateTime === undefined ? task.dueDateTime : body.dueDateTime;
  if (startDateTime && dueDateTime && Temporal.Instant.compare(startDateTime, dueDateTime) > 0) {
    return plannerRefusal(400, "The 'startDateTime' cannot be later than the 'dueDateTime'.");
  }
  const percentComplete = body.percentComplete ?? task.percentComplete;
  return {
    ...task,
    title: body.title ?? task.title,
    percentComplete,
    priority: body.priority ?? task.priority,
    startDateTime,
    dueDateTime,
    assignments,
    orderHint: body.orderHint === undefined ? task.orderHint : plainHint(tenant, body.orderHint),
    completedDateTime: percentComplete === 100 ? (task.completedDateTime ?? tenant.now()) : null,
    etag: newEtag(tenant, 'Task'),
  };
}

/** Graph docs, "plannerTask": priority 5 is medium, which a task has that names none. */
export const blankTask = (tenant: Tenant): Task => ({
  id: newPlannerId(tenant),
  etag: '',
  title: '',
  bucketId: null,
  percentComplete: 0,
  priority: 5,
  startDateTime: null,
  dueDateTime: null,
  assignments: {},
  orderHint: plainHint(tenant, ' !'),
  createdDateTime: tenant.now(),
  completedDateTime: null,
  details: {
    etag: newEtag(tenant, 'TaskDetails'),
    description: '',
    checklist: {},
    references: {},
    previewType: 'automatic',
  },
});
