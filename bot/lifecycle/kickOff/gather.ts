// What the group learns with and for: problems at work, the course, and other resources.
import { z } from 'zod';
import { safeLink } from '../../cards/escape.ts';
import { sections, stages } from '../../group/events.ts';
import type { Context, Refusal, Written } from '../decision.ts';
import { isRefusal, readsGroup, refuse, stepCommand } from '../decision.ts';
import { optional } from '../optional.ts';
import { accept, inStage, tellOthers } from '../stages.ts';
import { brought, takingBack } from '../takeBack.ts';
import { id, line, sentence } from '../text.ts';
import { wrote } from '../wrote.ts';

/** What one person can follow up; the card shows them all. */
const mostOpportunities = 3;
const mostResources = 20;
const longestLink = 2000;

/** What a course, a resource or provided material is said with. */
export const material = {
  group: id,
  title: line,
  link: optional(z.string()),
};

export const nameOpportunity = stepCommand({
  name: 'nameOpportunity',
  shape: z.strictObject({ group: id, opportunity: sentence }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'kickOff');
    if (isRefusal(group)) return group;
    const own = group.cycle.opportunities.filter((it) => it.person === context.by);
    if (own.length >= mostOpportunities) return refuse('enoughOpportunities', { most: mostOpportunities });
    const [opportunity = '', words = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'opportunityNamed', v: 1, opportunity, person: context.by, words }],
      {
        written: [wrote(group, context, words, command.opportunity)],
        unlike: own.map((it) => it.words),
      },
    );
  },
  shows: (command) => ({ show: 'kickOff', group: command.group }),
  undo: (command, accepted) => ({
    command: { do: 'removeOpportunity', group: command.group, entry: brought(accepted, 'opportunity') },
  }),
});

export const removeOpportunity = takingBack('removeOpportunity', 'opportunity', 'kickOff', 'kickOff');

interface Named {
  words: { title: string; link?: string };
  written: Written[];
}

/** Title and link as rows that the group owns: they stay when the one who found them leaves. */
export function named(
  command: { group: string; title: string; link?: string | undefined },
  context: Context,
) {
  const [, title = '', link = ''] = context.ids;
  const row = { owner: { group: command.group }, audience: 'company', group: command.group } as const;
  const written: Written[] = [{ ...row, id: title, text: command.title }];
  if (command.link === undefined) return { words: { title }, written } satisfies Named;
  const safe = command.link.length <= longestLink ? safeLink(command.link) : null;
  if (!safe) return refuse('badLink');
  return {
    words: { title, link },
    written: [...written, { ...row, id: link, text: safe.url }],
  } satisfies Named;
}

export const pickCourse = stepCommand({
  name: 'pickCourse',
  shape: z.strictObject(material),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'kickOff', 'course');
    if (isRefusal(group)) return group;
    if (group.policy.materials === 'none') return refuse('noCourses');
    if (group.cycle.courseDone.length > 0) return refuse('courseStarted');
    const naming: Named | Refusal = named(command, context);
    if (isRefusal(naming)) return naming;
    const [course = ''] = context.ids;
    return accept(
      group,
      context,
      [{ type: 'coursePicked', v: 1, course, person: context.by, ...naming.words }],
      {
        written: naming.written,
        // Before the kick-off is over its card shows the choice; afterwards somebody may be at the old one.
        then: group.cycle.stage === 'course' ? tellOthers(group, context, { what: 'course' }) : [],
      },
    );
  },
  shows: (command) => ({ show: 'course', group: command.group }),
  undo: () => ({ none: 'pickAgain' }),
});

export const addResource = stepCommand({
  name: 'addResource',
  shape: z.strictObject({ ...material, section: optional(z.enum(sections)) }),
  reads: readsGroup,
  decide(world, command, context) {
    const group = inStage(world, command.group, context, ...stages);
    if (isRefusal(group)) return group;
    if (group.cycle.resources.length >= mostResources)
      return refuse('enoughResources', { most: mostResources });
    const naming: Named | Refusal = named(command, context);
    if (isRefusal(naming)) return naming;
    const [resource = ''] = context.ids;
    const { section } = command;
    const before = group.cycle.resources.length;
    return accept(
      group,
      context,
      [
        { type: 'resourceAdded', v: 1, resource, person: context.by, ...naming.words },
        ...(section ? [{ type: 'resourcePlaced', v: 1, resource, section, before } as const] : []),
      ],
      { written: naming.written },
    );
  },
  shows: (command) => ({ show: 'kickOff.resource', group: command.group }),
  undo: (command, accepted) => ({
    command: { do: 'removeResource', group: command.group, entry: brought(accepted, 'resource') },
  }),
});

export const removeResource = takingBack('removeResource', 'resource', 'kickOff.resource', ...stages);
