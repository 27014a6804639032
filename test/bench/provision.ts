// `npm run bench -- provision [groups…]`: places and projects of many groups in virtual time, by the real decisions and the real pace.
import { evolveGroup } from '../../bot/group/evolve.ts';
import { type Group, type GroupEvent, noGroup } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import { chooseProject } from '../../bot/lifecycle/applyProject/applyProject.ts';
import { projectBuilt } from '../../bot/lifecycle/applyProject/build.ts';
import { templates } from '../../bot/lifecycle/applyProject/templates.ts';
import { type Context, isRefusal, linkSteps, type News, type World } from '../../bot/lifecycle/decision.ts';
import { placeBuilt } from '../../bot/lifecycle/openWorkspace/openWorkspace.ts';
import { buildable } from '../../bot/lifecycle/placing.ts';
import { demandOf, mostAbreast, type Scope, type Service, services } from '../../bot/limits/microsoft.ts';
import { paceOf } from '../../bot/limits/pace.ts';
import { modelledGraph } from './modelled.ts';

type Build = Extract<News, { is: 'build' }>;

/** Planner's limit is assumed, since none is published; a team holds so many groups; an answer takes so long. */
const plannerRate = 10;
const groupsInTeam = 150;
const answerMs = 200;
const kind = 'resourcePage';
const tasks = templates[kind].length;

interface Row {
  at: number;
  news: Build | { is: 'tell' };
  scopes: Scope[];
}

/** Rows in the order in which they came. */
class Line {
  #rows: Row[] = [];
  #gone = 0;
  push(row: Row): void {
    this.#rows.push(row);
  }
  first(): Row | undefined {
    return this.#rows[this.#gone];
  }
  shift(): void {
    this.#gone++;
    if (this.#gone < 1000) return;
    this.#rows = this.#rows.slice(this.#gone);
    this.#gone = 0;
  }
}

/** As they would be met one after the other: how many requests each step makes, and units of SharePoint for each. */
const requests: Partial<Record<Build['step'], number[]>> = {
  page: [2],
  publish: [2],
  revise: [1],
  details: [1, 1],
};

const made: Partial<Record<Build['step'], object>> = {
  members: { team: 'team' },
  channel: { team: 'team', channel: 'channel' },
  tab: { tab: 'tab' },
  page: { site: 'site', page: 'page', url: 'https://contoso.example/page' },
  plan: { id: 'plan' },
  task: { id: 'task' },
};
/** Nothing follows from them. */
const isLink = (step: Build['step']) => linkSteps.some((it) => it === step);
const ofPlace: readonly string[] = ['members', 'channel', 'tab', 'page', 'publish'];
const people = Array.from({ length: 6 }, (_, n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const idOf = (n: number) => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function run(many: number) {
  let now = Date.parse('2026-11-16T08:00:00Z');
  const began = now;
  const moment = () => ({ machine: now, calendar: now });
  const pace = paceOf(1000);
  const graph = modelledGraph(plannerRate);
  const groups: Group[] = [];
  const planned = new Set<string>();
  /** Rows that may be taken up, by what limits them; the narrowest limit is that of a team. */
  const queues = new Map<Service, Map<string, Line>>();
  const later: { ms: number; act: () => void }[] = [];
  const under = new Map<Service, number>();
  let [heap, decided, measured] = [0, 0, 0];

  const context = (by: string): Context => ({
    now: new Date(now).toISOString(),
    by,
    via: 'outcome',
    ids: [idOf(9e6), idOf(9e6 + 1)],
  });

  const after = (ms: number, act: () => void) => {
    let at = later.length;
    while (at > 0 && (later[at - 1]?.ms ?? 0) < now + ms) at--;
    later.splice(at, 0, { ms: now + ms, act });
  };

  const queue = (row: Row, service: Service) => {
    const of = queues.get(service) ?? new Map<string, Line>();
    queues.set(service, of);
    const key = row.scopes[0] ?? '';
    const rows = of.get(key) ?? new Line();
    of.set(key, rows);
    rows.push(row);
  };

  function follow(at: number, happened: readonly { event: object }[], then: readonly News[], by: string) {
    const stamp = { at: new Date(now).toISOString(), by, via: 'outcome' } as const;
    for (const { event } of happened)
      groups[at] = evolveGroup(groups[at] ?? noGroup, { ...(event as GroupEvent), ...stamp });
    for (const news of then) {
      if (news.is === 'tell') queue({ at, news: { is: 'tell' }, scopes: [] }, 'bot');
      if (news.is !== 'build') continue;
      if (news.once !== undefined && planned.has(news.once)) continue;
      if (news.once !== undefined) planned.add(news.once);
      const { service } = demandOf(news);
      const team: Scope = `team/${Math.floor(at / groupsInTeam)}`;
      const scopes: Scope[] =
        service !== 'teams'
          ? []
          : news.step === 'tab' || isLink(news.step)
            ? [team, `channel/${at}`]
            : [team];
      queue({ at, news, scopes }, service);
    }
  }

  function decide(
    at: number,
    step: typeof placeBuilt | typeof projectBuilt | typeof chooseProject,
    command: object,
    by: string,
  ) {
    decided++;
    const world = { group: () => groups[at] ?? noGroup } as unknown as World;
    const shaped = step.shape.parse(command) as never;
    const decision = step.decide(world, shaped, context(by));
    if (isRefusal(decision)) throw new Error(`${step.name}: ${decision.refused}`);
    follow(at, decision.happened, decision.then, by);
  }

  function ended({ at, news }: Row) {
    if (news.is === 'tell' || news.step === 'revise' || isLink(news.step)) return;
    const of = { group: idOf(at), step: news.step, ...made[news.step] };
    if (ofPlace.includes(news.step)) decide(at, placeBuilt, of, 'peerloop');
    else
      decide(at, projectBuilt, { ...of, ...(news.task === undefined ? {} : { n: news.task }) }, 'peerloop');
    if (news.step === 'publish')
      decide(at, chooseProject, { group: idOf(at), kind, title: 'A project' }, people[0] ?? '');
  }

  /** One request after the other; what is refused goes back to the end of its queue. */
  function ask(row: Row, service: Service, left: readonly number[]): void {
    const [cost = 1, ...rest] = left;
    const wait = graph.ask([service, ...row.scopes], cost, now);
    after(answerMs, () => {
      if (wait === undefined && rest.length > 0) return ask(row, service, rest);
      under.set(service, (under.get(service) ?? 1) - 1);
      if (wait === undefined) {
        pace.accepted(service, moment());
        ended(row);
      } else {
        pace.refused(service, row.scopes, now + wait * 1000, moment());
        after(wait * 1000, () => queue(row, service));
      }
    });
  }

  function take(service: Service): boolean {
    const of = queues.get(service);
    if (
      !of ||
      of.size === 0 ||
      (under.get(service) ?? 0) >= mostAbreast ||
      pace.shut(moment()).includes(service)
    )
      return false;
    for (const [key, rows] of of) {
      const row = rows.first();
      if (!row || pace.hindrance(row.scopes, moment()) !== undefined) continue;
      rows.shift();
      // The next time another team comes first.
      of.delete(key);
      if (rows.first()) of.set(key, rows);
      const { step } = row.news.is === 'build' ? row.news : { step: undefined };
      const cost = row.news.is === 'build' ? demandOf(row.news).cost : 1;
      pace.take(service, row.scopes, step === 'revise' ? 1 : cost, moment());
      under.set(service, (under.get(service) ?? 0) + 1);
      ask(row, service, (step && requests[step]) ?? [1]);
      return true;
    }
    return false;
  }

  for (let at = 0; at < many; at++) {
    const proposed = {
      type: 'groupProposed',
      v: 1,
      group: idOf(at),
      topic: idOf(8e6),
      policy: presets.employees,
      invited: people,
    };
    const forming = [
      proposed,
      { type: 'groupFormed', v: 1, members: people },
      { type: 'stageBegan', v: 1, stage: 'kickOff' },
    ];
    follow(
      at,
      forming.map((event) => ({ event })),
      [],
      'peerloop',
    );
    const live = groups[at];
    if (live?.phase === 'live') follow(at, [], buildable(live), 'peerloop');
  }
  for (;;) {
    while (services.some(take));
    const opens = pace.opens({ machine: now });
    const next = later.at(-1)?.ms ?? Number.POSITIVE_INFINITY;
    const waits = [...queues.values()].some((of) => of.size > 0);
    if (next === Number.POSITIVE_INFINITY && !waits) break;
    now = Math.max(now + 1, Math.min(next, waits && opens !== null ? now + opens : Number.POSITIVE_INFINITY));
    while ((later.at(-1)?.ms ?? Number.POSITIVE_INFINITY) <= now) later.pop()?.act();
    if (decided < measured) continue;
    measured = decided + 1000;
    heap = Math.max(heap, process.memoryUsage().heapUsed);
  }
  return { seconds: (now - began) / 1000, graph, heap };
}

const sizes = process.argv.slice(3).map(Number);
const figure = (value: number, places = 0) => value.toFixed(places).padStart(10);
process.stdout.write(
  `${tasks} tasks each; Planner takes ${plannerRate} requests a second; ${groupsInTeam} groups in a team\n` +
    '    groups     hours     bound     ratio  requests   refused  cpu ms each     MB\n',
);
for (const many of sizes.length > 0 ? sizes : [100, 1000, 10_000]) {
  const before = process.cpuUsage();
  const { seconds, graph, heap } = run(many);
  const sum = (of: Map<string, number>) => [...of.values()].reduce((a, b) => a + b, 0);
  const used = process.cpuUsage(before);
  const bound = (many * (1 + 3 * tasks)) / plannerRate;
  const row = [
    figure(many),
    figure(seconds / 3600, 2),
    figure(bound / 3600, 2),
    figure(seconds / bound, 3),
    figure(sum(graph.taken)),
    figure(sum(graph.refused)),
    figure(used.user / 1000 / many, 2),
    figure(heap / 2 ** 20),
  ];
  process.stdout.write(`${row.join('')}  429s ${JSON.stringify(Object.fromEntries(graph.refused))}\n`);
}
