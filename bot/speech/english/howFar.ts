// How far somebody says that they are with what they practise, in hundredths of a habit.

export interface HowFar {
  /** 0 to 100. */
  progress: number;
  /** What was said beside it, as it was said; absent when that was all. */
  story?: string;
}

/** Fewer words beside the measure tell the group nothing. */
const fewWords = 4;

/** In the order in which they are looked for: “not once” is no “once”. */
const measures: [said: RegExp, progress: (found: RegExpExecArray) => number][] = [
  [/\b(\d{1,3}) ?(?:%|per ?cent\b)/i, ([, many]) => Number(many)],
  [/\b(\d{1,2}) ?(?:out of|of|\/) ?(5|10)\b/i, ([, many, all]) => (100 * Number(many)) / Number(all)],
  [
    /\b(?:not (?:yet|once|at all|started)|nothing(?: yet)?|never|(?:have ?n.?t|did ?n.?t) (?:started?|tried|try|yet))\b/i,
    () => 0,
  ],
  [/\b(?:habit|always|every ?time|second nature)\b/i, () => 100],
  [/\b(?:most(?:ly| of the time| days)|usually|nearly always|almost always)\b/i, () => 75],
  [
    /\b(?:now and then|now and again|some ?times|a few times|several times|a couple of times|twice|three times)\b/i,
    () => 50,
  ],
  [/\b(?:once|one time|the first time|tried it|tried)\b/i, () => 25],
];

/** Undefined when the sentence does not say. */
export function howFar(text: string): HowFar | undefined {
  for (const [said, progress] of measures) {
    const found = said.exec(text);
    if (!found) continue;
    const far = progress(found);
    if (far > 100) return undefined;
    const rest = text.replace(found[0], ' ').match(/\p{L}+/gu) ?? [];
    return { progress: far, ...(rest.length < fewWords ? {} : { story: text }) };
  }
  return undefined;
}
