// The details of a Planner task: description, checklist and references, under an etag of their own.
import type { Plan, Task } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, noContent, refuse } from './answer.ts';
import { type Call, type Operation, reading, writing } from './operation.ts';
import {
  type ChangedDetails,
  changedDetails,
  newEtag,
  plainHint,
  refusedMatch,
  wantsRepresentation,
} from './plannerShapes.ts';
import { readTasks, withTask, writeTasks } from './plans.ts';
import { type Entity, showOne } from './shown.ts';
import type { EntityType } from './view.ts';

const detailsType: EntityType = {
  name: 'microsoft.graph.plannerTaskDetails',
  properties: ['id', 'description', 'previewType', 'checklist', 'references'],
};

export const detailsEntity = ({ id, details }: Task): Entity => ({
  '@odata.etag': details.etag,
  id,
  description: details.description,
  previewType: details.previewType,
  checklist: details.checklist,
  references: details.references,
});

type Entries = Record<string, unknown>;

/** An entry that is null goes; one that is there keeps what the change does not name. */
function merged(
  kept: Entries,
  changes: Record<string, Entries | null> = {},
  dressed: (entry: Entries) => Entries,
) {
  const result = { ...kept };
  for (const [key, change] of Object.entries(changes)) {
    const known = result[key];
    if (change === null) delete result[key];
    else result[key] = dressed({ ...(typeof known === 'object' ? known : {}), ...change });
  }
  return result;
}

/** A hint as sent becomes a plain one; a plain one is kept, and an entry without any comes first. */
function hinted(tenant: Tenant, hint: unknown): string {
  if (typeof hint !== 'string') return plainHint(tenant, ' !');
  return hint.endsWith('!') ? plainHint(tenant, hint) : hint;
}

const checklistEntry =
  (tenant: Tenant) =>
  (entry: Entries): Entries => ({
    title: '',
    isChecked: false,
    ...entry,
    '@odata.type': '#microsoft.graph.plannerChecklistItem',
    orderHint: hinted(tenant, entry.orderHint),
    lastModifiedDateTime: tenant.now(),
  });

const reference =
  (tenant: Tenant) =>
  (entry: Entries): Entries => ({
    alias: null,
    type: 'Other',
    ...entry,
    '@odata.type': '#microsoft.graph.plannerExternalReference',
    previewPriority: hinted(tenant, entry.previewPriority),
    lastModifiedDateTime: tenant.now(),
  });

/** Planner docs, limits (ten references in older copies); the codes are of "Planner overview". */
const mostChecks = 20;
const mostReferences = 15;

function changeDetails(call: Call, _plan: Plan, task: Task, body: ChangedDetails): Answer {
  const { tenant, headers } = call;
  const { details } = task;
  // The task's etag does not fit here: details have their own (Graph docs, "Update plannerTaskDetails").
  const refused = refusedMatch(headers['if-match'], details.etag);
  if (refused) return refused;
  const checklist = merged(details.checklist, body.checklist, checklistEntry(tenant));
  if (Object.keys(checklist).length > mostChecks) {
    return refuse(403, 'MaximumChecklistItemsOnTask', 'The task has more checklist items than allowed.');
  }
  const references = merged(details.references, body.references, reference(tenant));
  if (Object.keys(references).length > mostReferences) {
    return refuse(403, 'MaximumReferencesOnTask', 'The task has more references than allowed.');
  }
  task.details = {
    etag: newEtag(tenant, 'TaskDetails'),
    description: body.description === undefined ? details.description : (body.description ?? ''),
    previewType: body.previewType ?? details.previewType,
    checklist,
    references,
  };
  tenant.changed();
  if (!wantsRepresentation(headers)) return noContent;
  return showOne(call, 'planner/tasks/details', detailsEntity(task));
}

const path = '/planner/tasks/{task}/details';

export const taskDetailsOperations: readonly Operation[] = [
  reading({
    path,
    family: 'planner',
    permissions: readTasks,
    type: detailsType,
    run: withTask((call, _plan, task) => showOne(call, 'planner/tasks/details', detailsEntity(task))),
  }),
  writing({
    method: 'PATCH',
    path,
    family: 'planner',
    permissions: writeTasks,
    type: detailsType,
    body: changedDetails,
    run: withTask(changeDetails),
  }),
];
