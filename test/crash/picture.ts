// What there is in the tenant after a group has formed and chosen a project, without ids, so that two runs can be compared.
import en from '../../bot/words/en.json' with { type: 'json' };
import type { Message, TenantState } from '../../infra/local/state.ts';
import { textOf } from '../journeys/company.ts';

/** The group whose channel carries our mark. */
export const groupIn = (state: TenantState): string =>
  state.teams
    .flatMap(({ channels }) => channels.map(({ description }) => /peerloop:([\w-]+)/.exec(description)?.[1]))
    .find((it) => it !== undefined) ?? '';

/** How many people of these names are how often in the programme's team. */
export function seatsOf(state: TenantState, names: readonly string[]): number[] {
  const team = state.teams.find(({ id }) => id === state.programmeTeam);
  return names.map((name) => {
    const person = state.people.find(({ displayName }) => displayName === name);
    return team?.members.filter(({ userId }) => userId === person?.id).length ?? 0;
  });
}

function placeOf(state: TenantState, { conversationId }: Message): string {
  const conversation = state.conversations.find(({ id }) => id === conversationId);
  const person = state.people.find(({ id }) => id === conversation?.userId);
  return person?.displayName ?? 'channel';
}

/** Of an agreed time: who is told before it is in the calendars hears the one, who is told after it the other. */
const eitherWay = new Set([
  en['meeting.join'],
  en['time.agreedBy'],
  en['time.agreedOnline'],
  en['time.calendar'],
  en['time.invited'],
]);

export interface Told {
  /** Whose chat, or a channel. */
  place: string;
  words: string;
  at: string;
}

/** What the bot said, oldest first. */
export const saidIn = (state: TenantState): Told[] =>
  state.messages
    .filter(({ from }) => from === 'bot')
    .map((message) => {
      const { attachments, text } = message.activity;
      const lines = (textOf(attachments) || String(text)).split('\n');
      // People are listed in the order of ids drawn by chance.
      const words = lines
        .filter((it) => !eitherWay.has(it))
        .toSorted()
        .join(' / ');
      return { place: placeOf(state, message), words, at: message.at };
    });

/** How often each of it came. */
export function timesOf(told: readonly Told[]): Map<string, number> {
  const lines = told.map(({ place, words }) => `${place}: ${words}`);
  return new Map([...Map.groupBy(lines, (line) => line)].map(([line, all]) => [line, all.length]));
}

const titles = (of: Record<string, unknown>, field: string): string[] =>
  Object.values(of)
    .map((it) => String((it as Record<string, unknown>)[field]))
    .toSorted();

/** What readers of a page see, as HTML. */
const htmlIn = (canvas: unknown): string[] => {
  if (typeof canvas !== 'object' || canvas === null) return [];
  return Object.entries(canvas).flatMap(([name, inner]) =>
    name === 'innerHtml' ? [String(inner)] : htmlIn(inner),
  );
};

/** Channels with their tabs, pages and plans of ours, as people read them. */
export function placesIn(state: TenantState) {
  const group = groupIn(state);
  const plain = (text: string) =>
    text
      .replaceAll(group, 'group')
      .replaceAll(group.slice(0, 8), 'group')
      // Of the one topic, whose id is drawn by chance.
      .replace(/pt-[0-9a-f-]{36}/g, 'pt-topic');
  const pages = state.sites
    .flatMap((site) => site.pages)
    .map(({ name, title, publishingState, published }) =>
      plain(`${name}: ${title}, ${publishingState.level}: ${htmlIn(published?.canvasLayout).join(' ')}`),
    );
  return {
    channels: state.teams
      .flatMap(({ channels }) => channels)
      .filter(({ description }) => description.includes('peerloop:'))
      .map(({ displayName, description }) => plain(`${displayName}: ${description}`)),
    tabs: state.teams
      .flatMap(({ channels }) => channels.flatMap(({ tabs }) => tabs))
      .filter(({ appId }) => appId === state.catalogId)
      .map(({ displayName, configuration }) => plain(`${displayName}: ${configuration.contentUrl}`)),
    pages: pages.filter((it) => it.startsWith('pl-group.')),
    articles: pages.filter((it) => it.startsWith('pl-group-article')),
    topicPages: pages.filter((it) => it.startsWith('pt-')),
    meetings: state.calendar.map(({ subject, start, attendees }) => ({ subject, start, attendees })),
    plans: state.plans.map(({ title, tasks }) => ({
      title: plain(title),
      // Made side by side, they come in any order.
      tasks: tasks
        .toSorted((a, b) => b.percentComplete - a.percentComplete || (a.title < b.title ? -1 : 1))
        .map(({ title: task, percentComplete, details }) => ({
          title: task,
          percentComplete,
          description: details.description,
          checklist: titles(details.checklist, 'title'),
          references: titles(details.references, 'alias'),
        })),
    })),
  };
}
