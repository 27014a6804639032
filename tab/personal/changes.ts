// What a button changes on the personal tab, shown before the app has answered.
import type { GroupLine, Home } from '../../bot/web/contract.ts';

type Change = (home: Home) => Home;

const inGroups = (home: Home, groups: GroupLine[]): Home => ({
  ...home,
  groups,
  next: groups.find((it) => it.waitsForMe) ?? null,
});

type Topic = Home['topics'][number];

/** A topic that was found on a later page has not been on this one. */
const inTopic =
  (topic: Topic, mine: boolean): Change =>
  (home) => {
    const topics = home.topics.some((it) => it.id === topic.id) ? home.topics : [...home.topics, topic];
    return {
      ...home,
      topics: topics.map((it) =>
        it.id === topic.id && it.mine !== mine ? { ...it, mine, waiting: it.waiting + (mine ? 1 : -1) } : it,
      ),
    };
  };

export const joins = (topic: Topic): Change => inTopic(topic, true);
export const withdraws = (topic: Topic): Change => inTopic(topic, false);

/** The reader's own part is done. */
export const doesPart =
  (group: string): Change =>
  (home) =>
    inGroups(
      home,
      home.groups.map((it) => (it.id === group ? { ...it, waitsForMe: null } : it)),
    );

/** The reader says no more what they bring. */
export const takesBackBrought =
  (group: string): Change =>
  (home) =>
    inGroups(
      home,
      home.groups.map((it) => (it.id === group ? { ...it, brought: null } : it)),
    );

export const declines =
  (group: string): Change =>
  (home) =>
    inGroups(
      home,
      home.groups.filter((it) => it.id !== group),
    );

export const removes =
  (objective: string): Change =>
  (home) => ({ ...home, objectives: home.objectives.filter((it) => it.id !== objective) });

type Community = Home['communities']['lines'][number];

const inCommunity =
  ({ id }: Community, change: (line: Community) => Community): Change =>
  (home) => ({
    ...home,
    communities: {
      ...home.communities,
      lines: home.communities.lines.map((it) => (it.id === id ? change(it) : it)),
    },
  });

export const entersCommunity = (line: Community): Change =>
  inCommunity(line, (it) => ({ ...it, mine: true, members: it.members + 1 }));
export const leavesCommunity = (line: Community): Change =>
  inCommunity(line, (it) => ({ ...it, mine: false, members: it.members - 1, open: null, fresh: null }));
