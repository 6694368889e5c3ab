import bidiFactory, { type Bidi } from 'bidi-js';
import type { Face, Sign } from './faces.ts';

/** Its types speak of the ES module; Node loads the other one, whose whole export is the factory. */
const bidi = (bidiFactory as unknown as () => Bidi)();

/** A piece of a line that one face draws in one go; the first stands furthest left. */
export type Piece = { readonly text: string; readonly face: Face; readonly width: number };
/** A line as it is seen. `fromRight`: it begins at the right edge. */
export type Line = { readonly pieces: readonly Piece[]; readonly width: number; readonly fromRight: boolean };
/** How wide a text is in a face. */
export type Measure = (text: string, face: Face) => number;

/** A sign with its direction: an odd level is read from the right. */
type Placed = Sign & { readonly level: number };

/** Breaks a paragraph (no line feed in it) into lines of this width; right-to-left scripts stand as they are read. */
export function breakLines(signs: readonly Sign[], width: number, measure: Measure): readonly Line[] {
  const text = signs.map((sign) => sign.text).join('');
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text);
  const base = paragraphs[0]?.level ?? 0;
  let at = 0;
  const placed = signs.map((sign): Placed => {
    const level = levels[at] ?? base;
    at += sign.text.length;
    return { ...sign, level };
  });
  const lines = fill(wordsOf(placed), width, measure);
  return lines.map((line) => seen(withoutLastSpaces(line), base, measure));
}

/** Words with the spaces after them; signs of scripts without spaces each stand for a word. */
function wordsOf(signs: readonly Placed[]): readonly (readonly Placed[])[] {
  const words: Placed[][] = [];
  for (const sign of signs) {
    const before = words.at(-1)?.at(-1);
    const begins = !before || (isSpace(before) && !isSpace(sign)) || standsAlone(sign) || standsAlone(before);
    if (begins && !(before && isSpace(sign))) words.push([sign]);
    else words.at(-1)?.push(sign);
  }
  return words;
}

function isSpace({ text }: Sign): boolean {
  return text.trim() === '';
}

function standsAlone({ text }: Sign): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function fill(words: readonly (readonly Placed[])[], width: number, measure: Measure): readonly (readonly Placed[])[] {
  const lines: Placed[][] = [[]];
  let left = width;
  for (const word of words.flatMap((one) => cutToWidth(one, width, measure))) {
    const needs = widthOf(withoutLastSpaces(word), measure);
    if (needs > left && lines.at(-1)?.length !== 0) {
      lines.push([]);
      left = width;
    }
    lines.at(-1)?.push(...word);
    left -= widthOf(word, measure);
  }
  return lines;
}

/** A word that is wider than a line in pieces that are not. */
function cutToWidth(word: readonly Placed[], width: number, measure: Measure): readonly (readonly Placed[])[] {
  if (widthOf(withoutLastSpaces(word), measure) <= width) return [word];
  const parts: Placed[][] = [[]];
  for (const sign of word) {
    const part = parts.at(-1) ?? [];
    if (part.length > 0 && widthOf([...part, sign], measure) > width) parts.push([sign]);
    else part.push(sign);
  }
  return parts;
}

function withoutLastSpaces(signs: readonly Placed[]): readonly Placed[] {
  return signs.slice(0, signs.findLastIndex((sign) => !isSpace(sign)) + 1);
}

function widthOf(signs: readonly Placed[], measure: Measure): number {
  return runsOf(signs).reduce((sum, run) => sum + measure(drawn(run), run.face), 0);
}

type Run = { readonly signs: readonly string[]; readonly face: Face; readonly level: number };

function runsOf(signs: readonly Placed[]): readonly Run[] {
  const runs: { signs: string[]; face: Face; level: number }[] = [];
  for (const { text, face, level } of signs) {
    const last = runs.at(-1);
    if (last && last.face === face && last.level === level) last.signs.push(text);
    else runs.push({ signs: [text], face, level });
  }
  return runs;
}

function seen(signs: readonly Placed[], base: number, measure: Measure): Line {
  const pieces = inSight(runsOf(signs)).map((run) => {
    const text = drawn(run);
    return { text, face: run.face, width: measure(text, run.face) };
  });
  const width = pieces.reduce((sum, piece) => sum + piece.width, 0);
  return { pieces, width, fromRight: base % 2 === 1 };
}

/** Runs from left to right: rule L2 of the Unicode bidirectional algorithm. */
function inSight(runs: readonly Run[]): readonly Run[] {
  let order = [...runs];
  const deepest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = deepest; level > 0; level--) order = turned(order, level);
  return order;
}

function turned(runs: readonly Run[], level: number): Run[] {
  const done: Run[] = [];
  let deep: Run[] = [];
  for (const run of runs) {
    if (run.level >= level) deep.unshift(run);
    else {
      done.push(...deep, run);
      deep = [];
    }
  }
  return [...done, ...deep];
}

const fromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** What is given to the face. It turns letters of right-to-left scripts itself, but neither brackets nor other signs. */
function drawn({ signs, level }: Run): string {
  if (level % 2 === 0) return signs.join('');
  const mirrored = signs.map((sign) => bidi.getMirroredCharacter(sign) ?? sign);
  return (signs.some((sign) => fromTheRight.test(sign)) ? mirrored : mirrored.toReversed()).join('');
}
