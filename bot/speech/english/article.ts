// Hears about the group's article: its draft, what goes into it, for whom it is, and yes to it.
import type { Rule } from '../pattern.ts';

const it = '(article|draft|draft of the article|article draft)';

export const article: Rule[] = [
  {
    intent: 'show_article',
    says: [`[<show>] [<the>] ${it}`, `how is [the|our] ${it} (going|doing|coming along)`],
  },
  {
    intent: 'own_passages',
    says: [
      '[<show>] [my|my own] passages',
      `(what|which) of (mine|my words) (is|are|stands|stand) in [the|our] ${it}`,
      `(which of my words|what of mine) (can|may) [everyone|others] read`,
    ],
  },
  {
    intent: 'draft_article',
    says: [
      `put [the|a|our] ${it} together`,
      `(put|pull) together [the|a|our] ${it}`,
      `(begin|prepare|compose|assemble) [the|a|our] ${it}`,
      `(start|make|create|write) [the|a|our] (draft|article draft|draft of the article)`,
    ],
  },
  {
    intent: 'approve_article',
    says: [
      `[i] [say] yes to [the|our] ${it}`,
      `(approve|accept|publish|sign off) [the|our] ${it}`,
      `i (approve|accept|agree with|agree to|am fine with|am happy with) [the|our] ${it}`,
      `[the|our] ${it} is (good|fine|ok|ready to publish|ready)`,
    ],
  },
  {
    intent: 'add_passage',
    says: [
      `(add|write|put) (to|into|in|for) [the|our] ${it} : {words}`,
      `(add|write) [a|my|another|new] (passage|paragraph) [(to|into|in|for) [the|our] ${it}]`,
      `(add|write) [a|my|another] [new] (passage|paragraph) : {words}`,
      `(for|passage for) [the|our] ${it} : {words}`,
    ],
  },
  ...(['employees', 'supervisors'] as const).map((readers): Rule => {
    const named =
      readers === 'employees' ? '(employees|colleagues|everyone)' : '(supervisors|managers|bosses)';
    return {
      intent: 'aim_article',
      with: { readers },
      says: [
        `[the|our] ${it} is for ${named}`,
        `(write|make|aim) [the|our] ${it} for ${named}`,
        `${it} for ${named}`,
      ],
    };
  }),
  {
    intent: 'title_article',
    says: [
      `(call|name|rename) [the|our] ${it} [to|:] {title}`,
      `[the|our] ${it} is called {title}`,
      `(change|set) the (title|name) of [the|our] ${it} [to] {title}`,
      `(change|set) the (title|name) of [the|our] ${it}`,
    ],
  },
];
