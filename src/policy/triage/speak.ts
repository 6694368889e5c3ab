import { fill } from '../placeholders.ts';
import { remembered } from '../remembered.ts';
import type { Pack } from '../standing.ts';
import { type AdviceAudience, type InsideRole, insideRoles, type KeptFrom } from '../vocabulary.ts';

/** Fills lines in for a reader, each once. */
export type Speak = (lines: readonly string[], who: AdviceAudience) => readonly string[];

/** Whom lines may name. */
export type Named = {
  /** They are named by nobody: whoever is told stands in for them. */
  readonly barred: ReadonlySet<KeptFrom>;
  readonly instead: InsideRole | undefined;
  /** Set where nobody else inside the school is to be told: a sentence that says whom to tell names one of these. */
  readonly only?: readonly InsideRole[];
  /** False where nobody rings the school's office, which is the headteacher's, and the headteacher is accused. */
  readonly byOffice?: boolean;
};

const role = /\{([a-z-]+)(\.phone)?\}/g;
const telling = /\b(?:tell|ring|ask|alert|report|say|speak with|talk to|nobody but)\b/i;
const byTheOffice = /\bring the school\b/i;
const aboutTheHead = /\b(?:about|concern) (?:the |\{)head/i;

/** Where two roles of a line have become one, it is named once: "the chair or the chair" is the chair. */
function onceNamed(line: string): string {
  return line.replace(/\b(the [^,.;:]+?)(?:,? (?:or|and) |, )\1(?=[,.;: ]|$)/gi, '$1');
}

type InWords = Readonly<Record<AdviceAudience, (line: string) => string>>;

const known = new WeakMap<Pack, InWords>();

/** Lines in a school's words, for each reader; a pack says the same few thousand over and over. */
function wordsOf(pack: Pack): InWords {
  const there = known.get(pack);
  if (there) return there;
  const words = (who: AdviceAudience) => remembered((line) => onceNamed(fill(line, pack, who)));
  const made = { staff: words('staff'), pupil: words('pupil'), parent: words('parent') };
  known.set(pack, made);
  return made;
}

/** Lines that would send somebody to a person who may not know name whoever is told instead. */
export function speaker(pack: Pack, { barred, instead, only, byOffice = true }: Named): Speak {
  const namesAnybody = barred.size === 0 && !only && byOffice;
  const bars = (name: string) => [...barred].some((one) => one === name);
  const redirect = (sentence: string) => {
    const strict = only && telling.test(sentence);
    const isOther = (name: string) => insideRoles.some((one) => one === name && !only?.includes(one));
    return sentence.replaceAll(role, (whole, name: string, phone = '') =>
      instead && (bars(name) || (strict && isOther(name))) ? `{${instead}${phone}}` : whole,
    );
  };
  // Who else may not know of the headteacher is not named by sending somebody to the headteacher.
  const isIdle = (sentence: string) =>
    (!byOffice && byTheOffice.test(sentence)) ||
    (aboutTheHead.test(sentence) &&
      !bars('headteacher') &&
      [...sentence.matchAll(role)].some(([, name = '']) => bars(name)));
  const said = (line: string) =>
    namesAnybody
      ? line
      : line
          .split(/(?<=[.!?]) /)
          .filter((sentence) => !isIdle(sentence))
          .map(redirect)
          .join(' ');
  return (lines, who) => {
    const inWords = wordsOf(pack)[who];
    const heard = lines.map((line) => inWords(said(line)));
    return [...new Set(heard)].filter((line) => line !== '');
  };
}
