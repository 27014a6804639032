// What a person can do for a group at its present stage, the most urgent first; what is not here is done in the chat.
import type { GroupLine, Home } from '../../bot/web/contract.ts';

export type FormName = 'objective' | 'commitment' | 'practice' | 'checkIn' | 'assess' | 'chooseNext';
export type QuickName = 'accept' | 'decline' | 'courseDone';
export type Offer = FormName | QuickName;

/** As many as the app takes from one person in one cycle. */
const mostObjectives = 5;

const ownIn = (home: Home, { id }: GroupLine) => home.objectives.filter((it) => it.group === id);
export const unrated = (home: Home, group: GroupLine) =>
  ownIn(home, group).filter((it) => it.rating === null);

export function offersFor(home: Home, group: GroupLine): readonly Offer[] {
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
      return unrated(home, group).length > 0 ? ['assess'] : [];
    case 'renewal':
      return ['chooseNext'];
    default:
      return [];
  }
}
