// A page is built of few elements, and nothing that people wrote becomes one of them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageHtml } from '../../bot/graph/pageHtml.ts';
import type { Block } from '../../bot/run/ports.ts';

test('each kind of block has its element', () => {
  expect(
    pageHtml([
      { is: 'heading', text: 'About' },
      { is: 'text', text: 'Tom & Ann' },
      { is: 'list', items: ['one', 'two'] },
      { is: 'links', links: [{ title: 'Course', url: 'https://course.example/a?b=1&c="2"' }] },
    ]),
  ).toBe(
    '<h2>About</h2><p>Tom &amp; Ann</p><ul><li>one</li><li>two</li></ul>' +
      '<ul><li><a href="https://course.example/a?b=1&amp;c=%222%22">Course</a> (course.example)</li></ul>',
  );
});

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '"><iframe src=javascript:alert(1)>',
  "' onmouseover='alert(1)",
  '</p><style>@import "//evil.example"</style>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '&lt;script&gt;',
  '<!-- --><a href=//evil.example>x</a>',
  '\u202egnp.exe\u2066',
];
const everywhere = (text: string): Block[] => [
  { is: 'heading', text },
  { is: 'text', text },
  { is: 'list', items: [text] },
  {
    is: 'links',
    links: [
      { title: text, url: 'https://ok.example/' },
      { title: text, url: text },
    ],
  },
];
const ours = /<\/?(?:h2|p|ul|li)>|<a href="https:\/\/[^"<>]*">|<\/a>/g;

function isTame(html: string) {
  const rest = html.replace(ours, '');
  expect(rest).not.toMatch(/[<>"']/);
  expect(rest).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f]/u);
}

test.each(attacks)('an attack stays words: %j', (text) => isTame(pageHtml(everywhere(text))));

test('whatever is written stays words', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...attacks))), (pieces) =>
      isTame(pageHtml(everywhere(pieces.join('')))),
    ),
    { seed: Number(process.env.SEED ?? 1) },
  );
});

describe('a link leads nowhere', () => {
  test.each([
    'http://plain.example/',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    'https://bank.example@evil.example/',
    'https://:secret@evil.example/',
    'not a link',
    '',
  ])('to %j', (url) => {
    expect(pageHtml([{ is: 'links', links: [{ title: 'Here', url }] }])).toBe('<ul><li>Here</li></ul>');
  });
});

test('the host of a link is always to be read', () => {
  const html = pageHtml([{ is: 'links', links: [{ title: 'bank.example', url: 'https://evil.example/' }] }]);
  expect(html).toContain('>bank.example</a> (evil.example)');
});
