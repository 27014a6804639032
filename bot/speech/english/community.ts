// Hears about communities of practice: founding, joining and leaving one, asking in it, and its weekly digest.
import type { Rule } from '../pattern.ts';

const cop = '(community of practise|community|cop)';
const people = '[community|community of practise|people|colleagues|experts]';

export const community: Rule[] = [
  {
    intent: 'stop_digest',
    says: [
      `(stop|switch off|turn off|no|no more|pause|cancel|mute) [the|my|your|any] [weekly] [community|
        communities] (digest|digests)`,
      '(switch|turn) [the|my|your] [weekly] [community|communities] (digest|digests) off',
      'stop the weekly news of my communities',
    ],
  },
  {
    intent: 'resume_digest',
    says: [
      `(start|resume|switch on|turn on|send|send me) [the|my|your] [weekly] [community|communities]
        (digest|digests) [again]`,
      '(switch|turn) [the|my|your] [weekly] [community|communities] (digest|digests) [back] on [again]',
    ],
  },
  {
    intent: 'show_digest',
    says: [
      '[<show>] [<the>] [weekly] (digest|community digest|community news)',
      'what is new in [my|the|our] (communities|community)',
    ],
  },
  {
    intent: 'list_communities',
    says: [
      `[<show>] [<the>] (communities|communities of practise) [there are|i am in|list|i can join|of the
        company]`,
      '(which|what) (communities|communities of practise) (are there|exist|am i in|can i join|do we have)',
      `[<show>] [<the>] ${cop}`,
      `[<show>] [the] {community:community} ${cop}`,
      `is there a ${cop} (for|on|of|about) {area:topic}`,
    ],
  },
  {
    intent: 'found_community',
    says: [
      `(start|found|create|open|begin|launch|set up|make) [a|the|our|my] [new] ${cop}`,
      `(start|found|create|open|begin|launch|set up|make) [a|the|our|my] [new] ${cop} (for|on|of|about|
        in) [the|our|my] {area:topic}`,
      `(start|found|create|open|begin|launch|set up) [a|an|the|our|my] [new] {area:topic} ${cop}`,
    ],
  },
  {
    intent: 'join_community',
    says: [
      `(join|enter|be in|become a member of) [a|the|my|our] ${cop} [of my area]`,
      `(join|enter|become a member of) [the|our|my] ${cop} (for|on|of|about|in) {community:community}`,
      `(join|enter|become a member of) [the] {community:community} ${cop}`,
    ],
  },
  {
    intent: 'leave_community',
    says: [
      `(leave|quit|exit) [the|my|our|a] ${cop}`,
      `(leave|quit|exit) [the|my|our] {community:community} ${cop}`,
      `(leave|quit|exit) [the|my|our] ${cop} (for|on|of|about|in) {community:community}`,
    ],
  },
  {
    intent: 'share_tip',
    says: [
      `(share|give|add|post|write) [a|my|another|this] tip (in|with|for|to) [the] {community:community}
        ${people} [:] [{text}]`,
      `[a|my] tip (for|in) [the] {community:community} ${people} : {text}`,
      '[a|my] tip : {text}',
      '(share|give|add|post|write) [a|my|another|this] tip [with|in|for] [the|my|our] [community] [: {text}]',
    ],
  },
  {
    intent: 'search_community',
    says: [
      `(search|look|look in|search in) [the] {community:community} ${people} (for|:) {text}`,
      '(search|look|look in|search in) [the|my|our] (community|communities) (for|:) {text}',
    ],
  },
  {
    intent: 'ask_community',
    says: [
      `(ask|question for|a question for|question to) [the] {community:community} ${people} : {text}`,
      `ask [the] {community:community} ${people} {text:question}`,
      `ask [the] {community:community} ${people}`,
      `(ask|question for|a question for|question to) [the|my|our] ${cop} [:|about] {text}`,
      `ask [the|my|our] ${cop}`,
    ],
  },
  {
    intent: 'topic_under_community',
    says: [
      `(put|place|move) [the] topic {topic:topic} (under|in|into|below) [the] {community:community} [community|
        community of practise]`,
      `(put|place|move) [the] topic {topic:topic} (under|in|into|below) [the|a|my|our] ${cop}`,
    ],
  },
  {
    intent: 'topic_out_of_community',
    says: [
      `(take|remove|move) [the] topic {topic:topic} (out of|from) [the] {community:community} [community|
        community of practise]`,
      `(take|remove|move) [the] topic {topic:topic} (out of|from) [the|my|our] ${cop}`,
    ],
  },
  {
    intent: 'out_of_community',
    says: [
      `(take|remove|move) [<the>] <group> (out of|from) [the] {community:community} [community|
        community of practise]`,
      `(take|remove|move) [<the>] <group> (out of|from) [the|a|my|our] ${cop}`,
    ],
  },
  {
    intent: 'under_community',
    says: [
      `(put|place|move) [<the>] <group> (under|in|into|below) [the] {community:community} [community|
        community of practise]`,
      `(put|place|move) [<the>] <group> (under|in|into|below) [the|a|my|our] ${cop}`,
    ],
  },
];
