// Hears about a group's workspace: what is to be made for it in Microsoft 365, and what has become of that.
import type { Rule } from '../pattern.ts';

const space = '(workspace|blueprint)';

export const workspace: Rule[] = [
  {
    intent: 'show_workspace',
    says: [
      `[<show>] [<the>] ${space}`,
      `[<show>] [the|our|my] ${space} (of|for|on) {topic:topic}`,
      `(what|how) is [in|with] [the|our|my] ${space}`,
      '(what was|what has been|what is|what will be) (made|built|set up|created) for (us|our group|my group)',
      '(what was|what has been|what is|what will be) (made|built|set up|created) for {topic:topic}',
    ],
  },
];
