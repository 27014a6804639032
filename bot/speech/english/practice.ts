// Hears what has been put into practice, how far somebody is, offers of help, and how it went in the end.
import type { Rule } from '../pattern.ts';

const ready = '(ready|all ready)';

export const practice: Rule[] = [
  {
    intent: 'show_lessons',
    says: [
      `(share|give|publish) [my|our|a|the] (lesson|lessons|lessons learned|what i learned|what we learned|what
        i have learned) [with|to] [everyone|others|all|the company]`,
      '[<show>] [<the>] (lessons|lessons learned)',
      'what may others learn from me',
    ],
  },
  {
    intent: 'offer_advice',
    says: [
      '(i can be asked|others can ask me|people can ask me|everyone can ask me|put my name on the page|name me on the page)',
    ],
  },
  {
    intent: 'stop_advice',
    says: [
      `(i no longer want to be asked|i do not want to be asked any more|do not name me on the page|take my
        name off the page|remove my name from the page)`,
    ],
  },
  {
    intent: 'record_practice',
    with: { as: 'helped' },
    says: [
      `i [have] (helped|supported|coached|taught|showed|assisted) [a|my|another|one of my] (colleague|
        colleagues|team|someone|somebody|peer|team mate|friend) [with it|with this]`,
      '(record|log|note|add|enter) (that|how) i (helped|supported|coached|taught) {practice}',
      '[record|log|note|add] [practise] helped : {practice}',
      '{practice:helped}',
    ],
  },
  {
    intent: 'record_practice',
    with: { as: 'used' },
    says: [
      `(record|log|note|add|enter|report|save|write down|document) [a|my|the|new|some|another|one]
        (practise|practise record|evidence|practise entry|application|example|experience)`,
      `(record|log|note|add|enter|report|save|write down|document) [a|my|the|new|some|another|one]
        (practise|practise record|evidence|practise entry|application) [:|of|about|that] [:] {practice}`,
      '(practise|practised|evidence|practise record|my practise) : {practice}',
      '(record|log|note|report) (that|how) i {practice}',
      'i (practised|practise) [it|this|today|yesterday|at work]',
      `i [have] [just|finally] (used|applied|tried|tried out|practised|tested) (it|this|what we learned|
        what i learned|what we learnt) [today|yesterday|at work|this week|last week|this morning]`,
      '{practice:used}',
      'i have something to record',
      'practise',
      '<show> [the|our|my] practise',
    ],
  },
  {
    intent: 'begin_reflection',
    says: [
      `(i am|we are|i feel|we feel|everyone is|everybody is) ${ready} (to reflect|for reflection|for the
        reflection)`,
      `${ready} to reflect`,
      '(begin|start|open|go to|move on to|move to) [the|our] (reflection|reflecting)',
      '[time] to reflect [now]',
      'reflect [together] [now]',
      'finish [the|our] practise [stage|phase|weeks]',
    ],
  },
  {
    intent: 'check_in',
    says: [
      '[do|start|open|make|my|new|the|weekly|add|a|post] [my|a|the] [weekly] check in',
      'check in [for] [this week|now|today]',
      '(update|report|enter|record|log|change|set) [my] progress',
      'i (need|want|would like|could use) [some] help from (the|my|our) (group|others)',
      'tell [the|my] group how (it goes|i am doing|it is going)',
      `i (did not|could not|have not) [yet] (manage|managed|find time|found time|have time|had time|get|get round|come)
        [to] (practise|practice|practising|practicing|try it|trying it|use it|using it|do it) [this week|last week|yet|at all]`,
      'when is (the|my|our) next check in',
    ],
  },
  {
    intent: 'update_progress',
    says: [
      `[update|set|change|put|move|my] [my|the] progress [to|is|is at|at|now at|is now|is now at|:|on
        objective] [:] {percent:percent} [percent]`,
      `[i am|we are|i am now|now|i am currently|i am about|i am at about|i would say] [at|on|now at|
        already at|around|about] [about|around|roughly] {percent:percent} percent [done|now|there|so far|
        already|through|complete|finished|of the way]`,
      `<objective> [<nr>] {ref:number} [is] [:|at|to|now at|now] [:] {percent:percent} percent [done|
        complete|finished]`,
      '(set|update|move|put) <objective> [<nr>] {ref:number} (to|at) {percent:percent} [percent]',
      `[i am|we are] [at] {percent:percent} percent [done|complete] (on|with|of|for) <objective> [<nr>]
        {ref:number}`,
      '[i am|we are] [about|roughly|nearly] {percent:part} [done|there|through|finished] [with it]',
      '<objective> [<nr>] {ref:number} [is] {percent:part} [done|finished|complete|there]',
      '[i am] {percent:part} [done|there|through|finished] (on|with|of) <objective> [<nr>] {ref:number}',
      'check in [:|with|at] {percent:percent} [percent]',
    ],
  },
  {
    intent: 'show_progress',
    says: [
      `[<show>] [<the>] [group|own|personal|current|learning] progress [so far|of our group|of my group|of
        the group|report|overview|list|chart]`,
      'how (far|well) (am i|are we|is the group|is our group|is my group) [doing] [now|already]',
      'how (is|are|am) (the group|our group|my group|we|everyone|i|it) progressing [so far|now]',
      'how (am|are) (i|we|we all) (doing|coming along|getting on) [so far|now]',
      'how (much|far) (have|did) (i|we) (done|come|got|achieved|get|come so far) [so far]',
      'how is my progress',
      'how is (everyone|everybody) doing',
      '[<show>] how far (i am|we are|the group is|everyone is)',
      'what is (my|our) progress',
    ],
  },
  {
    intent: 'offer_help',
    says: [
      '(offer|offer my) help (to|for) {member:name}',
      'offer {member:name} [my|some] help',
      '(help|support|assist) {member:name} [out] [with it|with that]',
      'i (can|could|will|would) (help|support|assist) {member:name} [out] [with it|with that]',
      '(offer help|offer my help|offer support|i can help|i offer my help)',
      'tell {member:name} [that] i (can|could|will) help',
    ],
  },
  {
    intent: 'encourage',
    says: ['(encourage|cheer on|motivate|thank) {member:name}'],
  },
];

export const reflection: Rule[] = [
  {
    intent: 'self_assess',
    says: [
      `(start|do|begin|open|make|my|the|take|go to|show) [the|my|a|our] (self assessment|assessment|self
        evaluation)`,
      '(self assessment|self assess|assessment|self evaluation|assess|assess myself)',
      `(assess|rate|evaluate|judge|score) (myself|my objectives|my objective|my progress|my learning|my
        own objectives)`,
      `[i] (assess|rate|evaluate|judge|score|give|would rate|would give|would score) (myself|me) [with|at|
        as|a|an] [a|an] {rating:rating} [of 5|out of 5|of five|out of five|stars|points|/ 5]`,
      `[i] (assess|rate|evaluate|judge|score|would rate|would score) [my] <objective> [<nr>] {ref:number}
        [with|at|as|:|to|a] [a|an] {rating:rating} [of 5|out of 5|of five|out of five|stars|points]`,
      '(assess|rate|evaluate|judge|score) [my] <objective> [<nr>] {ref:number}',
      `<objective> [<nr>] {ref:number} [is|gets|:|with] [a] [:] {rating:rating} (of 5|out of 5|of five|out
        of five|stars|points)`,
      `[my|self] (rating|assessment|score|self assessment) [is|:|for myself is] [a] [:] {rating:rating}
        [of 5|out of 5|of five|out of five|stars|points]`,
      '[i am] [a|at] {rating:rating} (of 5|out of 5|of five|out of five|stars)',
      'how (did|have) i (do|done)',
      '[<show>] [my|our|the] reflection',
      'look back',
    ],
  },
  {
    intent: 'loop_next',
    with: { mode: 'deeper' },
    says: [
      `(go|dig|drill|dive) (deeper|down|in deeper) [into|in|on|with] [this|the|our|same|the same|it]
        [topic|subject] [again|for the next loop|next|in the next loop|next time|in the next cycle|with
        it]`,
      '(deeper|deepen|deepen it|deepen the topic|deepen this topic|deepen our topic)',
      'stay (on|with) (this|the|our|the same) topic [and go deeper]',
    ],
  },
  {
    intent: 'loop_next',
    with: { mode: 'broaden' },
    says: [
      `(broaden|widen|extend|expand|broaden out) [it|this|the|our] [topic|subject|scope] [for the next
        loop|next|in the next loop|next time|in the next cycle|for the next cycle]`,
      '(broader|wider) [topic|scope]',
      '(go|make it) (broader|wider)',
    ],
  },
  {
    intent: 'loop_next',
    with: { mode: 'repeat' },
    says: [
      'i am in for [another|one more|the next|a new] (loop|cycle|round)',
      `(start|do|have|run|begin|go for|want) [another|a new|one more|the next|a second|the same|a third]
        (loop|cycle|round) [again|together]`,
      '(repeat|redo) [it|the|this|our] [loop|cycle|round|all|everything|topic]',
      '[the] (another|one more|next|a new|new) (loop|cycle|round)',
      '(do|start|run) (it|this|everything|the loop|the cycle|the same) [all] [over] again',
      'loop [back|again]',
      'do it again',
      'continue with (another|a new|the next) (loop|cycle|round)',
    ],
  },
  {
    intent: 'close_group',
    says: [
      `(close|end|finish|dissolve|disband|wind up|wrap up|shut down) [the|our|my|this] <group> [now|here|
        for good]`,
      'we are (done|finished) as a group [finish it|close it|end it]',
      '(our|the|my) <group> (is|has) (done|finished|over|completed|complete)',
      'end [it|this|the loop] here [as a group]',
      '(stop|end) after this (loop|cycle|round)',
    ],
  },
  {
    intent: 'loop_next',
    says: [
      'what (are|is) (our|the|my) (options|choices) (for|in) [the] (next loop|next cycle|loop)',
      '(how do|how should|how shall) we (go on|continue) [after this|now|from here]',
      'what comes after this (loop|cycle)',
      '(choose|decide) [on] (what next|what comes next|how we go on|how to go on|the next loop|the next cycle)',
      '(save|change|make) my choice',
      `(i|we) (would like|would love|want) to (go on|continue|carry on) [with you|with you all|together|with
        the group|learning] [{rest:ignored}]`,
      '(go on|continue|carry on) (with you|with you all|with the group|together)',
      'again',
    ],
  },
  {
    intent: 'stay',
    says: [
      `[i am|i|yes i am|yes i] (stay|staying|will stay|would like to stay|want to stay) [in] [the|my|our|
        this] [group|with the group|in]`,
      'stay [in] [the|my|our|this] [group]',
      'i am staying [with] [the|my|our] [group]',
      'keep my seat',
    ],
  },
];
