// Hears objectives: a person's own, and those that the group shares.
import type { Rule } from '../pattern.ts';

const edit = '(edit|change|reword|rewrite|rephrase|update|correct|modify|adjust|fix|improve|replace|revise)';
const remove = '(remove|delete|drop|erase|strike|discard|get rid of|take out|scrap)';
const to = '(:|to|into|with|by|as|to be) [:]';

/** Where at work the group could use what it learns. */
const opportunities: Rule = {
  intent: 'opportunity',
  says: [
    `[business|a|an|one|another|my|new] (opportunity|problem|application|use case) (:|is|would be|could be
      |is that) [:] {text}`,
    '(i|we) could (<use>) (<it>) [out] (to|in|for|on|at|with|when) {text}',
    '(<it>) could be (used|applied|useful|helpful) (to|in|for|on|at|with|when) {text}',
    '[one|a|another|the] problem (i|we) have [at work] is {text}',
    '[a|one] place to (<use>) (<it>) (is|would be) {text}',
    `(add|name|note|new|propose|suggest|record|enter) [an|a|another|one more|the|new] (opportunity|
      business problem|application) [:] [{text}]`,
    '[<show>] [<the>] (opportunities|business opportunities)',
    '[a|one|another|our|my] problem [at work|of ours] : {text}',
    '(name|add|note) [a|another|one|our|my] problem [at work] [: {text}]',
    '[our] problems [at work]',
  ],
};

/** Said of a sentence that somebody has proposed for the group. */
const answers: Rule[] = [
  {
    intent: 'object_shared',
    says: [
      'i do not accept [it|this|that|the <shared> <objective>|the <objective>] [(because|since|:) {text}]',
      'object [to it|to that] [(because|since|:) {text}]',
    ],
  },
  {
    intent: 'accept_shared',
    says: [
      '[yes] [i] accept (it|this|that|the proposal|the wording|the sentence)',
      '[yes] [i] accept [the|this|that|our] [<shared>] <objective>',
      'answer [a|the] [<shared>] <objective>',
    ],
  },
];

export const objectives: Rule[] = [
  opportunities,
  ...answers,
  {
    intent: 'propose_shared',
    says: [
      `(propose|suggest|add|offer|new|enter) [a|an|the|as|another|as a|as our|new] [new] <shared>
        <objective> [:|to|is|would be] [:] [{objective}]`,
      '[our|a|the] <shared> <objective> [is|would be|could be] [to] [:] {objective}',
      'shared : {objective}',
      `our [<shared>] [first|second|next|other] <objective> (could be|should be|might be|is|would be|can
        be|will be) [to|that we can|:] {objective}`,
      'as a (group|team) we (want|should|could|would like) [to be able] to {objective}',
      'as a shared objective i (propose|suggest) [to|that|:] {objective}',
      'for the group i (propose|suggest) [to|that we|:] {objective}',
      'i (propose|suggest) as [a|our] shared objective [to|that|:] {objective}',
    ],
  },
  {
    intent: 'edit_objective',
    says: [
      `${edit} [my] <objective> [<nr>] {ref:number} [${to} {objective}]`,
      `${edit} [my|the] {ref:number} <objective> [${to} {objective}]`,
      `${edit} [my] [last|latest] <objective> [${to} {objective}]`,
      '<objective> {ref:number} (should be|should read|should say|becomes|is now) [:] {objective}',
    ],
  },
  {
    intent: 'remove_objective',
    says: [
      `${remove} [my] <objective> [<nr>] {ref:number}`,
      `${remove} [my|the] {ref:number} <objective>`,
      `${remove} [my|the] [last|latest] <objective>`,
      `${remove} [my|the] {ref:topic} <objective>`,
      `${remove} [my|the] [last|latest] <objective> (about|on) {ref:topic}`,
    ],
  },
  {
    intent: 'complete_objective',
    says: [
      '(complete|finish|achieve|reach|close|tick off|check off) <objective> [<nr>] {ref:number}',
      '<objective> [<nr>] {ref:number} [is|has been] (done|completed|complete|achieved|finished|reached|met)',
      'i [have] (completed|finished|achieved|reached|met) [my] <objective> [<nr>] {ref:number}',
      'i [have] (completed|finished|achieved|reached|met) [my|the] {ref:topic} <objective>',
      'mark <objective> [<nr>] {ref:number} as (done|completed|complete|achieved|finished|reached)',
    ],
  },
  {
    intent: 'list_objectives',
    says: [
      `[<show>] [<the>] [own|current|group|shared|individual] <objectives> [again|i have|i set|so far|of
        mine|of my group|of our group|list|we have]`,
      '[list|overview] of [<the>] <objectives>',
      `(what|which) [<the>] <objectives> (do i have|do we have|have i set|did i set|are mine|have i
        written|did i write|are there|have we agreed|did we agree|did we agree on)`,
      'what (are|were) [my|our] [learning|own] <objectives> [again]',
      'what did (i|we) want to learn',
      'what (did|have) i (set|written|write) myself',
      'what are (we|i) (learning|aiming for)',
    ],
  },
  {
    intent: 'add_objective',
    says: [
      `(add|set|write|write down|record|note|note down|save|name|define|enter|create|put down|new) [a|an|
        another|one more|the|my|new|a new|my own] [new|next|first|second|third] (<objective>|<objectives>)`,
      `(add|set|write|write down|record|note|note down|save|name|define|enter|create|put down|new) [a|an|
        another|one more|the|my|new|a new|my own] [new|next|first|second|third] <objective> [:|to|called|
        is|of|is to] [:] {objective:aim}`,
      `(add|save|note|record|put|set|take) [:] {objective:aim} (to|as) [a|an|one of|another] [my]
        (<objective>|<objectives>) [list]`,
      `[my|another|one more|as my|as an|second|first|third] [new|first|second|third|next|other|personal|
        only|main|learning] <objective> (:|is|would be|will be) [to|to be able to|that i can] [:]
        {objective:aim}`,
      '[my] <objective> {ref:number} : {objective:aim}',
      '(another|one more) <objective>',
      'i [also] (want|would like|would love) [also] to (be|become|get) {objective:aim}',
      'i would like learn to {objective:aim}',
      'set myself the <objective> (of|to|:) {objective:aim}',
      '[by the end] [i want to|we want to|i would like to] be able to {objective:aim}',
      'learn [how] to {objective:aim}',
      'i want to learn [how] to {objective:aim}',
    ],
  },
];
