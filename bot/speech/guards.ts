// Says which sentences are never acted on: attacks, claimed roles, and other people's words.
import type { Folded } from './fold.ts';

const oneOf = (words: string) =>
  `(?:${words
    .trim()
    .split(/\s*,\s*/)
    .join('|')})`;

const markup = /<\/?[a-z!][^<>]{0,200}>|\bon(?:error|load|click)\s{0,3}=|javascript:|\$\{|\{\{/i;
const database = /'\s{0,3}or\s{1,3}['\d]|\bdrop\s{1,3}table\b|\bunion\s{1,3}select\b/i;

const overrule = oneOf('ignore, disregard, forget, override, bypass, skip');
const rules = oneOf(`instruction, instructions, rules, prompt, prompts, guidelines, restrictions, programming,
  permission, permissions, policies`);
const disguise = oneOf(`system prompt, developer mode, debug mode, jailbreak, sudo, root access, you are now,
  pretend to be, pretend that, pretend you`);
const posing = oneOf('as, i am, being, this is, speaking as, act as');
const role =
  oneOf(`admin, administrator, facilitator, supervisor, manager, boss, head, hr, developer, owner, ceo,
  director, superuser, support, system`);

const reach =
  oneOf(`show, see, read, view, list, give, send, export, download, delete, erase, remove, wipe, get, tell,
  access, open, share, forward, copy, reveal, change, edit, print, close`);
const words =
  oneOf(`data, information, records, objective, objectives, commitment, commitments, promise, promises,
  rating, ratings, assessment, assessments, self assessment, answers,
  message, messages, chat, chats, note, notes,
  progress, check in, check ins, evidence, interest, interests, profile, account`);
const others =
  oneOf(`my team, my boss, my manager, my supervisor, my colleague, my colleagues, my staff, my employees,
  my reports, everyone, everybody, all users,
  all members, all people, all employees, the others, others, another,
  other people, other members, other users, other groups, him, her, them, someone, somebody`);
/** What ends in 's and is nobody. */
const nobody = oneOf('that, what, it, here, there, who, today, where, how, group');

const never = [
  new RegExp(`\\b${overrule} .{0,40}\\b${rules} `),
  new RegExp(`\\b${disguise} `),
  new RegExp(`\\b${posing} (?:an? |the |your |their |her |his |our )?(?:new )?${role} .{0,60}\\b${reach} `),
  new RegExp(
    `^(?:.{0,30} )?(?:${reach}|what (?:is|are|was|were)|how is) (?:.{1,40} )?` +
      `(?:(?!${nobody}'s )\\p{L}{1,40}(?:'s|s')|his|her|their) (?:[^ ]{1,40} ){0,2}${words} `,
    'u',
  ),
  new RegExp(
    `\\b${reach} .{0,40}\\b${words} (?:you have )?(?:of|for|from|about|on|by|belonging to) ${others} `,
  ),
  new RegExp(`\\b${reach} (?:me )?(?:all )?${others} ${words} `),
];

export const isRefused = ({ source }: Folded, line: string): boolean =>
  markup.test(source) || database.test(source) || never.some((shape) => shape.test(line));
