// The wire to the bot without Teams in between: activities of any kind, signed as Teams signs them or otherwise.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as activities from '../../infra/local/activities.ts';
import { chatOf, personNamed } from '../../infra/local/places.ts';
import type { Person, TenantState } from '../../infra/local/state.ts';
import type { Tenant } from '../../infra/local/tenant.ts';
import { CONNECTOR, sign } from '../../infra/local/tokens.ts';
import type { Company, Json } from './company.ts';

export interface Answered {
  status: number;
  body: Json;
}

export interface Knock {
  /** Instead of the bearer token of Teams; null sends none. */
  authorization?: string | null;
  type?: string;
}

export interface Wire {
  /** Anything at all, as it stands. */
  send(body: string, knock?: Knock): Promise<Answered>;
  /** The press of a button that need not be on any card. */
  press(as: string, verb: unknown, data: unknown, card?: string): Promise<Answered>;
  write(as: string, text: string): Promise<Answered>;
  /** The activity that a press would be, to be bent. */
  activity(as: string, verb: unknown, data: unknown, card?: string): Json;
  token(claims?: Json): Promise<string>;
  person(name: string): Person;
}

/** The tenant as it was last kept on disk; its keys and people never change. */
export const keptState = (company: Company): TenantState =>
  JSON.parse(readFileSync(join(dirname(company.folder), 'tenant', 'state.json'), 'utf8')) as TenantState;

export function wireTo(company: Company): Wire {
  const state = keptState(company);
  const serviceUrl = `${company.url}/connector/`;
  // As much of a tenant as activities are made from.
  const tenant = { state, now: () => state.clock.now, guid: () => randomUUID() } as Tenant;
  const person = (name: string): Person => {
    const found = personNamed(state, name);
    if (!found) throw new Error(`Nobody here is called ${name}.`);
    return found;
  };
  const token = (claims: Json = {}) =>
    sign(tenant, 'connector', { iss: CONNECTOR, aud: state.botId, serviceurl: serviceUrl, ...claims }, 3600);

  const usual = token().then((it) => `Bearer ${it}`);
  const send = async (body: string, { authorization, type = 'application/json' }: Knock = {}) => {
    const bearer = authorization === undefined ? await usual : authorization;
    const answer = await fetch(`${company.app()}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': type, ...(bearer === null ? {} : { authorization: bearer }) },
      body,
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Json };
  };
  const home = { tenant, serviceUrl };
  const activity = (as: string, verb: unknown, data: unknown, card: string = randomUUID()) => {
    const who = person(as);
    return activities.execute(home, who, chatOf(state, who.id), card, { verb, data });
  };
  return {
    send,
    activity,
    token,
    person,
    press: (as, verb, data, card) => send(JSON.stringify(activity(as, verb, data, card))),
    write(as, text) {
      const who = person(as);
      const id = String(Date.now() + Math.floor(Math.random() * 1e9));
      return send(JSON.stringify(activities.message(home, who, chatOf(state, who.id), id, text)));
    },
  };
}
