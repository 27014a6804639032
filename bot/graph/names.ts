// PURE: a name that Teams takes for a channel, made of words that people chose.

/** Teams docs, limits and specifications: names of channels. */
const refused = /[~#%&*{}+/\\:<>?|'",]/g;
/** Joiners hold families of emoji and Persian words together. */
const hidden = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]--[\u200c\u200d]]/gv;
const reserved = /^(forms|con|conin\$|conout\$|prn|aux|nul|com[1-9]|lpt[1-9]|desktop\.ini)$/i;
const longest = 50;

/** Where it is too long, the words give way and not the last one: there stands the short id. */
export function channelName(words: string): string {
  const name = taken(words);
  const last = name.slice(name.lastIndexOf(' ') + 1);
  const fits = name.length <= longest ? name : shortened(name, last.length < name.length ? last : '');
  if (fits === '') return 'Group';
  return reserved.test(fits) ? `${fits} 1` : fits;
}

function shortened(name: string, last: string): string {
  const room = longest - last.length - 1;
  // A last word that fills the line is no id.
  if (last === '' || room < longest / 2) return taken(cut(name, longest));
  return `${taken(cut(name.slice(0, -last.length), room))} ${last}`;
}

const taken = (text: string): string =>
  text
    .normalize('NFKC')
    .toWellFormed()
    .replace(hidden, ' ')
    .replace(refused, ' ')
    .replace(/\.{2,}/g, '.')
    .replace(/_vti_/gi, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s._]+/, '')
    // Looked for where a run begins: from each of its signs, the work would grow with its square.
    .replace(/(?<![\s.])[\s.]+$/, '');

/** Never through the middle of a character; what a reader sees as one may be several. */
function cut(text: string, room: number): string {
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (kept.length + segment.length > room) break;
    kept += segment;
  }
  return kept;
}
