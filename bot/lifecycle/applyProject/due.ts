// When the tasks of a project are due: spread over what is left of the cycle, counted from the day it was chosen.
import type { Live } from '../../group/group.ts';
import type { At } from '../decision.ts';
import { templates } from './templates.ts';

/** The days of the templates are those of a project that has four weeks. */
const templateDays = 28;
const usualWeeks = 4;
/** Less than this nobody can do anything in. */
const leastDays = 7;

/** Noon is the same day for all who look. */
const noon = { hour: 12 };
const saturday = 6;

/** When the practice of this cycle will be over, as it looks on the day the project is chosen. */
function ends({ cycle, policy }: Pick<Live, 'cycle' | 'policy'>, chosen: Temporal.Instant): Temporal.Instant {
  const since = Temporal.Instant.from(cycle.stageSince);
  const running = cycle.stage === 'practice' && Temporal.Instant.compare(since, chosen) < 0;
  const weeks = policy.cycleWeeks ?? usualWeeks;
  const least = chosen.add({ hours: 24 * leastDays });
  const end = (running ? since : chosen).add({ hours: 24 * 7 * weeks });
  return Temporal.Instant.compare(end, least) < 0 ? least : end;
}

/** Undefined: the cycle has no such task. A weekend is passed over. */
export function dueOf(group: Pick<Live, 'cycle' | 'policy'>, n: number): At | undefined {
  const { project } = group.cycle;
  const template = project && templates[project.kind][n - 1];
  if (!template) return undefined;
  const chosen = Temporal.Instant.from(project.chosen);
  const hours = chosen.until(ends(group, chosen)).total('hours');
  const at = chosen.add({ hours: Math.round((hours * template.days) / templateDays) });
  const day = at.toZonedDateTimeISO('UTC').with({ ...noon, minute: 0, second: 0, millisecond: 0 });
  const monday = day.dayOfWeek < saturday ? day : day.add({ days: 8 - day.dayOfWeek });
  return monday.toInstant().toString({ smallestUnit: 'millisecond' });
}
