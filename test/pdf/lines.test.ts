import { describe, expect, it } from 'vitest';
import { openFaces, signsOf } from '../../src/pdf/faces.ts';
import { breakLines } from '../../src/pdf/lines.ts';

const faces = openFaces();
/** Every code unit is one wide. */
const measure = (text: string) => text.length;

function lines(text: string, width = 1_000) {
  return breakLines(signsOf(faces, 'regular', text), width, measure);
}

/** What stands on each line from left to right; a piece of a right-to-left script as it is given to the font. */
function seen(text: string, width?: number): readonly string[] {
  return lines(text, width).map(({ pieces }) => pieces.map((piece) => piece.text).join('|'));
}

describe('breaking lines', () => {
  it.each([
    ['between words', 'one two three', 7, ['one two', 'three']],
    ['within a word that is wider than a line', 'incomprehensible', 6, ['incomp', 'rehens', 'ible']],
    ['anywhere between Chinese characters', '我見到陳大文', 4, ['我見到陳', '大文']],
    ['not at the end for a space', 'one two ', 7, ['one two']],
    ['of nothing to one empty line', '', 7, ['']],
  ])('%s', (_how, text, width, wanted) => {
    expect(seen(text, width)).toEqual(wanted);
  });

  it('loses no letter, however narrow', () => {
    const text = 'Łukasz saw it (9B) 😢 محمد نے کہا 12';
    for (const width of [1, 2, 5, 11, 80]) {
      const letters = lines(text, width).flatMap(({ pieces }) => pieces.flatMap((piece) => [...piece.text]));
      expect(letters.filter((one) => one.trim()).toSorted()).toEqual([...text].filter((one) => one.trim()).toSorted());
    }
  });

  it('reads right-to-left words in their order within an English sentence', () => {
    expect(seen('said محمد علی twice')).toEqual(['said |علی| |محمد| twice']);
  });

  it('puts a right-to-left paragraph at the right, numbers the right way round, brackets mirrored', () => {
    const [line] = lines('اردو 12 (پاکستان)');
    expect(line?.fromRight).toBe(true);
    const pieces = line?.pieces.map((piece) => piece.text.trim()) ?? [];
    expect(pieces.indexOf('12')).toBeGreaterThan(0);
    expect(pieces.join('')).toMatch(/\)پاکستان\(|\(پاکستان\)|پاکستان/);
  });
});

describe('choosing a face', () => {
  it.each([
    ['Polish', 'Łukasz', 'sans-regular'],
    ['Ukrainian', 'Олександр', 'sans-regular'],
    ['Greek', 'Γιώργος', 'sans-regular'],
    ['Hindi', 'आरव', 'sans-regular'],
    ['Urdu', 'محمد', 'arabic-regular'],
    ['an emoji', '😢', 'emoji'],
    ['a family', '👨‍👩‍👧', 'emoji'],
    ['a heart with its selector', '❤️', 'emoji'],
    ['a keycap', '1️⃣', 'emoji'],
    ['Bengali', 'আয়েশা', 'everything'],
    ['Punjabi', 'ਗੁਰਪ੍ਰੀਤ', 'everything'],
    ['Chinese', '陳大文', 'everything'],
    ['Hebrew', 'שרה', 'everything'],
    ['Amharic', 'ሰላም', 'everything'],
  ])('has one for %s', (_script, text, face) => {
    const signs = signsOf(faces, 'regular', text);
    expect(new Set(signs.map((sign) => sign.face.name))).toEqual(new Set([face]));
  });

  it('shows the number of what none has, never a box', () => {
    const told = signsOf(faces, 'regular', 'a\u{13000}');
    expect(told.map(({ text }) => text).join('')).toBe('a[U+13000]');
  });
});
