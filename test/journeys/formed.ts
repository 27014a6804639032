// A company in which six have formed a group with first objectives, and the six others are asked about a second one.
import { expect } from 'vitest';
import { rowsIn, substance } from '../store/kept.ts';
import { type Company, type Json, openCompany, textOf } from './company.ts';
import { form, press, rest, say, six, sixOthers, together } from './people.ts';
import { type Answered, type Wire, wireTo } from './wire.ts';

/** In the programme's team, in no group. */
export const stranger = 'Arjun Menon';
/** Their topic has every mark in its name that means something to a card, a page, a channel or a reader. */
const hostileTopic = 'Zq0 <b>up</b> [x](http://evil.example) & "co" \u202ekcab\u202c | #1';

export interface Sent {
  as?: string;
  verb: string;
  data: unknown;
}
export type Pressed = Sent & Answered & { text: string };

export interface Formed {
  company: Company;
  wire: Wire;
  /** Of the group: an objective, its words, another member, and an objective of hers; and the proposal to others. */
  ids: Record<'group' | 'topic' | 'objective' | 'words' | 'to' | 'person' | 'hers' | 'proposed', string>;
  happened(type: string): Json[];
  /** Everything stays as it is, whatever is done. */
  unmoved<T>(act: () => Promise<T>): Promise<T>;
  pressAll(presses: readonly Sent[]): Promise<Pressed[]>;
}

export async function openFormed(): Promise<Formed> {
  const company = await openCompany();
  const [lena, aoife] = six;
  await form(company, six);
  await press(company, lena, 'Add objective', { objective: 'Speak up in reviews' });
  await press(company, aoife, 'Add objective', { objective: 'Listen before I answer' });
  await together([...sixOthers, stranger], (it) => say(company, it, 'hi'));

  const rows = (table: string) =>
    (rowsIn(company.folder)[table] ?? []).map((it): Json => JSON.parse(it) as Json);
  const happened = (type: string) =>
    rows('events')
      .filter((it) => it.type === type)
      .map((it): Json => ({ ...it, ...(JSON.parse(String(it.body)) as Json) }));

  const wire = wireTo(company);
  await wire.press(sixOthers[0], 'do.proposeTopic', { name: hostileTopic });
  const topic = String(happened('topicProposed').find((it) => it.via === 'card')?.topic);
  for (const person of sixOthers.slice(1)) await wire.press(person, 'do.registerInterest', { topic });
  await rest(company);

  const groups = rows('groups');
  const live = groups.find((it) => it.phase === 'live');
  const open = groups.find((it) => it.phase === 'proposed');
  const [own, other] = happened('objectiveSet').toSorted((a, b) => Number(a.version) - Number(b.version));
  const ids = {
    group: String(live?.group),
    topic: String(live?.topic),
    proposed: String(open?.group),
    objective: String(own?.objective),
    words: String(own?.words),
    hers: String(other?.objective),
    to: String(other?.person),
    person: String(other?.person),
  };

  async function unmoved<T>(act: () => Promise<T>): Promise<T> {
    const before = substance(company.folder);
    const done = await act();
    await rest(company);
    expect(substance(company.folder)).toEqual(before);
    return done;
  }

  async function pressAll(presses: readonly Sent[]): Promise<Pressed[]> {
    const answers: Pressed[] = [];
    // Some at a time: the doors are for people, not for a flood.
    for (let at = 0; at < presses.length; at += 8) {
      const some = presses.slice(at, at + 8).map(async (it) => {
        const answered = await wire.press(it.as ?? lena, it.verb, it.data);
        return { ...it, ...answered, text: textOf(answered.body) };
      });
      answers.push(...(await Promise.all(some)));
    }
    return answers;
  }
  return { company, wire, ids, happened, unmoved, pressAll };
}
