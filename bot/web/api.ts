// The tab's routes: signed in by bearer, judged by the policy, answered by the contract, each command once.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { View } from '../cards/view.ts';
import type { Command, Refusal } from '../lifecycle/decision.ts';
import { isKey, type Language, speaker } from '../speech/say.ts';
import { type EffectLine, type RouteName, routes } from './contract.ts';
import { boardOf, homeOf, insideOf } from './pages.ts';
import { can, type Who } from './policy.ts';

interface Signed {
  tenant: string;
  oid: string;
  name: string;
}

type Told =
  | { is: 'done'; undo: Command | null }
  | { is: 'refused'; refusal: Refusal; language: Language }
  | { is: 'otherBody' };

/** A row of the ledger, as far as facilitators may see it. */
interface Row {
  id: string;
  news: { is: string; what?: string; step?: string; command?: Command; group?: string };
  state: EffectLine['state'];
  due: string | null;
  attempts: number;
  result: Record<string, string | number> | null;
}

export interface ApiParts {
  local: boolean;
  check(
    authorization: string | undefined,
  ): Promise<({ ok: true } & Signed) | { ok: false; status: 401 | 503; why: string }>;
  roles(oid: string): Promise<Who>;
  tab: {
    home(person: Signed): Promise<View>;
    group(person: Signed, group: string, as: 'team' | 'person'): Promise<View | undefined>;
    isMember(person: Signed, group: string): Promise<boolean>;
    command(person: Signed, key: string, command: Command): Promise<Told>;
    effects(tenant: string): Promise<Row[]>;
  };
}

interface Failure {
  status: number;
  code: string;
  message: string;
}

type Answer = { body: unknown } | Failure;

const nothingThere: Failure = { status: 404, code: 'notFound', message: 'There is nothing here for you.' };

const Group = z.object({ group: z.uuid() });
const Key = z.string().min(8).max(100);

/** Commands under way: the same key twice at once is told to wait for the first. */
const running = new Set<string>();

async function signedIn(parts: ApiParts, request: FastifyRequest): Promise<Signed | Failure> {
  const checked = await parts.check(request.headers.authorization);
  if (checked.ok) return { tenant: checked.tenant, oid: checked.oid, name: checked.name };
  return checked.status === 401
    ? { status: 401, code: 'signIn', message: 'Open this page in Microsoft Teams to sign in.' }
    : {
        status: 503,
        code: 'tryAgain',
        message: 'Signing in cannot be checked right now. Try again in a moment.',
      };
}

async function onGroup(
  parts: ApiParts,
  signed: Signed,
  who: Who,
  what: 'board' | 'inside',
  params: unknown,
): Promise<Answer> {
  const asked = Group.safeParse(params);
  if (!asked.success) return nothingThere;
  const { group } = asked.data;
  const member = await parts.tab.isMember(signed, group);
  // What one may not know of is not there.
  if (!can(who, what, { member })) return nothingThere;
  const view = await parts.tab.group(signed, group, what === 'board' ? 'team' : 'person');
  const page = view && (what === 'board' ? boardOf(view, member) : insideOf(view));
  return page ? { body: page } : nothingThere;
}

const refusal = ({ refused, about }: Refusal, language: Language): Failure => {
  const key = `refused.${refused}`;
  const stage = `stage.${about?.stage}`;
  const spoken = isKey(stage) ? { ...about, stage: speaker(language)(stage) } : about;
  const message = isKey(key) ? speaker(language)(key, spoken) : speaker(language)('refused.malformed');
  return { status: refused === 'malformed' ? 400 : 422, code: refused, message };
};

async function command(parts: ApiParts, signed: Signed, request: FastifyRequest): Promise<Answer> {
  const key = Key.safeParse(request.headers['idempotency-key']);
  if (!key.success) {
    return { status: 400, code: 'noKey', message: 'Each command needs an Idempotency-Key of its own.' };
  }
  const read = routes.command.takes.safeParse(request.body);
  if (!read.success) return { status: 400, code: 'malformed', message: 'This is not a command.' };
  const id = `${signed.oid} ${key.data}`;
  if (running.has(id)) return { status: 409, code: 'running', message: 'This command is being carried out.' };
  running.add(id);
  try {
    const told = await parts.tab.command(signed, key.data, read.data);
    if (told.is === 'otherBody') {
      return { status: 422, code: 'keyUsed', message: 'This Idempotency-Key came with another command.' };
    }
    return told.is === 'done' ? { body: { undo: told.undo } } : refusal(told.refusal, told.language);
  } finally {
    running.delete(id);
  }
}

const effectLine = ({ id, news, state, due, attempts, result }: Row): EffectLine => ({
  id,
  is: news.is,
  what: news.what ?? news.step ?? news.command?.do ?? news.is,
  group: news.group ?? null,
  state,
  due,
  attempts,
  code: result?.code === undefined ? null : String(result.code),
});

async function answer(parts: ApiParts, name: RouteName, request: FastifyRequest): Promise<Answer> {
  const signed = await signedIn(parts, request);
  if ('status' in signed) return signed;
  const who = await parts.roles(signed.oid);
  switch (name) {
    case 'home':
      return { body: homeOf(await parts.tab.home(signed), parts.local) };
    case 'board':
    case 'inside':
      return onGroup(parts, signed, who, name, request.params);
    case 'command':
      return command(parts, signed, request);
    case 'effects':
      if (!can(who, 'effects')) return nothingThere;
      return { body: { effects: (await parts.tab.effects(signed.tenant)).map(effectLine) } };
  }
}

function send(reply: FastifyReply, request: FastifyRequest, answered: Answer) {
  if ('status' in answered) {
    const { status, code, message } = answered;
    return reply.code(status).send({ error: { code, message } });
  }
  const text = JSON.stringify(answered.body);
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  reply.header('etag', etag).type('application/json; charset=utf-8');
  if (request.method === 'GET' && request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.send(text);
}

export function apiRoutes(app: FastifyInstance, parts: ApiParts): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path } = routes[name];
    app.route({
      method,
      url: path,
      handler: async (request, reply) => send(reply, request, await answer(parts, name, request)),
    });
  }
}
