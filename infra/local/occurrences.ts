// The queue of what Teams tells the bot by itself: kept back until the answer has left, then delivered one by one.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Activity, Home } from './activities.ts';
import * as activities from './activities.ts';
import { chatOf, hasApp } from './places.ts';
import type { Person, Team } from './state.ts';
import type { Occurrence } from './tenant.ts';
import { causeOf, type Wire } from './wire.ts';

const TRIES = 40;
const PAUSE_MS = 250;

/** What happened during one request, until its answer has left. */
interface Held {
  open: boolean;
  occurrences: Occurrence[];
}

export interface Occurrences {
  happened(occurrence: Occurrence): void;
  undelivered(): number;
  /** Keeps back what happens during a request until its answer has left. */
  keepBack(app: FastifyInstance, concerns: (url: string) => boolean): void;
  close(): void;
}

export function occurrencesOf(home: () => Home, wire: () => Wire, log: (line: string) => void): Occurrences {
  const held = new AsyncLocalStorage<Held>();
  const closing = new AbortController();
  let undelivered = 0;
  let tail: Promise<void> = Promise.resolve();

  const send = async (occurrence: Occurrence) => {
    for (const activity of activitiesFor(home(), occurrence)) await persist(occurrence, activity);
  };
  const persist = async (occurrence: Occurrence, activity: Activity) => {
    for (let tries = 1; !closing.signal.aborted; tries++) {
      const delivery = await wire().deliver(activity, tries === 1);
      if (delivery.arrived && delivery.status < 500) return;
      if (tries === TRIES) return log(`${occurrence.what} was given up: the bot did not take it`);
      await pause(PAUSE_MS, undefined, { signal: closing.signal }).catch(() => undefined);
    }
  };
  const queue = (occurrence: Occurrence) => {
    tail = tail
      .then(() => send(occurrence))
      .catch((error: unknown) => log(`${occurrence.what}: ${causeOf(error)}`))
      .finally(() => {
        undelivered -= 1;
      });
  };

  return {
    happened(occurrence) {
      undelivered += 1;
      const request = held.getStore();
      if (request?.open) request.occurrences.push(occurrence);
      else queue(occurrence);
    },
    undelivered: () => undelivered,
    keepBack(app, concerns) {
      app.addHook('preHandler', (request, reply, next) => {
        if (!concerns(request.url)) return next();
        const during: Held = { open: true, occurrences: [] };
        // Also when the connection broke before the answer was out: what happened has happened.
        reply.raw.once('close', () => {
          during.open = false;
          during.occurrences.forEach(queue);
        });
        held.run(during, next);
      });
    },
    close: () => closing.abort(),
  };
}

function activitiesFor(home: Home, occurrence: Occurrence): Activity[] {
  const { state } = home.tenant;
  const person = (id: string) => state.people.find((p) => p.id === id);
  if (occurrence.what === 'personalInstalled' || occurrence.what === 'personalRemoved') {
    const who = person(occurrence.userId);
    const action = occurrence.what === 'personalInstalled' ? 'add' : 'remove';
    return who ? activities.personalInstall(home, who, chatOf(state, who.id), action) : [];
  }
  const team = state.teams.find((t) => t.id === occurrence.teamId);
  if (!team) return [];
  const owner = person(team.members.find((m) => m.roles.includes('owner'))?.userId ?? '') ?? state.people[0];
  const by = ('byUserId' in occurrence ? person(occurrence.byUserId) : undefined) ?? owner;
  return by ? teamActivities(home, occurrence, team, by) : [];
}

type InTeam = Exclude<Occurrence, { userId: string }>;

/** A bot hears of a team only while it is in it, and once more when it leaves. */
function teamActivities(home: Home, occurrence: InTeam, team: Team, by: Person): Activity[] {
  const { state } = home.tenant;
  if (occurrence.what === 'teamRemoved') return activities.teamInstall(home, by, team, 'remove');
  if (!hasApp(state, team)) return [];
  switch (occurrence.what) {
    case 'teamInstalled':
      return activities.teamInstall(home, by, team, 'add');
    case 'teamMembersAdded':
    case 'teamMembersRemoved': {
      const people = state.people.filter((p) => occurrence.userIds.includes(p.id));
      const update =
        occurrence.what === 'teamMembersAdded' ? activities.membersAdded : activities.membersRemoved;
      return people.length > 0 ? [update(home, by, team, people)] : [];
    }
    case 'teamArchived':
    case 'teamUnarchived':
    case 'teamDeleted':
    case 'teamRestored':
      return [activities.teamBefallen(home, by, team, occurrence.what)];
    default: {
      const channel = team.channels.find((c) => c.id === occurrence.channelId);
      return channel ? [activities.channelUpdate(home, by, { team, channel }, occurrence.what)] : [];
    }
  }
}
