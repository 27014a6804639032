// The steps of putting an ended group's workspace away as calls: channel or team archived, plans read and removed.
import { archivable } from '../lifecycle/archiving.ts';
import { done } from './foregone.ts';
import { type Make, maybe, type Result, type Site } from './making.ts';
import type { OurTask, Outcome } from './ports.ts';
import { ourTask, projectOf, standOf } from './projectMakes.ts';

/** Graph docs, "teamsAsyncOperation": wait more than thirty seconds between checks. */
const checkedAfterSeconds = 31;
const underWay = 'archiving';
/** Looked at so often, ever more seldom, for about ten minutes; then it is asked for once more, which changes nothing. */
const mostLooks = 8;

const archive: Make = ({ parts: { workspace }, group, attempts, last }) => {
  const where = archivable(group);
  if (where === undefined) return done({ how: 'gone' });
  const wait: Outcome<never> = { is: 'wait', seconds: checkedAfterSeconds, code: underWay };
  return {
    // That it was taken, or that something is being done there already, is not that it is done.
    async call() {
      const asked = await workspace.archive(where);
      const isBusy = asked.is === 'refused' && asked.status === 409;
      return asked.is === 'done' || isBusy ? wait : asked;
    },
    async find(): Promise<Outcome<Result | null>> {
      const seen = await workspace.seeArchived(where);
      if (seen.is !== 'done') return seen;
      if (seen.value === null) return { is: 'done', value: { how: 'gone' } };
      if (seen.value) return { is: 'done', value: { how: 'archived' } };
      return last === underWay && attempts <= mostLooks ? wait : { is: 'done', value: null };
    },
  };
};

/** All that we wrote into the plan of the cycle that the news names. */
const written = (site: Site): [plan: string, ours: OurTask[]] => {
  const { plan = '', tasks } = projectOf(site);
  return [plan, tasks.filter(({ task }) => task !== undefined).map(({ n }) => ourTask(site, n))];
};

const left = { left: 'planEdited' };

const exported: Make = (site) => {
  const { tasks } = projectOf(site);
  const look = async (): Promise<Outcome<Result>> => {
    const read = await site.parts.workspace.readOwnPlan(...written(site));
    if (read.is !== 'done') return read;
    if (read.value === null) return { is: 'done', value: { gone: 1 } };
    if (read.value === 'edited') return { is: 'done', value: left };
    const seen = read.value.flatMap((now) => {
      const known = tasks.find(({ task }) => task === now.task);
      return known ? [standOf(site, known.n, now)] : [];
    });
    return { is: 'done', value: { seen: JSON.stringify(seen) } };
  };
  return { call: look, find: look };
};

const removePlan: Make = (site) => {
  const [plan, ours] = written(site);
  const { workspace } = site.parts;
  return {
    async call() {
      const ended = await workspace.removePlan(plan, ours);
      if (ended.is !== 'done') return ended;
      return { is: 'done', value: ended.value === 'edited' ? left : {} };
    },
    find: () => maybe(isGone(workspace.readTasks(plan)), () => ({})),
  };
};

/** Null: it is still there. */
async function isGone(looked: Promise<Outcome<unknown>>): Promise<Outcome<true | null>> {
  const seen = await looked;
  return seen.is === 'done' ? { is: 'done', value: seen.value === null ? true : null } : seen;
}

export const archiveMakes = { archive, export: exported, removePlan };
