// How a step takes part in the conversation: what it hears, what it asks, what it answers.
import type { Group, Live, Proposed } from '../group/group.ts';
import type { Programme } from '../group/policy.ts';
import type { Language } from '../speech/say.ts';
import type { About, At, Command, GroupId, PersonId, Refusal, Shown, TopicId } from './decision.ts';

/** What a sentence was understood as. */
export interface Heard {
  intent: string;
  slots: Readonly<Record<string, string>>;
}

/** A question the bot asked; the next free text answers it. Ids only. */
export interface Question {
  asks: string;
  group?: GroupId;
  topic?: TopicId;
  about?: About;
}

/** What the speaker's surroundings are when the step answers. */
export interface Here {
  person: PersonId;
  now: At;
  zone: string;
  language: Language;
  /** Groups in which the person has a seat. */
  groups: (Proposed | Live)[];
  /** Live groups with what they are called, to find the one that is meant. */
  topics: { id: TopicId; name: string; mine: boolean; programme: Programme; open: boolean }[];
  /** Programmes of learning groups that are open to the person, the usual one first. */
  programmes: readonly Programme[];
  /** All communities of practice by their professional area. */
  communities: { id: GroupId; name: string; mine: boolean; rests: boolean }[];
  /** The speaker's own professional area. */
  area: string;
  /** Finds a colleague in the person's groups by what they are called. */
  colleague(name: string, group: Group): PersonId | undefined;
  /** The ids that were last shown to the person in a numbered list, in its order: `topics`, or a group's points by its id. */
  listed(what: 'topics' | GroupId): readonly string[] | undefined;
  /** The whole sentence, for those who need more than slots. */
  text: string;
}

export type Reply =
  /** Runs the command, then shows its answer (or the refusal); `undoes`: it takes back the last thing done. */
  | { run: Command; undoes?: true }
  | Shown
  /** Shows a card and takes the next free text as the answer. */
  | (Shown & { ask: Question })
  /** Shows a card with what was written in its input: kept as a draft that only its writer reads (`about.draft`). */
  | (Shown & { draft: string })
  /** Shows those questions and tips of a community in which this was said (`about.threads`). */
  | (Shown & { group: GroupId; sought: string })
  | Refusal;

/** The sentence means something else to this speaker; whichever step hears that answers it. */
export interface HeardAs {
  heardAs: Heard;
}

/** What facilitators alone get: Entra is asked whether the speaker is one, and everyone else gets the other. */
export interface ForFacilitators {
  facilitator: Reply;
  otherwise: Reply;
}

export interface StepConversation {
  /** By intent. */
  hears?: Readonly<Record<string, (heard: Heard, here: Here) => Reply | HeardAs | ForFacilitators>>;
  /** By what was asked. */
  answers?: Readonly<Record<string, (text: string, question: Question, here: Here) => Reply>>;
}

const notInOne = ({ groups, communities }: Here) => {
  if (groups.length > 0) return 'notFormedYet';
  return communities.some((it) => it.mine) ? 'communityHasNone' : 'noGroupYet';
};

/** The live group a sentence is about: the only one, or the one whose topic it names; else a question. */
export function whichGroup(here: Here, named?: string): Live | Refusal {
  const live = here.groups.filter((it): it is Live => it.phase === 'live');
  const [only] = live;
  if (!only) return { refused: notInOne(here) };
  if (live.length === 1) return only;
  const text = here.text.toLowerCase();
  const part = named?.toLowerCase();
  const isMeant = (name: string) => text.includes(name) || (part !== undefined && name.includes(part));
  const topics = here.topics.filter((it) => isMeant(it.name.toLowerCase())).map((it) => it.id);
  const [meant, ...others] = live.filter((it) => topics.includes(it.topic));
  return meant && others.length === 0 ? meant : { refused: 'whichGroup' };
}
