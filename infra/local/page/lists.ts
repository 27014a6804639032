// What the page lists beside the doors: people to be, and the pages and plans that one person can see.
import type { Page, Person, Plan, Task, TenantState } from '../state.ts';

/** Who a newcomer can be, by name. */
export function peopleOf(state: TenantState) {
  return state.people
    .filter((person) => person.accountEnabled)
    .map((person) => ({
      id: person.id,
      name: person.displayName,
      area: person.department,
      office: person.officeLocation,
      title: person.jobTitle,
      timeZone: person.timeZone,
      roles: rolesOf(state, person),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function rolesOf(state: TenantState, person: Person): string[] {
  const roles: string[] = [];
  if (isIn(state, state.facilitatorsGroup, person.id)) roles.push('Facilitator');
  if (isIn(state, state.administratorsGroup, person.id)) roles.push('Administrator');
  if (state.people.some((other) => other.manager === person.id)) roles.push('Supervisor');
  return roles;
}

/** Published pages only: the intranet's are for all staff, a team site's for the members of its group. */
export function pagesOf(state: TenantState, personId: string) {
  const readable = state.sites.filter(
    (site) => site.id === state.intranetSite || !site.groupId || isIn(state, site.groupId, personId),
  );
  return readable.flatMap((site) =>
    site.pages.flatMap((page) => (page.published ? [published(page, page.published, site.displayName)] : [])),
  );
}

function published(page: Page, shown: NonNullable<Page['published']>, site: string) {
  return {
    id: page.id,
    site,
    title: shown.title,
    webUrl: page.webUrl,
    changed: page.lastModifiedDateTime,
    layout: shown.canvasLayout ?? null,
  };
}

export function plansOf(state: TenantState, personId: string) {
  return state.plans
    .filter((plan) => isIn(state, plan.groupId, personId))
    .map((plan: Plan) => ({
      id: plan.id,
      title: plan.title,
      group: state.groups.find((group) => group.id === plan.groupId)?.displayName ?? '',
      members: state.people
        .filter((person) => isIn(state, plan.groupId, person.id))
        .map((person) => ({ id: person.id, name: person.displayName })),
      tasks: plan.tasks.map((task) => taskOf(state, task)),
    }));
}

function taskOf(state: TenantState, task: Task) {
  return {
    id: task.id,
    title: task.title,
    percentComplete: task.percentComplete,
    due: task.dueDateTime,
    description: task.details.description,
    assigned: Object.keys(task.assignments).flatMap((id) => {
      const person = state.people.find((one) => one.id === id);
      return person ? { id, name: person.displayName } : [];
    }),
    checklist: Object.entries(task.details.checklist).flatMap(([id, entry]) => checklistEntry(id, entry)),
  };
}

function checklistEntry(id: string, entry: unknown): { id: string; title: string; checked: boolean }[] {
  if (typeof entry !== 'object' || entry === null || !('title' in entry)) return [];
  return [{ id, title: String(entry.title), checked: 'isChecked' in entry && entry.isChecked === true }];
}

function isIn(state: TenantState, groupId: string, personId: string): boolean {
  return state.groups.some((group) => group.id === groupId && group.members.includes(personId));
}
