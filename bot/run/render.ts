// From the name of a card to the card itself, for one reader: the view is read in one transaction, in the reader's language.
import { randomUUID } from 'node:crypto';
import { para } from '../cards/parts.ts';
import type { Rendered, TopicView, View } from '../cards/view.ts';
import { type Group, isCommunity, noGroup } from '../group/group.ts';
import type { About, GroupId, PersonId, Shown, TopicId, WordId } from '../lifecycle/decision.ts';
import { openTo } from '../matching/fits.ts';
import { newcomer } from '../person/person.ts';
import { type Language, languageOf, speaker } from '../speech/say.ts';
import type { KnownPerson, Reader, Tx } from '../store/contract.ts';
import type { ThreadId } from '../thread/thread.ts';
import type { Book } from './book.ts';
import { communitiesFor, insideOf } from './communityView.ts';
import { withLinks } from './links.ts';
import { overseenBy } from './overseen.ts';
import { poolFor } from './pool.ts';
import { streamsIn } from './streams.ts';
import { starterViews, topicPages, topicViews, writtenStarters } from './topicViews.ts';

export interface Wanted extends Shown {
  tenant: string;
  /** null: no one person, but all who can read a place. */
  reader: PersonId | null;
  /** Whom that place belongs to; without a reader and this, it is the whole company. */
  place?: 'team';
  now: string;
  contact: string;
  /** Topics to know of beside those of the reader and their groups; absent: all. */
  topics?: readonly TopicId[];
  /** Groups that a topic's page gathers. */
  gathers?: readonly GroupId[];
  /** Questions and tips to know of; absent: those that the card is about. */
  threads?: readonly ThreadId[];
}

/** Fields of a group's state that hold word ids. */
const wordFields = new Set(['words', 'title', 'link', 'cue', 'behaviour', 'answer', 'area']);

function wordsIn(value: unknown, found: Set<WordId>): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [field, inner] of Object.entries(value)) {
    if (typeof inner === 'string') {
      if (wordFields.has(field)) found.add(inner);
    } else wordsIn(inner, found);
  }
}

const mostKnown = 60;

const peopleIn = (groups: readonly Group[]): PersonId[] =>
  groups.flatMap((it) => {
    if (it.phase === 'proposed') return it.seats.map((seat) => seat.person);
    // A community may have thousands; cards name those who wrote, and know so many of the others again.
    if (isCommunity(it)) return it.members.slice(-mostKnown);
    return it.phase === 'live' || it.phase === 'ended' ? [...it.members, ...it.left] : [];
  });

const isOpen = (group: Group) => group.phase === 'proposed' || group.phase === 'live';

export async function viewFor(tx: Tx, { policies }: Pick<Book, 'policies'>, wanted: Wanted): Promise<View> {
  const { tenant, reader } = wanted;
  const streams = streamsIn(tx, tenant);
  if (reader !== null) await streams.load([`person/${reader}`]);
  const person = (reader === null ? undefined : streams.person(reader)) ?? newcomer;
  const ids = [...new Set([...person.seats.map((it) => it.group), ...(wanted.group ? [wanted.group] : [])])];
  await streams.load(ids.map((it) => `group/${it}` as const));
  const groups = ids.map((it) => streams.group(it) ?? noGroup);
  const inside = await insideOf(
    tx,
    wanted,
    groups.find((it) => 'id' in it && it.id === wanted.group),
  );
  const writers = inside.threads.flatMap((it) => [it.person, ...it.answers.map((said) => said.person)]);
  const named = [...peopleIn(groups), ...writers, ...(reader === null ? [] : [reader])];
  const known = await tx.people.get(tenant, [...new Set(named)]);
  const me = reader === null ? undefined : known.get(reader);
  const found = new Set<WordId>();
  wordsIn([groups, inside], found);
  if (typeof wanted.about?.draft === 'string') found.add(wanted.about.draft);
  const who = await readerOf(tx, wanted);
  const texts = await tx.words.readable(tenant, [...found], who);
  const interests = new Set(person.interests.map((it) => it.topic));
  const programmes = openTo(policies, me?.facts ?? {});
  const pages = await topicPages(streams, [...groups, ...inside.below], wanted);
  const written = await writtenStarters(tx, streams, wanted);
  const language = languageOf(me?.facts.language);
  const listed = await topicViews(tx, wanted, interests, [...groups, ...inside.below], language);
  const catalogue = policies.on.includes('managers')
    ? starterViews(language).filter(({ id }) => !listed.some((it) => it.id === id))
    : [];
  const topics = [...listed, ...catalogue].map((it): TopicView => {
    const programme = it.programme ?? policies.on[0];
    return { ...it, programme, open: it.mine || (!it.hidden && programmes.includes(programme)) };
  });
  const joinable = wanted.topic === undefined ? undefined : await joinableOn(tx, tenant, wanted.topic);
  const asked = topics.find((it) => it.id === wanted.topic && it.mine);
  const pool =
    asked && reader !== null
      ? await poolFor(tx, { tenant, reader, topic: asked.id, now: wanted.now }, policies.of(asked.programme))
      : {};
  const communities = await communitiesFor(tx, wanted, person);
  const view = assemble(wanted, {
    pages,
    me,
    known,
    texts,
    topics,
    groups,
    person,
    joinable,
    policies,
    programmes,
    communities,
    inside,
  });
  const overseen = await overseenBy(tx, wanted);
  const starters = written.size > 0 ? { starters: written } : {};
  return { ...view, ...pool, ...starters, ...(overseen ? { overseen } : {}) };
}

async function readerOf(tx: Tx, { tenant, reader, place }: Wanted): Promise<Reader | null> {
  if (reader === null) return place === 'team' ? { person: '', groups: [], team: true } : null;
  const memberships = await tx.pools.membershipsOf(tenant, reader);
  const groups = memberships.filter((it) => it.state === 'member').map((it) => it.group);
  // Whoever is in a group has been brought into the programme team; of others in a chat nothing is known.
  return { person: reader, groups, team: groups.length > 0 };
}

/** R46: a group takes new people at its loop, as long as it has room. */
async function joinableOn(tx: Tx, tenant: string, topic: string): Promise<string | undefined> {
  for (const { group, stage, cycle } of await tx.pools.groupsOn(tenant, topic, 'live')) {
    const atLoop = stage === 'renewal' || (stage === 'objectives' && cycle > 1);
    if (!atLoop) continue;
    const streams = streamsIn(tx, tenant);
    await streams.load([`group/${group}`]);
    const state = streams.group(group);
    if (state?.phase === 'live' && state.members.length < (state.policy.size.max ?? Infinity)) return group;
  }
  return undefined;
}

/** Empty while nobody but Graph has told us of the chat. */
const teamsIdOf = (person: KnownPerson | undefined): string | undefined =>
  person?.reach.is === 'installed' ? person.reach.teamsId || undefined : undefined;

/** Of a confidential group nothing is shown to anybody outside, but where its own team reads it anyway. */
function mayKnow(group: Group, { reader, place }: Wanted): boolean {
  const confidential = 'policy' in group && group.policy.confidential;
  if (!confidential || reader === null || place === 'team') return true;
  return peopleIn([group]).includes(reader);
}

interface Parts {
  pages: ReadonlyMap<TopicId, string>;
  me: KnownPerson | undefined;
  known: Map<PersonId, KnownPerson>;
  texts: Map<WordId, string>;
  topics: TopicView[];
  groups: Group[];
  person: View['person'];
  joinable: string | undefined;
  policies: View['policies'];
  programmes: View['programmes'];
  communities: View['communities'];
  inside: Awaited<ReturnType<typeof insideOf>>;
}

function assemble(wanted: Wanted, parts: Parts): View {
  const { me, known, texts, topics, groups, person, joinable, policies, programmes, communities, inside } =
    parts;
  const language: Language = languageOf(me?.facts.language);
  const say = speaker(language);
  const group = groups.find((it) => 'id' in it && it.id === wanted.group && mayKnow(it, wanted));
  const topicId = wanted.topic ?? (group && 'topic' in group ? group.topic : undefined);
  const topic = topics.find((it) => it.id === topicId);
  return {
    reader: wanted.reader,
    language,
    zone: me?.facts.zone ?? 'UTC',
    now: wanted.now,
    say,
    name: (id) => known.get(id)?.facts.name || say('person.unknown'),
    isWithheld: (id) => known.get(id)?.facts.withheld === true,
    teamsId: (id) => teamsIdOf(known.get(id)),
    text: (words) => texts.get(words) ?? say('words.removed'),
    topicPage: (id) => parts.pages.get(id),
    topicName: (id) => topics.find((it) => it.id === id)?.name ?? say('topic.unknown'),
    ...(group ? { group } : {}),
    ...(topic ? { topic } : {}),
    ...(joinable === undefined ? {} : { joinable }),
    person,
    groups: groups.filter(isOpen).filter((it) => person.seats.some((seat) => seat.group === it.id)),
    topics,
    communities,
    area: me?.facts.area ?? '',
    ...inside,
    policies,
    programmes,
    contact: wanted.contact,
    nonce: randomUUID(),
  };
}

/** Renders the card of that name; one that no step knows becomes the help card, never an error. */
export async function render(tx: Tx, book: Book, wanted: Wanted): Promise<Rendered> {
  const view = await viewFor(tx, book, wanted);
  const draw = book.card(wanted.show) ?? book.card('help');
  if (!draw) throw new Error('The book has no help card.');
  const drawn = await withLinks(tx, book, wanted, (own) => draw({ ...view, ...own }, wanted.about ?? {}));
  return under(view, wanted.about ?? {}, drawn);
}

/** A message in the chat that somebody set off in a channel says where it comes from (Teams store rules). */
function under(view: View, { from, undone }: About, { card, summary }: Rendered): Rendered {
  const above = [
    ...(from === undefined ? [] : [para(view.say('answer.fromChannel'), { subtle: true })]),
    ...(undone === undefined ? [] : [para(view.say('answer.undone'))]),
  ];
  const body = Array.isArray(card.body) ? card.body : [];
  return { summary, card: { ...card, body: [...above, ...body] } };
}
