import type { Contact } from '../standing.ts';
import { tokens } from '../text.ts';
import type { Span } from './word.ts';

/** Titles of one word that say nothing of who it is. */
const vague: ReadonlySet<string> = new Set(['head', 'teacher', 'staff', 'lead', 'leader', 'adult', 'office', 'team']);
/** Words before a title that are no part of it. */
const articles: ReadonlySet<string> = new Set(['the', 'our', 'your', 'a', 'an']);
/** What parts a title from what else is said there: `deputy head (DSL)`, `assistant head who leads on e-safety`. */
const parting = /[(),;:/]|\bwho\b|\bwhich\b/i;

/** Where somebody stands by a school's own title for a role, or as people there call whoever holds it; and as an owner. */
export function titlesIn(contact: Contact | undefined, typed: readonly string[]): readonly Span[] {
  if (!contact) return [];
  return titlesOf(contact).flatMap((title) =>
    typed.flatMap((_, from) =>
      title.every((word, place) => isWord(typed[from + place], word, place === title.length - 1))
        ? [{ from, to: from + title.length }]
        : [],
    ),
  );
}

function isWord(typed: string | undefined, word: string, isLast: boolean): boolean {
  return typed === word || (isLast && typed === `${word}s`);
}

/** Every way of naming whoever holds a role, as words; made once for a contact. */
function titlesOf(contact: Contact): readonly (readonly string[])[] {
  const known = made.get(contact);
  if (known) return known;
  const titles = [contact.title, contact.pupil, ...contact.knownAs].flatMap((one) => one.split(parting)).map(wordsOf);
  const meant = titles.filter(([first = '', ...more]) => first !== '' && (more.length > 0 || !vague.has(first)));
  made.set(contact, meant);
  return meant;
}

const made = new WeakMap<Contact, readonly (readonly string[])[]>();

function wordsOf(title: string): readonly string[] {
  const words = tokens(title).map(({ word }) => word);
  const from = words.findIndex((word) => !articles.has(word));
  return from < 0 ? [] : words.slice(from);
}
