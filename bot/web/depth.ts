// PURE: how deep a JSON text is nested, told before it is parsed.
export function withinDepth(text: string, deepest: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === '\\') at += 1;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === '{' || sign === '[') {
      depth += 1;
      if (depth > deepest) return false;
    } else if (sign === '}' || sign === ']') depth -= 1;
  }
  return true;
}
