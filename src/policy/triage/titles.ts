import type { Contact, Pack } from '../standing.ts';
import { fold, tokens } from '../text.ts';
import type { InsideRole } from '../vocabulary.ts';

/** The name under which every pattern knows whoever holds a role. */
const known = {
  dsl: 'dsl',
  headteacher: 'headteacher',
  'chair-of-governors': 'chair of governors',
  'esafety-lead': 'online safety lead',
  'it-support': 'it technician',
  'data-protection': 'data protection officer',
  'school-administrator': 'school administrator',
  'web-manager': 'web manager',
} as const satisfies Partial<Record<InsideRole, string>>;
type Known = keyof typeof known;

/** Titles of one word that say nothing of who it is. */
const vague: ReadonlySet<string> = new Set(['head', 'teacher', 'staff', 'lead', 'leader', 'adult', 'office', 'team']);
/** Words before a title that are no part of it. */
const articles: ReadonlySet<string> = new Set(['the', 'our', 'your', 'a', 'an']);
/** What parts a title from what else is said there: `deputy head (DSL)`, `assistant head who leads on e-safety`. */
const parting = /[(),;:/]|\bwho\b|\bwhich\b/i;

/** A way of naming somebody, as words, and the name that patterns know. */
type Title = { readonly words: readonly string[]; readonly name: string };

/**
 * A report in which whoever a school names by a title of its own stands under the name that patterns know: `the deputy
 * head`, where the deputy head is the safeguarding lead, is the safeguarding lead.
 */
export function underKnownNames(text: string, pack: Pick<Pack, 'contacts' | 'lists'>): string {
  const titles = titlesOf(pack);
  if (titles.length === 0) return text;
  const typed = tokens(text);
  let done = 0;
  let written = '';
  for (let place = 0; place < typed.length; place++) {
    const title = titles.find(({ words }) =>
      words.every((word, step) => isWord(typed[place + step]?.word, word, step === words.length - 1)),
    );
    const [first, last] = title ? [typed[place], typed[place + title.words.length - 1]] : [];
    if (!title || !first || !last) continue;
    written += text.slice(done, first.at) + title.name + (last.word === title.words.at(-1) ? '' : 's');
    done = endOf(text, last.at);
    place += title.words.length - 1;
  }
  return written + text.slice(done);
}

/** As typed, or as an owner: `the deputy head's`. */
function isWord(typed: string | undefined, word: string, isLast: boolean): boolean {
  return typed === word || (isLast && typed === `${word}s`);
}

function endOf(text: string, at: number): number {
  const [word = ''] = /^[\p{L}\p{M}\p{N}'’`]+/u.exec(text.slice(at)) ?? [];
  return at + word.length;
}

/** The school's own titles, the longest first, but for those that patterns know; made once for a pack. */
function titlesOf(pack: Pick<Pack, 'contacts' | 'lists'>): readonly Title[] {
  const before = made.get(pack.contacts);
  if (before) return before;
  const roles = Object.keys(known) as readonly Known[];
  const usual = new Set([...roles, 'head', 'governor'].flatMap((list) => (pack.lists[list] ?? []).map(fold)));
  const titles = roles.flatMap((role) => {
    const contact = pack.contacts[role];
    const ways = contact ? waysToName(contact).filter((words) => !usual.has(words.join(' '))) : [];
    return ways.map((words) => ({ words, name: known[role] }));
  });
  const sorted = titles.toSorted((a, b) => b.words.length - a.words.length);
  made.set(pack.contacts, sorted);
  return sorted;
}

const made = new WeakMap<Pack['contacts'], readonly Title[]>();

function waysToName({ title, pupil, knownAs }: Contact): readonly (readonly string[])[] {
  return [title, pupil, ...knownAs]
    .flatMap((one) => one.split(parting))
    .map(wordsOf)
    .filter(([first = '', ...more]) => first !== '' && (more.length > 0 || !vague.has(first)));
}

function wordsOf(title: string): readonly string[] {
  const words = tokens(title).map(({ word }) => word);
  const from = words.findIndex((word) => !articles.has(word));
  return from < 0 ? [] : words.slice(from);
}
