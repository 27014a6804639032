// What a person can do for a group at its present stage, the most urgent first; what is not here is done in the chat.
import type { GroupLine, Home } from '../../bot/web/contract.ts';

export type FormName =
  | 'objective'
  | 'commitment'
  | 'practice'
  | 'checkIn'
  | 'assess'
  | 'verdict'
  | 'chooseNext'
  | 'excuse'
  | 'catchUp'
  | 'brings';
export type QuickName = 'accept' | 'decline' | 'courseDone' | 'there';
export type Offer = FormName | QuickName;

/** As many as the app takes from one person in one cycle. */
const mostObjectives = 5;

const ownIn = (home: Home, { id }: GroupLine) => home.objectives.filter((it) => it.group === id);
export const unrated = (home: Home, group: GroupLine) =>
  ownIn(home, group).filter((it) => it.rating === null);

/** The reader's promise in this cycle, as long as they have not said what became of it. */
export const unjudged = (home: Home, { id }: GroupLine) =>
  home.commitments.find((it) => it.group === id && it.verdict === null);

const judges = (home: Home, group: GroupLine): readonly Offer[] => (unjudged(home, group) ? ['verdict'] : []);

/** Where everyone takes part: that one was there, cannot this time, or has made up for it. */
const attends = ({ attendance }: GroupLine): readonly Offer[] => [
  ...(attendance.there ? (['there'] as const) : []),
  ...(attendance.excuse ? (['excuse'] as const) : []),
  ...(attendance.catchUp ? (['catchUp'] as const) : []),
];

export const offersFor = (home: Home, group: GroupLine): readonly Offer[] => {
  const own = ofStage(home, group);
  const attending = attends(group);
  // A meeting that has taken place is confirmed before anything else.
  return group.attendance.there ? [...attending, ...own] : [...own, ...attending];
};

function ofStage(home: Home, group: GroupLine): readonly Offer[] {
  const { waitsForMe } = group;
  if (group.phase === 'proposed') return waitsForMe ? ['accept', 'decline'] : [];
  switch (group.stage) {
    case 'objectives':
      return ownIn(home, group).length < mostObjectives ? ['objective'] : [];
    case 'course':
      return waitsForMe ? ['courseDone'] : [];
    case 'commitment':
      return ['commitment'];
    case 'practice':
      return waitsForMe === 'part' ? ['practice', 'checkIn'] : ['checkIn', 'practice'];
    case 'reflection':
      return [...(unrated(home, group).length > 0 ? (['assess'] as const) : []), ...judges(home, group)];
    case 'renewal':
      return ['chooseNext', ...judges(home, group)];
    default:
      return [];
  }
}
