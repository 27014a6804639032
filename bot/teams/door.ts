// The way in from Teams: checks who speaks, reduces the activity to a turn, and answers as Teams expects.
import { CloudAdapter, type Activity as SdkActivity, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import type { Hear } from '../run/turn.ts';
import { Activity } from './activity.ts';
import { Authentication, type Check } from './authentication.ts';
import { Ears } from './ears.ts';
import { type Reduced, turnOf } from './turnOf.ts';

interface Settings {
  check: Check;
  connectorToken: () => Promise<string>;
  hear: Hear;
  /** Told in names and ids alone. */
  log?: (what: string, ids: Record<string, string>) => void;
}

interface Incoming {
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

interface Answered {
  status: number;
  body?: unknown;
}

export interface TeamsDoor {
  receive(request: Incoming): Promise<Answered>;
}

export function teamsDoor({ check, connectorToken, hear, log = () => undefined }: Settings): TeamsDoor {
  const adapter = new Adapter(new Authentication(check, connectorToken));

  const logic = (reduced: Reduced) => async (context: TurnContext) => {
    if (!('said' in reduced)) return;
    await new Ears(() => hear(reduced)).run(context);
  };

  return {
    async receive({ headers, body }) {
      const read = Activity.safeParse(body);
      if (!read.success) {
        const what = read.error.issues[0]?.path.join('.') || 'the body';
        return refusal(400, 'badActivity', `This is not an activity of Teams: look at ${what}.`);
      }
      const { authorization } = headers;
      const reduced = turnOf(read.data);
      try {
        const answer = await adapter.take(String(authorization ?? ''), read.data, logic(reduced));
        if ('malformed' in reduced) return refusal(400, 'badActivity', reduced.malformed);
        if ('nothing' in reduced) log('nothing to hear', { why: reduced.nothing, ...idsOf(read.data) });
        return { status: answer?.status ?? 200, ...(answer?.body ? { body: answer.body } : {}) };
      } catch (error) {
        if (!(error instanceof AuthenticationError)) throw error;
        log('not let in', { why: error.message, ...idsOf(read.data) });
        return refusal(Number(error.statusCode), error.message, 'This request is not taken.');
      }
    },
  };
}

const idsOf = ({ type, id = '' }: Activity) => ({ type, activity: id });

const refusal = (status: number, code: string, message: string): Answered => ({
  status,
  body: { error: { code, message } },
});

/** The SDK's own `process` prints whole errors to the console; this way they reach our log, by name. */
class Adapter extends CloudAdapter {
  take(authorization: string, activity: Activity, logic: (context: TurnContext) => Promise<void>) {
    // The SDK's type promises fields that a stranger's request need not have.
    return this.processActivity(authorization, activity as unknown as SdkActivity, logic);
  }
}
