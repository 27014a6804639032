// What members see of their project: the four kinds to choose from, the tasks, and how it went with Planner.
import { elsewhere, groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { type Button, card, choiceField, heading, list, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { readerships } from '../../group/events.ts';
import { isElsewhere } from '../../group/evolveProject.ts';
import type { Project, ProjectKind } from '../../group/group.ts';
import type { Key } from '../../speech/say.ts';
import type { About } from '../decision.ts';
import { most } from '../text.ts';
import { beginsIn } from './applyProject.ts';
import { lackingIn } from './build.ts';
import { jobButtons, jobParts } from './onTheJob.ts';
import { goneNote, remakes, taskCards, taskList, taskName } from './taskCards.ts';
import { kinds } from './templates.ts';

/** Together with who does what, putting back, the article and the group, all that fits under a card. */
const mostOpen = (kind: ProjectKind) => (kind === 'article' || kind === 'onTheJob' ? 2 : 3);

const begins = ({ group }: LiveView) => beginsIn.some((it) => it === group.cycle.stage);

const kindName = ({ say }: LiveView, kind: ProjectKind) => say(`project.kind.${kind}` as Key);

const showGroup = (view: LiveView): Button => opens(view, view.say('group.show'), 'group');

const showProject = (view: LiveView): Button => opens(view, view.say('project.show'), 'project');

const about = (view: LiveView, it: Project) => [
  para(kindName(view, it.kind), { subtle: true }),
  quote(view.text(it.title)),
  ...(isElsewhere(it) ? [para(view.say('project.elsewhere'), { subtle: true })] : []),
];

function choose(view: LiveView, { kind }: About) {
  const { say, group } = view;
  if (group.cycle.project) return ofProject(view, group.cycle.project);
  if (group.policy.project === 'none' || !begins(view)) return noProject(view);
  const preset = kinds.find((it) => it === kind);
  return card(view, {
    about: stageLine(view),
    title: say('project.choose.title'),
    body: [
      list(
        kinds.map((it) => ({ mark: `${kindName(view, it)}:`, text: say(`project.kind.${it}.why` as Key) })),
      ),
      choiceField({
        id: 'kind',
        label: say('project.choose.kind'),
        required: say('project.choose.kindRequired'),
        ...(preset ? { value: preset } : {}),
        choices: kinds.map((it) => ({ title: kindName(view, it), value: it })),
      }),
      textField({
        id: 'title',
        label: say('project.choose.ask'),
        placeholder: say('project.choose.example'),
        required: say('project.choose.required'),
        most: most.line,
      }),
      choiceField({
        id: 'readers',
        label: say('project.choose.readers'),
        value: 'employees',
        choices: readerships.map((it) => ({ title: say(`project.readers.${it}`), value: it })),
      }),
      para(say('project.choose.audience'), { subtle: true }),
    ],
    buttons: [
      {
        title: say('project.choose.do'),
        verb: 'do.chooseProject',
        fields: { group: group.id },
        look: 'positive',
      },
      showGroup(view),
    ],
  });
}

function noProject(view: LiveView) {
  const { say, group } = view;
  if (group.policy.project === 'none') return elsewhere(view, say('project.noneHere'));
  const open = begins(view);
  return card(view, {
    about: stageLine(view),
    title: say('project.title'),
    body: [para(say(open ? 'project.none' : 'project.notNow'))],
    buttons: [
      ...(open
        ? [
            {
              title: say('project.choose.show'),
              verb: 'show.project.choose',
              fields: { group: group.id },
              look: 'positive',
            } as const,
          ]
        : []),
      showGroup(view),
    ],
  });
}

function ofProject(view: LiveView, it: Project) {
  const { say, group } = view;
  const open = it.tasks.filter((task) => !task.done);
  return card(view, {
    about: stageLine(view),
    title: say('project.title'),
    body: [
      ...about(view, it),
      ...jobParts(view, it),
      heading(say('project.tasks', { done: it.tasks.length - open.length, all: it.tasks.length })),
      taskList(view, it),
      ...goneNote(view, it),
      ...(it.delivered ? [para(say('project.delivered'))] : []),
    ],
    buttons: [
      ...(it.delivered
        ? []
        : open.slice(0, mostOpen(it.kind)).map(
            ({ n }): Button => ({
              title: say('project.finish', { n, task: taskName(view, it.kind, n) }),
              verb: 'do.finishTask',
              fields: { group: group.id, task: n },
            }),
          )),
      ...jobButtons(view, it),
      ...(it.kind === 'article' ? [opens(view, say('article.show'), 'article')] : []),
      ...remakes(view, group.id, it),
      ...(open.length > 0 && !it.delivered ? [opens(view, say('project.take.show'), 'project.take')] : []),
      ...(open.length === 0 && !it.delivered
        ? [
            {
              title: say('project.deliver'),
              verb: 'do.deliverProject',
              fields: { group: group.id },
              look: 'positive',
            } as const,
          ]
        : []),
      showGroup(view),
    ],
  });
}

const project = (view: LiveView) =>
  view.group.cycle.project ? ofProject(view, view.group.cycle.project) : noProject(view);

/** News of the project, told once, with the way to it. */
const news = (what: 'projectReady' | 'projectStuck' | 'projectDelivered') => (view: LiveView) => {
  const it = view.group.cycle.project;
  if (!it) return noProject(view);
  return card(view, {
    about: stageLine(view),
    title: view.say(`${what}.title`),
    body: [...about(view, it), para(view.say(`${what}.body`, { contact: view.contact }))],
    buttons: [
      ...(what === 'projectStuck' && lackingIn(view.group).length > 0
        ? [
            {
              title: view.say('place.resume'),
              verb: 'do.resumeProject',
              fields: { group: view.group.id },
            } as const,
          ]
        : []),
      showProject(view),
      showGroup(view),
    ],
  });
};

export const applyProjectCards: Renders = {
  project: ofLiveGroup(project, groupIsOver),
  'project.choose': ofLiveGroup(choose, groupIsOver),
  projectReady: ofLiveGroup(news('projectReady'), groupIsOver),
  projectStuck: ofLiveGroup(news('projectStuck'), groupIsOver),
  projectDelivered: ofLiveGroup(news('projectDelivered'), groupIsOver),
  ...taskCards,
};
