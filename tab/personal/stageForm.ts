// What every form of a stage is given, and how long its texts may be.
import type { GroupLine, Home } from '../../bot/web/contract.ts';
import type { QuickActs } from '../parts/acts.ts';

export interface StageForm {
  group: GroupLine;
  home: Home;
  acts: QuickActs<Home>;
  close(): void;
}

/** As long as the app takes. */
export const most = { sentence: 300, passage: 1000 } as const;
