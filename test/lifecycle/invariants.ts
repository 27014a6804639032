// What holds after every step of every life, whatever people and the clock have done; each rule says what it found broken.
import { isDeepStrictEqual } from 'node:util';
import { type Article, saidIn, waitingOf } from '../../bot/group/article.ts';
import { readerships, sections, served, stages } from '../../bot/group/events.ts';
import type { Cycle, Group, Live } from '../../bot/group/group.ts';
import { presets } from '../../bot/group/policy.ts';
import { kinds } from '../../bot/lifecycle/applyProject/templates.ts';
import { placeSteps } from '../../bot/lifecycle/decision.ts';
import { modes } from '../../bot/lifecycle/loop.ts';
import { meetingKinds } from '../../bot/lifecycle/meeting.ts';
import { hasPractised } from '../../bot/lifecycle/stages.ts';
import { capacity, keepsInterest } from '../../bot/person/person.ts';
import { colleagues, mark } from './sayings.ts';
import {
  type Company,
  groupIn,
  groupsOf,
  type Handled,
  handle,
  personIn,
  replayed,
  type Turn,
} from './world.ts';

export interface Step {
  before: Company;
  handled: Handled;
}

type Rule = (step: Step) => unknown[];

const phases: Record<Group['phase'], Group['phase'][]> = {
  unknown: ['proposed', 'community'],
  proposed: ['proposed', 'live', 'cancelled'],
  live: ['live', 'ended'],
  ended: ['ended'],
  cancelled: ['cancelled'],
  community: ['community', 'resting'],
  resting: ['resting', 'community'],
};

const ofGroups = ({ turns }: Handled) =>
  turns.flatMap((it) =>
    it.stream.startsWith('group/') ? [{ ...it, before: it.before as Group, after: it.after as Group }] : [],
  );

const living = (group: Group): Live[] => (group.phase === 'live' ? [group] : []);
const twice = (all: readonly unknown[]) => all.filter((it, at) => all.indexOf(it) !== at);

/** Where a stage may go: the next, past those that the programme does without. */
function follows({ cycle, policy }: Live): string[] {
  const left = { course: policy.materials === 'none', commitment: policy.commitment === 'none' };
  const after = stages.slice(stages.indexOf(cycle.stage) + 1);
  const until = after.findIndex((it) => !(it in left && left[it as keyof typeof left]));
  return after.slice(0, until + 1);
}

const allowedStage = ({ event, before }: Turn): boolean => {
  const [live] = living(before as Group);
  if (event.type === 'stageBegan') return live !== undefined && follows(live).includes(event.stage);
  if (event.type !== 'cycleBegan') return true;
  return live?.cycle.stage === 'renewal' && event.cycle === live.cycle.n + 1;
};

const seatsByGroups = (company: Company): string[] =>
  groupsOf(company).flatMap((group) => {
    if (group.phase === 'live') return group.members.map((it) => `${it} taken ${group.id}`);
    if (group.phase !== 'proposed') return [];
    return group.seats.flatMap(({ person, state }) => {
      if (state === 'accepted') return [`${person} taken ${group.id}`];
      return state === 'offered' ? [`${person} held ${group.id}`] : [];
    });
  });

const seatsByPeople = (company: Company): string[] =>
  colleagues.flatMap((person) =>
    personIn(company, person).seats.map((it) => `${person} ${it.state} ${it.group}`),
  );

const difference = (some: string[], others: string[]) => some.filter((it) => !others.includes(it));

const supervisedIn = ({ people }: Company, members: readonly string[]): string[] =>
  members.filter((it) => members.includes(people.get(it)?.supervisor ?? ''));

const unpractised = (cycle: Cycle, members: string[]): string[] =>
  members.filter(
    (it) =>
      !hasPractised(cycle, it) && !cycle.excused.some((who) => who.person === it && who.stage === 'practice'),
  );

/** Fields of events and states that point at what somebody wrote. */
const wordFields = new Set(['words', 'title', 'link', 'cue', 'behaviour', 'answer', 'name', 'area']);
/** In a community an answer is named by an id of its own. */
const inThreads = new Set(['answered', 'thanked', 'answerTakenBack']);
/** Codes and places of Microsoft 365. */
const outside = new Set([
  'team',
  'channel',
  'tab',
  'site',
  'page',
  'url',
  'plan',
  'task',
  'code',
  'mark',
  'operation',
  'event',
]);
const ours = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const policyWords = Object.values(presets).flatMap((it) => strings(it).map(([, text]) => text));
const more =
  'peerloop chat question tip used helped erased closed tooFew goneOn asked noAnswer kept partly not';
const projectSteps = 'plan task details progress follow article reviseArticle';
const known = new Set([
  ...[
    stages,
    sections,
    kinds,
    readerships,
    served,
    modes,
    meetingKinds,
    Object.keys(keepsInterest),
    policyWords,
    placeSteps,
  ].flat(),
  ...`${more} ${projectSteps}`.split(' '),
]);

function strings(value: unknown, field = ''): [string, string][] {
  if (typeof value === 'string') return [[field, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    strings(inner, Array.isArray(value) ? field : name),
  );
}

const isOfThread = (it: object): boolean =>
  'thanks' in it || ('type' in it && typeof it.type === 'string' && inThreads.has(it.type));

const unwritten = (pointing: unknown, { words }: Company): [string, string][] => {
  const ofThread = typeof pointing === 'object' && pointing !== null && isOfThread(pointing);
  return strings(pointing).filter(
    ([field, id]) => wordFields.has(field) && !words.has(id) && !(ofThread && field === 'answer'),
  );
};

const isText = ([field, text]: [string, string]): boolean =>
  field !== 'type' && !outside.has(field) && !ours.test(text) && !instant.test(text) && !known.has(text);

/** What an undo need not bring back: who has left, what was taken out, and what those who left had chosen. */
function withoutHistory(group: Group): unknown {
  if (group.phase !== 'live') return group;
  const { left: _, cycle, ...rest } = group;
  return {
    ...rest,
    cycle: {
      ...cycle,
      objectives: cycle.objectives.filter((it) => !it.removed).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      courseDone: cycle.courseDone.toSorted(),
      choices: cycle.choices.filter((it) => group.members.includes(it.person)),
    },
  };
}

const movesOn = new Set(['groupFormed', 'proposalCancelled', 'stageBegan', 'cycleBegan', 'groupEnded']);
/** Whoever takes back an answer to a proposal gives the seat up, or is asked anew: what their seat is then. */
const seatThen = new Map([
  ['acceptSeat', 'none'],
  ['declineSeat', 'held'],
  ['reconsiderSeat', 'none'],
]);
/** A place at the limit may have been filled meanwhile. */
const filledMeanwhile = new Set(['enoughGroups']);

function undone({ before, handled }: Step): unknown[] {
  const { undo, turns, after, by, command } = handled;
  if (!undo || !('command' in undo) || turns.some(({ event }) => movesOn.has(event.type))) return [];
  const back = handle(after, undo.command, by);
  if (back.refused !== undefined)
    return filledMeanwhile.has(back.refused) ? [] : [`${undo.command.do} refused: ${back.refused}`];
  const then = seatThen.get(command.do);
  if (then !== undefined) {
    const seat = personIn(back.after, by).seats.find((it) => it.group === command.group);
    return (seat?.state ?? 'none') === then ? [] : [`the seat is ${seat?.state}, not ${then}`];
  }
  return ofGroups(handled).flatMap(({ stream }) => {
    const id = stream.slice('group/'.length);
    const was = JSON.stringify(withoutHistory(groupIn(before, id)));
    const is = JSON.stringify(withoutHistory(groupIn(back.after, id)));
    return was === is ? [] : [`${was} became ${is}`];
  });
}

/** What an article says for everyone that its writer has not given for everyone. */
const unallowed = (article: Article, { words }: Company): string[] =>
  saidIn(article).filter((it) => {
    const row = words.get(it);
    const writer = article.passages.find(({ shown }) => shown?.words === it)?.person;
    return row?.audience !== 'company' || !('person' in row.owner) || row.owner.person !== writer;
  });

export const rules: Record<string, Rule> = {
  'an article says only what each who wrote it gives to everyone': ({ handled: { after } }) =>
    groupsOf(after).flatMap((it) =>
      'articles' in it ? it.articles.flatMap((article) => unallowed(article, after)) : [],
    ),
  'an article is agreed when every member has said yes and nobody is asked any more': ({ handled }) =>
    ofGroups(handled).flatMap(({ event, before }) =>
      event.type === 'articleAgreed'
        ? living(before).flatMap(({ members, articles }) => {
            const article = articles.at(-1);
            const missing = members.filter((it) => !article?.yes.includes(it));
            return article ? [...missing, ...waitingOf(article)] : ['no article'];
          })
        : [],
    ),
  'a group lives through its phases in order': ({ handled }) =>
    ofGroups(handled).filter(({ before, after }) => !phases[before.phase].includes(after.phase)),
  'a cycle lives through its stages in order': ({ handled }) =>
    handled.turns.filter((it) => !allowedStage(it)),
  'a group forms with enough people': ({ handled }) =>
    ofGroups(handled).flatMap(({ event, after }) =>
      event.type === 'groupFormed'
        ? living(after).filter((it) => it.members.length < it.policy.size.min)
        : [],
    ),
  'a living group has two members at least, and no more than fit': ({ handled: { after } }) =>
    groupsOf(after)
      .flatMap(living)
      .filter((it) => it.members.length < 2 || it.members.length > (it.policy.size.max ?? Infinity)),
  'a group has one topic, from its proposal to its end': ({ handled }) =>
    ofGroups(handled).filter(
      ({ before, after }) => 'topic' in before && (!('topic' in after) || before.topic !== after.topic),
    ),
  'nobody is in a group twice': ({ handled: { after } }) =>
    groupsOf(after).flatMap((it) => {
      if (it.phase === 'proposed') return twice(it.seats.map((seat) => seat.person));
      return it.phase === 'live' ? twice(it.members) : [];
    }),
  'people and groups agree on every seat': ({ handled: { after } }) => {
    const [groups, people] = [seatsByGroups(after), seatsByPeople(after)];
    return [...difference(groups, people), ...difference(people, groups)];
  },
  'only a seat that is held is taken or given up': ({ handled }) =>
    handled.turns.filter(
      ({ event, before }) =>
        (event.type === 'seatTaken' || event.type === 'seatGivenUp') &&
        !('seats' in before && before.seats.some((it) => 'topic' in it && it.group === event.group)),
    ),
  'nobody has more seats than they can fill, or two on one topic': ({ handled: { after } }) =>
    colleagues.filter((it) => {
      const { seats } = personIn(after, it);
      return seats.length > capacity || twice(seats.map((seat) => seat.topic)).length > 0;
    }),
  'no supervisor and report form a group together': ({ handled }) =>
    ofGroups(handled).flatMap(({ event, after }) =>
      event.type === 'groupFormed'
        ? living(after).flatMap((it) =>
            it.policy.audience.forbidReportingLine ? supervisedIn(handled.after, it.members) : [],
          )
        : [],
    ),
  'everyone has practised, or is excused, before the group reflects': ({ handled }) =>
    ofGroups(handled).flatMap(({ event, before }) =>
      event.type === 'stageBegan' && event.stage === 'reflection'
        ? living(before).flatMap((it) =>
            it.policy.practice === 'required' ? unpractised(it.cycle, it.members) : [],
          )
        : [],
    ),
  'a refusal changes nothing': ({ before, handled: { refused, after } }) =>
    refused !== undefined && (after.streams !== before.streams || after.words !== before.words)
      ? [refused]
      : [],
  'whatever is pointed at was written': ({ before, handled: { turns, accepted, after } }) => [
    ...turns.flatMap(({ event }) => unwritten(event, after)),
    ...(accepted?.written ?? []).filter((it) => 'copyOf' in it && !before.words.has(it.copyOf)),
  ],
  'no event and no news carries a text': ({ handled: { turns, accepted } }) => [
    ...turns.flatMap(({ event }) => strings(event)).filter(isText),
    ...strings(accepted?.then ?? []).filter(([, text]) => text.includes(mark.trim())),
  ],
  'only people who are there are told anything': ({ handled: { accepted, after } }) =>
    (accepted?.then ?? []).filter(
      (it) => it.is === 'tell' && (!after.people.has(it.to) || personIn(after, it.to).erased),
    ),
  'an undo brings back the group as it was': undone,
};

/** The names of the rules that a step broke, each with what it found. Where nothing changed nothing else can break. */
export const broken = (step: Step): string[] =>
  Object.entries(rules).flatMap(([name, rule]) => {
    if (step.handled.after === step.before) return [];
    const found = rule(step);
    return found.length > 0 ? [`${name}: ${JSON.stringify(found)}`] : [];
  });

/** At the end of a life: every state follows from its events as they are stored, and points at nothing that is not there. */
export const unsound = (company: Company): string[] =>
  [...company.streams].flatMap(([stream, events]) => {
    const stored = JSON.parse(JSON.stringify(events)) as typeof events;
    const state = company.states.get(stream);
    return [
      ...(isDeepStrictEqual(replayed(stream, stored), state) ? [] : [`${stream} is replayed differently`]),
      ...unwritten(state, company).map(([field, id]) => `${stream} points at ${field} ${id}`),
    ];
  });
