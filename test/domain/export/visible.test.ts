import fc from 'fast-check';
import { expect, it } from 'vitest';
import { visible } from '../../../src/domain/export/visible.ts';

it.each([
  ['an escape sequence', '\u001b[31mred\u001b[0m', '[U+001B][31mred[U+001B][0m'],
  ['a bell and a backspace', 'a\u0007b\u0008', 'a[U+0007]b[U+0008]'],
  ['a turn of direction', 'abc\u202edef', 'abc[U+202E]def'],
  ['a C1 control', 'a\u009b31m', 'a[U+009B]31m'],
  ['an invisible space', 'a\u200bb', 'a[U+200B]b'],
  ['a lone surrogate', 'a\ud800b', 'a[U+D800]b'],
  ['other ends of lines', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
])('shows %s', (_what, told, wanted) => {
  expect(visible(told)).toBe(wanted);
});

it('leaves names and emoji as they are', () => {
  const told = 'Zoë, Łukasz, محمد, 陳大文, 👨‍👩‍👧 ❤️\nnext';
  expect(visible(told)).toBe(told);
});

it('leaves nothing that a terminal would obey', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (told) => {
      expect(visible(told)).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
