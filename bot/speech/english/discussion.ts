// Hears what is unclear, which of it matters, and a colleague being asked how they use what they learned.
import type { Rule } from '../pattern.ts';

export const discussion: Rule[] = [
  {
    intent: 'show_discussion',
    says: [
      '[<show>] [<the>] <discussion>',
      '[<show>] [<the>] [open|other] (unclear points|unclear questions|open points|open questions|challenges)',
      '(this|that|it|everything) is clear [now] [to me|for me|to us]',
      'what is [still] unclear',
    ],
  },
  {
    intent: 'mark_point',
    says: [
      '[the] (point|question|number|nr|unclear point) {position:number} (matters|is important) to me [too|as well|also|most]',
      '[the] {position:number} (point|question|one|unclear point) (matters|is important) to me [too|as well|also|most]',
      '(this|that|it|this point|that point|this question|that question) (matters|is important) to me [too|as well|also|most]',
      '[i] (vote|am|would vote) for (point|question|number) {position:number}',
      '(prioritise|prioritize|rank) (point|question|number) {position:number} [first|higher]',
      `[i want to|i would like to|let us|we should|can we] (talk about|discuss|start with|begin with) (point|question|number)
        {position:number} [first]`,
      'i [also|too] care about (point|question|number) {position:number} [too|as well|also]',
    ],
  },
  {
    intent: 'unmark_point',
    says: [
      '[the] (point|question|number|unclear point) {position:number} (can wait|is not [that|so] important [to me]|does not matter to me) [any more|anymore]',
      '[the] {position:number} (point|question|one) (can wait|is not [that|so] important [to me]|does not matter to me) [any more|anymore]',
      '(this|that|this point|that point|this question|that question) (can wait|is not [that|so] important to me|does not matter to me) [any more|anymore]',
    ],
  },
  {
    intent: 'answer_challenge',
    says: [
      '[my|an|the|here is my] answer [is] : {text}',
      'my answer is {text}',
      'i answer [:] {text}',
      'answer [a|the|my|this|her|his] (challenge|question)',
      '(answer|my answer)',
      'i (do not want to|would rather not|will not|can not) answer [it|this|that]',
    ],
  },
  // The card says that this is an answer, too.
  {
    intent: 'answer_challenge',
    with: { text: 'Not tried yet' },
    says: ['[i have] not tried [it|this|that] [yet]', 'i have not tried [it|this|that] [yet]'],
  },
  {
    intent: 'challenge',
    says: [
      '(challenge|invite) {member:name} [to answer]',
      'challenge {member:name} (:|on|about|with|by asking|with the question|to say|to tell us) [:] {text}',
      'challenge {member:name} {text:question}',
      `(ask|i ask|i would ask|question for|a question for|a question to|question to) {member:name} (:|
        about) {text}`,
      '(ask|i ask|i would ask) {member:name} {text:question}',
      'challenge (someone|somebody|a colleague|a member|another member|one of the others|a peer)',
      '[a|new|my] challenge for {member:name} [: {text}]',
    ],
  },
  {
    intent: 'ask_question',
    says: [
      `(ask|add|note|raise|post|write down|record|collect|bring up) [a|another|one|my|this|the|an]
        (question|unclear point|open question|open point)`,
      `(ask|add|note|raise|post|write down|record|collect|bring up) [a|another|one|my|this|the|an]
        (question|unclear point|open question|open point) [for|to] [the] [discussion|group|meeting] (:|
        about|on|regarding) [:] {question}`,
      `i (have|got|have got) [a|another|one|one more|an] (question|unclear point|open question|open point)
        [for the group|for the discussion|for our discussion|for the meeting]`,
      `i (have|got|have got) [a|another|one|one more|an|some] (question|questions|unclear point|open
        question) [for the group|for the discussion|for our discussion|for the meeting] (:|about|on|
        regarding) [:] {question}`,
      `[my|a|another|next|one more] (question|unclear|unclear point|open question) [for the group|for the
        discussion|is] [:|about] [:] {question}`,
      '(ask|i ask) the (group|others) [:|about] {question}',
      `{question} (is|are|was|were|remains|seems) [still] [a bit|quite|rather|very|not] (unclear|not clear
        |confusing|clear to nobody) [to me|for me]`,
      '{question} (is|was) not [at all|quite|really] clear [to me|for me|yet]',
      `i (do not|did not|can not|could not) [really|quite|fully|yet] (understand|get|follow|see)
        {question:question}`,
      'i (do not|did not|can not|could not) [really|quite|fully|yet] (understand|follow) the {question}',
      'what (is|was) unclear (to me|for me) is {question}',
      'something is unclear [to me]',
      'can (someone|somebody|anyone|anybody) (explain|clarify) {question}',
    ],
  },
  // After "Question: how …", whose first word is nobody's name.
  { intent: 'challenge', says: ['{member:name} : {text:question}'] },
];
