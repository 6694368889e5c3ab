import { remembered } from '../remembered.ts';
import type { AboutKind, Audience } from '../vocabulary.ts';
import { type Context, heldIn } from './context.ts';
import { type Scanned, spansOf } from './matcher.ts';
import type { Scores } from './score.ts';

/** What a report is compared by, and how much of each there is. */
export type Features = ReadonlyMap<string, number>;

/** Length of a report's words taken together, so that long reports weigh as much as short ones. */
const length = 3;
/** What a pair of neighbours weighs beside a word. */
const paired = 0.7;
/** A score from here on says no more. */
const highest = 9;
/** What such a score weighs. */
const most = 1.8;

/** Words without endings, pairs of neighbours, the families they belong to, and how much patterns found of each kind. */
export function featuresOf(scanned: Scanned, families: readonly string[], scores: Scores): Features {
  const stems = scanned.text.map(({ forms }) => stemOf(forms.at(-1) ?? ''));
  const found = families.filter((source) => spansOf(source, scanned).length > 0);
  const names = [...new Set([...stems, ...found])];
  const pairs = stems.slice(1).map((stem, index) => `${stems[index]} ${stem}`);
  const each = length / Math.sqrt(names.length || 1);
  const features = new Map<string, number>();
  for (const name of names) features.set(name, each);
  for (const pair of pairs) features.set(pair, each * paired);
  for (const [category, { score }] of scores) {
    if (score > 0) features.set(`signs of ${category}`, (Math.min(score, highest) / highest) * most);
  }
  return features;
}

/** What it weighs how a report reads, and that a rule holds. */
const ruleWeight = 0.5;

/**
 * How a report reads, and every circumstance and alarm of which it has the words, whatever kind it turns out to be.
 * Where nobody knows who tells it, those are left out that ask for that.
 */
export function rulesOf(context: Context, told: boolean): Features {
  const rules = [...heldIn(context).keys()].filter(
    ({ reporter, about }) => told || (reporter.length === 0 && about.length === 0),
  );
  return new Map([...context.tone.reads, ...rules.map(({ id }) => id)].map((name) => [`holds ${name}`, ruleWeight]));
}

/** What it weighs who tells, and of whom. */
const teller = 0.5;

/** Who tells a report, and whom it is about as far as that is known. */
export function tellersOf(reporter: Audience, about: ReadonlySet<AboutKind>): Features {
  const known = [...about].filter((kind) => kind !== 'unknown');
  return new Map([`told by ${reporter}`, ...known.map((kind) => `told of ${kind}`)].map((name) => [name, teller]));
}

/** A word without the endings that English adds. */
const stemOf = remembered((word) => {
  if (word.length < 4) return word;
  const bare = word.replace(/(?:ing|ings|ed|er|ers|es|s|ly)$/, '');
  return bare.length < 3 ? word : bare.replace(/(.)\1$/, '$1').replace(/[ey]$/, '');
});
