// Hears ideas for a project and what has been done of it, and asks for the project's name.
import type { ProjectKind } from '../../group/group.ts';
import { type Key, speaker } from '../../speech/say.ts';
import { type Heard, type Here, type Reply, type StepConversation, whichGroup } from '../conversation.ts';
import { isRefusal, refuse } from '../decision.ts';
import { kinds, templates } from './templates.ts';

const lower = (text: string) => text.toLowerCase();

/** By its slot (on_the_job), by its place on the card, or by what it is called. */
function kindOf({ kind, ref }: Heard['slots'], here: Here): ProjectKind | undefined {
  const say = speaker(here.language);
  const camel = kind?.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return (
    kinds.find((it) => it === camel) ??
    kinds[Number(ref) - 1] ??
    (ref ? kinds.find((it) => lower(say(`project.kind.${it}` as Key)).includes(lower(ref))) : undefined)
  );
}

function choose({ slots }: Heard, here: Here): Reply {
  const group = whichGroup(here);
  if (isRefusal(group)) return group;
  const kind = kindOf(slots, here);
  // Whoever writes one wants to go on with it.
  if (kind === 'article' && group.cycle.project?.kind === 'article')
    return { show: 'article', group: group.id };
  if (kind && slots.title) return { run: { do: 'chooseProject', group: group.id, kind, title: slots.title } };
  const card = { show: 'project.choose', group: group.id, ...(kind ? { about: { kind } } : {}) };
  return kind && !group.cycle.project
    ? { ...card, ask: { asks: 'projectTitle', group: group.id, about: { kind } } }
    : card;
}

/** To a task by its number or a part of its name; without one, to all of them. */
const onTask =
  (run: string, all: string) =>
  ({ slots: { ref } }: Heard, here: Here): Reply => {
    const group = whichGroup(here);
    if (isRefusal(group)) return group;
    const { project } = group.cycle;
    if (!project || !ref) return { show: project ? all : 'project', group: group.id };
    const say = speaker(here.language);
    const titles = templates[project.kind].map(({ title }) => lower(say(title)));
    const n = /^\d+$/.test(ref) ? Number(ref) : titles.findIndex((it) => it.includes(lower(ref))) + 1;
    return n > 0 ? { run: { do: run, group: group.id, task: n } } : refuse('unknownTask');
  };

export const applyProjectConversation: StepConversation = {
  hears: {
    propose_project: choose,
    choose_project: choose,
    add_task: () => refuse('tasksComeFromTemplate'),
    complete_task: onTask('finishTask', 'project'),
    take_task: onTask('takeTask', 'project.take'),
    tell_result(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'project.result', group: group.id };
    },
    put_back_task: onTask('putBackTask', 'project.take'),
    deliver_project(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { run: { do: 'deliverProject', group: group.id } };
    },
    list_tasks(_, here) {
      const group = whichGroup(here);
      return isRefusal(group) ? group : { show: 'project', group: group.id };
    },
  },
  answers: {
    projectTitle: (text, { group, about }) => ({
      run: { do: 'chooseProject', group, kind: about?.kind, title: text },
    }),
  },
};
