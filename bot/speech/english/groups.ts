// Hears about groups: which there are, how one's own is doing, and taking, refusing or leaving a seat.
import type { Rule } from '../pattern.ts';

export const groups: Rule[] = [
  {
    intent: 'list_groups',
    says: [
      `[<show>] [<the>] [open|existing|current|learning] groups [i am in|i am a member of|i belong to|that
        exist|there are|available|list|of mine|i joined]`,
      '[list|overview] of [<the>] groups',
      `(which|what) groups (am i in|do i belong to|am i a member of|are there|exist|can i join|do i have|
        are open|are available)`,
      '(in which|which) (group|groups) am i [a member of|in]',
      'am i in [a|any] (group|groups)',
      'what (did|have|am) i [already] (sign up|signed up|sign on|signed on|register|registered) for',
      'what am i (waiting for|part of)',
      'do i have a group [already|yet]',
    ],
  },
  {
    intent: 'leave_group',
    says: [
      '(leave|quit|exit) [<the>] <group>',
      '(leave|quit|exit) [the|my|our] {topic:topic} <group>',
      '(leave|quit|exit) [the|my|our] <group> (on|about|for|called) {topic:topic}',
      'i (leave|quit|am leaving|am quitting) [<the>] <group>',
      '(get|step|drop) out of [<the>] <group>',
      '(remove|take) me (from|out of|off) [<the>] <group>',
      '(remove|take) me (from|out of|off) [the|my|our] {topic:topic} <group>',
      'i (do not|no longer) want to be (in|part of|a member of) [<the>] <group> [any more|any longer]',
      'no longer be (in|part of|a member of) [<the>] <group>',
      'give up my (seat|place|spot)',
      'i (leave|quit|am leaving|want to leave|would like to leave)',
      'leave',
      'end my membership',
      `i have [got] no (time|energy) [left|any more] [for (it|this|that|[<the>] <group>)] [and|so] [can i|may i|
        want to|i want to|i have to|i must|i need to|i would like to] leave [<the>] [<group>]`,
    ],
  },
  {
    intent: 'accept_seat',
    says: [
      `[yes|okay|sure|great|count me] [i] (am in|in|join|will join|would love to join|am happy to join|
        will be part of it|take part|will take part|am on board) [gladly|with pleasure|for sure]`,
      'count me in',
      `[i|yes i|happy to] [will|would like to|gladly] (accept|take) [the|my|this|that] [offered] [seat|
        place|spot|invitation|offer|proposal|invite]`,
      'i (accept|want in)',
      'i will take (it|the seat|the place|the spot)',
      '[yes] [i] (would love to|with pleasure|gladly)',
      'join (the proposed|this|that|the new) group',
      'yes (count me in|i would love to|i will join|i accept)',
      'happy to (join|be in|take part|be part of it)',
    ],
  },
  {
    intent: 'decline_seat',
    says: [
      `[no|sorry|i|no i|no thanks i] [will|would like to|must|have to|need to] (decline|reject|turn down|
        refuse) [the|my|this|that|it] [offered] [seat|place|spot|invitation|offer|proposal|invite] [this
        time|for now]`,
      '[i am|count me] out',
      'count me out',
      `i (can not|will not|do not want to|am not able to|am not going to) (join|take part|take the seat|
        accept|participate|be part of it)`,
      '[maybe|perhaps|no|no thanks|sorry] (not this time|next time|another time)',
      'i [will|would rather] (pass|skip) [this time|on this|on this one]',
      '[i will] sit this one out',
      'give (my|the) (seat|place|spot) to (someone|somebody) else',
      'not for me',
      '(no time|i have no time) [for it|for this|for that|right now|at the moment|this time]',
    ],
  },
  {
    intent: 'join_group',
    says: [
      'join',
      'join [a|the|another|some] <group>',
      'find [me] a <group>',
      'join [the|a|your|our] <group> [on|about|for|called|of|:] {topic:topic}',
      'join [the|a] {topic:topic} [<group>]',
      '(be part of|be in|become a member of|become part of|get into|enter) [the|a] {topic:topic} <group>',
      `(be part of|be in|become a member of|become part of|get into|enter|take part in|participate in)
        [the|a] <group> (on|about|for|called) {topic:topic}`,
      '(add|let|put) me [to|into|in] [the] {topic:topic} <group>',
      `is there [a free seat|a seat|a free place|room|space|a place] [left] (in|for me in) [the]
        {topic:topic} <group>`,
    ],
  },
  {
    intent: 'another_topic',
    says: [
      `(add|take up|take on|start|choose|pick|have|propose|suggest) (a|another|a second|a new|a different|one more) topic
        (to|for|in|with) (our|the|my|this) <group> [: {topic:topic}]`,
      `(add|take up|take on) {topic:topic} as (another|a second|a new|one more|our second|our new) topic
        (to|for|in|of) (our|the|my|this) <group>`,
      `(change|switch|replace) (our|the|my) topic [to {topic:otherTopic}]`,
      '(change|switch|replace) the topic of (our|the|my) <group> [to {topic:otherTopic}]',
      // Meetings, modes and seats are switched, too: a topic is what is called one, or is known as one.
      '[let us|we want to|we would like to|i want us to] switch to the topic [:] {topic:topic} [instead]',
      '[let us|we want to|we would like to|i want us to] switch to {topic:namedTopic} [instead]',
      '(our|my|the) <group> (wants to|would like to|should) [also] (learn|take up|take on|switch to|change to) the topic [:] {topic:topic}',
      '(our|my|the) <group> (wants to|would like to|should) [also] (learn|take up|take on|switch to|change to) {topic:namedTopic}',
      '[we] (want|need|would like) [to have] (another|a second|a different|a new) topic [for our <group>|in our <group>|as a <group>]',
      '(another|a second|a different) topic (for|in) (our|my|the|this) <group> [: {topic:topic}]',
    ],
  },
  {
    intent: 'show_u',
    // The letter alone is folded to the word that it is short for elsewhere.
    says: [
      '(where|how far) (are we|am i|is our group|is my group|is the group) [now] (on|in|along|down|up) the (u|you)',
      '[<show>] [what is] the (u|you) [theory|process]',
      '(show|explain) [me|us] (the|our) [whole] (way|stages|steps)',
      'what stages are there',
    ],
  },
  {
    intent: 'group_status',
    says: [
      `[<show>] [<the>] [group|learning group] (group|status|stage|overview|team overview|members|member list|group
        status|group overview|team)`,
      '[the] status of [<the>] <group>',
      'how is [<the>] <group> (doing|going|getting on|coming along)',
      `where (are we|do we stand|is our group|is my group|is the group|are we at|are we now) [right now|
        now|at the moment]`,
      `what is (next|our next step|the next step|up next|the current step|our status|our stage) [for us|
        for our group|for my group|for the group|in our group|now]`,
      'what (comes|happens) (next|now|then|after this|after that|afterwards)',
      '[our|my|the] next (step|steps)',
      '(what|which) (stage|step|phase) (are we|is our group|is my group|is the group) [in|at|on] [now]',
      'who [is|else is|is also|is else] in [<the>] <group> [with me]',
      `who are (the members|the others|my peers|the other members) [of my group|of our group|in my group|
        in our group]`,
      'who [else] is in [it|with me]',
      '(who|what) (are|is) (we|the group|my group|our group) (waiting for|still missing)',
      'who is [still] missing',
      'what is (happening|going on) [now|with my group|with our group|in our group]',
      '(so|okay) what is next',
      'what next',
      'what do (i|we) (have|need) to do [next|now]',
      'what should (we|i) do next',
    ],
  },
];
