import type { Pack } from '../standing.ts';
import { type Reading, readings } from '../vocabulary.ts';
import type { Lexicon } from './lexicon.ts';
import { type Scanned, spansOf } from './matcher.ts';
import type { Span, Word } from './word.ts';

/** Below this share of English words, a text is in another language. */
const leastEnglish = 0.4;
/** Texts of fewer words are not judged by their language, unless they are in another script, or an alarm knows them. */
const fewestWords = 4;

/** How a report reads, where it says no, and where it says who the reporter is: `I am the …`. */
export type Tone = {
  readonly reads: ReadonlySet<Reading>;
  readonly negations: readonly Span[];
  readonly selves: readonly Span[];
  /** Where somebody tells or asks somebody. */
  readonly telling: readonly Span[];
};

/**
 * Finds turns of phrase that change how the rest is read. What the reporter saw or was sent is no hearsay; and only
 * what monitoring showed is explained, where nothing speaks against it.
 */
export function toneOf(scanned: Scanned, text: string, lexicon: Lexicon, cues: Pack['cues']): Tone {
  const spans = (name: keyof Pack['cues']) => (cues[name] ?? []).flatMap((source) => spansOf(source, scanned));
  const numbered = isNumbered(text) ? (['several'] as const) : [];
  const saw = spans('firsthand').length > 0;
  const innocent = spans('monitored').length > 0 && spans('unexplained').length === 0;
  const isOff: Partial<Record<Reading, boolean>> = { hearsay: saw, explained: !innocent };
  const found = readings.filter(
    (one) => one !== 'foreign' && one !== 'everyday' && !isOff[one] && spans(one).length > 0,
  );
  const foreign = isForeign(scanned.text, text, lexicon) ? (['foreign'] as const) : [];
  const everyday = isEveryday(scanned.text, spans) ? (['everyday'] as const) : [];
  return {
    reads: new Set([...found, ...numbered, ...foreign, ...everyday]),
    negations: spans('negation'),
    selves: spans('self'),
    telling: spans('telling'),
  };
}

/**
 * Whether a text is nothing but everyday. It is enough that a single word is none of those that are: then somebody may
 * tell something, and it is read as a report.
 */
function isEveryday(text: readonly Word[], spans: (name: 'everyday' | 'beside-everyday') => readonly Span[]): boolean {
  const said = spans('everyday');
  return said.length > 0 && wordsBeside([...said, ...spans('beside-everyday')], text) === 0;
}

/** How many words stand outside some turns of phrase; `small`: words that do not count. */
export function wordsBeside(
  spans: readonly Span[],
  text: readonly Word[],
  small: ReadonlySet<string> = new Set(),
): number {
  const isBeside = ({ forms: [form = ''] }: Word, at: number) =>
    !small.has(form) && !spans.some(({ from, to }) => at >= from && at < to);
  return text.filter(isBeside).length;
}

/** Whether a text counts what it tells: `1) … 2) …`. */
function isNumbered(text: string): boolean {
  return /(?:^|\s)\(?1[).:]\s.*\s\(?2[).:]\s/s.test(text);
}

/** From this share of letters of another script on, a text is in another language: a name, a sign or a smiley is not. */
const otherScript = 0.3;

/** Whether a text is in a language that no pattern reads. */
function isForeign(words: readonly Word[], text: string, lexicon: Lexicon): boolean {
  const strange = text.match(/[^\p{Script=Latin}\P{L}]/gu)?.length ?? 0;
  if (strange > 0 && strange >= (text.match(/\p{L}/gu)?.length ?? 0) * otherScript) return true;
  const spoken = words.filter(({ forms: [form = ''] }) => /\p{L}/u.test(form));
  const english = spoken.reduce((sum, { forms }) => sum + englishness(forms, lexicon), 0);
  if (spoken.length < fewestWords) return english === 0 && lexicon.abroad.scan(words).possible.size > 0;
  return english / spoken.length < leastEnglish;
}

/** 1 for an English word, half for one that is English once it is mended. */
function englishness([typed = '', ...mended]: readonly string[], { isEnglish }: Lexicon): number {
  if (isEnglish(typed)) return 1;
  return mended.some(isEnglish) ? 0.5 : 0;
}

/** Whether a span is negated: `nobody was hurt`, with nothing but small words between. */
export function isNegated(
  span: Span,
  { negations }: Pick<Tone, 'negations'>,
  text: readonly Word[],
  small: ReadonlySet<string>,
): boolean {
  return negations.some(({ from, to }) => {
    if (to > span.from || span.from - to > 3 || text[from]?.sentence !== text[span.from]?.sentence) return false;
    return text.slice(to, span.from).every(({ forms: [form = ''] }) => small.has(form));
  });
}

/** Whether a span begins with whom the reporter says to be: `I am the head`, with an article at the most between. */
export function isSelf(span: Span, { selves }: Tone, text: readonly Word[], small: ReadonlySet<string>): boolean {
  return selves.some(({ to }) => {
    if (to > span.from || span.from - to > 1 || text[to]?.sentence !== text[span.from]?.sentence) return false;
    return text.slice(to, span.from).every(({ forms: [form = ''] }) => small.has(form));
  });
}
