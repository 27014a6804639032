// Once a week everyone says how far their promise has come, and may ask for help (R91–R94).
import { z } from 'zod';
import { isRefusal, type News, refuse, stepCommand } from '../decision.ts';
import { optional } from '../optional.ts';
import { accept, inStage, tellOthers } from '../stages.ts';
import { id, sentence, whole } from '../text.ts';
import { wrote } from '../wrote.ts';
import { checkInOf, hasBegun, latestOf, weekMeant } from './progress.ts';

export const checkIn = stepCommand({
  name: 'checkIn',
  shape: z.strictObject({
    group: id,
    progress: whole(0, 100),
    help: z.enum(['true', 'false']).optional(),
    words: optional(sentence),
    cycle: optional(whole(0, 9999)),
    week: optional(whole(0, 9999)),
  }),
  reads: (command, { by }) => [`group/${command.group}`, `person/${by}`],
  decide(world, command, context) {
    const group = inStage(world, command.group, context, 'practice');
    if (isRefusal(group)) return group;
    const { by: person, now } = context;
    const { cycle } = group;
    const { zone } = world.facts(person);
    const [words = ''] = context.ids;
    const text = command.words;
    const week = command.week ?? weekMeant(cycle, person, now, zone);
    if ((command.cycle ?? cycle.n) !== cycle.n || !hasBegun(cycle, week, now, zone))
      return refuse('notAWeekOfPractice');
    const help = command.help === 'true';
    const before = checkInOf(cycle, person, week);
    return accept(
      group,
      context,
      [
        {
          type: 'checkedIn',
          v: 1,
          person,
          week,
          progress: command.progress,
          help,
          ...(text === undefined ? {} : { words }),
        },
      ],
      {
        // Correcting a check-in does not call for help a second time.
        then:
          help && !before?.help ? tellOthers(group, context, { what: 'helpWanted', about: { person } }) : [],
        written: text === undefined ? [] : [wrote(group, context, words, text)],
      },
    );
  },
  shows: ({ group }, { happened }) => {
    const week = happened.flatMap(({ event }) => (event.type === 'checkedIn' ? [event.week] : []))[0];
    return { show: 'checkIn.done', group, ...(week === undefined ? {} : { about: { week } }) };
  },
  undo: () => ({ none: 'weekAgain' }),
});

export const offerHelp = stepCommand({
  name: 'offerHelp',
  shape: z.strictObject({ group: id, to: id }),
  reads: (command) => [`group/${command.group}`],
  decide(world, { group: of, to }, context) {
    const group = inStage(world, of, context, 'practice');
    if (isRefusal(group)) return group;
    const { cycle, members } = group;
    const last = latestOf(cycle, to);
    if (to === context.by || !members.includes(to) || !last?.help) return refuse('notAskedForHelp');
    if (cycle.helpOffers.some((it) => it.from === context.by && it.to === to))
      return refuse('alreadyOffered');
    const told: News = {
      is: 'tell',
      to,
      what: 'helpOffered',
      group: group.id,
      about: { person: context.by },
    };
    return accept(group, context, [{ type: 'helpOffered', v: 1, from: context.by, to }], { then: [told] });
  },
  shows: (command) => ({ show: 'helpWanted', group: command.group, about: { person: command.to } }),
  undo: () => ({ none: 'told' }),
});
