// Finds the two halves of a promise in a sentence: when, and what then.

export interface Promised {
  cue: string;
  behaviour: string;
}

/** Longer than the two longest halves together: nobody's one sentence. */
const longest = 700;

const cueFirst: readonly RegExp[] = [
  /\b(?:whenever|when|if)\s+(?<cue>.+?),?\s+(?:then\s+)?I(?:\s+will|['’]ll)\s+(?<behaviour>.+)$/isu,
  /\bwenn\s+(?<cue>.+?),\s*(?:dann\s+)?werde\s+ich\s+(?<behaviour>.+)$/isu,
  /\b(?:quand|lorsque|si)\s+(?<cue>.+?),?\s+(?:alors\s+)?je\s+vais\s+(?<behaviour>.+)$/isu,
  /\b(?:cuando|si)\s+(?<cue>.+?),?\s+(?:entonces\s+)?(?:yo\s+)?voy\s+a\s+(?<behaviour>.+)$/isu,
];

const behaviourFirst: readonly RegExp[] = [
  /\bI(?:\s+will|['’]ll|\s+commit\s+to|\s+promise\s+to)\s+(?<behaviour>.+?),?\s+(?:whenever|when|if)\s+(?<cue>.+)$/isu,
  /\bich\s+werde\s+(?<behaviour>.+?),?\s+wenn\s+(?<cue>.+)$/isu,
  /\bje\s+(?:vais|m['’]engage\s+à)\s+(?<behaviour>.+?),?\s+(?:quand|lorsque|si)\s+(?<cue>.+)$/isu,
  /\b(?:voy\s+a|me\s+comprometo\s+a)\s+(?<behaviour>.+?),?\s+(?:cuando|si)\s+(?<cue>.+)$/isu,
];

const trimmed = (half: string | undefined): string =>
  (half ?? '').replace(/(?<![\s.,;!])[\s.,;!]+$/u, '').trim();

export function promiseIn(text: string): Promised | undefined {
  if (text.length > longest) return undefined;
  for (const pattern of [...cueFirst, ...behaviourFirst]) {
    const found = pattern.exec(text)?.groups;
    const promised = { cue: trimmed(found?.cue), behaviour: trimmed(found?.behaviour) };
    if (promised.cue && promised.behaviour) return promised;
  }
  return undefined;
}
