// What somebody is in the programme: read from Entra and the programme team, kept for ten minutes, never from what they say.
import type { Config } from '../config.ts';
import type { Outcome } from '../run/ports.ts';

export interface Roles {
  facilitator: boolean;
  administrator: boolean;
  /** In the programme team. */
  team: boolean;
}

export interface RoleBook {
  of(oid: string): Promise<Roles>;
}

interface Asks {
  membersOf(group: string): Promise<Outcome<string[]>>;
  missingMembers(team: string, oids: string[]): Promise<Outcome<string[]>>;
}

const livesMs = 10 * 60 * 1000;

type Settings = Pick<Config, 'facilitatorsGroup' | 'administratorsGroup' | 'programmeTeam'>;

export function roleBook(settings: Settings, asks: Asks, machine: () => number): RoleBook {
  const groups = new Map<string, { until: number; members: Promise<Outcome<string[]>> }>();
  const team = new Map<string, { until: number; missing: Promise<Outcome<string[]>> }>();

  const isIn = async (group: string, oid: string): Promise<boolean> => {
    const kept = groups.get(group);
    const fresh = kept && kept.until > machine();
    const members = fresh ? kept.members : asks.membersOf(group);
    if (!fresh) groups.set(group, { until: machine() + livesMs, members });
    const ended = await members;
    // Without an answer nobody has the role, and the next request asks again; a no of IT is an answer.
    if (ended.is !== 'done' && ended.is !== 'refused') groups.delete(group);
    return ended.is === 'done' && ended.value.includes(oid);
  };

  const inTeam = async (oid: string): Promise<boolean> => {
    const kept = team.get(oid);
    const fresh = kept && kept.until > machine();
    const missing = fresh ? kept.missing : asks.missingMembers(settings.programmeTeam, [oid]);
    if (!fresh) team.set(oid, { until: machine() + livesMs, missing });
    const ended = await missing;
    const isNo = ended.is === 'done' ? ended.value.length > 0 : ended.is !== 'refused';
    if (isNo) team.delete(oid);
    return ended.is === 'done' && ended.value.length === 0;
  };

  return {
    async of(oid) {
      const [facilitator, administrator, member] = await Promise.all([
        isIn(settings.facilitatorsGroup, oid),
        isIn(settings.administratorsGroup, oid),
        inTeam(oid),
      ]);
      return { facilitator, administrator, team: member };
    },
  };
}
