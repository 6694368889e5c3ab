import type { AboutKind, Audience, Reading } from '../vocabulary.ts';
import type { Lexicon } from './lexicon.ts';
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

/** Where a pattern stands without being denied. */
export function said(
  source: string,
  { scanned, tone, lexicon }: Context,
  hidden?: (span: Span) => boolean,
): readonly Span[] {
  const pattern = scanned.possible.get(source);
  if (!pattern) return [];
  return spansOf(pattern, scanned, hidden).filter((span) => !isNegated(span, tone, scanned.text, lexicon.small));
}

/** Whether any of some patterns stands without being denied. */
export function isSaid(sources: readonly string[], context: Context): boolean {
  return sources.some((source) => said(source, context).length > 0);
}

/** Whether a pattern stands anywhere, denied or not. */
export function mentioned(source: string, { scanned }: Pick<Context, 'scanned'>): boolean {
  const pattern = scanned.possible.get(source);
  return pattern !== undefined && spansOf(pattern, scanned).length > 0;
}

/** Whether all conditions hold; the patterns that were found, or undefined. */
export function holds(conditions: Conditions, context: Context): readonly string[] | undefined {
  const { words, unless, about, reporter, reads } = conditions;
  if (about.length > 0 && !about.some((kind) => context.about.has(kind))) return undefined;
  if (reporter.length > 0 && !reporter.includes(context.reporter)) return undefined;
  if (reads.length > 0 && !reads.some((one) => context.tone.reads.has(one))) return undefined;
  const found = words.filter((source) => said(source, context).length > 0);
  if (words.length > 0 && found.length === 0) return undefined;
  return unless.some((source) => mentioned(source, context)) ? undefined : found;
}
