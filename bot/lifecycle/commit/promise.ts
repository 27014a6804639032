// Finds the two halves of a promise in a sentence: when, and what then; or the one half that it has.

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

const moments = /^\s*(?:when(?:ever)?|if|wenn|quand|lorsque|cuando)\s+/iu;

/** The moment of a promise as it follows on "When", which people tend to write again. */
export const cueIn = (text: string): string => trimmed(text.replace(moments, '')) || text;

const leads =
  /^\s*(?:(?:I\s+)?(?:promise|commit)(?:\s+(?:to|that)|\s*:)\s+|my\s+(?:promise|commitment)(?:\s+is(?:\s+(?:to|that))?|\s*:)\s+)?(?:I(?:\s+will|['’]ll)\s+)?/iu;

/** What is promised in a sentence that names no moment, as it follows on "I will"; in English, others are kept whole. */
export const behaviourIn = (text: string): string => text.replace(leads, '').trim() || text;
