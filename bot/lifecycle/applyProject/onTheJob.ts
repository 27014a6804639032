// A project on the job: what is applied, for oneself or for somebody else, when, and what came of it (R58).
import { z } from 'zod';
import { elsewhere, groupIsOver, opens, stageLine } from '../../cards/group.ts';
import { card, choiceField, heading, list, type Part, para, quote, textField } from '../../cards/parts.ts';
import { type LiveView, ofLiveGroup, type Renders } from '../../cards/view.ts';
import { served } from '../../group/events.ts';
import type { Project } from '../../group/group.ts';
import { type Context, isRefusal, type Refusal, refuse, stepCommand, type World } from '../decision.ts';
import { optional } from '../optional.ts';
import { accept, tellOthers } from '../stages.ts';
import { id, line, most, passage, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';
import { working } from './applyProject.ts';

function onJob(
  world: World,
  command: { group: string },
  context: Context,
): Exclude<ReturnType<typeof working>, Refusal> | Refusal {
  const found = working(world, command, context);
  if (isRefusal(found)) return found;
  return found.project.kind === 'onTheJob' ? found : refuse('notOnTheJob');
}

/** The colleague need not know of the group: who it is stays among its members. */
export const setJob = stepCommand({
  name: 'setJob',
  shape: z.strictObject({ group: id, whom: z.enum(served), who: optional(line), what: sentence, when: line }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = onJob(world, command, context);
    if (isRefusal(found)) return found;
    const { group } = found;
    const named = command.whom === 'colleague' ? command.who : undefined;
    if (command.whom === 'colleague' && named === undefined) return refuse('whoIsMissing');
    const [what = '', when = '', who = ''] = context.ids;
    const { by: person } = context;
    return accept(
      group,
      context,
      [
        {
          type: 'jobSet',
          v: 1,
          person,
          whom: command.whom,
          what: { words: what },
          ...(named === undefined ? {} : { who: { words: who } }),
          when: { words: when },
        },
      ],
      {
        then: tellOthers(group, context, { what: 'project' }),
        written: [
          wrote(group, context, what, command.what),
          wrote(group, context, when, command.when),
          ...(named === undefined ? [] : [wrote(group, context, who, named)]),
        ],
      },
    );
  },
  shows: (command) => ({ show: 'project', group: command.group }),
  undo: () => ({ none: 'told' }),
});

export const tellResult = stepCommand({
  name: 'tellResult',
  shape: z.strictObject({ group: id, words: passage }),
  reads: (command) => [`group/${command.group}`],
  decide(world, command, context) {
    const found = onJob(world, command, context);
    if (isRefusal(found)) return found;
    if (!found.project.job) return refuse('jobMissing');
    const [words = ''] = context.ids;
    return accept(found.group, context, [{ type: 'jobResulted', v: 1, person: context.by, words }], {
      written: [wrote(found.group, context, words, command.words)],
    });
  },
  shows: (command) => ({ show: 'project', group: command.group }),
  undo: () => ({ none: 'writeAnew' }),
});

/** What the project is at work, as far as members have said. */
export function jobParts({ say, text }: LiveView, { kind, job, result }: Project): Part[] {
  if (kind !== 'onTheJob') return [];
  if (!job) return [para(say('job.none'))];
  const whom = job.who ? say('job.forWho', { who: text(job.who.words) }) : say('job.for.us');
  return [
    list([
      `${say('job.what')}: ${text(job.what.words)}`,
      whom,
      `${say('job.when')}: ${text(job.when.words)}`,
    ]),
    ...(result ? [heading(say('job.result')), quote(text(result.words))] : [para(say('job.noResult'))]),
  ];
}

/** The next thing to say of it. */
export const jobButtons = (view: LiveView, { kind, job, delivered }: Project) =>
  kind !== 'onTheJob' || delivered
    ? []
    : [
        job
          ? opens(view, view.say('job.tell'), 'project.result')
          : opens(view, view.say('job.describe'), 'project.job'),
      ];

const back = (view: LiveView) => opens(view, view.say('project.show'), 'project');

const describe = (view: LiveView) => {
  const { say, group } = view;
  return card(view, {
    about: stageLine(view),
    title: say('job.describe'),
    body: [
      textField({
        id: 'what',
        label: say('job.whatAsk'),
        required: say('job.required'),
        most: most.sentence,
      }),
      choiceField({
        id: 'whom',
        label: say('job.whom'),
        required: say('job.required'),
        value: 'us',
        choices: served.map((it) => ({ title: say(`job.for.${it}`), value: it })),
      }),
      textField({ id: 'who', label: say('job.who'), most: most.line }),
      textField({ id: 'when', label: say('job.whenAsk'), required: say('job.required'), most: most.line }),
      para(say('job.readers'), { subtle: true }),
    ],
    buttons: [
      { title: say('job.save'), verb: 'do.setJob', fields: { group: group.id }, look: 'positive' },
      back(view),
    ],
  });
};

const tell = (view: LiveView) => {
  const { say, group } = view;
  return card(view, {
    about: stageLine(view),
    title: say('job.result'),
    body: [
      textField({
        id: 'words',
        label: say('job.resultAsk'),
        required: say('job.required'),
        most: most.passage,
        lines: true,
      }),
      para(say('job.readers'), { subtle: true }),
    ],
    buttons: [
      { title: say('job.tell'), verb: 'do.tellResult', fields: { group: group.id }, look: 'positive' },
      opens(view, say('job.describe'), 'project.job'),
      back(view),
    ],
  });
};

/** Nothing comes of what nobody has said yet. */
const tellOrDescribe = (view: LiveView) => (view.group.cycle.project?.job ? tell : describe)(view);

/** Only while such a project is being worked on. */
const ofJob = (render: typeof describe) =>
  ofLiveGroup((view) => {
    const { project } = view.group.cycle;
    const isOpen = project?.kind === 'onTheJob' && !project.delivered;
    return isOpen ? render(view) : elsewhere(view, view.say('project.title'));
  }, groupIsOver);

export const jobCards: Renders = { 'project.job': ofJob(describe), 'project.result': ofJob(tellOrDescribe) };
