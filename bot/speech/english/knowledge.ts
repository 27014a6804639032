// Hears what somebody already knows of the topic, and the question who in the group knows what.
import type { Rule } from '../pattern.ts';

const mine =
  '(what i [already] (know|bring|can offer|can share)|what i bring along|my knowledge|my know how|my experience)';

export const knowledge: Rule[] = [
  {
    intent: 'remove_knowledge',
    says: [`(remove|delete|withdraw|forget|take back|drop) ${mine}`],
  },
  {
    intent: 'bring_knowledge',
    says: [
      `[add|change|edit|update|reword|here is|say|tell them|tell the group|share] ${mine}`,
      `[add|change|edit|update|reword|here is|say|tell them|tell the group|share] ${mine} : {words}`,
      `(change|edit|update|reword) ${mine} to [:] {words}`,
    ],
  },
  // Said in passing, it may be meant for anybody.
  { intent: 'offer_knowledge', says: ['{words:known}', `${mine} is [:] {words}`] },
  {
    intent: 'show_knowledge',
    says: [
      'what do (we|the others|the other members) [already] (know|bring)',
      'what (does|do|can) (everyone|everybody|each|each of us|each member|each other|the others) [already] (know|bring|offer)',
      '[<show>] what (we|the others|everyone|everybody|each of us|each member) [already] (know|knows|bring|brings) [already]',
      'who [of us] [already] (knows|brings|can offer|can do) [what|something|anything]',
      '[<show>] who (knows|brings) what',
      '[<show>] [<the>] knowledge in the room',
    ],
  },
];
