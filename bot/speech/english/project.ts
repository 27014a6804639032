// Hears about the applied project: which kind, what it is called, and its tasks.
import type { Rule } from '../pattern.ts';

const kinds = {
  resource_page:
    '(resource page|intranet page|intranet resource page|page for the intranet|wiki page|topic page)',
  links: `(reference links|links|link list|link collection|collection of links|list of links|reference link
      collection|reference list)`,
  article: '(article|blog post|newsletter article|intranet article)',
  on_the_job: '(on the job|on the job project|job project|work project|project at work|workplace project)',
};
const make = '(do|build|create|make|write|start|set up|draft|publish|collect|produce|develop)';
const choose = `(choose|pick|select|take|go for|go with|decide on|vote for|we choose|we pick|we take|
  we go for|i choose
    |i pick|we want|our choice is|we decided on)`;
const propose = '(propose|suggest|idea for|i propose|i suggest|new|idea)';

const ofKind = ([kind, said]: [string, string]): Rule[] => [
  {
    intent: 'choose_project',
    with: { kind },
    says: [
      `${choose} [a|an|the|as] [project] [:|is|as] [a|an|the] ${said} [project|as project|as our project|
        as a project|for our project]`,
      `${choose} [a|an|the] ${said} [project] [:|called|titled|named] {title}`,
      `[our|the|my] project (is|will be|should be|:) [a|an|the] ${said} [called|titled|named|:] [{title}]`,
      `${make} [a|an|the|our|some] ${said} [together|project|as our project|as a project|about it|on it|
        for employees|for supervisors|for colleagues|for our topic|on our topic|about our topic]`,
      `${make} [a|an|the|our] ${said} (:|called|titled|named) {title}`,
    ],
  },
  {
    intent: 'propose_project',
    with: { kind },
    says: [
      `${propose} [a|an|the] project [idea] [:|of|to] [${make}] [a|an|the|our|some] ${said} [(about|on|for
        |with) {rest:ignored}]`,
      `${propose} [a|an|the|to ${make} a|to ${make} an|to ${make}] ${said} [as] [a|our|the] [project]`,
      `project idea [:|is] [${make}] [a|an|the|our|some] ${said} [(about|on|for|with) {rest:ignored}]`,
    ],
  },
];

const task = '(task|step|to do|todo)';
const done = '(done|finished|completed|complete|ready)';

export const project: Rule[] = [
  {
    intent: 'deliver_project',
    says: [
      '(deliver|hand over) [the|our] project',
      '[the|our] project is (delivered|finished|done|complete)',
    ],
  },
  ...Object.entries(kinds).flatMap(ofKind),
  {
    intent: 'choose_project',
    with: { kind: 'article' },
    says: ['(write|start|draft) [the|our] article {title:title}'],
  },
  {
    intent: 'choose_project',
    says: [
      `(choose|pick|select|take|vote for|we choose|we pick|we take|i choose|i pick) [a|our|the|another]
        project [<nr>|option] {ref:number}`,
      `(choose|pick|select|take|find|change|start|set up|decide on) [a|our|the|another|new|your] (project|
        project kind|kind of project|applied project)`,
      `(which|what) (project|projects|kinds of project|project kinds|project ideas) (can we do|are there|
        can we choose|can we choose from|could we do|should we do|can i choose|do you have)`,
      '[<show>] [<the>] project (ideas|kinds|options|types)',
    ],
  },
  {
    intent: 'propose_project',
    says: [
      '(propose|suggest|new|add) [a|an|our|another] [new] [applied] project [idea]',
      '[i have] [a|an] [new] project idea [: {rest:ignored}]',
      '(propose|suggest) [a|an|the] project : {rest:ignored}',
    ],
  },
  {
    intent: 'tell_result',
    says: [
      '(tell|record|write down|note) [the|our] result [of the project|of our project]',
      '[the|our] result of (the|our) project',
      'what came of (the|our) project',
    ],
  },
  {
    intent: 'list_tasks',
    says: [
      `[<show>] [<the>] [open|project|remaining|planner|outstanding|own|current] (tasks|task list|to do
        list|to dos|todos|steps) [of the project|for the project|list|left|in planner|of our project]`,
      '[<show>] [<the>] [applied] project [status|tasks|overview|page|state|plan]',
      `(what|which) tasks (are there|are open|do i have|do we have|are left|remain|are still open|are mine
        |are due)`,
      'what (is|are) (left|still open|open) [to do] (of|in|for|on|with) [the|our] project',
      'how is (the|our) project (going|doing|coming along)',
      'what do we have to do for the project',
      'project',
      'what is left [to do]',
    ],
  },
  {
    intent: 'complete_task',
    says: [
      `(complete|finish|close|tick off|check off|finished|completed|did|i did|i have done|i finished|i
        completed|i have finished|i have completed|we finished|we completed|we did|done with) ${task}
        [<nr>] {ref:number}`,
      `${task} [<nr>] {ref:number} [is|has been|:] ${done}`,
      `mark ${task} [<nr>] {ref:number} [as] ${done}`,
      `(mark|set) [the] {ref:topic} ${task} as ${done}`,
      `[the|my|our] {ref:number} ${task} [is] ${done}`,
      `[the|my|our] {ref:topic} ${task} [is|has been] ${done}`,
      `(complete|finish|close|tick off|check off|i finished|i completed|i have finished|we finished) [the|
        my|our] {ref:topic} ${task}`,
      `${task} : {ref:topic} ${done}`,
      `done : ${task} {ref:number}`,
    ],
  },
  {
    intent: 'take_task',
    says: [
      `(i take|i will take|i ll take|i do|i will do|i ll do|i want|take|give me|assign me|put me on|put me down for|i am on) ${task}
        [<nr>] {ref:number}`,
      `(i take|i will take|i ll take|take) [the] {ref:topic} ${task}`,
      `${task} [<nr>] {ref:number} is (mine|for me)`,
      `[i want to] take a ${task}`,
      '(who does what|who has which task|who takes what|who is doing what)',
    ],
  },
  {
    intent: 'put_back_task',
    says: [
      `(put back|give back|return|drop|release|hand back|i put back|i give back) ${task} [<nr>] {ref:number}`,
      `(put|give|hand) ${task} [<nr>] {ref:number} back`,
      `${task} [<nr>] {ref:number} is (not mine|not for me|no longer mine)`,
    ],
  },
  {
    intent: 'add_task',
    says: [
      `(add|create|new|make|open|enter|plan) [a|an|another|the|one more] [new] ${task} [for
        {assignee:name}] [:] [{title}]`,
      `assign [a|the|this|another] ${task} to {assignee:name} [: {title}]`,
      `(give|assign) {assignee:name} [a|the|another] ${task} [: {title}]`,
      `[new|another] ${task} [for {assignee:name}] : {title}`,
    ],
  },
];
