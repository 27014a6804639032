// PURE: the blueprint of a workspace as a card, with what has become of each step, and the news that something of it is gone.
import { groupIsOver, kindOf } from '../cards/group.ts';
import { type Button, buttons, card, entry, list, type Part, para } from '../cards/parts.ts';
import { nameOf, type Render, type Renders, type View } from '../cards/view.ts';
import { isElsewhere } from '../group/evolveProject.ts';
import { isPlaced, type Live, type Lost, type Placed, type Proposed } from '../group/group.ts';
import { remakes } from '../lifecycle/applyProject/taskCards.ts';
import { templates } from '../lifecycle/applyProject/templates.ts';
import { type About, isLink } from '../lifecycle/decision.ts';
import type { Key } from '../speech/say.ts';
import { lackingAway } from './archive.ts';
import { planRemoved, workspaceLine } from './archiveCards.ts';
import { type BlueprintStep, blueprint, type StepState } from './blueprint.ts';
import { canRepair } from './repair.ts';

type Shown = Placed | Proposed;
/** On the buttons of a facilitator's card: whoever presses them has to be one. */
type AsWhom = { facilitator?: 1 };

const mark: Record<StepState, string> = {
  done: '✓',
  planned: '○',
  later: '○',
  refused: '✗',
  leftOut: '✗',
  unknown: '?',
  lost: '!',
  left: '–',
  kept: '–',
  atEnd: '○',
};

/** Our own name of a task; what people call it in Planner is theirs. */
function taskTitle({ say }: Pick<View, 'say'>, group: Shown, n: number | undefined): string {
  const project = 'cycle' in group ? group.cycle.project : undefined;
  const template = project && templates[project.kind][(n ?? 0) - 1];
  return template ? say(template.title) : '';
}

/** A step and how it stands. */
export function line(view: Pick<View, 'say'>, group: Shown, { step, n, state, code, how }: BlueprintStep) {
  const { say } = view;
  const isTeam = step === 'archive' && group.policy.confidential;
  const part = say(isTeam ? 'workspace.archiveTeam' : (`workspace.${step}` as Key), {
    task: taskTitle(view, group, n),
  });
  const is = isLink(step) && state === 'refused' ? 'workspace.notPinned' : (`workspace.is.${state}` as const);
  const why = say(is, { code: code ?? '', how: how ?? 'gone' });
  return { mark: mark[state], text: state === 'done' ? part : `${part}: ${why}` };
}

const named = ({ say }: View, { part }: Lost) => say(`lost.part.${part}`);

/** More do not fit beside the others. */
const mostRepairs = 2;

/** Of each thing that is gone and can be made again: yes, or no thanks; what nobody has answered yet comes first. */
function repairs(view: View, group: Placed, as: AsWhom = {}): Button[] {
  const all = (group.place.lost ?? []).filter(canRepair(group));
  const open = [...all.filter(({ left }) => !left), ...all.filter(({ left }) => left)];
  return open.slice(0, mostRepairs).flatMap((it): Button[] => {
    const { part, left } = it;
    const fields = { group: group.id, part, ...as };
    const of = { part: named(view, it) };
    return [
      { title: view.say('lost.again', of), verb: 'do.repairPart', fields },
      ...(left ? [] : [{ title: view.say('lost.leave', of), verb: 'do.leavePart', fields } as const]),
    ];
  });
}

/** What was removed with its plan is the members' to have made again. */
const plans = (view: View, group: Live): Button[] =>
  group.cycle.project?.away === 'removed' ? remakes(view, group.id, group.cycle.project) : [];

/** Of an ended group what was refused of putting it away, else what was lost. */
function buttonsOf(view: View, group: Shown, as: AsWhom): Button[] {
  if (group.phase === 'live' && !as.facilitator) return [...plans(view, group), ...repairs(view, group)];
  if (group.phase !== 'ended') return isPlaced(group) ? repairs(view, group, as) : [];
  const fields = { group: group.id, ...as };
  return lackingAway(group).length > 0
    ? [{ title: view.say('place.resume'), verb: 'do.resumeArchive', fields }]
    : [];
}

const titleOf = (view: View, group: Shown) =>
  isPlaced(group) ? nameOf(view, group) : view.topicName(group.topic);

/** The reader's own group. */
const ownOf = ({ group, reader }: View): Placed | undefined =>
  group && isPlaced(group) && reader !== null && group.members.includes(reader) ? group : undefined;

const hasGuest = (group: Shown) =>
  'cycle' in group && group.cycle.project !== undefined && isElsewhere(group.cycle.project);

/** What is as it is for a reason. */
const notes = ({ say }: View, group: Shown): string[] => [
  ...(isPlaced(group) && group.place.renamed ? [say('workspace.renamed')] : []),
  ...(hasGuest(group) ? [say('project.elsewhere')] : []),
];

/** To members, and to facilitators, of whom the shell says so: steps and how they stand, no words of the group. */
const workspace: Render = (view, about) => {
  const { overseen, say } = view;
  const group = overseen ? overseen[0] : ownOf(view);
  if (!group) return groupIsOver(view, about);
  const topic = titleOf(view, group);
  return card(view, {
    about: workspaceLine(view, group),
    title: say('workspace.title', { topic }),
    body: [
      list(blueprint(group).map((it) => line(view, group, it))),
      ...notes(view, group).map((it) => para(it, { subtle: true })),
      para(say(group.policy.confidential ? 'workspace.readersOwn' : 'workspace.readers'), { subtle: true }),
    ],
    buttons: buttonsOf(view, group, overseen ? { facilitator: 1 } : {}),
  });
};

const isAmiss = ({ state }: BlueprintStep) => state === 'lost' || state === 'refused' || state === 'unknown';

/** More do not fit on a card; each is told with no more of its steps than these. */
const mostGroups = 6;
const mostAmiss = 2;

/** How to reach what is not on the card. */
function wayOn({ say }: View, { topics }: About, count: number): Part[] {
  if (count === 0) return [para(say('workspaces.none'))];
  if (topics === undefined) return [para(say('workspaces.others'), { subtle: true })];
  const rest = count - mostGroups;
  return rest > 0 ? [para(say('workspaces.more', { count: rest }), { subtle: true })] : [];
}

/** Of several, those of which something is lost, refused or unknown come first. */
const workspaces: Render = (view, about) => {
  const { overseen, say } = view;
  if (!overseen) return groupIsOver(view, about);
  if (overseen.length === 1) return workspace(view, about);
  const all = overseen.map((group) => ({ group, amiss: blueprint(group).filter(isAmiss) }));
  const sorted = [...all.filter((it) => it.amiss.length > 0), ...all.filter((it) => it.amiss.length === 0)];
  const note = (group: Shown, amiss: BlueprintStep[]) =>
    amiss.length === 0
      ? say('workspaces.fine')
      : amiss
          .slice(0, mostAmiss)
          .map((it) => line(view, group, it).text)
          .join('; ');
  return card(view, {
    about: say('workspace.line'),
    title: say('workspaces.title', { count: all.length }),
    body: [
      ...sorted.slice(0, mostGroups).map(({ group, amiss }) => {
        const fields = { group: group.id, facilitator: 1 };
        const opens = { title: say('workspace.show'), verb: 'show.workspace', fields } as const;
        const stands = `${kindOf(view, group.policy)} · ${note(group, amiss)}`;
        return entry(titleOf(view, group), stands, buttons(view, [opens]));
      }),
      ...wayOn(view, about, all.length),
    ],
  });
};

/** One message says all that is gone now and has not been answered yet. */
const partLost: Render = (view, about) => {
  const { say, contact } = view;
  const group = ownOf(view);
  if (!group) return groupIsOver(view, about);
  const lost = (group.place.lost ?? []).filter((it) => !it.left);
  if (lost.length === 0) return workspace(view, about);
  const said = (it: Lost) => say(`lost.${it.how}`, { part: named(view, it) });
  const isOurs = lost.some(canRepair(group));
  return card(view, {
    about: workspaceLine(view, group),
    title: say('lost.title', { topic: titleOf(view, group) }),
    body: [list(lost.map(said)), para(say(isOurs ? 'lost.ask' : 'lost.team', { contact }))],
    buttons: [
      ...repairs(view, group),
      { title: say('workspace.show'), verb: 'show.workspace', fields: { group: group.id } },
    ],
  });
};

/** To whoever joined when the team of the plan took nobody more. */
const planClosed: Render = (view, about) => {
  const { say, contact } = view;
  const group = ownOf(view);
  if (!group) return groupIsOver(view, about);
  return card(view, {
    about: workspaceLine(view, group),
    title: say('planClosed.title', { topic: titleOf(view, group) }),
    body: [para(say('planClosed.body', { contact }))],
    buttons: [{ title: say('project.show'), verb: 'show.project', fields: { group: group.id } }],
  });
};

export const workspaceCards: Renders = { workspace, workspaces, partLost, planClosed, planRemoved };
