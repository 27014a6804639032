// What somebody is in the programme: read from Entra and the team that they ask about, kept for ten minutes, never from what they say.
import type { Config } from '../config.ts';
import type { Outcome } from '../run/ports.ts';

export interface Roles {
  facilitator: boolean;
  administrator: boolean;
  /** In the team that is asked about. */
  team: boolean;
}

export interface RoleBook {
  /** `team`: absent for the programme team. */
  of(oid: string, team?: string): Promise<Roles>;
  /** Whether somebody facilitates; without a yes or no, why it could not be read. */
  facilitates(oid: string): Promise<Outcome<boolean>>;
}

interface Asks {
  membersOf(group: string): Promise<Outcome<string[]>>;
  missingMembers(team: string, oids: string[]): Promise<Outcome<string[]>>;
}

const livesMs = 10 * 60 * 1000;

type Settings = Pick<Config, 'facilitatorsGroup' | 'administratorsGroup' | 'programmeTeam'>;

export function roleBook(settings: Settings, asks: Asks, machine: () => number): RoleBook {
  const groups = new Map<string, { until: number; members: Promise<Outcome<string[]>> }>();
  const teams = new Map<string, { until: number; missing: Promise<Outcome<string[]>> }>();

  const among = async (group: string, oid: string): Promise<Outcome<boolean>> => {
    const kept = groups.get(group);
    const fresh = kept && kept.until > machine();
    const members = fresh ? kept.members : asks.membersOf(group);
    if (!fresh) groups.set(group, { until: machine() + livesMs, members });
    const ended = await members;
    // Without an answer nobody has the role, and the next request asks again; a no of IT is an answer.
    if (ended.is !== 'done' && ended.is !== 'refused') groups.delete(group);
    return ended.is === 'done' ? { is: 'done', value: ended.value.includes(oid) } : ended;
  };

  const isIn = async (group: string, oid: string): Promise<boolean> => {
    const ended = await among(group, oid);
    return ended.is === 'done' && ended.value;
  };

  const inTeam = async (team: string, oid: string): Promise<boolean> => {
    const key = `${team} ${oid}`;
    const kept = teams.get(key);
    const fresh = kept && kept.until > machine();
    const missing = fresh ? kept.missing : asks.missingMembers(team, [oid]);
    if (!fresh) teams.set(key, { until: machine() + livesMs, missing });
    const ended = await missing;
    const isNo = ended.is === 'done' ? ended.value.length > 0 : ended.is !== 'refused';
    if (isNo) teams.delete(key);
    return ended.is === 'done' && ended.value.length === 0;
  };

  return {
    async of(oid, team = settings.programmeTeam) {
      const [facilitator, administrator, member] = await Promise.all([
        isIn(settings.facilitatorsGroup, oid),
        isIn(settings.administratorsGroup, oid),
        inTeam(team, oid),
      ]);
      return { facilitator, administrator, team: member };
    },
    facilitates: (oid) => among(settings.facilitatorsGroup, oid),
  };
}
