// From a sentence or a button to what the steps reply: a command, a card, a question, or a refusal.
import type { View } from '../cards/view.ts';
import { stages } from '../group/events.ts';
import { programmes } from '../group/policy.ts';
import { kinds } from '../lifecycle/applyProject/templates.ts';
import type { ForFacilitators, Heard, Here, Question, Reply } from '../lifecycle/conversation.ts';
import { type About, type Command, refuse } from '../lifecycle/decision.ts';
import { meetingKinds } from '../lifecycle/meeting.ts';
import { id, most } from '../lifecycle/text.ts';
import { isAsked } from '../speech/asked.ts';
import type { Book } from './book.ts';
import { type Memory, undoNow } from './memory.ts';

export type Recognise = (text: string, at: { now: string; zone: string }) => Heard;

/** While a question is open, only these are taken as something else than its answer. */
const interrupts = new Set([
  'cancel',
  'undo',
  'help',
  'greet',
  'thanks',
  'who_can_help',
  'list_topics',
  'list_groups',
  'list_communities',
  'list_objectives',
  'show_knowledge',
  'group_status',
  'show_agenda',
  'show_progress',
  'list_tasks',
  'privacy_info',
  'delete_data',
  'export_data',
  'leave_group',
  'pause_reminders',
  'resume_reminders',
]);

/** Whoever is challenged may well answer with a plain no; any other question is left alone with it. */
const mayBeNo = 'answer';

/** What is asked for here may be a question itself, or begin like one; elsewhere a question is no answer. */
const mayBeAsked = new Set(['answer', 'challenge', 'passage', 'thread', 'time', 'unclear']);

const comparable = (name: string) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** The only member whose name starts with, or holds as a word, what was said. */
function colleagueIn(view: View, name: string, members: readonly string[]): string | undefined {
  const wanted = comparable(name);
  const full = members.filter((it) => comparable(view.name(it)) === wanted);
  const part = members.filter((it) => comparable(view.name(it)).split(/\s+/).includes(wanted));
  const hits = full.length > 0 ? full : part;
  return hits.length === 1 ? hits[0] : undefined;
}

export function hereFrom(view: View, person: string, text: string, memory: Memory): Here {
  return {
    person,
    now: view.now,
    zone: view.zone,
    language: view.language,
    groups: view.groups,
    topics: view.topics,
    communities: view.communities,
    area: view.area,
    programmes: view.programmes,
    colleague: (name, group) =>
      colleagueIn(view, name, group.phase === 'live' ? group.members.filter((it) => it !== person) : []),
    listed: (what) => memory.lists?.[what],
    text,
  };
}

/** A question as it is kept has no absent fields. */
const questionOf = ({ asks, group, topic, about }: NonNullable<Memory['question']>): Question => ({
  asks,
  ...(group === undefined ? {} : { group }),
  ...(topic === undefined ? {} : { topic }),
  ...(about === undefined ? {} : { about }),
});

/** By the step that hears it, or by the one that hears what it means to this speaker; nobody twice. */
function answered(book: Book, heard: Heard, here: Here): Reply | ForFacilitators | undefined {
  const reply = book.hears(heard.intent)?.(heard, here);
  if (!reply || !('heardAs' in reply)) return reply;
  const meant = book.hears(reply.heardAs.intent)?.(reply.heardAs, here);
  return meant && 'heardAs' in meant ? undefined : meant;
}

export function understandText(
  book: Book,
  recognise: Recognise,
  here: Here,
  memory: Memory,
): Reply | ForFacilitators {
  // Longer than anything that may be kept: say so before looking for a meaning.
  if ([...here.text].length > most.passage) return refuse('tooLong', { most: most.passage });
  const heard = recognise(here.text, here);
  if (memory.question && !interrupts.has(heard.intent)) {
    const question = questionOf(memory.question);
    if (heard.intent === 'deny' && question.asks !== mayBeNo) return { show: 'cancelled' };
    const answer = book.answers(question.asks);
    const isAnswer = mayBeAsked.has(question.asks) || !isAsked(here.text);
    if (answer && isAnswer) return answer(here.text, question, here);
  }
  if (heard.intent === 'undo') {
    const undo = undoNow(memory, here.now);
    if (!undo) return { show: 'nothingToUndo' };
    return 'command' in undo
      ? { run: undo.command, undoes: true }
      : { show: 'noUndo', about: { why: undo.none } };
  }
  const missed = { show: 'notUnderstood', about: { times: (memory.misses ?? 0) + 1 } };
  // What was asked stays open, so that the next sentence can answer it.
  const open = memory.question ? { ask: questionOf(memory.question) } : {};
  return answered(book, heard, here) ?? { ...missed, ...open };
}

/** What our cards say of themselves beside ids and numbers. */
const names = new Set<unknown>([...stages, ...kinds, ...meetingKinds, ...programmes, 'used', 'helped']);

const isId = (value: unknown): value is string => id.safeParse(value).success;

/** Whatever else comes with a press was typed into the card's inputs, and is not kept. */
const isAbout = (value: unknown): value is string | number =>
  typeof value === 'number' || isId(value) || names.has(value);

/**
 * A button's verb and fields; both come from a card and may be anything. One that was made for a facilitator says so,
 * which is nothing but a reason to ask whether the one who pressed it is.
 */
export function understandPress(
  book: Book,
  verb: string,
  { facilitator, ...fields }: Record<string, unknown>,
): Reply | ForFacilitators {
  const reply = pressed(book, verb, fields);
  return facilitator === undefined ? reply : { facilitator: reply, otherwise: refuse('unknownGroup') };
}

function pressed(book: Book, verb: string, fields: Record<string, unknown>): Reply {
  const { nonce: _, verb: __, ...given } = fields;
  if (verb.startsWith('do.')) {
    const name = verb.slice('do.'.length);
    const command: Command = { ...given, do: name };
    return book.command(name) ? { run: command } : refuse('malformed', { field: 'verb' });
  }
  const show = verb.startsWith('show.') ? verb.slice('show.'.length) : '';
  if (!book.card(show)) return refuse('malformed', { field: 'verb' });
  const { group, topic, ...rest } = given;
  const about: About = Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string | number] => isAbout(entry[1])),
  );
  return {
    show,
    ...(isId(group) ? { group } : {}),
    ...(isId(topic) ? { topic } : {}),
    about,
  };
}
