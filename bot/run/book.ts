// All steps of the lifecycle and what surrounds them, looked up by the names that commands, cards and sentences use.
import type { Renders } from '../cards/view.ts';
import type { Policies } from '../group/policy.ts';
import type { StepConversation } from '../lifecycle/conversation.ts';
import type { AnyStepCommand } from '../lifecycle/decision.ts';

export interface Step {
  commands?: readonly AnyStepCommand[];
  cards?: Renders;
  conversation?: StepConversation;
}

export interface Book {
  /** The rules of groups that are proposed from now on. */
  policies: Policies;
  /** Where links of cards lead; absent: cards have none to us. */
  origin?: string;
  command(name: string): AnyStepCommand | undefined;
  card(name: string): Renders[string] | undefined;
  hears(intent: string): NonNullable<StepConversation['hears']>[string] | undefined;
  answers(question: string): NonNullable<StepConversation['answers']>[string] | undefined;
}

function index<V>(entries: [string, V][]): Map<string, V> {
  const map = new Map<string, V>();
  for (const [name, value] of entries) {
    if (map.has(name)) throw new Error(`Two steps both claim "${name}".`);
    map.set(name, value);
  }
  return map;
}

export function openBook(steps: readonly Step[], policies: Policies, origin?: string): Book {
  const commands = index(
    steps.flatMap((it) =>
      (it.commands ?? []).map((command): [string, AnyStepCommand] => [command.name, command]),
    ),
  );
  const cards = index(steps.flatMap((it) => Object.entries(it.cards ?? {})));
  const hears = index(steps.flatMap((it) => Object.entries(it.conversation?.hears ?? {})));
  const answers = index(steps.flatMap((it) => Object.entries(it.conversation?.answers ?? {})));
  return {
    policies,
    ...(origin === undefined ? {} : { origin }),
    command: (name) => commands.get(name),
    card: (name) => cards.get(name),
    hears: (intent) => hears.get(intent),
    answers: (question) => answers.get(question),
  };
}
