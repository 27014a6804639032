// Hears what somebody would like to learn, and questions about what there is.
import type { Rule } from '../pattern.ts';

const about = '(about|on|for|around|related to|to do with|regarding|concerning|like)';

export const topics: Rule[] = [
  {
    intent: 'withdraw_interest',
    says: [
      '(withdraw|remove|drop|cancel|delete|take back|revoke) [my|the] interest',
      'withdraw me from [the topic|topic] {topic:topic} [topic|list]',
      `(withdraw|remove|drop|cancel|delete|take back|revoke) [my|the] interest (in|for|from|on) [the topic
        |topic] {topic:topic} [topic]`,
      'withdraw (from|my name from) [the topic|topic] {topic:topic} [topic|list]',
      `[i am] (not|no longer) interested in [the topic|topic] {topic:topic} [any more|any longer|now|after
        all]`,
      'i do not want to learn [about] {topic:topic} (any more|any longer|after all)',
      'i no longer want to learn [about] {topic:topic}',
      'i am not interested [in it|in this|in that] [any more]',
      '(i have lost|i lost|lost) interest in {topic:topic}',
      'remove me from [the] [topic] {topic:topic} (topic|list|pool|waiting list|interest list)',
      'take me off [the] [topic] {topic:topic} [topic|list|pool|waiting list]',
      `(unregister|deregister|unsubscribe|sign off|unenrol) [me] (from|for) [the topic|topic]
        {topic:topic} [topic|list]`,
      'sign me off (from|for) {topic:topic}',
      'i (changed|have changed) my mind about {topic:topic}',
    ],
  },
  {
    intent: 'propose_topic',
    says: [
      `(propose|suggest|add|create|submit|offer|enter|open) (a|a new|the|another|one more|my|my own|new)
        [learning] topic`,
      `(propose|suggest|add|create|submit|offer|enter|open) [a|a new|the|another|one more|my|my own|new]
        [learning] topic [:|called|named|on|about|of] [:] {topic:topic}`,
      `(propose|suggest|add|submit|offer|create) {topic:topic} as [a|a new|the|another|my|new|one more]
        [learning] topic`,
      '[a|my] new topic [idea|called|is|would be|on|about] [:] [{topic:topic}]',
      `[i have] [a|an|another|my] [new] topic (idea|suggestion|proposal) [:|is|called|on|about] [:]
        {topic:topic}`,
      `(i have|i have got) (an idea|a suggestion|a proposal) for a [new] topic [:|called|on|about] [:]
        [{topic:topic}]`,
      '(how|what) about a [new] topic (on|about|called|for) {topic:topic}',
      `(there should be|we should have|we could have|could there be|can there be|have|we need) a [new]
        topic (on|about|called|for) {topic:topic}`,
      '{topic:topic} (should|could|would) be a [good|great|new] [new] topic',
      'there is no topic (on|about|for) {topic:topic} [yet]',
      'my topic is not (there|listed|on the list|in the list)',
    ],
  },
  {
    intent: 'list_topics',
    says: [
      `[<show>] [<the>] [list of] [<the>] [available|open|current|possible|learning|existing|
      new] topics [list]
        [there are|you have|on offer|available|i can choose from|to choose from|i can choose|i can learn|
        list|we have|of colleagues]`,
      '[the] (topic|topics) (list|catalogue|overview)',
      'list of [all] topics',
      `[show|see|open] [me] [the] (topic list|catalogue|catalogue of topics|list of topics|list of all
        topics)`,
      `(what|which) topics (are there|are available|are open|are on offer|do you have|do we have|exist|can
        i choose|can i choose from|can i learn|can i join|can i pick|can i pick from|is there)`,
      'what (can|could) (i|we) learn [here|with you|together|in peerloop]',
      'what is there to learn [here]',
      'what do (colleagues|people|others|other people|my colleagues|the others) want to learn',
      '(browse|search|find|explore) [for] [a|the|all|new] (topic|topics)',
      'anything new to learn',
      `[<show>] what (people|others|colleagues|my colleagues|everyone|everybody) (are learning|is learning
        |want to learn|wants to learn|learn)`,
      'what is (available|on offer|there) [to learn]',
      `[<show>] [<the>] [available|open] topics ${about} {query:topic}`,
      `(which|what) {query:topic} topics (are there|are available|do you have|do we have|can i choose|can
        i choose from|exist|can i learn|can i join)`,
      `(is|are) there [a|any|some] [open] (topic|topics) ${about} {query:topic}`,
      `(search|find|look) [for] [a|any|the] (topic|topics) ${about} {query:topic}`,
      '(search|find|look) [for] [a|any|the] {query:topic} (topic|topics)',
      `(do you have|do we have|got|have you got|have you) [a topic|any topic|any topics|topics|anything|something] ${about} {query:topic}`,
      `is there (anything|something) ${about} {query:topic}`,
      `(what|anything) (can i learn|could i learn|do you have|is there) ${about} {query:topic}`,
      'is (anyone|anybody|someone|somebody) [else] (learning|interested in) {query:topic}',
      'who [else] (wants to learn|is interested in) {query:topic}',
    ],
  },
  {
    intent: 'register_interest',
    says: [
      `[i am|i would be|we are] [very|really|also|quite|so] interested in [the topic|topic|the topic of|
        learning|learning about|learning more about] [:] {topic:topic}`,
      '[i have|i have got] [an|a strong|my|great|big] interest in [the topic|topic] {topic:topic}',
      `(register|record|note|express|declare|log|add|put down|enter|save) [my|an] interest (in|for|on)
        [the topic|topic] [:] {topic:topic}`,
      `(register|sign up|sign me up|register me|enrol|enrol me|enroll|enroll me|put me down|subscribe|
        subscribe me|i sign up|i register) (for|to|in|on) [the topic|topic] [:] {topic:topic} [topic]`,
      `(add|put) me (to|on) [the] [list for|topic|waiting list for|pool for|interest list for]
        {topic:topic} [topic|list|pool]`,
      'count me in for {topic:topic}',
      'learn [more about|about|something about|all about|everything about|about the topic] {topic:topic}',
      '(i would like|i want) to know more about {topic:topic}',
      'know more about {topic:topic}',
      `[i am|i would be] (keen on|curious about|keen to learn|eager to learn|keen to learn about|eager to learn
        about) [learning|learning about] {topic:topic}`,
      `{topic:topic} (interests me|sounds interesting|is interesting|is interesting to me|would interest
        me|would be interesting|would be interesting for me)`,
      '{topic:topic} is something i (want|would like|would love) to learn',
      'my (interest|topic) is {topic:topic}',
      'interest [:] {topic:topic}',
      'i am interested [in a topic|in something|in one of the topics]',
      '(register|record|note|add) [my|an] interest',
      'i (like|want|would like|would love) [to] learn [more] [about] {topic:topic}',
      'i (am wanting|am looking|wish) to learn [how to|about] {topic:topic}',
      `i [really] (want|would like|would love|need) to (get|become|be) better (at|in|with) {topic:topic}`,
      '(get|become|be) better (at|in|with) {topic:topic}',
      'how (i can|can i|do i|could i) (join|register|sign up|take part|enrol) [a group|here|in a group]',
      'register',
      'sign [me] up',
    ],
  },
];
