// The reader's communities of practice: what is open and new in each, and the way in and out.
import { Button } from '@fluentui/react-components';
import type { Home } from '../../bot/web/contract.ts';
import { pressed, type QuickActs } from '../parts/acts.ts';
import { Icon } from '../parts/icons.tsx';
import type { Level } from '../parts/level.ts';
import { useSay } from '../parts/say.ts';
import { Empty, Section } from '../parts/section.tsx';
import { entersCommunity, leavesCommunity } from './changes.ts';

type Community = Home['communities']['lines'][number];

interface Props {
  home: Home;
  acts: QuickActs<Home>;
  level: Level;
}

/** Before somebody joins or begins one they are told who reads what. */
function Readers() {
  const say = useSay();
  return (
    <p className="note small">
      <Icon name="lock" />
      <span>{say('tab.community.readers')}</span>
    </p>
  );
}

function Line({ community, acts, level }: { community: Community } & Omit<Props, 'home'>) {
  const say = useSay();
  const { id: group, area, mine, members, open, fresh } = community;
  const counts = [
    say('kind.community'),
    say('tab.community.members', { members }),
    ...(open === null ? [] : [say('tab.community.open', { open })]),
  ];
  const join = () =>
    acts.quick(
      { do: 'joinCommunity', group },
      say('tab.saved.inCommunity', { area }),
      entersCommunity(community),
    );
  const leave = () =>
    acts.quick(
      { do: 'leaveCommunity', group },
      say('tab.saved.outOfCommunity', { area }),
      leavesCommunity(community),
    );
  return (
    <li className="row">
      <div className="row-head">
        <h3>{area}</h3>
        {fresh !== null && fresh > 0 && (
          <span className="badge">{say('tab.community.fresh', { fresh })}</span>
        )}
      </div>
      <p className="quiet small">{counts.join(' · ')}</p>
      {!mine && <Readers />}
      <div className="actions">
        {mine ? (
          <>
            <Button
              aria-label={say('tab.community.enterThis', { area })}
              onClick={() => level.enter(group)}
              ref={level.door(group)}
            >
              {say('tab.community.enter')}
            </Button>
            <Button
              appearance="subtle"
              aria-label={say('tab.community.leaveThis', { area })}
              onClick={pressed(leave)}
            >
              {say('tab.community.leave')}
            </Button>
          </>
        ) : (
          <Button aria-label={say('tab.topic.joinThis', { name: area })} onClick={pressed(join)}>
            {say('tab.topic.join')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** Whoever's area has none may begin one. */
function Founding({ area, acts }: { area: string; acts: QuickActs<Home> }) {
  const say = useSay();
  const found = () =>
    acts.quick({ do: 'foundCommunity' }, say('tab.saved.founded', { area }), (home) => ({
      ...home,
      communities: { ...home.communities, founds: null },
    }));
  return (
    <>
      <Empty>
        <p>{say('tab.communities.none', { area })}</p>
      </Empty>
      <Readers />
      <div className="actions">
        <Button onClick={pressed(found)}>{say('tab.community.found', { area })}</Button>
      </div>
    </>
  );
}

export function Communities({ home, acts, level }: Props) {
  const say = useSay();
  const { on, founds, lines } = home.communities;
  // Where they are not offered there is nothing to be said of them but to who is in one.
  if (!on && lines.length === 0) return null;
  return (
    <Section title={say('tab.communities.title')} note={say('tab.communities.why')}>
      {lines.length > 0 && (
        <ul className="rows">
          {lines.map((it) => (
            <Line key={it.id} community={it} acts={acts} level={level} />
          ))}
        </ul>
      )}
      {founds !== null && <Founding area={founds} acts={acts} />}
      {lines.length === 0 && founds === null && (
        <Empty>
          <p>{say('tab.communities.noArea')}</p>
        </Empty>
      )}
    </Section>
  );
}
