// Hears about the course: which one, where it is, that it is done, and other links worth keeping.
import type { Rule } from '../pattern.ts';

const page = `[the|our|my] (resource page|page|intranet page|topic page|resources|resource list|links|link
  list|list|reading list|materials|material|list of links|list of resources|group|plan)`;
const pick = `(pick|choose|select|take|use|go with|go for|decide on|vote for|set|suggest|propose|
  recommend|add|i
    choose|we choose|i pick|we pick|we take|we chose|we picked|we will take|i recommend|i suggest|i
    propose|we suggest|we decided on)`;

export const course: Rule[] = [
  {
    intent: 'list_courses',
    says: [
      `[<show>] [<the>] [available|current|selected|chosen|possible|online|recommended] (<courses>|
        <course>) [there are|available|we chose|we take|list|page|we have|we selected]`,
      `[<show>] [<the>] [available|possible|online|recommended] (<courses>|<course>) (for|about|on)
        {topic:topic}`,
      `(suggest|recommend|find|offer|propose) [me|us] [a|some|any|the] (<courses>|<course>) [for us|to us|
        to me]`,
      `(suggest|recommend|find|search|search for|look for|offer|propose) [me|us] [a|some|any] (<courses>|
        <course>) (for|about|on) {topic:topic}`,
      `(what|which) (<courses>|<course>) (are there|do you have|can i take|can we take|is it|are available
        |is available|do we take|did we choose|did we pick|fits|fit|would you recommend|do you recommend|
        did you choose)`,
      '(are|is) there [any|a|some] (<courses>|<course>) (for|about|on) {topic:topic}',
      '(what|which) (<courses>|<course>) (are there|do you have|is there) (for|about|on) {topic:topic}',
      'what is (the|our) <course> [called|again]',
      'is there [already] (a|any) <course> [yet|already]',
      'where (is|do i find|can i find) (the|our|my) (<course>|link to the course)',
      '(start|open) (the|our|my) <course>',
      `[is there|do you know] any (<course>|<courses>) [you can recommend|you recommend|to recommend|for
        us|for me]`,
    ],
  },
  {
    intent: 'pick_course',
    says: [
      `${pick} [the|this|a|our|as] <course> [number|no|is|:|called|on|at] [:] {course}`,
      `${pick} {course} as [the|our|a|my] <course>`,
      `${pick} [a|the|our|another|different] <course>`,
      '[our|the|my] <course> (:|is|will be|should be|is called) [:] {course}',
      '[which|what] <course> (do|should|shall|can) we (take|choose|pick)',
    ],
  },
  {
    intent: 'complete_course',
    says: [
      `[i|we] [have|am|just] (done|finished|completed|complete|finish|did|taken|took|through|done with|
        finished with|through with) [with] [the|my|our|this|that] <course> [today|yesterday|this morning|last week|at last|on time]`,
      `[i|we] [have|just|have just] (done|finished|completed|complete|finish|did|taken|took) [the|my|our|
        this|that] <course> [called|:|on|about] [:] {course:topic}`,
      '[i|we] [have|just|have just] (finished|completed|took) [the|my|our|this|that] {course:topic} <course>',
      '[the|my|our] <course> [is|has been] (done|finished|completed|complete|over) [by me]',
      'mark [the|my|our] <course> [as] (done|finished|completed|complete)',
      'i am (done|finished|through) with (it|the course) [the course]',
      'i watched (it|the course|the video|all of it|all videos)',
    ],
  },
  {
    intent: 'reopen_course',
    says: [
      '[no] i have not (finished|completed|done|taken) [it|the <course>|<course>] [yet|after all]',
      'i am not (through|finished|done) [yet|after all|with it|with the <course>]',
      '[no] i did not (finish|complete|do|take) [it|the <course>|<course>] [yet|after all]',
    ],
  },
  {
    intent: 'finished',
    says: [
      '(done|finished|ready|completed)',
      'i [have] [just] (finished|completed|done|did) (it|this|that)',
      'all done',
    ],
  },
  {
    intent: 'add_link',
    says: [
      `(add|save|put|post|share) [the|this|a|another|my|our|new] [useful|good] (link|resource) (to|on|in|for|with) ${page} [:] {url:link}`,
      `(add|save|put|post|include|keep|share|attach|pin) [the|this|a|another|my|our|new] [link|url|
        resource|website|page|article|address|material|useful link|good link] [:|to|at] [:] {url:link} [to
        |on|onto|in|into|for|with] [${page}]`,
      `(add|save|put|post|include|keep|share|attach|pin) [the|this|a|another|my|our|new] [link|url|
        resource|website|page|article|address|material|useful link|good link] [:|to|at] [:] {url:link} (:|
        as|called|titled|named) {title}`,
      `(add|save|put|post|include|keep|share|attach|pin) [the|this|a|another|my|our|new] (link|url|
        resource|website|page|article|material) [:|called|titled] {title} [:|at|to] {url:link}`,
      `[a|here is a|here is|this is|found this|i found|i found this|i found a] [good|useful|interesting|
        great|nice|helpful|another] [link|resource|article|page|video|one] [:|to] [:] {url:link}`,
      `(add|save|share|post|suggest) [a|another|the|new|some] [useful|good|further|other] (link|resource|
        links|resources|url|material|materials)`,
      `(put|add) {url:link} (on|to|in|into|onto) ${page}`,
      `{url:link} [might|could|may] [be|is] (useful|helpful|interesting|worth reading|worth a look) [for
        us|for the group|for everyone]`,
      '(resource|link|url) : {url:link} [: {title}]',
      '(resource|material) : {title}',
    ],
  },
];
