// The landing view of a community: counts and dates, the same for everyone who can open it, and no word of what is said in it.
import { Button } from '@fluentui/react-components';
import type { Board } from '../../bot/web/contract.ts';
import { Icon } from '../parts/icons.tsx';
import { Out } from '../parts/out.tsx';
import { useSay, useSpeech } from '../parts/say.ts';
import { Empty, Section } from '../parts/section.tsx';
import { day } from '../parts/when.ts';
import type { LandingProps } from './landing.tsx';

type Community = NonNullable<Board['community']>;

function Figures({ members, community }: { members: number; community: Community }) {
  const { say, region } = useSpeech();
  const number = (it: number) => new Intl.NumberFormat(region).format(it);
  const { all, open, fresh, moved } = community;
  const rows = [
    ['tab.hall.members', number(members)],
    ['tab.hall.all', number(all)],
    ['tab.hall.open', number(open)],
    ['tab.hall.fresh', number(fresh)],
  ] as const;
  return (
    <Section title={say('tab.hall.now')}>
      <dl className="figures">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{say('tab.hall.moved')}</dt>
          <dd>{moved ? <time dateTime={moved}>{day(moved, region)}</time> : say('tab.hall.never')}</dd>
        </div>
      </dl>
    </Section>
  );
}

function Groups({ groups }: Community) {
  const say = useSay();
  return (
    <Section title={say('tab.hall.groups')}>
      {groups.length === 0 ? (
        <Empty>
          <p>{say('tab.hall.noGroups')}</p>
        </Empty>
      ) : (
        <ul className="links">
          {groups.map((it) => (
            <li key={`${it.topic} ${it.page ?? ''}`}>
              <Out to={it.page}>{it.topic}</Out>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Topics({ topics }: Community) {
  const say = useSay();
  if (topics.length === 0) return null;
  return (
    <Section title={say('tab.hall.topics')}>
      <ul className="links">
        {topics.map((it) => (
          <li key={it.topic}>
            <Out to={it.page}>{it.topic}</Out>
            <p className="quiet small">{say('tab.hall.waiting', { count: it.waiting })}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Hall({ board, community, enter, door }: LandingProps & { community: Community }) {
  const say = useSay();
  const { id, topic: area, members, member, page } = board;
  return (
    <>
      <header className="top with-door">
        <div>
          <h1>{area}</h1>
          <p className="quiet">{`${say('kind.community')} · ${say('tab.community.members', { members })}`}</p>
        </div>
        {member && (
          <Button icon={<Icon name="people" />} onClick={() => enter(id)} ref={door(id)}>
            {say('tab.community.enter')}
          </Button>
        )}
      </header>
      <div className="columns even">
        <div className="wide">
          <section className="panel">
            <p>{say(community.rests ? 'tab.hall.rests' : 'tab.hall.what', { area })}</p>
            {!member && !community.rests && <p className="quiet">{say('tab.hall.join', { area })}</p>}
            {page && (
              <p>
                <Out to={page}>{say('tab.hall.page')}</Out>
              </p>
            )}
          </section>
          <Groups {...community} />
          <Topics {...community} />
        </div>
        <div className="side">
          <Figures members={members} community={community} />
        </div>
      </div>
      <p className="quiet small foot">{say('tab.board.readers')}</p>
    </>
  );
}
