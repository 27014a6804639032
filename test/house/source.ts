// Reads a source text: its code without comments and strings, its comments, and what it imports.

export interface Source {
  /** As long as the text, so that positions agree; comments and the inside of strings are blanks. */
  code: string;
  comments: string[];
}

export interface Import {
  /** null when the address is computed. */
  from: string | null;
  /** `import type` and `export type`: gone when the file runs. */
  typeOnly: boolean;
}

const COMMENT = /\/\/[^\n]*|\/\*[\s\S]*?\*\//y;
const QUOTED = /'(?:\\[\s\S]|[^'\\\n])*'|"(?:\\[\s\S]|[^"\\\n])*"/y;
/** From the opening mark, or the end of an inserted expression, to the closing mark or the next expression. */
const TEMPLATE = /[`}](?:\\[\s\S]|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y;
const PATTERN =
  /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])*\/[a-z]*/y;
/** A slash after one of these begins a pattern, after anything else it divides. */
const BEFORE_PATTERN = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|do|else|await|yield))\s*$/;

const blank = (text: string) => text.replace(/[^\n]/g, ' ');
const hollow = (text: string, open: number, close: number) =>
  text.slice(0, open) + blank(text.slice(open, text.length - close)) + text.slice(text.length - close);

function taken(kind: RegExp, text: string, at: number): string | undefined {
  kind.lastIndex = at;
  return kind.exec(text)?.[0];
}

export function readSource(text: string): Source {
  const comments: string[] = [];
  const expressions: number[] = [];
  let code = '';
  let depth = 0;
  while (code.length < text.length) {
    const at = code.length;
    const sign = text.charAt(at);
    const inTemplate = sign === '`' || (sign === '}' && expressions.at(-1) === depth);
    if (inTemplate) {
      const part = taken(TEMPLATE, text, at) ?? sign;
      if (sign === '}') expressions.pop();
      if (part.endsWith('${')) expressions.push(depth);
      code += hollow(part, 1, part.endsWith('${') ? 2 : part.length > 1 ? 1 : 0);
      continue;
    }
    if (sign === '{') depth += 1;
    if (sign === '}') depth -= 1;
    const comment = sign === '/' ? taken(COMMENT, text, at) : undefined;
    const quoted = sign === "'" || sign === '"' ? taken(QUOTED, text, at) : undefined;
    const pattern =
      sign === '/' && BEFORE_PATTERN.test(code.slice(-80)) ? taken(PATTERN, text, at) : undefined;
    if (comment) {
      comments.push(comment);
      code += blank(comment);
    } else if (quoted) code += hollow(quoted, 1, 1);
    else if (pattern) code += hollow(pattern, 1, 1);
    else code += sign;
  }
  return { code, comments };
}

const FROM = /\b(?:import|export)\s+(type\s+(?!from\b))?[\w$*{}\s,]*?\bfrom\s*(?=['"])/g;
const BARE = /\bimport\s*(?=['"])/g;
const CALLED = /(?<![.\w$])(?:import|require)\s*\(\s*/g;

export function importsOf(text: string): Import[] {
  const { code } = readSource(text);
  const address = (at: number) => /^(['"`])([^'"`]*)\1/.exec(text.slice(at))?.[2] ?? null;
  const found = (pattern: RegExp) =>
    [...code.matchAll(pattern)].map((match) => ({
      from: address(match.index + match[0].length),
      typeOnly: match[1] !== undefined,
    }));
  return [...found(FROM), ...found(BARE), ...found(CALLED)];
}
