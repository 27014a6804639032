// Hears how people want to be reminded and spoken to, and what they think of the bot.
import type { Rule } from '../pattern.ts';

const days = `(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|mondays|tuesdays|
    wednesdays|thursdays|fridays)`;
const often = `(daily|weekly|every day|every week|every morning|every other week|once a week|
  twice a week|each week|
    each day|monthly)`;
const pause =
  '(pause|stop|suspend|mute|silence|switch off|turn off|snooze|hold|halt|no|disable|skip|no more)';
const off = `${pause} [my|the|all|your|all my|any|sending me|all the|sending] [more] <reminders>`;
const quiet = `(do not|stop) (remind|reminding|nudge|nudging|notify|notifying|ping|pinging|bother|
  bothering|message|
    messaging) me`;
const away =
  '(i am|i will be) (away|on holiday|on vacation|on leave|off|out of office|out of the office|travelling)';

/** What of a cycle somebody can miss. */
const step = `[<the>] (kick off|kick off meeting|meeting|discussion|step|stage|course|practise|reflection)`;

const silence = (what: string): string[] => [
  `${what} [any more|for now|for a while|completely|at the moment]`,
  `${what} [any more] (until|till|til|up to) {until:date}`,
  `${what} [any more] (for|during) [the next] {duration:duration}`,
  `${what} [any more] (until|till|for|during|while) {rest:ignored}`,
];

export const service: Rule[] = [
  {
    intent: 'resume_reminders',
    says: [
      `(resume|restart|unpause|unmute|reactivate|continue|switch on|turn on|start|enable) [my|the|all|your
        |sending] <reminders> [again|back on]`,
      '(switch|turn) [my|the|all] <reminders> [back] on [again]',
      '(remind|notify|nudge) me again',
      '[you can] (start|begin|continue|resume) reminding me [again]',
      '[my|the|more|send] <reminders> [please] (again|on|back on)',
      'i am back [from holiday|from leave|from vacation|again|at work]',
    ],
  },
  {
    intent: 'pause_reminders',
    says: [
      ...silence(off),
      ...silence(quiet),
      ...silence('(put|set) [my|the|all] <reminders> (on hold|on pause|off)'),
      ...silence('(switch|turn) [my|the|all] <reminders> off'),
      ...silence('snooze'),
      ...silence(away),
      'leave me alone',
      'unsubscribe',
      ...silence('pause'),
      `(on|i am on) (holiday|vacation|leave) (until|till) {until:date}`,
      'too many (reminders|messages|notifications)',
    ],
  },
  {
    intent: 'set_channel',
    with: { channel: 'email' },
    says: [
      '(use|prefer|i prefer|switch to|change to) email [for] [my|the] [reminders]',
      `(send|get|receive|deliver) [me] [my|the] <reminders> (by|via|per|through|as|in an|by an|to my)
        email [instead]`,
      '(remind|notify) me (by|via|per|through) email [instead|not in teams]',
      '<reminders> (by|via|per) email [please|instead]',
    ],
  },
  {
    intent: 'set_channel',
    with: { channel: 'teams' },
    says: [
      '(use|prefer|i prefer|switch to) (teams|chat|the chat) for [my|the] <reminders>',
      `(send|get|receive|deliver) [me] [my|the] <reminders> (in|via|by|through) (teams|chat|the chat)
        [instead|not by email|here]`,
      '(remind|notify) me [here] (in|via|by|through) (teams|chat|the chat) [instead|not by email]',
      '(remind|notify) me here [instead|not by email]',
    ],
  },
  {
    intent: 'set_reminder',
    says: [
      `remind me ${often} [on|at|in|around] [{rest:ignored}]`,
      `remind me (every|on|each|next) ${days} [{rest:ignored}]`,
      `(remind|nudge|ping) me (at|in|tomorrow|next|about|to|of|on) [{rest:ignored}]`,
      `(set|set up|create|add|schedule|send me|send|i want|make|give me|get) [a|an|my|the|another] [
        ${often}] (reminder|reminders|nudge) [for|on|at|every|about|to|each|in] [{rest:ignored}]`,
      `(change|move|edit|adjust) [my|the] <reminders> [to|day|time] [{rest:ignored}]`,
      `${often} <reminders> [{rest:ignored}]`,
      '[<show>] [<the>] reminder (settings|times|options)',
      '[<show>] (my|your|the) reminders',
      'when do you remind me',
      'remind me',
      'reminders',
    ],
  },
  {
    intent: 'excuse_me',
    says: [
      'excuse me : {reason}',
      `excuse me (from|for) ${step}`,
      `excuse me (from|for) ${step} (:|because|since|as) {reason}`,
      `i (can not|will not) (take part|make it|come|be there) ([to|in|at] ${step}|this time|this week)`,
      `i (can not|will not) (take part|make it|come|be there) [[to|in|at] ${step}|this time|this week] (:|because|since|as)
        {reason}`,
    ],
  },
  {
    intent: 'catch_up',
    says: [
      `[i] [have] (caught up|catch up|catch up now) [[on|with] ${step}]`,
      `[i] [have] (caught up|catch up) [[on|with] ${step}] (:|by) {words}`,
    ],
  },
  {
    intent: 'go_on',
    says: [
      '(can|may|could) we (move on|go on|continue) [now]',
      '(move on|go on) [now]',
      `(go on|continue|carry on|move on|proceed|move forward|go ahead) without [waiting|the others|the
        rest|them|everyone|waiting for the others|waiting for the rest|waiting any longer]`,
      '(do not|stop|not) wait [for] [the others|the rest|them|everyone] [any longer|any more]',
      `(go on|carry on|move on|proceed|continue) [now|anyway|to the next stage|with the next stage|with
        the next step|to the next step]`,
      'skip waiting [for the others]',
      'next stage',
    ],
  },
  {
    intent: 'set_language',
    says: [
      `(speak|write|talk|answer|use|reply) [to me|with me|to us] [in] {language:language} [from now on|
        with me|to me]`,
      '(change|switch|set) [the|my|your] [language] (to|into|in) {language:language}',
      '[my|the] [preferred] language [:|is|to] {language:language}',
      '[in] {language:language} [language]',
      '(i speak|i prefer) {language:language}',
      'do you speak {language:language}',
    ],
  },
  {
    intent: 'set_language',
    says: [
      '(change|switch|set|choose) [the|my|your] language',
      '(which|what) languages (do you speak|are there|can i choose)',
    ],
  },
  {
    intent: 'feedback',
    says: [
      `[my|some|a bit of|general|here is my|here is some] feedback (:|for you|to you|on the bot|about the
        bot|about peerloop|for peerloop|on peerloop) [:] {text}`,
      `[give|leave|send|share|i have] [you|you some|you a bit of|you my|the bot|peerloop] [some|my|a]
        feedback [for you]`,
      `(give|send|leave) [you] [some|my] feedback (on|about|for|to) (you|the bot|this bot|peerloop|this
        app|the app) [: {text}]`,
      `(report|i found|there is) [a|an|this] (bug|problem|error) [in|with] [the|this] [bot|app|peerloop|
        you] [: {text}]`,
      'i (like|love|hate|do not like|enjoy) (this|the) (bot|app)',
      '(this|the) (bot|app) is (great|good|useful|helpful|annoying|bad|useless|terrible|awesome|confusing)',
      '(how|where) (can|do) i (give|leave|send) [you] feedback',
      '(suggestion|wish|complaint) [for the bot|for you|about the bot|about peerloop] : {text}',
    ],
  },
  {
    intent: 'open_resource_page',
    says: [
      `[<show>] [<the>] (resource page|group page|topic page|intranet page|page of our group|page of the
        group)`,
      '(open|show|show me|show us|where is|find) [the|our|my] page',
      `[give me|send me|what is|show me|where is] [the] link (to|for|of) (our|the|my) [resource|group|
        topic|intranet] page`,
    ],
  },
];
