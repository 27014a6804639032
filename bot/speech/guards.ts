// Says which sentences are not to be acted on, whatever they ask for: attacks, claimed roles, other people's words.
import type { Folded } from './fold.ts';

const markup = /<\/?[a-z!][^<>]{0,200}>|\bon(?:error|load|click)\s{0,3}=|javascript:|\$\{|\{\{/i;
const database = /'\s{0,3}or\s{1,3}['\d]|\bdrop\s{1,3}table\b|\bunion\s{1,3}select\b/i;

const orders =
  /\b(?:ignore|disregard|forget|override|bypass|skip) .{0,40}\b(?:instructions?|rules|prompts?|guidelines|restrictions|programming|permissions?|policies) /;
const disguise =
  /\b(?:system prompt|developer mode|debug mode|jailbreak|sudo|root access|you are now|pretend (?:to be|that|you)|act as (?:an? |the |my )?(?:admin|administrator|facilitator|system|developer|hr) )/;

const reach =
  'show|see|read|view|list|give|send|export|download|delete|erase|remove|wipe|get|tell|access|open|share|forward|copy|reveal|change|edit|print|close';
const role =
  'admin|administrator|facilitator|supervisor|manager|boss|head|hr|developer|owner|ceo|director|superuser|support';
const claim = new RegExp(
  `\\b(?:as|i am|being|this is|speaking as) (?:an? |the |your |their |her |his |our )?(?:new )?(?:${role}) .{0,60}\\b(?:${reach}) `,
);

const words =
  'data|information|records|objectives?|commitments?|promises?|ratings?|assessments?|answers|messages|chats?|notes|progress|check ins?|evidence|interests?|profile|account';
const own = "(?:that|what|it|let|here|there|who|today|where|how|he|she|group|kick off)'s";
const theirs = new RegExp(
  `^(?:.{0,30} )?(?:${reach}|what (?:is|are|was|were)|how is) (?:.{1,40} )?(?!${own} )(?:[\\p{L}]+(?:'s|s')|his|her|their|everyone's|everybody's) (?:[^ ]+ ){0,2}(?:${words}) `,
  'u',
);
const others =
  '(?:my (?:team|boss|manager|colleagues?|staff|employees?|reports|supervisor)|everyone|everybody|all (?:users|members|people|employees)|the others|others|another|other (?:people|members|users|groups)|him|her|them|someone|somebody)';
const ofOthers = new RegExp(
  `\\b(?:${reach}) .{0,40}\\b(?:${words}) (?:you have )?(?:of|for|from|about|on|by|belonging to) ${others} `,
);
const everybodys = new RegExp(`\\b(?:${reach}) (?:me )?(?:all )?(?:${others}) (?:${words}) `);

const never = [orders, disguise, claim, theirs, ofOthers, everybodys];

export const isRefused = ({ source }: Folded, line: string): boolean =>
  markup.test(source) || database.test(source) || never.some((shape) => shape.test(line));
