// The wire from Teams to the bot: signed activities, and the question whether the bot's work has come to rest.
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Activity } from './activities.ts';
import type { Tenant } from './tenant.ts';
import { CONNECTOR, sign } from './tokens.ts';

/** How long Teams waits for the answer to an activity. */
const TURN_MS = 15_000;
const POLL_MS = 25;
const KEPT_INBOUND = 200;

export type Delivery = { arrived: true; status: number; body: unknown } | { arrived: false; reason: string };

export type Rest =
  | { rest: true; next: string | null }
  | { rest: false; absent: boolean; reason: string; due?: number; running?: number };

const Work = z.object({
  now: z.string(),
  due: z.number(),
  running: z.number(),
  next: z.string().nullable(),
});

export interface Wire {
  deliver(activity: Activity, keep?: boolean): Promise<Delivery>;
  /** Waits until nothing is due or running, here and in the app. */
  settle(): Promise<Rest>;
}

export interface WireTo {
  appUrl: () => string;
  serviceUrl: () => string;
  /** How many occurrences are still on their way to the bot. */
  undelivered: () => number;
  /** How long work may take, in milliseconds of the machine. */
  patience: number;
}

export function wireOf(tenant: Tenant, to: WireTo): Wire {
  return {
    async deliver(activity, keep = true) {
      if (keep) remember(tenant, activity);
      const claims = { iss: CONNECTOR, aud: tenant.state.botId, serviceurl: to.serviceUrl() };
      try {
        const answer = await fetch(new URL('/api/messages', to.appUrl()), {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            authorization: `Bearer ${await sign(tenant, 'connector', claims, 3600)}`,
          },
          body: JSON.stringify(activity),
          signal: AbortSignal.timeout(TURN_MS),
        });
        return { arrived: true, status: answer.status, body: read(await answer.text()) };
      } catch (error) {
        return { arrived: false, reason: `The bot at ${to.appUrl()} did not answer: ${causeOf(error)}` };
      }
    },

    async settle() {
      const end = performance.now() + to.patience;
      for (;;) {
        const rest = await look(tenant, to);
        if (rest.rest || rest.absent || performance.now() > end) return rest;
        await pause(POLL_MS);
      }
    },
  };
}

async function look(tenant: Tenant, to: WireTo): Promise<Rest> {
  const url = new URL('/health/work', to.appUrl()).href;
  let status: number;
  let text: string;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(to.patience) });
    status = answer.status;
    text = await answer.text();
  } catch (error) {
    const absent = !(error instanceof Error && error.name === 'TimeoutError');
    return { rest: false, absent, reason: `The app's ${url} did not answer: ${causeOf(error)}` };
  }
  const work = Work.safeParse(read(text));
  if (work.success) return judge(tenant, work.data, to.undelivered());
  const reason = `${url} answered ${status} without now, due, running and next.`;
  return { rest: false, absent: false, reason };
}

/** The app may have looked at the clock before it was moved: only what it says about the moved clock counts. */
function judge(tenant: Tenant, { now, due, running, next }: z.infer<typeof Work>, undelivered: number): Rest {
  const moved = tenant.state.clock.now;
  const notYet = (reason: string): Rest => ({ rest: false, absent: false, reason, due, running });
  if (due > 0 || running > 0) return notYet(`The app still has ${due} due and ${running} running.`);
  if (undelivered > 0) return notYet(`${undelivered} occurrences are still on their way to the bot.`);
  if (Date.parse(now) < Date.parse(moved))
    return notYet(`The app's clock says ${now}, the tenant's ${moved}.`);
  if (next !== null && Date.parse(next) <= Date.parse(moved))
    return notYet(`The app's next moment ${next} has passed.`);
  return { rest: true, next };
}

function remember(tenant: Tenant, activity: Activity): void {
  const { state } = tenant;
  state.inbound = [...(state.inbound ?? []), activity].slice(-KEPT_INBOUND);
  tenant.changed();
}

function read(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return text;
  }
}

/** What went wrong, in the words of whatever threw it. */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
