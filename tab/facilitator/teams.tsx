// How full each of the teams is that groups share, and what keeps another one from being made.
import type { Facilitation } from '../../bot/web/contract.ts';
import { useSay } from '../parts/say.ts';
import { Rows, Section } from '../parts/section.tsx';

export function Teams({ teams }: Pick<Facilitation, 'teams'>) {
  const say = useSay();
  if (teams.length === 0) return null;
  return (
    <Section title={say('tab.facilitation.teams')}>
      <Rows none="">
        {teams.map(({ n, groups, most, state, why }) => (
          <li className="row" key={n}>
            <div className="row-head">
              <h3>{say('tab.facilitation.team', { n: String(n), groups, most })}</h3>
              <span className={state === 'refused' ? 'badge warn' : 'badge'}>
                {say(`tab.facilitation.team.${state}`)}
              </span>
            </div>
            {why !== null && <p className="small">{why}</p>}
          </li>
        ))}
      </Rows>
    </Section>
  );
}
