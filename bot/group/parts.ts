// The parts of a group's place that can be lost, and how.
import { linkSteps } from '../lifecycle/decision.ts';

/** What a look at the place can find missing; the project is followed in Planner by itself. */
export const parts = ['team', 'channel', 'tab', 'page', ...linkSteps] as const;
export type Part = (typeof parts)[number];
/** archived: it can be read and not be written to · unpublished: nobody but its editors sees it. */
export const losses = ['gone', 'archived', 'unpublished'] as const;
export type Loss = (typeof losses)[number];
