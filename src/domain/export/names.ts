/** Somebody whose name may not be read, and what stands in its place. */
export type HiddenName = { readonly name: string; readonly as: string };

/** Puts what is said instead of names into a text. */
export type Hide = (text: string) => string;

/**
 * Hides people in what others wrote: their full names, each part of them, possessives, a slip of one letter in a longer
 * name, and addresses or user names made of them. A part that is also the name of somebody in `kept` stays where it
 * stands alone. It cannot know a nickname, or somebody whom nobody named as part of the case: a person must still read it.
 */
export function hideNames(hidden: readonly HiddenName[], kept: readonly string[]): Hide {
  const people: readonly Known[] = [
    ...hidden.map(({ name, as }) => known(name, as)),
    ...kept.map((name) => known(name, undefined)),
  ].filter(({ parts }) => parts.length > 0);
  const unspaced = hidden.filter(({ name }) => withoutSpaces.test(name));
  return (text) => {
    const whole = unspaced.reduce((left, { name, as }) => left.replaceAll(name.trim(), as), text);
    return people.length > 0 ? replaced(whole, people) : whole;
  };
}

type Known = {
  readonly parts: readonly string[];
  /** User names that people make of a name. */
  readonly handles: readonly string[];
  /** Undefined for somebody who stays. */
  readonly as: string | undefined;
};

/** Scripts that put no space between words, where a name can only be found as it stands. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const word = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu;

/** Words that stand where a name was asked for, when the name was not known. */
const noNames = new Set(
  `a an the of in from at with and or to on by for is was not no who year yr class form boy boys girl girls kid kids child
  children lad lads teacher sir miss mr mrs ms mx dr friend friends someone somebody anyone unknown known sure dont know my
  his her their our your mum dad mother father brother sister cousin called named group other another pupil student staff
  parent person people man woman some new old tall small`.split(/\s+/),
);

/** In a description ("a boy called Sam") only what is written with a capital counts as a name. */
function known(name: string, as: string | undefined): Known {
  const words = name.match(word) ?? [];
  const described = words.some((one) => noNames.has(fold(one)));
  const names = words.filter((one) => !noNames.has(fold(one)) && (!described || /^\p{Lu}/u.test(one)));
  const folded = names.map(fold);
  const pieces = names.flatMap((one) => one.split(/['’-]/)).map(fold);
  const parts = [...new Set([...folded, ...pieces])].filter((part) => part.length > 1 && !/^\d+$/.test(part));
  return { parts, handles: handlesOf(folded), as };
}

function handlesOf(names: readonly string[]): readonly string[] {
  const [first = '', last = ''] = [names[0], names.at(-1)];
  if (names.length < 2) return [];
  return [names.join(''), names.toReversed().join(''), `${first[0]}${last}`, `${first}${last[0]}`].filter(
    (handle) => handle.length > 3,
  );
}

/** Small letters without accents, apostrophes and hyphens. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}'’-]/gu, '')
    .toLowerCase();
}

type Spot = { readonly from: number; readonly to: number; readonly who: readonly Known[] };

function replaced(text: string, people: readonly Known[]): string {
  let done = '';
  let from = 0;
  for (const { from: start, to, who } of together(text, people)) {
    const as = standIn(who);
    done += text.slice(from, start) + (as ?? text.slice(start, to));
    from = to;
  }
  return done + text.slice(from);
}

/** Nobody is hidden by a word that may as well be somebody who stays. Two who cannot be told apart are both named. */
function standIn(who: readonly Known[]): string | undefined {
  const all = who.map(({ as }) => as);
  return all.includes(undefined) ? undefined : [...new Set(all)].join(' or ');
}

/** Words that name people, those that can be the same person and stand beside one another as one. */
function together(text: string, people: readonly Known[]): readonly Spot[] {
  const spots: Spot[] = [];
  for (const found of text.matchAll(word)) {
    const [from, to] = [found.index, found.index + possessed(found[0]).length];
    const who = people.filter((one) => isNamedBy(one, found[0]));
    if (who.length === 0) continue;
    const before = spots.at(-1);
    const both =
      before && /^\s*$/.test(text.slice(before.to, from)) ? before.who.filter((one) => who.includes(one)) : [];
    if (before && both.length > 0) spots.splice(-1, 1, { from: before.from, to, who: both });
    else spots.push({ from, to, who });
  }
  return spots;
}

/** The word without the ending of a possessive. */
function possessed(told: string): string {
  return told.replace(/['’]s$/iu, '');
}

function isNamedBy({ parts, handles }: Known, told: string): boolean {
  const forms = [told, possessed(told), ...told.split(/['’-]/)].map(fold);
  const [whole = ''] = forms;
  const plain = whole.replace(/\d+$/, '');
  return (
    forms.some((form) => parts.includes(form)) ||
    parts.some((part) => whole === `${part}s` || (isCapital(told) && isSlipOf(part, fold(possessed(told))))) ||
    handles.some((handle) => plain === handle || (handle.length > 6 && plain.includes(handle)))
  );
}

function isCapital(told: string): boolean {
  return /^\p{Lu}/u.test(told);
}

const shortestSlip = 5;

/** Whether one letter is missing, too many, another one, or changed places with its neighbour; never the first. */
function isSlipOf(name: string, told: string): boolean {
  if (name.length < shortestSlip || told.length < shortestSlip - 1 || name[0] !== told[0] || name === told)
    return false;
  let at = 0;
  while (at < name.length && name[at] === told[at]) at++;
  const [ofName, ofTold] = [name.slice(at), told.slice(at)];
  const swapped = `${ofTold[1] ?? ''}${ofTold[0] ?? ''}${ofTold.slice(2)}`;
  return (
    ofName.slice(1) === ofTold.slice(1) ||
    ofName.slice(1) === ofTold ||
    ofName === ofTold.slice(1) ||
    (ofTold.length > 1 && ofName === swapped)
  );
}
