// Hears when a group would like to meet, and what is on the agenda.
import type { Rule } from '../pattern.ts';

const kinds = {
  kickoff: '(kick off|kick off meeting|kick off call|first meeting|opening meeting)',
  discussion: '(<discussion>|discussion call|second meeting|course discussion)',
};
const mode = '[online|virtual|remote|face to face|in person|teams]';
const vague = '[soon|some time|some time soon|next|when everyone is free|when everybody can]';

const arranged = (kind: string): string[] => [
  `<book> [a|an|the|our|us a|us the|me a] [time for|date for|date and time for|slot for] [the|our] ${mode}
    ${kind} [meeting] [time] [:|for|on|to|as] {when:when}`,
  `<book> [a|an|the|our|us a|us the|me a] [time for|date for|date and time for|slot for] [the|our] ${mode}
    ${kind} [meeting] [time] ${vague}`,
  `<book> {when:moment} (for|as) [a|an|the|our] [time for|date for] [the|our] ${mode} ${kind}`,
  `[the|our] ${mode} ${kind} [meeting] (on|at|is|is on|will be|will be on|should be|should be on|could be|
    could be on|takes place on|is going to be|:) [:] {when:moment}`,
  `${kind} {when:moment}`,
  `(meet|get together) [on|at] {when:moment} for [the|our|a] ${kind}`,
  `when (is|do we have|can we have|should we have|shall we have) [the|our|a] ${kind}`,
  `meet for [the|our|a] ${kind} [on|at] [{when:moment}]`,
];

const time = '[the|that|this] (time|date|day|slot|friday|monday|tuesday|wednesday|thursday)';
const forMe = '[for|with] [me|us]';

/** Said of a time that somebody has proposed. */
const answers: Rule[] = [
  {
    intent: 'suits_not',
    says: [
      `[no|sorry|${time}|it|that|this] [unfortunately] does not (suit|work|fit) ${forMe} [at all]`,
      `${time} is not (good|possible|okay|fine) ${forMe}`,
      '[no|sorry] [unfortunately] i can not [make it|make that|come|do that|do it|attend] [then|that day]',
      `i can not [make it|make|come|do] [on] ${time}`,
      'i am not (free|available) [then|that day|at that time]',
    ],
  },
  {
    intent: 'suits',
    says: [
      `[yes|okay|perfect|great|good] [${time}|it|that|this] (suits|works|fits) [well|perfectly|great|fine]
        ${forMe} [well|perfectly|fine]`,
      `[yes|okay] [${time}|it|that|this] (is|would be|will be|sounds) [absolutely|totally|really|very]
        (perfect|great|fine|good|okay|ideal) (for|with) (me|us)`,
      '(okay|fine|good|perfect|great|works) for me',
      `[yes] i can [make it|make that|come|do that|do it|make|attend] [then|that day|on ${time}]`,
      'i am (free|available) [then|that day|at that time]',
      'i will be there',
      '(say|tell you) whether the time suits [me|you]',
    ],
  },
];

/** Said once the members have met. */
const over: Rule = {
  intent: 'hold_meeting',
  says: [
    `we [have] [just] (met|had our meeting|had the meeting|had our ${kinds.kickoff}|had the
      ${kinds.kickoff}|had our ${kinds.discussion}|had the ${kinds.discussion}|talked) [today|yesterday|already]`,
    `[the|our] (meeting|${kinds.kickoff}|${kinds.discussion}) (is|was) (over|done|finished|held|complete)`,
    `(close|finish|end|complete) [the|our] (meeting|${kinds.kickoff}|${kinds.discussion})`,
    `we are (done|finished|through) with [the|our] (meeting|${kinds.kickoff}|${kinds.discussion})`,
  ],
};

export const meetings: Rule[] = [
  ...answers,
  over,
  {
    intent: 'lead_kickoff',
    says: [
      `how (to|do i|do we|can i|should i|should we) (lead|run|moderate|hold|facilitate) (it|[the|our]
        ${kinds.kickoff}|[the|our] meeting)`,
      `[the] guide (for|to) [the|our] ${kinds.kickoff}`,
    ],
  },
  { intent: 'show_kickoff', says: [`[<show>] [<the>] ${kinds.kickoff}`] },
  {
    intent: 'show_agenda',
    with: { kind: 'kickoff' },
    says: [
      `[<show>] [<the>] agenda [for|of] [the|our|a] ${kinds.kickoff}`,
      `[<show>] [<the>] ${kinds.kickoff} agenda`,
      `what is (on|in) [the|our] ${kinds.kickoff} agenda`,
      `what (is|will be) on the agenda (of|for|at) [the|our] ${kinds.kickoff}`,
      `what (will we|are we going to|do we|shall we) (discuss|talk about|cover|do) (at|in|during) [the|our
        |a] ${kinds.kickoff}`,
      `(what|how) (happens|will happen|do we do|does it go) (at|in|during) [the|our|a] ${kinds.kickoff}`,
    ],
  },
  {
    intent: 'show_agenda',
    says: [
      `[<show>] [<the>] [meeting|discussion] agenda [please|for today|for tomorrow|of the meeting|for the
        meeting|of the discussion|for the discussion|of our meeting|for our meeting]`,
      `what is (on|in) [the|our] [meeting|discussion] agenda [today|tomorrow|this time|of the meeting|for
        the meeting|of the discussion|for the discussion]`,
      `what (will we|are we going to|do we|shall we) (discuss|talk about|cover) [in the meeting|in the
        discussion|today|at the meeting]`,
    ],
  },
  { intent: 'schedule_meeting', with: { kind: 'kickoff' }, says: arranged(kinds.kickoff) },
  { intent: 'schedule_meeting', with: { kind: 'discussion' }, says: arranged(kinds.discussion) },
  {
    intent: 'schedule_meeting',
    says: [
      `<book> [a|an|the|our|us a|us the|me a|next] [time for|date for|slot for] [the|our] [next] [group]
        ${mode} (meeting|call|appointment) [for|on|to|at|:] {when:when}`,
      `<book> [a|an|the|our|us a|us the|me a|next] [time for|date for|slot for] [the|our] [next] [group]
        ${mode} (meeting|call|appointment) ${vague}`,
      '<book> {when:moment} (for|as) [a|an|the|our] [group] (meeting|call)',
      `(meet|let us meet|shall we meet|could we meet|get together|we meet|we could meet|we should meet)
        [on|at|for] {when:moment}`,
      '(propose|suggest|i propose|i suggest|i would suggest|i would propose) {when:moment}',
      '(how|what) about [meeting] [on|at|a meeting on] {when:moment}',
      '(does|would) {when:moment} (work|suit|be okay|be good) [for] [you|you all|everyone|everybody|us|all]',
      '[the|our] (meeting|call) (on|at|is|is on|will be on|should be on|could be on|:) [:] {when:moment}',
      `when (is|do|can|should|shall|could) (we meet|our next meeting|the next meeting|the meeting|our
        meeting|we meet next)`,
      'when (do|will|can|shall) (we|i) (start|begin|kick off|get started|get going)',
      'when does (it|this|[the|our|my] <group>) (start|begin)',
      'meeting {when:moment}',
      '(reschedule|postpone|move|shift|change) [it|the time|the date|the meeting] to {when:moment}',
      '(do|try|say|make it|take) {when:moment}',
      'is {when:moment} (okay|fine|good|possible|convenient) [for] [you|you all|everyone|everybody|us|all]',
      `(propose|suggest|find|choose|pick) [a|another|the|some|a different|a new|one] (time|date|slot) [to
        meet|for it|for us]`,
    ],
  },
];
