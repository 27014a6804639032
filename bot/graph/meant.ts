// What a refusal of Graph means where its code alone does not say: a rule of IT's, or a limit of Microsoft's.
import { z } from 'zod';

const Problem = z.object({
  error: z.object({
    code: z.string().min(1),
    message: z.string().catch(''),
    details: z.array(z.object({ code: z.string().catch('') })).catch([]),
  }),
});
type Problem = z.infer<typeof Problem>['error'];

/**
 * By what callers were answered; the names are ours. Naming: Graph docs, "group: validateProperties", and
 * msgraph-sdk-dotnet issue 1153. Blocked app: company-communicator issue 1537 and powerapps-tools issue 107. Creation:
 * Graph docs, issue 11979. The wordings about labels, channels and members are unverified.
 */
const meanings: readonly [name: string, says: (problem: Problem) => boolean][] = [
  [
    'groupNaming',
    ({ details }) => details.some((it) => /^(MissingPrefixSuffix|ContainsBlockedWord)$/.test(it.code)),
  ],
  [
    'appBlocked',
    ({ message }) => /blocked by app permission policy|blocked by the tenant admin/i.test(message),
  ],
  ['labelRequired', ({ message }) => /sensitivity label/i.test(message)],
  [
    'teamCreation',
    ({ code, message }) => code === 'Forbidden' && message.includes('CreateTeamFromTemplateRequest'),
  ],
  // pnp/powershell, issue 3956.
  ['tabNotSupported', ({ message }) => /tab configuration for app .* is not supported/i.test(message)],
  // Graph docs, issues 6168 and 6649: a channel's name that is taken has a code of its own, or only a sentence.
  ['NameAlreadyExists', ({ message }) => /channel name already exist/i.test(message)],
  ['channelsFull', ({ message }) => /maximum number of channels/i.test(message)],
  ['membersFull', ({ message }) => /maximum number of members/i.test(message)],
];

/** The code of a refusal out of its body: ours where more is meant than Graph's; undefined where there is none. */
export function codeIn(body: unknown): string | undefined {
  const problem = Problem.safeParse(body);
  if (!problem.success) return undefined;
  const { error } = problem.data;
  return meanings.find(([, says]) => says(error))?.[0] ?? error.code;
}
