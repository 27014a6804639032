// The tab's long lists, a page at a time: topics, the ledger, and the groups as facilitators see them.
import { z } from 'zod';
import { isKey, speaker } from '../speech/say.ts';
import type { Language } from '../words/languages.ts';
import type { ApiParts, Row, Signed } from './apiParts.ts';
import { talkOf } from './communities.ts';
import { type EffectLine, routes } from './contract.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { standingOf } from './facilitation.ts';
import { type Answer, badCursor, badQuery, nothingThere } from './failures.ts';
import { topicsPage } from './pages.ts';

/** What a cursor of each list holds. */
export const FromRow = z.tuple([z.number().int().min(1).max(100_000)]);
const ByName = z.tuple([z.string().max(400), z.uuid()]);
const BySince = z.tuple([z.iso.datetime(), z.uuid()]);
const ByMoved = z.tuple([z.iso.datetime(), z.uuid()]);
const BySeq = z.tuple([z.number().int().min(1)]);

type Asked<Q> = z.ZodSafeParseResult<Q>;

/** Undefined for a cursor that is none of that list's. */
export const placeIn = <Place>(asked: Asked<{ after?: string | undefined }>, shape: z.ZodType<Place>) =>
  asked.success ? readCursor(shape, asked.data.after) : undefined;

/** Which part of the query is not as it should be. */
export const misasked = ({ error }: z.ZodSafeParseError<unknown>) =>
  error.issues.some((it) => it.path[0] === 'after') ? badCursor : badQuery;

const whyOf = (code: string | null, language: Language): string | null => {
  const key = `why.${code}`;
  return isKey(key) ? speaker(language)(key) : null;
};

/** A message is made again by nobody but a person, and is nobody's to look up. */
const messages = new Set(['tell', 'answer', 'post']);

function effectLine({ id, news, state, due, attempts, result, again }: Row, language: Language): EffectLine {
  const code = result?.code === undefined ? null : String(result.code);
  return {
    id,
    is: news.is,
    what: news.what ?? news.step ?? news.command?.do ?? news.is,
    group: news.group ?? null,
    state,
    due,
    attempts,
    code,
    why: whyOf(code, language),
    again,
    closes: state === 'failed' || (state === 'unknown' && due === null && messages.has(news.is)),
    resends: state === 'failed' && messages.has(news.is),
  };
}

export async function onTopics(parts: ApiParts, signed: Signed, query: unknown): Promise<Answer> {
  const asked = routes.topics.asks.safeParse(query);
  if (!asked.success) return misasked(asked);
  const place = placeIn(asked, ByName);
  if (place === undefined) return badCursor;
  const after = place && { sorts: place[0], topic: place[1] };
  const { view, page } = await parts.tab.home(signed, { like: asked.data.like.trim(), after });
  return { body: topicsPage(view, page) };
}

/** A community's questions and tips, for a member. */
export async function onTalk(
  parts: ApiParts,
  signed: Signed,
  group: string,
  query: unknown,
): Promise<Answer> {
  const asked = routes.talk.asks.safeParse(query);
  if (!asked.success) return misasked(asked);
  const place = placeIn(asked, ByMoved);
  if (place === undefined) return badCursor;
  const { like, thread } = asked.data;
  const found = await parts.tab.talk(signed, group, {
    like: like.trim(),
    ...(thread === undefined ? {} : { thread }),
    after: place && { moved: place[0], thread: place[1] },
  });
  const next = found?.next ?? null;
  const body =
    found && talkOf(found.view, writeCursor(next && [next.moved, next.thread]), thread !== undefined);
  return body ? { body } : nothingThere;
}

export async function onEffects(
  parts: ApiParts,
  { tenant }: Signed,
  query: unknown,
  language: Language,
): Promise<Answer> {
  const asked = routes.effects.asks.safeParse(query);
  if (!asked.success) return misasked(asked);
  const place = placeIn(asked, BySeq);
  if (place === undefined) return badCursor;
  const open = asked.data.open === 'true';
  const { rows, next } = await parts.tab.effects(tenant, { before: place?.[0] ?? null, open });
  return {
    body: {
      effects: rows.map((it) => effectLine(it, language)),
      next: writeCursor(next === null ? null : [next]),
    },
  };
}

export async function onFacilitation(
  parts: ApiParts,
  { tenant }: Signed,
  query: unknown,
  language: Language,
): Promise<Answer> {
  const asked = routes.facilitation.asks.safeParse(query);
  if (!asked.success) return misasked(asked);
  const place = placeIn(asked, BySince);
  if (place === undefined) return badCursor;
  const after = place && { since: place[0], group: place[1] };
  const { now, rows, next, census, work, waits, ...more } = await parts.tab.facilitation(tenant, after);
  const groups = rows.map((it) => standingOf(it, now));
  const teams = more.teams.map((it) => ({ ...it, why: whyOf(it.code, language) }));
  return {
    body: { groups, next: writeCursor(next && [next.since, next.group]), census, work, waits, teams },
  };
}
