// Placeholder until the grammar stands.
import type { Heard } from '../lifecycle/conversation.ts';

export function recognise(text: string, _at: { now: string; zone: string }): Heard {
  const interest = /^(?:i want to learn|i am interested in) (.+)$/i.exec(text.trim());
  if (interest?.[1]) return { intent: 'register_interest', slots: { topic: interest[1] } };
  const plain: Record<string, string> = { hi: 'greet', help: 'help', topics: 'list_topics', group: 'group_status', 'my groups': 'list_groups' };
  return { intent: plain[text.trim().toLowerCase()] ?? 'out_of_scope', slots: {} };
}
