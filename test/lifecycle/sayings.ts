// What people say in the lives drawn by chance: every command of the book, with ids that fit and that do not.
import { articleOf } from '../../bot/group/article.ts';
import type { Live, Stage } from '../../bot/group/group.ts';
import { kinds } from '../../bot/lifecycle/applyProject/templates.ts';
import type { Command, PersonId } from '../../bot/lifecycle/decision.ts';
import { modes } from '../../bot/lifecycle/loop.ts';
import { uuid } from './given.ts';
import { type Company, groupIn, groupsOf } from './world.ts';

export const colleagues: readonly PersonId[] = Array.from({ length: 12 }, (_, at) => uuid(11 + at));
export const topics: readonly string[] = [uuid(2), uuid(3)];
/** In every text that people write here, and nowhere else. */
export const mark = '✎ ';

interface Where {
  company: Company;
  by: PersonId;
  live: Live | undefined;
  group: string;
}
type Draw = (where: Where, pick: number) => unknown;

/** Nobody and nothing has this id. */
export const nobodys = uuid(99);
/** Now and then an id that nobody knows. */
const from =
  (all: (where: Where) => readonly unknown[]): Draw =>
  (where, pick) => {
    const found = all(where);
    return pick % 11 === 10 ? nobodys : (found[pick % found.length] ?? nobodys);
  };
const of = (...all: unknown[]) => from(() => all);
const ids =
  (rows: (live: Live) => readonly { id: string }[]): Draw =>
  (where, pick) =>
    from(() => (where.live ? rows(where.live).map((it) => it.id) : []))(where, pick);
const text: Draw = (_, pick) => (pick % 23 === 22 ? '' : `${mark}${pick}`);
const link: Draw = of('', 'https://learning.example/✎', `${mark}no address`);
const yes = of(true, 'true', true, 'false');

const group: Draw = (where) => where.group;
const objective = ids((it) => it.cycle.objectives);
const shared = ids((it) => it.cycle.shared);
const passage = ids((it) => it.articles.flatMap(({ passages }) => passages));
const member = from(({ live }) => live?.members ?? colleagues);
const task: Draw = (_, pick) => 1 + (pick % 6);
const meeting = of('kickOff', 'discussion');

/** Per command, what it takes; the clock's own take anything, since nobody may say them. */
const said: Record<string, Record<string, Draw>> = {
  proposeTopic: { name: text },
  registerInterest: { topic: of(...topics) },
  withdrawInterest: { topic: of(...topics) },
  hideTopic: { topic: of(...topics) },
  offerTopic: { topic: of(...topics) },
  dropStarterWords: { topic: of(...topics) },
  restoreStarterWords: { topic: of(...topics) },
  writeStarter: {
    topic: of(...topics),
    name: text,
    why: text,
    questions: text,
    exercise: text,
    progress: text,
  },
  acceptSeat: { group },
  declineSeat: { group },
  reconsiderSeat: { group },
  leaveGroup: { group },
  anotherTopic: { group, topic: of(...topics) },
  joinGroup: { group: from(({ company }) => groupsOf(company).map((it) => it.id)) },
  addObjective: { group, objective: text },
  rewordObjective: { group, objective, words: text },
  removeObjective: { group, objective },
  restoreObjective: { group, objective },
  bringKnowledge: { group, words: text },
  restoreKnowledge: { group, before: ids((it) => it.unsaid.map(({ was }) => ({ id: was }))) },
  removeKnowledge: { group, entry: ids((it) => it.knowledge) },
  proposeTime: {
    group,
    meeting,
    date: of('2026-11-20', '2026-12-18', '2027-03-28'),
    time: of('10:00', '02:30'),
    zone: of('Europe/Berlin', 'Asia/Kolkata'),
  },
  answerTime: { group, meeting, suits: yes },
  findTimes: { group, meeting },
  proposeShared: { group, shared: text },
  answerShared: { group, shared, accepts: yes, words: text },
  removeShared: { group, shared },
  nameOpportunity: { group, opportunity: text },
  removeOpportunity: { group, entry: ids((it) => it.cycle.opportunities) },
  pickCourse: { group, title: text, link },
  addResource: { group, title: text, link },
  removeResource: { group, entry: ids((it) => it.cycle.resources) },
  provideMaterial: { group, title: text, link },
  withdrawMaterial: { group, entry: ids((it) => it.provided) },
  closeKickOff: { group },
  completeCourse: { group },
  reopenCourse: { group },
  askUnclear: { group, point: text },
  removePoint: { group, entry: ids((it) => it.cycle.points) },
  clearPoint: { group, point: ids((it) => it.cycle.points) },
  markPoint: { group, point: ids((it) => it.cycle.points) },
  unmarkPoint: { group, point: ids((it) => it.cycle.points) },
  challenge: { group, to: member, words: text },
  removeChallenge: { group, entry: ids((it) => it.cycle.challenges) },
  answerChallenge: { group, challenge: ids((it) => it.cycle.challenges), words: text },
  closeDiscussion: { group },
  planAction: { group, action: text },
  removeAction: { group, entry: ids((it) => it.cycle.actions) },
  commit: { group, cue: text, behaviour: text },
  recordPractice: { group, as: of('used', 'helped'), words: text },
  takeBackPractice: { group, entry: ids((it) => it.cycle.practices) },
  beginReflection: { group },
  checkIn: { group, progress: of(0, '50', 100), help: of('true', 'false'), words: text },
  offerHelp: { group, to: member },
  chooseProject: { group, kind: of(...kinds), title: text },
  setJob: { group, whom: of('us', 'colleague'), who: text, what: text, when: text },
  tellResult: { group, words: text },
  draftArticle: { group },
  aimArticle: { group, readers: of('employees', 'supervisors') },
  titleArticle: { group, title: text },
  addPassage: { group, words: text },
  movePassage: { group, passage, place: of(1, 2, '3') },
  allowPassage: { group, passage },
  keepPassage: { group, passage },
  approveArticle: { group, version: ({ live }) => (live && articleOf(live)?.version) ?? 1 },
  resumeArticle: { group },
  finishTask: { group, task },
  reopenTask: { group, task },
  takeTask: { group, task },
  shareLesson: { group, entry: ids((it) => it.cycle.practices) },
  takeBackLesson: { group, entry: ids((it) => it.cycle.practices) },
  offerAdvice: { group },
  stopAdvice: { group },
  placeResource: { group, entry: ids((it) => it.cycle.resources), section: of('start', 'tools') },
  putBackTask: { group, task },
  remakeTasks: { group },
  deliverProject: { group },
  resumePlace: { group },
  resumeProject: { group },
  judgeCommitment: { group, verdict: of('kept', 'partly', 'not'), words: text },
  assess: { group, objective, rating: of(1, '5'), words: text },
  chooseNext: { group, mode: of(...modes), stays: of('true', 'true', 'true', 'false') },
  goOn: { group },
  excuseMe: { group, words: text },
  catchUp: { group, words: text },
  askMissing: { group },
  excuseMissing: { group },
  pauseReminders: { days: of(1, 30) },
  resumeReminders: {},
  eraseMe: {},
};

const names = (text: string) => text.split(' ');

/** What belongs to a stage; nearly all of it is refused in the others. */
const meanwhile = names(
  'bringKnowledge bringKnowledge restoreKnowledge removeKnowledge addResource removeResource goOn excuseMe catchUp finishTask reopenTask finishTask takeTask putBackTask remakeTasks placeResource shareLesson takeBackLesson offerAdvice stopAdvice resumePlace resumeProject setJob tellResult draftArticle addPassage allowPassage allowPassage keepPassage movePassage aimArticle titleArticle approveArticle approveArticle resumeArticle',
);
const planning = [...names('planAction removeAction chooseProject deliverProject'), ...meanwhile];
const talking = [
  ...names('askUnclear askUnclear removePoint clearPoint markPoint markPoint unmarkPoint'),
  ...planning,
];
const asking = [...names('challenge challenge removeChallenge answerChallenge'), ...talking];
const naming = names('addObjective rewordObjective removeObjective restoreObjective');
const arranging = names('proposeTime answerTime findTimes');
const sharing = names('proposeShared answerShared answerShared removeShared');
const gathering = names('nameOpportunity removeOpportunity pickCourse closeKickOff');
const practising = names(
  'recordPractice takeBackPractice beginReflection checkIn checkIn offerHelp offerHelp',
);
export const fitting: Record<Stage, string[]> = {
  objectives: [...naming, 'joinGroup', ...meanwhile],
  kickOff: [...sharing, ...gathering, ...naming, ...arranging, ...planning],
  course: [...names('pickCourse completeCourse completeCourse reopenCourse'), ...arranging, ...talking],
  discussion: ['closeDiscussion', ...arranging, ...asking],
  commitment: ['commit', 'commit', ...asking],
  practice: [...practising, 'commit', ...asking],
  reflection: ['assess', 'assess', ...meanwhile],
  renewal: ['chooseNext', 'chooseNext', 'joinGroup', ...meanwhile],
};

export const sayable = Object.keys(said);
export function saying(
  company: Company,
  say: string,
  by: PersonId,
  chosen: string,
  picks: number[],
): Command {
  const state = groupIn(company, chosen);
  const where: Where = { company, by, group: chosen, live: state.phase === 'live' ? state : undefined };
  const fields = Object.entries(said[say] ?? {}).map(([field, draw], nth) => [
    field,
    draw(where, picks[nth + 1] ?? 0),
  ]);
  return { do: say, ...Object.fromEntries(fields) };
}

/** What a member does to bring the present stage to its end. */
export function part({ id, cycle, members }: Live, by: PersonId, nth: number): Command[] {
  const own = cycle.objectives.filter((it) => it.person === by && !it.removed);
  const words = `${mark}part`;
  const last = members.at(-1) === by;
  const steps: Record<Stage, { do: string; [field: string]: unknown }[]> = {
    objectives: own.length > 0 ? [] : [{ do: 'addObjective', objective: words }],
    kickOff: [
      ...(cycle.shared.length > 0 ? [] : [{ do: 'proposeShared', shared: words }]),
      ...cycle.shared.map((it) => ({ do: 'answerShared', shared: it.id, accepts: true })),
      ...(cycle.opportunities.length > 0 ? [] : [{ do: 'nameOpportunity', opportunity: words }]),
      ...(cycle.course ? [] : [{ do: 'pickCourse', title: words }]),
      ...(last ? [{ do: 'closeKickOff' }] : []),
    ],
    course: [...(cycle.course ? [] : [{ do: 'pickCourse', title: words }]), { do: 'completeCourse' }],
    discussion: [
      ...cycle.points.map((it) => ({ do: 'clearPoint', point: it.id })),
      ...cycle.challenges.map((it) => ({ do: 'answerChallenge', challenge: it.id, words })),
      ...(last ? [{ do: 'closeDiscussion' }] : []),
    ],
    commitment: [{ do: 'commit', cue: words, behaviour: words }],
    practice: [{ do: 'recordPractice', as: 'used', words }, ...(last ? [{ do: 'beginReflection' }] : [])],
    reflection: own.map((it) => ({ do: 'assess', objective: it.id, rating: 4 })),
    renewal: [
      {
        do: 'chooseNext',
        mode: modes[nth % modes.length],
        stays: String((nth + members.indexOf(by)) % 5 > 0),
      },
    ],
  };
  return steps[cycle.stage].map((it) => ({ ...it, group: id }));
}
