import type { AboutKind, Audience, Reading } from '../vocabulary.ts';
import type { Lexicon, Rule } from './lexicon.ts';
import { type Scanned, spansOf } from './matcher.ts';
import { isNegated, type Tone } from './readings.ts';
import type { Span } from './word.ts';

/** A report as it was read: all that rules may ask about. */
export type Context = {
  readonly scanned: Scanned;
  readonly tone: Tone;
  readonly lexicon: Lexicon;
  readonly reporter: Audience;
  /** Whom the reporter says it is about. */
  readonly said: AboutKind | undefined;
  /** Whom it may be about, by what was said and by the words. */
  readonly about: ReadonlySet<AboutKind>;
  /** Adults to whom it was done, rather than by whom. */
  readonly targets: ReadonlySet<AboutKind>;
};

/** What must hold for a case or an alarm; an empty list asks for nothing. */
type Conditions = {
  readonly words: readonly string[];
  readonly unless: readonly string[];
  readonly about: readonly AboutKind[];
  readonly reporter: readonly Audience[];
  readonly reads: readonly Reading[];
};

/** A text in which patterns were looked for, and where it says no. */
export type Searched = {
  readonly scanned: Scanned;
  readonly tone: Pick<Tone, 'negations'>;
  readonly lexicon: Pick<Lexicon, 'small'>;
};

/** Where a pattern stands without being denied. */
export function said(
  source: string,
  { scanned, tone, lexicon }: Searched,
  hidden?: (span: Span) => boolean,
): readonly Span[] {
  const spans = spansOf(source, scanned, hidden);
  if (spans.length === 0 || tone.negations.length === 0) return spans;
  return spans.filter((span) => !isNegated(span, tone, scanned.text, lexicon.small));
}

/** Whether any of some patterns stands without being denied. */
export function isSaid(sources: readonly string[], searched: Searched): boolean {
  return sources.some((source) => said(source, searched).length > 0);
}

/** Whether a pattern stands anywhere, denied or not. */
export function mentioned(source: string, { scanned }: Pick<Context, 'scanned'>): boolean {
  return spansOf(source, scanned).length > 0;
}

/** Whether all conditions hold; the patterns that were found, or undefined. */
export function holds(conditions: Conditions, context: Context): readonly string[] | undefined {
  const found = conditions.words.filter((source) => said(source, context).length > 0);
  if (conditions.words.length > 0 && found.length === 0) return undefined;
  return isFit(conditions, context) ? found : undefined;
}

/** Whether conditions hold but for the words that are asked for. */
function isFit({ unless, about, reporter, reads }: Conditions, context: Context): boolean {
  if (about.length > 0 && !about.some((kind) => context.about.has(kind))) return false;
  if (reporter.length > 0 && !reporter.includes(context.reporter)) return false;
  if (reads.length > 0 && !reads.some((one) => context.tone.reads.has(one))) return false;
  return !unless.some((source) => mentioned(source, context));
}

/**
 * Every circumstance and alarm that asks for words and holds, with the patterns that show it. Looked for once in a
 * report, by what may stand in it: there are eight hundred such rules, and few have a word in common with a report.
 */
export function heldIn(context: Context): ReadonlyMap<Rule, readonly string[]> {
  const known = held.get(context);
  if (known) return known;
  const shown = new Map<Rule, string[]>();
  for (const source of context.scanned.possible.keys()) {
    const rules = context.lexicon.rulesBySource.get(source) ?? [];
    if (rules.length === 0 || said(source, context).length === 0) continue;
    for (const rule of rules) {
      const sources = shown.get(rule);
      if (sources) sources.push(source);
      else shown.set(rule, [source]);
    }
  }
  const fit = new Map([...shown].filter(([rule]) => isFit(rule, context)));
  held.set(context, fit);
  return fit;
}

const held = new WeakMap<Context, ReadonlyMap<Rule, readonly string[]>>();

/** The patterns that show a circumstance or an alarm, where it holds; the same as `holds`, and looked for but once. */
export function shownBy(rule: Rule, context: Context): readonly string[] | undefined {
  return rule.words.length > 0 ? heldIn(context).get(rule) : holds(rule, context);
}
