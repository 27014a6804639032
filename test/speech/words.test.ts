// The catalogue: every sentence that is said is there, every sentence that is there is said, and each can be read.
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { readerships, type Stage, sections, served, stages, verdicts } from '../../bot/group/events.ts';
import { losses, parts } from '../../bot/group/parts.ts';
import { programmes } from '../../bot/group/policy.ts';
import { starterNames } from '../../bot/knowledge/starters.ts';
import { kinds } from '../../bot/lifecycle/applyProject/templates.ts';
import { ratings } from '../../bot/lifecycle/assess/assess.ts';
import { linkSteps, placeSteps } from '../../bot/lifecycle/decision.ts';
import { modes } from '../../bot/lifecycle/loop.ts';
import { meetingKinds } from '../../bot/lifecycle/meeting.ts';
import { isKey, languages, speaker } from '../../bot/speech/say.ts';
import { skills } from '../../bot/topic/topic.ts';
import de from '../../bot/words/de.json' with { type: 'json' };
import en from '../../bot/words/en.json' with { type: 'json' };
import es from '../../bot/words/es.json' with { type: 'json' };
import fr from '../../bot/words/fr.json' with { type: 'json' };
import { stepStates } from '../../bot/workspace/blueprint.ts';
import { readTree } from '../house/tree.ts';

const catalogues: Record<(typeof languages)[number], Record<string, string>> = { en, de, fr, es };
const keys = Object.keys(en);

/** In the words of the code a star is what it puts in: which keys that makes. */
const points = ['introductions', 'shared', 'opportunity', 'material', 'course', 'resource'];
const checks = ['title', 'notes', 'check1', 'check2', 'check3'];
const ofArticles = ['Asked', 'Review', 'Changed', 'Out', 'Left', 'Stuck'].map((it) => `article${it}`);
const told = [
  'memberLeft',
  'memberJoined',
  'projectReady',
  'projectStuck',
  'projectDelivered',
  ...ofArticles,
];
const families: Record<string, readonly (string | number)[]> = {
  'stage.*': stages,
  'stage.do.*': stages,
  'help.stage.*': stages,
  'help.takes.*': stages,
  'help.gives.*': stages,
  'u.*': stages,
  'help.say.*': [...stages, 'none', 'proposed'],
  'post.stage.*': stages,
  'post.thread.*': ['question', 'tip'],
  'ask.kind.*': ['question', 'tip'],
  'thread.title.*': ['question', 'tip'],
  'kind.*': ['learningGroup', 'managers', 'community'],
  'programme.*': programmes,
  'topics.propose.*': ['employees', 'managers'],
  'skill.*': skills,
  'why.*': [
    'Forbidden',
    'MaximumPlannerPlans',
    'appBlocked',
    'channelsFull',
    'groupNaming',
    'labelRequired',
    'membersFull',
    'noFacilitator',
    'noTeam',
    'planTeamFull',
    'teamCreation',
    'teamFailed',
    'teamsFull',
  ],
  'starter.*.*': [],
  'starter.*.title': starterNames,
  'mode.*': modes,
  'place.failed.*': placeSteps,
  'pageLeft.*': ['pageEdited', 'pageGone', 'pageWithheld', 'pageFailed'],
  'workspace.*': [...placeSteps, 'plan', 'task', 'article', 'archive', 'removePlan', ...linkSteps],
  'workspace.is.*': stepStates,
  'lost.*': losses,
  'lost.part.*': parts,
  'assess.rating.*': ratings,
  'checkIn.progress.*': [0, 25, 50, 75, 100],
  'progress.band.*': ['starting', 'onTheWay', 'nearly', 'there'],
  'page.links.*': sections,
  'project.kind.*': kinds,
  'project.kind.*.why': kinds,
  'job.for.*': served,
  'project.readers.*': readerships,
  'article.readers.*': readerships,
  'article.lead.*': readerships,
  'article.aim.*': readerships,
  'article.next.*': readerships,
  'article.next.*.first': readerships,
  'article.next.*.then': readerships,
  'article.next.*.join': readerships,
  'kickOff.point.*': [...points, 'project'],
  'kickOff.tip.*': points,
  'material.lacking.*': ['both', 'provided'],
  'verdict.*': verdicts,
  'guide.*': points,
  'guide.*.how': points,
  'time.ask.*': meetingKinds,
  'time.agreed.*': meetingKinds,
  'time.title.*': meetingKinds,
  'time.offers.*': ['all', 'some', 'hours'],
  'invitation.subject.*': meetingKinds,
  'invitation.private.*': meetingKinds,
  '*.title': told,
  '*.body': told,
  '*.show': ['checkIn', 'practice', 'progress', 'reflection'],
  '*.add': ['material', 'opportunity', 'resource', 'shared'],
  '*.name': ['course', 'resource'],
  '*.nameExample': ['course', 'resource'],
  '*.nameRequired': ['course', 'resource'],
};
/** Tasks of the four kinds of project; the code makes these keys in two parts. */
const tasks = kinds.flatMap((kind) =>
  [1, 2, 3, 4, 5]
    .slice(0, kind === 'links' ? 4 : 5)
    .flatMap((n) => checks.map((it) => `project.${kind}.${n}.${it}`)),
);
/** Made like keys, but names of cards and refusals. */
const otherNames = ['post.*', 'began.*', 'refused.*', 'noUndo.*', 'kickOff.*'];
const ofTasks = 'project.*.*';

const inStarters = starterNames.flatMap((name) =>
  ['why', 'question1', 'question2', 'question3', 'exercise', 'progress'].map((it) => `starter.${name}.${it}`),
);

const madeBy = [
  ...Object.entries(families).flatMap(([family, members]) =>
    members.map((it) => family.replace('*', String(it))),
  ),
  ...inStarters,
];

const sources = [...readTree()].filter(
  ([path]) => /^(?:bot|tab|infra)\/.*\.tsx?$/.test(path) && !path.startsWith('bot/speech/english/'),
);
const texts = (of: typeof sources) => of.map(([, text]) => text).join('\n');
const code = texts(sources.filter(([path]) => path.startsWith('bot/')));
const written = new Set([...texts(sources).matchAll(/'([\w.]+)'/g)].map(([, text = '']) => text));
const computedIn = (text: string) =>
  [...text.matchAll(/`((?:[\w.]|\$\{[^}`]*\})*\$\{[^}`]*\}(?:[\w.]|\$\{[^}`]*\})*)`/g)].map(([, it = '']) =>
    it.replace(/\$\{[^}]*\}/g, '*'),
  );
const computed = computedIn(code);
const shapeOf = (pattern: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^.]+')}$`);
const matches = (pattern: string) => keys.some((it) => shapeOf(pattern).test(it));
/** The tab checks its own keys when it is built: what it computes under its own name is taken to be all there is. */
const byTab = computedIn(texts(sources.filter(([path]) => path.startsWith('tab/'))))
  .filter((it) => /^(?:tab|within)\./.test(it))
  .map(shapeOf);

describe('Every sentence that is said', () => {
  test('by its name is in the catalogue', () => {
    const said = [...code.matchAll(/\bsay\(\s*'([^']+)'/g)].map(([, key = '']) => key);
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((it) => !isKey(it))).toEqual([]);
  });

  test('by a computed name belongs to a family that is declared here, and is in the catalogue', () => {
    const declared = [...Object.keys(families), ...otherNames, ofTasks];
    expect(computed.filter((it) => /[a-z]/.test(it) && matches(it) && !declared.includes(it))).toEqual([]);
    expect([...madeBy, ...tasks].filter((it) => !isKey(it))).toEqual([]);
  });

  test('as a refusal is in the catalogue', () => {
    const refused = [...code.matchAll(/(?:\brefuse\(|\brefused: )'([a-z]\w+)'/g)].map(
      ([, name = '']) => name,
    );
    expect(refused.length).toBeGreaterThan(100);
    expect(refused.filter((it) => !isKey(`refused.${it}`))).toEqual([]);
  });
});

describe('Every sentence that is there', () => {
  test('is said', () => {
    const said = new Set([...written, ...madeBy, ...tasks]);
    const refusal = (key: string) =>
      /^(?:refused|noUndo)\./.test(key) && written.has(key.slice(key.indexOf('.') + 1));
    const inTab = (key: string) => byTab.some((it) => it.test(key));
    expect(keys.filter((it) => !said.has(it) && !refusal(it) && !inTab(it))).toEqual([]);
  });

  test('belongs to families that the code still computes', () => {
    expect(Object.keys(families).filter((it) => !computed.includes(it))).toEqual([]);
  });

  test('stands in order, once', () => expect(keys).toEqual(keys.toSorted()));
});

/** The names of all arguments of a message, also inside its choices. */
function argumentsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(argumentsOf);
  if (typeof node !== 'object' || node === null) return [];
  const named = 'value' in node && 'type' in node && node.type !== 0 && typeof node.value === 'string';
  const own = named ? [String((node as { value: string }).value)] : [];
  return [...own, ...Object.values(node).flatMap(argumentsOf)];
}

const parsed = (text: string, language: string) =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
const argumentsIn = (text: string, language: string) =>
  [...new Set(argumentsOf(parsed(text, language).getAst()))].toSorted();

describe.each(languages)('In %s', (language) => {
  const words = catalogues[language];

  test('every key is one of English', () => {
    expect(Object.keys(words).filter((it) => !isKey(it))).toEqual([]);
  });

  test('every message can be read, with the arguments that English has', () => {
    for (const [key, text] of Object.entries(words))
      expect(argumentsIn(text, language), key).toEqual(argumentsIn(catalogues.en[key] ?? '', 'en'));
  });

  test('no message has spaces at its ends, or straight quotes and three dots', () => {
    const untidy = Object.entries(words).filter(
      ([, text]) => text !== text.trim() || /["']|\.\.\./.test(text),
    );
    expect(untidy).toEqual([]);
  });
});

const refusals = keys.filter((it) => /^(?:refused|noUndo)\.(?!title$)/.test(it)).filter(isKey);
const facts = (key: keyof typeof en): Record<string, string | number> =>
  Object.fromEntries(
    argumentsIn(en[key], 'en').map((it) => [it, it === 'stage' ? 'practice' : it in choices ? 'missing' : 2]),
  );
const choices = { shared: 0, opportunity: 0, course: 0, project: 0 };

describe('A refusal', () => {
  test.each(refusals)('%s is a whole sentence that says why and what can be done', (key) => {
    const said = speaker('en')(key, facts(key));
    expect(said).toMatch(/^[\p{Lu}\d].*[.?!]$/u);
    const clauses = said
      .split(/[.;:?!,—]\s+|\s(?:and|so|but|or|because|as soon as)\s/)
      .filter((it) => it.length > 3);
    expect(clauses.length, said).toBeGreaterThanOrEqual(2);
  });
});

test('Every stage has its name, its help and its post', () => {
  const each = (stage: Stage) => [
    `stage.${stage}`,
    `help.stage.${stage}`,
    `post.stage.${stage}`,
    `stage.do.${stage}`,
  ];
  expect(stages.flatMap(each).filter((it) => !isKey(it))).toEqual([]);
});
