import { type Severity, severities } from '../../domain/filing.ts';
import type { Case, IncidentType, Pack } from '../standing.ts';
import type { AboutKind } from '../vocabulary.ts';
import { type Context, mentioned, shownBy } from './context.ts';
import type { Guess } from './opinions.ts';
import { enough, type Scores, scoreAbout, weights } from './score.ts';

/** How much speaks for a kind of incident: what patterns count, and how like others of its kind the report is. */
type Weighed = {
  readonly score: number;
  readonly words: readonly string[];
  /** From 0 to 1. */
  readonly likeness: number;
};

/** How much of a kind of incident was found in a report. */
export type Candidate = Weighed & {
  readonly incident: IncidentType;
  /** Circumstances that hold. */
  readonly cases: readonly Case[];
  /** As grave as its circumstances make it at the least, or else as its kind usually is. */
  readonly severity: Severity;
};

/** From this likeness on, a report is taken for what it is like, though patterns say little or nothing of it. */
const alike = 0.2;
/** From this likeness on, what is said plainly leads before what is likelier and less grave. */
const rather = 0.3;
/** Below this likeness, and without a pattern, it is only perhaps of the kind. */
const distinct = 0.35;
/** Below this likeness of the likeliest kind, and without a pattern, nobody can say what it is about. */
const vague = 0.3;
/** The same of a few words, which are like many things. */
const vagueInShort = 0.6;
/** So many words are few. */
const fewWords = 4;
/** Below this likeness, patterns alone must say it plainly. */
const unlike = 0.1;
/** Below this, not even a plain pattern is believed alone. */
const unheard = 0.02;
/** What a plain pattern counts. */
export const plain = weights.strong;

/**
 * Every kind of incident that a report speaks of, the leading one first; the others follow, gravest first. What is like
 * none of the kinds is still of the one that patterns recognise; and what they recognise plainly leads before a likelier
 * kind of which no word is said, or which is less grave.
 */
export function candidatesIn(
  context: Context,
  scores: Scores,
  guess: Guess,
  { incidents }: Pick<Pack, 'incidents'>,
): readonly Candidate[] {
  const all = Object.values(incidents).map((incident) => ({
    incident,
    weight: weighed(incident, scores, guess, context),
  }));
  const most = Math.max(...all.map(({ weight }) => weight.likeness));
  const seen = all.filter(({ weight }) => isMeant(weight) || weight.likeness === most);
  const least = context.scanned.text.length <= fewWords ? vagueInShort : vague;
  const isVague = most < least && seen.every(({ weight }) => weight.score === 0);
  const meant = (isVague ? all.filter(isOther) : seen).map(({ incident, weight }) =>
    candidate(incident, context, weight),
  );
  if (isVague) return meant;
  const named = meant.filter((one) => !isOther(one) && one.score >= enough);
  const likeliest = meant.filter(({ likeness }) => likeness >= most * nearly);
  const said = named.filter((one) => one.score >= plain && one.likeness >= alike);
  const isUnsaid = said.length > 0 && likeliest.every(({ score }) => score === 0);
  const likely = isUnsaid ? said : [...new Set([...likeliest, ...said.filter(({ likeness }) => likeness >= rather)])];
  const [lead] = (likely.every(isOther) && named.length > 0 ? named : likely).toSorted(byGravity);
  return lead ? [lead, ...meant.filter((one) => one !== lead).toSorted(byGravity)] : [];
}

function weighed({ category, signs }: IncidentType, scores: Scores, guess: Guess, context: Context): Weighed {
  const { score = 0, words = [] } = scores.get(category) ?? {};
  return {
    score: score + scoreAbout(signs, context),
    words,
    likeness: likenessOf(guess.share(category), signs, context),
  };
}

/** How the odds of what adults do change where the reporter says that it is about one, and where it cannot be. */
const odds = { said: 8, not: 0.1 } as const;

function likenessOf(share: number, { about }: IncidentType['signs'], context: Context): number {
  if (about.length === 0) return share;
  const { said } = context;
  const isSaid = said !== undefined && about.includes(said);
  const factor = isByNone(about, context) ? odds.not : isSaid ? odds.said : 1;
  const changed = (share / (1 - share + 1e-9)) * factor;
  return changed / (1 + changed);
}

/**
 * Whether it was done to an adult at school; or by a pupil, as the reporter says, or at home, as a child tells: and no
 * adult at school is spoken of.
 */
function isByNone(about: readonly AboutKind[], context: Context): boolean {
  const { said, reporter, targets } = context;
  if (about.some((kind) => targets.has(kind))) return true;
  const isAtHome = reporter === 'pupil' && !(said && about.includes(said)) && mentioned('<carer>', context);
  return (said === 'pupil' || isAtHome) && !schoolAdults.some((adult) => mentioned(adult, context));
}

/** Lists of words for adults who work at a school. */
const schoolAdults = ['<school-adult>', '<teacher>', '<head>', '<dsl>', '<governor>'] as const;

function isOther({ incident }: Pick<Candidate, 'incident'>): boolean {
  return incident.category === 'other';
}

/** Whether it is only perhaps of a kind: the school hears of it, and nobody outside does. What alarms or people name is not. */
export function isFaint({ score, likeness }: Weighed): boolean {
  return score === 0 && likeness > 0 && likeness < distinct;
}

function isMeant({ score, likeness }: Weighed): boolean {
  return likeness >= alike || (score >= enough && likeness >= unlike) || (score >= plain && likeness >= unheard);
}

/** A kind this near to the likeliest counts as about as likely; of those the gravest leads. */
const nearly = 0.95;

/** A kind for which neither patterns nor likeness speak. */
const unweighed: Weighed = { score: 0, likeness: 0, words: [] };

/** A kind of incident with the circumstances that hold; without a weight, one that alarms or people name. */
export function candidate(incident: IncidentType, context: Context, weight = unweighed): Candidate {
  const found = incident.cases.flatMap((one) => {
    const shown = shownBy(one, context);
    return shown ? [{ one, shown }] : [];
  });
  const cases = found.map(({ one }) => one);
  const raised = raisedBy(cases);
  return {
    ...weight,
    incident,
    words: [...weight.words, ...found.flatMap(({ shown }) => shown)],
    cases,
    severity: raised.length > 0 ? gravest(raised) : incident.severity,
  };
}

/** From this likeness on, it sounds like a report even though no pattern says so. */
const clearly = 0.6;

/** Whether a report sounds like this kind of incident so much that it is neither a wish nor a try-out. */
export function soundsLike({ score, likeness }: Candidate): boolean {
  return score >= enough || likeness >= clearly;
}

/** How grave circumstances make it at the least. */
export function raisedBy(cases: readonly Case[]): readonly Severity[] {
  return cases.flatMap(({ raise }) => raise ?? []);
}

/** How much likelier it is that an incident is as grave as its kind usually is. */
const usually = 1.25;
/** From this likeness on, something immediate may be behind it, so it is dealt with the same day. */
const perhaps = 0.05;
/** Save where another severity is as likely as this. */
const settled = 0.7;
/** From this likelihood of something immediate on, it is never left for a routine, however settled that seems. */
const never = 0.1;

/**
 * As grave as those like it are; where that is even, as its kind usually is. Where that is not settled and
 * it may be immediate, it is high at the least.
 */
export function heardAs(guess: Guess, { severity: usual }: Pick<IncidentType, 'severity'>): Severity {
  const likely = (one: Severity) => guess.severity(one) * (one === usual ? usually : 1);
  const heard = severities.toSorted((one, other) => likely(other) - likely(one))[0] ?? usual;
  const unsettled = guess.severity('immediate') >= perhaps && guess.severity(heard) < settled;
  if (unsettled) return gravest([heard, 'high']);
  return guess.severity('immediate') >= never ? gravest([heard, 'medium']) : heard;
}

/**
 * Whether it leads because its patterns name it, though hardly anything is like it, or something else is likelier: then
 * it is as grave as its kind, for what is likely says little of it.
 */
export function leadsByName([{ score, likeness }, ...others]: readonly [Candidate, ...Candidate[]]): boolean {
  return score >= plain && (likeness < alike || others.some((one) => likeness < one.likeness * nearly));
}

/** Whether a candidate counts for severity: what leads always does, what is only somewhat alike does not. */
export function weighs({ score, likeness }: Candidate, place: number): boolean {
  return place === 0 || likeness >= 0.3 || score >= plain || (score >= enough && likeness >= unlike);
}

/** The gravest of several. */
export function gravest(several: readonly Severity[]): Severity {
  return severities.find((one) => several.includes(one)) ?? 'medium';
}

/** Gravest first; of two that are equally grave, the one of which more was found. */
function byGravity(a: Candidate, b: Candidate): number {
  return severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.score - a.score;
}
