// Makes what people wrote safe to show: no markdown, no mention, no invisible control.

/** Controls, bidirectional marks and other invisible ones could disguise a text or a link; line breaks, tabs and joiners stay. */
const invisible = /(?![\n\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu;

export const clean = (text: string): string => text.replace(invisible, '');

/** Marks that mean something anywhere in a line, and those that make a list or heading of one. */
const inLine = /[\\`*_[\]~|<>]/g;
/** Spaces of that line alone: looked for across lines, a thousand empty ones would cost a million steps. */
const atStart = /^([^\S\n\r\u2028\u2029]*)(?:([#+-])|(\d+)([.)]))/gm;

/** For TextBlock, facts and labels, where Teams reads markdown: every mark of it is shown as itself. */
export const plain = (text: string): string =>
  clean(text)
    .replace(inLine, '\\$&')
    .replace(atStart, (_, space: string, mark?: string, digits?: string, dot?: string) =>
      mark === undefined ? `${space}${digits}\\${dot}` : `${space}\\${mark}`,
    );

/** Cut at a length in code points, with an ellipsis. */
export function short(text: string, most: number): string {
  const points = [...clean(text)];
  return points.length <= most ? points.join('') : `${points.slice(0, most - 1).join('')}…`;
}

/** Only an https address without credentials may become a link; the host is what is shown of it. */
export function safeLink(text: string): { url: string; host: string } | null {
  const url = URL.parse(text.trim());
  if (url?.protocol !== 'https:' || url.username || url.password || !url.hostname.includes('.')) return null;
  return { url: url.href, host: url.hostname };
}
