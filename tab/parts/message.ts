// A sentence of the catalogue as the tab carries it, and how it is said.

/** What the tab says comes from these families of the catalogue's keys; each costs bytes at the first load. */
export const families = [
  'tab',
  'stage',
  'kind',
  'mode',
  'project.kind',
  'privacy',
  'assess',
  'checkIn',
  'commitment',
  'objectives',
  'practice',
  'proposal',
  'renewal',
  'topics',
  'u',
  'judge',
  'verdict',
] as const;

/** Said where few come, and loaded with the part that says it. */
export const lateFamilies = ['within', 'job', 'knowledge'] as const;

/** All that is read in the tab: a no, and what is in ready-made topics, come from the app in the language that it asks for. */
export const shown = [...families, ...lateFamilies, 'refused', 'starter', 'why', 'workspace'] as const;

/** Text, the number of the plural around it, an argument, a number, or arms to choose from. */
export type Part =
  | string
  | 0
  | readonly [name: string]
  | readonly [name: string, number: 1]
  | readonly [name: string, arms: Readonly<Record<string, Message>>];
export type Message = string | readonly Part[];
export type Arguments = Readonly<Record<string, string | number>>;

function armOf(arms: Readonly<Record<string, Message>>, value: string | number, language: string): Message {
  if (typeof value === 'string') return arms[value] ?? arms.other ?? '';
  return arms[`=${value}`] ?? arms[new Intl.PluralRules(language).select(value)] ?? arms.other ?? '';
}

export function said(message: Message, language: string, args: Arguments = {}, count = 0): string {
  if (typeof message === 'string') return message;
  const written = (it: number) => new Intl.NumberFormat(language).format(it);
  return message
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part === 0) return written(count);
      const [name, how] = part;
      const value = args[name] ?? '';
      if (typeof how === 'object')
        return said(armOf(how, value, language), language, args, typeof value === 'number' ? value : count);
      return how === 1 && typeof value === 'number' ? written(value) : String(value);
    })
    .join('');
}
