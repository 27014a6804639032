// What the tab's routes ask of the shell, plugged in by app.ts.
import type { View } from '../cards/view.ts';
import type { Command, Refusal } from '../lifecycle/decision.ts';
import type { Allowances } from '../limits/rates.ts';
import type { BoardView } from './communities.ts';
import type { EffectLine, Facilitation } from './contract.ts';
import type { Standing } from './facilitation.ts';
import type { TopicPage } from './pages.ts';
import type { Who } from './policy.ts';

export interface Signed {
  tenant: string;
  oid: string;
  name: string;
}

export type Told =
  | { is: 'done'; undo: Command | null }
  | { is: 'refused'; refusal: Refusal }
  | { is: 'otherBody' };

/** A row of the ledger, as far as facilitators may see it. */
export interface Row {
  id: string;
  news: { is: string; what?: string; step?: string; command?: Command; group?: string };
  state: EffectLine['state'];
  due: string | null;
  attempts: number;
  result: Record<string, string | number> | null;
  again: boolean;
}

interface Sorted {
  topic: string;
  sorts: string;
}

interface Since {
  group: string;
  since: string;
}

interface Moved {
  thread: string;
  moved: string;
}

interface Facilitated {
  now: string;
  rows: Standing[];
  next: Since | null;
  census: Facilitation['census'];
  work: Facilitation['work'];
  waits: Facilitation['waits'];
  teams: Omit<Facilitation['teams'][number], 'why'>[];
}

export interface ApiParts {
  check(
    authorization: string | undefined,
  ): Promise<({ ok: true } & Signed) | { ok: false; status: 401 | 503; why: string }>;
  /** `team`: of the group that is asked about, where it has one. */
  roles(oid: string, team?: string): Promise<Who>;
  /** How much one person may ask for; absent: as much as they like. */
  rates?: Allowances;
  tab: {
    home(
      person: Signed,
      asked: { like: string; after: Sorted | null; also?: readonly string[] },
    ): Promise<{ view: View; page: TopicPage }>;
    group(person: Signed, group: string, as: 'team' | 'person'): Promise<BoardView | undefined>;
    talk(
      person: Signed,
      group: string,
      asked: { like: string; thread?: string; after: Moved | null },
    ): Promise<{ view: View; next: Moved | null } | undefined>;
    isMember(person: Signed, group: string): Promise<boolean>;
    /** The team that holds the group's channel. */
    teamOf(tenant: string, group: string): Promise<string | undefined>;
    /** `facilitator`: whether the person has that role. */
    command(person: Signed, key: string, command: Command, facilitator?: boolean): Promise<Told>;
    effects(
      tenant: string,
      asked: { before: number | null; open: boolean },
    ): Promise<{ rows: Row[]; next: number | null }>;
    facilitation(tenant: string, after: Since | null): Promise<Facilitated>;
  };
}
