import { fold, isUnspaced, tokens } from './text.ts';

/** A word as a pattern has it; `open` where anything may follow. */
export type WordTest = { readonly stem: string; readonly open: boolean };

/** A place in a pattern that any of several words, or rows of words, can fill. */
export type Slot = {
  /** As the pack has it; the same in the same pack means the same choices. */
  readonly source: string;
  readonly choices: readonly (readonly WordTest[])[];
  /** How many other words may stand before it. */
  readonly gap: number;
};

/** What a pattern says: rows of slots that must all be found close to each other, in any order. */
export type Pattern = { readonly source: string; readonly rows: readonly (readonly Slot[])[] };

/** A pattern that could be read, or why it could not. */
export type PatternResult =
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'broken'; readonly why: string };

/** Named words that patterns can speak of. */
export type Lists = Readonly<Record<string, readonly string[] | undefined>>;

/** `..` lets this many words stand between. */
const widestGap = 4;

class Broken extends Error {}

/**
 * Reads a pattern as schools write it: `word`, `wor*` (any ending), `one/other` (with `two_words` as one
 * of them), `two words`, `first .. later` (up to
 * four words between), `here + there` (close together in any order), `<list>` (any word of that list).
 */
export function parsePattern(source: string, lists: Lists): PatternResult {
  if (source.includes('<')) return parse(source, lists);
  const result = readWithoutLists.get(source) ?? parse(source, noLists);
  readWithoutLists.set(source, result);
  return result;
}

const noLists: Lists = {};
/** Patterns that speak of no list mean the same in all packs, and most packs share most of them. */
const readWithoutLists = new Map<string, PatternResult>();

function parse(source: string, lists: Lists): PatternResult {
  try {
    return { kind: 'pattern', pattern: { source, rows: source.split(/\s\+\s/).map((row) => parseRow(row, lists)) } };
  } catch (fault) {
    if (fault instanceof Broken) return { kind: 'broken', why: fault.message };
    throw fault;
  }
}

function parseRow(row: string, lists: Lists): readonly Slot[] {
  const slots: Slot[] = [];
  let gap = 0;
  for (const part of row.trim().split(/\s+/)) {
    if (part === '..') gap = widestGap;
    else {
      slots.push({ source: part, choices: choicesOf(part, lists), gap: slots.length > 0 ? gap : 0 });
      gap = 0;
    }
  }
  if (slots.length === 0 || gap > 0 || row.trim().startsWith('..'))
    throw new Broken('has nothing on one side of `..` or `+`');
  return slots;
}

/** What slots were read as: the patterns of a pack have many in common. */
const readSlots = new WeakMap<Lists, Map<string, Slot['choices']>>();

function choicesOf(part: string, lists: Lists): Slot['choices'] {
  const known = readSlots.get(lists) ?? new Map<string, Slot['choices']>();
  readSlots.set(lists, known);
  const choices = known.get(part) ?? parseChoices(part, lists);
  known.set(part, choices);
  return choices;
}

function parseChoices(part: string, lists: Lists): Slot['choices'] {
  return part.split('/').flatMap((choice) => {
    const name = /^<(.+)>$/.exec(choice)?.[1];
    if (name === undefined) return [parseWords(choice.replaceAll('_', ' '))];
    const words = lists[name];
    if (!words) throw new Broken(`speaks of <${name}>, which is no list of this pack or the floor`);
    return words.map(parseWords);
  });
}

/** Every phrase that a line of a list stands for: `who/that runs e_safety` is `who runs e safety` and `that runs e safety`. */
export function phrasesOf(line: string): readonly string[] {
  return line.split(/\s+/).reduce<readonly string[]>(
    (begun, part) => {
      const choices = part.split('/').map((choice) => choice.replaceAll('_', ' '));
      return begun.flatMap((before) => choices.map((choice) => (before ? `${before} ${choice}` : choice)));
    },
    [''],
  );
}

function parseWords(text: string): readonly WordTest[] {
  const parts = text
    .trim()
    .split(/[\s-]+/)
    .flatMap(lettersApart)
    .map(parseWord);
  if (parts.some(({ stem, open }) => stem === '' || (open && stem.length < 3))) {
    throw new Broken(`cannot use “${text}”: a word, and at least three letters before a *`);
  }
  return parts;
}

/** Letters of scripts that put no spaces between words are read one by one, as in a text. */
function lettersApart(part: string): readonly string[] {
  return isUnspaced(part) ? [...part] : [part];
}

/** Words that need no folding. */
const plain = /^[a-z0-9]+$/;

function parseWord(text: string): WordTest {
  const open = text.endsWith('*');
  const bare = open ? text.slice(0, -1) : text;
  if (plain.test(bare)) return { stem: bare, open };
  const [token, ...more] = tokens(bare);
  if (!token || more.length > 0 || token.word.length !== fold(bare).length) return { stem: '', open };
  return { stem: token.word, open };
}
