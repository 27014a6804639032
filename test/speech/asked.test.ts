// What is a question by how it begins, and what only looks like one.
import { expect, test } from 'vitest';
import { isAsked } from '../../bot/speech/asked.ts';

test.each([
  'are we done',
  'What did I promise?',
  'Can we stop',
  'is it private',
  'how do we go on',
  "what's the plan? is there one",
])('“%s” asks something', (text) => expect(isAsked(text)).toBe(true));

test.each([
  'How to listen',
  'What good feedback is',
  'Friday at 10?',
  'Why feedback matters',
  'give feedback on the same day',
  'Is',
  '',
])('“%s” asks nothing', (text) => expect(isAsked(text)).toBe(false));
