// Hears plans and promises.
import type { Rule } from '../pattern.ts';

const promise = '[my|a|new|the|our|here is my] (commitment|promise|pledge)';

const given = '(promise|commitment|word)';
const judged = (says: string) => [says, `${says} (:|by|because|since|as) {words}`];

export const commitment: Rule[] = [
  {
    intent: 'judge_commitment',
    with: { verdict: 'partly' },
    says: [
      ...judged(`i [have] (partly|partially|half|sometimes|mostly) kept my ${given}`),
      ...judged(`i [have] kept my ${given} (partly|partially|in part|sometimes|mostly|half)`),
      ...judged(`${given} (partly|half) kept`),
    ],
  },
  {
    intent: 'judge_commitment',
    with: { verdict: 'not' },
    says: [
      ...judged(`i (did not|have not|could not) (keep|kept) my ${given}`),
      ...judged(`i broke my ${given}`),
      ...judged(`${given} not kept`),
    ],
  },
  {
    intent: 'judge_commitment',
    with: { verdict: 'kept' },
    says: [...judged(`i [have] kept my ${given}`), ...judged(`${given} kept`)],
  },
  {
    intent: 'judge_commitment',
    says: [
      'what (became|has become) of (our|my|the) (promises|promise|commitments|commitment)',
      '[<show>] (which|who) [of us] [has|have] kept (our|their|the) (promises|commitments)',
      '<show> [the] kept promises',
      '(which|what) promises (were|have been|did we) (kept|keep)',
    ],
  },
  {
    intent: 'action_plan',
    says: [
      '[<show>] [<the>] (action plan|action plans|plan|planned actions|actions)',
      'what (is|was) [in|on] [my|our|the] (action plan|plan)',
      '(add|put|write|note) [:] {action} (to|in|into|on) [my|our|the] (action plan|plan)',
      '(add|put|write|note) (to|in|into|on) [my|our|the] (action plan|plan) [:] {action}',
      '(add|note|plan|new|set) [an|a|another|the|one more|my] [new] action [:] [{action}]',
      '[my|an|new|next] [action plan|plan|action|next action] (:|is to) [:] {action}',
      '(refine|update|change|work on|edit|write) [my|our|the] (action plan|plan)',
      'plan to {action}',
    ],
  },
  {
    intent: 'commit',
    says: [
      `what (did|have) (i|we) [already] (promise|promised|commit|committed|pledge|pledged|commit myself|
        committed myself) [to] [do] [again]`,
      `(commit|i commit|i am committing|i hereby commit|make a commitment|i make a commitment|i am
        committed) [myself] to [:] {action}`,
      `(promise|i promise|i do promise|pledge|i pledge|i vow|i commit|i undertake) [you|the group|everyone
        |my group|you all] (to|that|:) {action}`,
      '(promise|i promise|i commit) {action}',
      `${promise} (:|is to|is that) [:] {action}`,
      'my (commitment|promise|pledge) is {action}',
      '[i will] {action} (that is|this is|as) my (commitment|promise)',
      '[i will] {action} : (that is|this is) my (commitment|promise)',
      'i will {action} i promise',
      `(make|add|write|state|give|set|note|record|change|reword|update) [a|my|another|the] (commitment|
        promise)`,
      '(add|note|write|record|set|make) [a|my|another|the] (commitment|promise) (:|to|that) [:] {action}',
      '[<show>] [<the>] [my|our] plans and (commitments|promises)',
      '(promise|my promise|change my promise|our promises|promises)',
      '(commit|commitment|<show> [my|our] commitment|<show> [my|our] promise|my commitment|my promise)',
    ],
  },
  // The cue belongs to the promise, so the whole sentence is kept.
  { intent: 'commit', says: ['{action:cueFirst}', '{action:cueLast}'] },
];
