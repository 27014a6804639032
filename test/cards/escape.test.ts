// What people write is shown as they wrote it, never as markup, and leads nowhere that is not safe.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, plain, safeLink, short } from '../../bot/cards/escape.ts';

const seed = Number(process.env.SEED ?? 1);

describe('Text for a place where Teams reads markdown', () => {
  test.each([
    ['*bold* and _italic_', '\\*bold\\* and \\_italic\\_'],
    ['[x](http://evil.example)', '\\[x\\](http://evil.example)'],
    ['List<String> `code`', 'List\\<String\\> \\`code\\`'],
    ['# heading', '\\# heading'],
    ['  - entry\n+ entry', '  \\- entry\n\\+ entry'],
    ['1. first\n2) second', '1\\. first\n2\\) second'],
    ['a | b ~c~ \\d', 'a \\| b \\~c\\~ \\\\d'],
    ['5 - 3 = 2, C# and 1.5', '5 - 3 = 2, C# and 1.5'],
  ])('%s', (written, shown) => expect(plain(written)).toBe(shown));

  test(`has no mark left that means something (seed ${seed})`, () => {
    const marks = fc.constantFrom(...'*_`[]<>~|\\#-+1.) \nabc');
    const texts = fc.array(marks, { maxLength: 30 }).map((it) => it.join(''));
    const drawn = fc.property(texts, (text) => {
      const shown = plain(text);
      expect(shown).not.toMatch(/(?<!\\)(?:\\\\)*[*_`[\]<>~|]/);
      expect(shown).not.toMatch(/^\s*(?:[#+-]|\d+[.)])/m);
    });
    fc.assert(drawn, { seed, numRuns: 500 });
  });
});

describe('Invisible characters', () => {
  test('that could disguise a text are gone', () => {
    expect(clean('a\u202eb\u2066c\u200bd\u0000e\ufefff\u00adg')).toBe('abcdefg');
  });

  test('that writing needs stay: line breaks, tabs, joiners and emoji', () => {
    expect(clean('a\n\tb')).toBe('a\n\tb');
    expect(clean('می\u200cخواهم 👩\u200d💻')).toBe('می\u200cخواهم 👩\u200d💻');
  });
});

describe('A shortened text', () => {
  test('is as long as allowed, counted as people count', () => {
    expect(short('feedback', 8)).toBe('feedback');
    expect(short('feedbacks', 8)).toBe('feedbac…');
    expect([...short('👍'.repeat(50), 40)]).toHaveLength(40);
    expect(short('a\u200bb', 2)).toBe('ab');
  });
});

describe('An address', () => {
  test.each([
    [
      ' https://learning.example.com/a b?c=d ',
      'https://learning.example.com/a%20b?c=d',
      'learning.example.com',
    ],
    ['HTTPS://Learning.Example.COM', 'https://learning.example.com/', 'learning.example.com'],
    ['https://exämple.com/', 'https://xn--exmple-cua.com/', 'xn--exmple-cua.com'],
  ])('%s is a link to its host', (text, url, host) => expect(safeLink(text)).toEqual({ url, host }));

  test.each([
    'http://learning.example.com',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://user:secret@learning.example.com',
    'https://user@learning.example.com',
    'https://localhost/',
    'learning.example.com',
    '',
    'https://',
  ])('%s is no link', (text) => expect(safeLink(text)).toBeNull());
});
