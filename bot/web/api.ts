// The tab's routes: signed in by bearer, judged by the policy, answered by the contract, each command once.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { View } from '../cards/view.ts';
import type { Refusal } from '../lifecycle/decision.ts';
import { acting, looking } from '../limits/rates.ts';
import { isKey, speaker } from '../speech/say.ts';
import { type Language, languageIn, languages } from '../words/languages.ts';
import type { ApiParts, Signed } from './apiParts.ts';
import { type RouteName, routes } from './contract.ts';
import { doingOf } from './doing.ts';
import { type Answer, badCursor, type Failure, nothingThere, tooFast } from './failures.ts';
import { FromRow, misasked, onEffects, onFacilitation, onTalk, onTopics, placeIn } from './lists.ts';
import { boardOf, homeOf, insideOf } from './pages.ts';
import { can, type Who } from './policy.ts';
import { startersFor, startersToList } from './starters.ts';
import { workspaceOf } from './workspace.ts';

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

const ofGroup = ['board', 'inside', 'doing', 'talk', 'workspace'] as const;
const isOfGroup = (name: RouteName): name is (typeof ofGroup)[number] => ofGroup.some((it) => it === name);

async function onGroup(
  parts: ApiParts,
  signed: Signed,
  what: (typeof ofGroup)[number],
  request: FastifyRequest,
): Promise<Answer> {
  const { params, query } = request;
  const asked = Group.safeParse(params);
  if (!asked.success) return nothingThere;
  const { group } = asked.data;
  // Of all that is asked about a group, its team may read the board alone.
  const team = what === 'board' ? await parts.tab.teamOf(signed.tenant, group) : undefined;
  const who = await parts.roles(signed.oid, team);
  const member = await parts.tab.isMember(signed, group);
  // What one may not know of is not there.
  if (!can(who, what, { member })) return nothingThere;
  if (what === 'workspace')
    return workspaceOf(await parts.tab.group(signed, group, 'team'), languageAsked(request));
  if (what === 'talk') return onTalk(parts, signed, group, query);
  if (what === 'doing') return found(doingOf, await parts.tab.group(signed, group, 'person'));
  const read = routes.inside.asks.safeParse(what === 'inside' ? query : {});
  if (!read.success) return misasked(read);
  const from = placeIn(read, FromRow);
  if (from === undefined) return badCursor;
  const view = await parts.tab.group(signed, group, what === 'board' ? 'team' : 'person');
  const page = view && (what === 'board' ? boardOf(view, member) : insideOf(view, from?.[0] ?? 0));
  return page ? { body: page } : nothingThere;
}

const found = (of: (view: View) => object | undefined, view: View | undefined): Answer => {
  const body = view && of(view);
  return body ? { body } : nothingThere;
};

/** The tab says which language it is shown in; the chat may speak another one. */
const languageAsked = ({ headers }: FastifyRequest): Language =>
  languageIn(languages, headers['accept-language']);

const refusal = ({ refused, about }: Refusal, language: Language): Failure => {
  const key = `refused.${refused}`;
  const stage = `stage.${about?.stage}`;
  const spoken = isKey(stage) ? { ...about, stage: speaker(language)(stage) } : about;
  const message = isKey(key) ? speaker(language)(key, spoken) : speaker(language)('refused.malformed');
  return { status: refused === 'malformed' ? 400 : 422, code: refused, message };
};

async function command(
  parts: ApiParts,
  signed: Signed,
  { facilitator }: Who,
  request: FastifyRequest,
): Promise<Answer> {
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
    const told = await parts.tab.command(signed, key.data, read.data, facilitator);
    if (told.is === 'otherBody') {
      return { status: 422, code: 'keyUsed', message: 'This Idempotency-Key came with another command.' };
    }
    return told.is === 'done' ? { body: { undo: told.undo } } : refusal(told.refusal, languageAsked(request));
  } finally {
    running.delete(id);
  }
}

async function onHome(parts: ApiParts, signed: Signed, { facilitator }: Who): Promise<Answer> {
  const { view, page } = await parts.tab.home(signed, { like: '', after: null });
  return { body: homeOf(view, page, { tenant: signed.tenant, facilitator }) };
}

async function onStarters(
  parts: ApiParts,
  signed: Signed,
  { facilitator }: Who,
  request: FastifyRequest,
): Promise<Answer> {
  const { view } = await parts.tab.home(signed, { like: '', after: null, also: startersToList });
  return { body: startersFor(view, languageAsked(request), facilitator) };
}

async function answer(parts: ApiParts, name: RouteName, request: FastifyRequest): Promise<Answer> {
  const signed = await signedIn(parts, request);
  if ('status' in signed) return signed;
  const cost = name === 'command' ? acting : looking;
  const taken = parts.rates?.take(signed.tenant, signed.oid, cost);
  if (taken && !taken.ok) return tooFast(taken.seconds);
  if (isOfGroup(name)) return onGroup(parts, signed, name, request);
  const who = await parts.roles(signed.oid);
  if (!can(who, name)) return nothingThere;
  switch (name) {
    case 'home':
      return onHome(parts, signed, who);
    case 'topics':
      return onTopics(parts, signed, request.query);
    case 'starters':
      return onStarters(parts, signed, who, request);
    case 'command':
      return command(parts, signed, who, request);
    case 'facilitation':
      return onFacilitation(parts, signed, request.query, languageAsked(request));
    case 'effects':
      return onEffects(parts, signed, request.query, languageAsked(request));
  }
}

function send(reply: FastifyReply, request: FastifyRequest, answered: Answer) {
  if ('status' in answered) {
    const { status, code, message, retryAfter } = answered;
    if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
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
