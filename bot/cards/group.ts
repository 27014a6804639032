// What cards of a group have in common: the line that says where it stands, and the card when it is no longer yours.
import { type Ended, isCommunity, type Live } from '../group/group.ts';
import { kindIn, type Policy } from '../group/policy.ts';
import type { PersonId, WordId } from '../lifecycle/decision.ts';
import type { Key } from '../speech/say.ts';
import { type Button, card, heading, type Part, para, quote } from './parts.ts';
import type { LiveView, Render, View } from './view.ts';

/** What a group is, in a word that stands wherever it is shown. */
export const kindOf = ({ say }: View, policy: Policy): string => say(`kind.${kindIn(policy)}`);

/** "Learning group · Giving feedback · cycle 1 · objectives": kind and stage stand on every card (R1). */
export const stageLine = (view: View & { group: Live }): string => {
  const { say, group, topicName } = view;
  return say('stage.line', {
    kind: kindOf(view, group.policy),
    topic: topicName(group.topic),
    cycle: group.cycle.n,
    stage: say(`stage.${group.cycle.stage}` as Key),
  });
};

/** British, without a comma before "and". */
const locale = (view: View) => (view.language === 'en' ? 'en-GB' : view.language);

/** People in one line, the reader last and as "you". */
export function names(view: View, people: readonly PersonId[]): string {
  const others = people.filter((it) => it !== view.reader).map((it) => view.name(it));
  const all = others.length < people.length ? [...others, view.say('names.you')] : others;
  return new Intl.ListFormat(locale(view), { type: 'conjunction' }).format(all);
}

/** Shown instead of a group's card to somebody who is not, or no longer, one of its members. */
export const groupIsOver: Render = (view) =>
  view.group && isCommunity(view.group) ? communityHasNone(view) : isOver(view);

/** R9, R14: a card of a stage, asked for in a community, says that it has none, and where there is one. */
const communityHasNone = (view: View) =>
  card(view, {
    about: view.say('kind.community'),
    title: view.say('refusal.community'),
    body: [para(view.say('refused.communityHasNone'))],
    buttons: [
      { title: view.say('topics.show'), verb: 'show.topics' },
      { title: view.say('communities.show'), verb: 'show.communities' },
    ],
  });

const isOver = (view: View) =>
  card(view, {
    title: view.say('groupIsOver.title'),
    body: [para(view.say('groupIsOver.body'))],
    buttons: [
      { title: view.say('topics.show'), verb: 'show.topics' },
      { title: view.say('myGroups.show'), verb: 'show.myGroups' },
    ],
  });

/** A card of a stage that the group is not at: where it is instead, and the way there. */
export const elsewhere = (view: LiveView, title: string) =>
  card(view, {
    about: stageLine(view),
    title,
    body: [para(view.say('stage.elsewhere', { stage: view.say(`stage.${view.group.cycle.stage}` as Key) }))],
    buttons: [{ title: view.say('group.show'), verb: 'show.group', fields: { group: view.group.id } }],
  });

/** Whether what the group adds appears on its page by itself: it does once it is there, unless people have it now. */
export const keepsPage = ({ group: { place } }: LiveView): boolean =>
  place.left === undefined && !place.failed.some(({ step }) => step === 'page' || step === 'publish');

/** What the reader has promised, wherever they are asked how it goes. */
export function ownCommitment({ say, text, group, reader }: LiveView): Part[] {
  const own = group.cycle.commitments.find((it) => it.person === reader);
  if (!own) return [];
  const said = say('commitment.ifThen', { cue: text(own.cue), behaviour: text(own.behaviour) });
  return [heading(say('commitment.yours')), quote(said)];
}

/** A button that opens another card of the same group, whatever is in this card's inputs. */
export const opens = (
  { group }: LiveView,
  title: string,
  what: string,
  about: Record<string, unknown> = {},
): Button => ({ title, verb: `show.${what}`, fields: { ...about, group: group.id }, anyInput: false });

/** To what the reader gave to everyone in an article of the group, whether they are still in it or not. */
export const ownPassages = ({ say }: View, { id }: Live | Ended): Button => ({
  title: say('article.mine'),
  verb: 'show.article.mine',
  fields: { group: id },
});

/** A card has 28 KB: the newest are shown, and how many more there are. */
const mostQuotes = 6;

/** What members wrote, each with its writer. */
export const quotes = (view: LiveView, rows: readonly { person: PersonId; words: WordId }[]): Part[] => [
  ...rows.slice(-mostQuotes).map((it) => quote(view.text(it.words), view.name(it.person))),
  ...(rows.length > mostQuotes
    ? [para(view.say('quotes.more', { count: rows.length - mostQuotes }), { subtle: true })]
    : []),
];
