// What a button changes on the personal tab, shown before the app has answered.
import type { GroupLine, Home } from '../../bot/web/contract.ts';

type Change = (home: Home) => Home;

const inGroups = (home: Home, groups: GroupLine[]): Home => ({
  ...home,
  groups,
  next: groups.find((it) => it.waitsForMe) ?? null,
});

const inTopic =
  (id: string, mine: boolean): Change =>
  (home) => ({
    ...home,
    topics: home.topics.map((it) =>
      it.id === id && it.mine !== mine ? { ...it, mine, waiting: it.waiting + (mine ? 1 : -1) } : it,
    ),
  });

export const joins = (topic: string): Change => inTopic(topic, true);
export const withdraws = (topic: string): Change => inTopic(topic, false);

/** The reader's own part is done. */
export const doesPart =
  (group: string): Change =>
  (home) =>
    inGroups(
      home,
      home.groups.map((it) => (it.id === group ? { ...it, waitsForMe: false } : it)),
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
