// Calls that Microsoft takes from signed-in people alone, or from apps only while they move data in: an app is refused.
import { noContent } from './answer.ts';
import type { Family, Operation } from './operation.ts';

const closed = (
  method: Operation['method'],
  path: string,
  family: Family,
  permissions: readonly string[] = [],
): Operation => ({
  method,
  path,
  family,
  permissions,
  options: [],
  type: { name: 'microsoft.graph.entity', properties: [] },
  run: () => noContent,
});

/** Graph docs, the "Permissions" table of each call: "Application: Not supported". */
export const peopleOnly: readonly Operation[] = [
  closed('POST', '/users/{user}/findMeetingTimes', 'outlook'),
  closed('POST', '/groups/{group}/events', 'outlook'),
  // For moving in messages from elsewhere, which is no way to speak.
  closed('POST', '/teams/{team}/channels/{channel}/messages', 'teams', ['Teamwork.Migrate.All']),
  closed('POST', '/employeeExperience/learningProviders', 'directory'),
  closed('GET', '/employeeExperience/learningProviders', 'directory'),
];
