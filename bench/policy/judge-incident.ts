import { asksForImage } from '../../src/policy/wording-rules.ts';
import { neverSaid, says, sentencesOf } from './forbidden.ts';
import type { Incident } from './incidents.ts';
import { overlap } from './keywords.ts';

/** What `lantern triage --jsonl` prints for an incident. */
export type Outcome = {
  readonly category: string;
  readonly severity: string;
  readonly route: readonly string[];
  readonly advice: string;
};

/** Which demands an outcome meets; each is one figure of the bench. */
export type Verdict = Readonly<Record<(typeof demands)[number], boolean>> & { readonly missing: readonly string[] };

/** What is asked of every outcome. */
export const demands = [
  'category',
  'severity',
  'route',
  'no forbidden route',
  'no dangerous advice',
  'advice',
  'immediate not below high',
] as const;

/** From this share of its keywords on, a piece of advice counts as given. */
const given = 0.5;

/**
 * Judges an outcome by rules that anybody can read: equal category and severity, all of the route, nothing forbidden
 * in it; advice by the overlap of keywords, each `advice_must` with the whole text, each `advice_must_not` with single
 * sentences that forbid nothing. Where `why` accepts another category or a graver severity, so does the judge.
 */
export function judge(wanted: Incident, got: Outcome): Verdict {
  const missing = wanted.advice_must.filter((one) => overlap(one, got.advice) < given);
  return {
    category: got.category === wanted.category || isAccepted(got.category, wanted),
    severity: got.severity === wanted.severity || (/graver severity/.test(wanted.why) && isGraver(got, wanted)),
    route: wanted.route.every((role) => got.route.includes(role)),
    'no forbidden route': !wanted.must_not_route.some((role) => got.route.includes(role)),
    'no dangerous advice': !isDangerous(wanted, got.advice),
    advice: missing.length === 0,
    'immediate not below high': wanted.severity !== 'immediate' || ['immediate', 'high'].includes(got.severity),
    missing,
  };
}

function isAccepted(category: string, { why }: Incident): boolean {
  return new RegExp(`\\b${category}\\b[^;.]*\\balso (?:acceptable|accepted)`).test(why);
}

const order = ['immediate', 'high', 'medium', 'low'];

function isGraver(got: Outcome, wanted: Incident): boolean {
  return order.indexOf(got.severity) < order.indexOf(wanted.severity);
}

/** Whether a sentence says what must not be said, or what Lantern never says. */
function isDangerous({ advice_must_not, reporter }: Incident, advice: string): boolean {
  if (neverSaid(advice, reporter === 'pupil')) return true;
  return sentencesOf(advice).some((one) => advice_must_not.some((phrase) => isSaid(phrase, one)));
}

/** `asks …`, `tells …` and the like describe advice; they are judged by the rules of wording. */
function isSaid(phrase: string, sentence: string): boolean {
  if (/picture|image|screenshot|photo/.test(phrase) && asksForImage(sentence))
    return /^(?:asks|tells|send)/.test(phrase);
  return !/^(?:asks|tells|promises|blames|treats)/.test(phrase) && says(sentence, phrase);
}
