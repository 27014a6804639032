// Every call of Graph that this tenant answers; any other is refused as unknown.
import { appOperations } from './apps.ts';
import { archiveOperations } from './archives.ts';
import { channelFileOperations } from './channelFiles.ts';
import { channelOperations } from './channels.ts';
import { directoryOperations } from './directory.ts';
import { eventOperations } from './events.ts';
import { newTeamOperations } from './newTeams.ts';
import type { Operation } from './operation.ts';
import { pageOperations } from './pages.ts';
import { planOperations } from './plans.ts';
import { siteOperations } from './sites.ts';
import { tabOperations } from './tabs.ts';
import { taskDetailsOperations } from './taskDetails.ts';
import { taskOperations } from './tasks.ts';
import { teamOperations } from './teams.ts';

export const operations: readonly Operation[] = [
  ...directoryOperations,
  ...newTeamOperations,
  ...teamOperations,
  ...archiveOperations,
  ...channelOperations,
  ...channelFileOperations,
  ...tabOperations,
  ...appOperations,
  ...siteOperations,
  ...pageOperations,
  ...planOperations,
  ...taskOperations,
  ...taskDetailsOperations,
  ...eventOperations,
];
