// Planner plans of M365 groups: creating them, listing them for a group, and reading one.
import type { Plan, Task } from '../state.ts';
import type { Tenant } from '../tenant.ts';
import { type Answer, graphRoot, noContent, refuse } from './answer.ts';
import { type Call, type Operation, reading, removing, writing } from './operation.ts';
import { noSuchResource } from './people.ts';
import {
  type NewPlan,
  newEtag,
  newPlan,
  newPlannerId,
  plannerMissing,
  plannerRefusal,
  refusedMatch,
} from './plannerShapes.ts';
import { most } from './rules.ts';
import { type Entity, showMany, showOne } from './shown.ts';
import type { EntityType } from './view.ts';

export const readTasks = ['Tasks.Read.All', 'Tasks.ReadWrite.All'];
export const writeTasks = ['Tasks.ReadWrite.All'];

const planType: EntityType = {
  name: 'microsoft.graph.plannerPlan',
  properties: ['id', 'title', 'owner', 'createdDateTime', 'container', 'createdBy'],
};

export const createdBy = ({ state }: Tenant) => ({
  application: { id: state.botId, displayName: null },
  user: { id: null, displayName: null },
});

const planEntity = (tenant: Tenant, plan: Plan): Entity => ({
  '@odata.etag': plan.etag,
  id: plan.id,
  title: plan.title,
  owner: plan.groupId,
  createdDateTime: plan.createdDateTime,
  container: {
    containerId: plan.groupId,
    type: 'group',
    url: `${graphRoot}/groups/${plan.groupId}`,
  },
  createdBy: createdBy(tenant),
});

export const withPlan =
  (run: (call: Call, plan: Plan) => Answer) =>
  (call: Call): Answer => {
    const plan = call.tenant.state.plans.find(({ id }) => id === call.param('plan'));
    return plan ? run(call, plan) : plannerMissing;
  };

export const withTask =
  <Body extends unknown[]>(run: (call: Call, plan: Plan, task: Task, ...body: Body) => Answer) =>
  (call: Call, ...body: Body): Answer => {
    for (const plan of call.tenant.state.plans) {
      const task = plan.tasks.find(({ id }) => id === call.param('task'));
      if (task) return run(call, plan, task, ...body);
    }
    return plannerMissing;
  };

/** Planner docs, limits: four hundred plans may be owned by one group (two hundred in older copies). */
const mostPlans = 400;

function groupNamed({ container, owner }: NewPlan): string | undefined {
  if (!container) return owner;
  return 'url' in container ? container.url.replace(`${graphRoot}/groups/`, '') : container.containerId;
}

function createPlan(call: Call, body: NewPlan): Answer {
  const { tenant } = call;
  const groupId = groupNamed(body);
  if (groupId === undefined) return plannerRefusal(400, "The property 'container' must be specified.");
  const { groups, teams, plans } = tenant.state;
  const group = groups.find(({ id }) => id === groupId);
  // Only an M365 group owns plans (Graph docs, plannerPlanContainer); here these are the groups behind teams.
  if (!group || !teams.some(({ id }) => id === group.id)) {
    return plannerRefusal(404, 'The container of the plan is not found.');
  }
  if (
    plans.filter((plan) => plan.groupId === group.id).length >= most(tenant, 'plans', mostPlans, group.id)
  ) {
    return refuse(403, 'MaximumPlannerPlans', 'The group owns the maximum number of plans.');
  }
  const plan: Plan = {
    id: newPlannerId(tenant),
    etag: newEtag(tenant, 'Plan'),
    title: body.title,
    groupId: group.id,
    createdDateTime: tenant.now(),
    tasks: [],
  };
  plans.push(plan);
  tenant.changed();
  return {
    ...showOne(call, 'planner/plans', planEntity(tenant, plan), 201),
    headers: { location: `${graphRoot}/planner/plans('${plan.id}')` },
  };
}

function plansOfGroup(call: Call): Answer {
  const { groups, plans } = call.tenant.state;
  const id = call.param('group');
  if (!groups.some((group) => group.id === id)) return noSuchResource(id);
  const own = plans.filter(({ groupId }) => groupId === id).map((plan) => planEntity(call.tenant, plan));
  return showMany(call, `groups('${id}')/planner/plans`, own);
}

/** Graph docs, "Delete plannerPlan": with the plan's own etag; its tasks go with it, and nothing brings them back. */
function deletePlan({ tenant, headers }: Call, plan: Plan): Answer {
  const stale = refusedMatch(headers['if-match'], plan.etag);
  if (stale) return stale;
  tenant.state.plans = tenant.state.plans.filter((it) => it !== plan);
  tenant.changed();
  return noContent;
}

export const planOperations: readonly Operation[] = [
  writing({
    method: 'POST',
    path: '/planner/plans',
    family: 'planner',
    permissions: writeTasks,
    type: planType,
    body: newPlan,
    run: createPlan,
  }),
  reading({
    path: '/groups/{group}/planner/plans',
    family: 'planner',
    permissions: readTasks,
    type: planType,
    options: ['$select', '$top', '$skiptoken'],
    run: plansOfGroup,
  }),
  reading({
    path: '/planner/plans/{plan}',
    family: 'planner',
    permissions: readTasks,
    type: planType,
    run: withPlan((call, plan) => showOne(call, 'planner/plans', planEntity(call.tenant, plan))),
  }),
  removing({
    path: '/planner/plans/{plan}',
    family: 'planner',
    permissions: writeTasks,
    type: planType,
    run: withPlan(deletePlan),
  }),
];
