import { type Category, type Severity, severities } from '../../domain/filing.ts';
import { enough } from '../recognise.ts';
import type { Case, IncidentType, Pack } from '../standing.ts';
import { type Context, holds } from './context.ts';
import type { Guess } from './opinions.ts';
import { type Scores, scoreAbout } from './score.ts';

/** How much speaks for a kind of incident: what patterns count, and how like others of its kind the report is. */
type Weighed = {
  readonly score: number;
  readonly words: readonly string[];
  readonly likeness: number;
  readonly guess: Guess | undefined;
};

/** How much of a kind of incident was found in a report. */
export type Candidate = {
  readonly incident: IncidentType;
  readonly score: number;
  /** From 0 to 1. */
  readonly likeness: number;
  readonly words: readonly string[];
  /** Circumstances that hold. */
  readonly cases: readonly Case[];
  readonly severity: Severity;
};

/** From this likeness on, a report is taken for what it is like, though no pattern says so. */
const alike = 0.2;
/** The likeliest kind leads from this likeness on, even when it is no more than faint. */
const faint = 0.15;
/** Below this likeness, patterns alone must say it plainly. */
const unlike = 0.1;
/** Below this, not even a plain pattern is believed alone. */
const unheard = 0.02;
/** What a plain pattern counts. */
const plain = 6;

/** Every kind of incident that a report speaks of, the leading one first. */
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
  const meant = all.filter(({ weight }) => isMeant(weight) || (weight.likeness === most && most >= faint));
  const led = ledByLikeliest(meant.map(({ incident, weight }) => candidate(incident, weight, context)));
  return led.map((one, place) => (place === 0 ? pressed(one, guess) : one));
}

function weighed(incident: IncidentType, scores: Scores, guess: Guess, context: Context): Weighed {
  const { score = 0, words = [] } = scores.get(incident.category) ?? {};
  const likeness = likenessOf(incident, guess, context);
  return { score: score + scoreAbout(incident.signs, context), words, likeness, guess };
}

/** From this likeness on, something immediate may be behind it, so it is dealt with the same day. */
const perhaps = { unsure: 0.27, sure: 0.5 } as const;
/** From this likeness on, what leads is sure. */
const sure = 0.7;

function pressed(lead: Candidate, { pressing }: Guess): Candidate {
  const mild = lead.cases.some(({ lower }) => lower !== undefined);
  const enoughForHigh = mild || lead.likeness >= sure ? perhaps.sure : perhaps.unsure;
  return pressing >= enoughForHigh ? { ...lead, severity: gravest([lead.severity, 'high']) } : lead;
}

function isMeant({ score, likeness }: Weighed): boolean {
  return likeness >= alike || (score >= enough && likeness >= unlike) || (score >= plain && likeness >= unheard);
}

/** How the odds of a kind change when the report is said to be about such a person, about others, or sounds like it. */
const odds = { said: 8, others: 0.25, sounds: 2 } as const;

/** Whom the report is about makes some kinds likelier. */
function likenessOf({ category, signs }: IncidentType, guess: Guess, { said, about, targets }: Context): number {
  const share = guess.share(category);
  if (signs.about.length === 0) return share;
  const sounds = signs.about.some((kind) => about.has(kind)) ? odds.sounds : 1;
  const done = signs.about.some((kind) => targets.has(kind));
  const factor = done
    ? odds.others
    : said === undefined
      ? sounds
      : signs.about.includes(said)
        ? odds.said
        : odds.others;
  const changed = (share / (1 - share + 1e-9)) * factor;
  return changed / (1 + changed);
}

/**
 * The likeliest leads; of several that are about as likely, or are said as plainly, the gravest. The others follow,
 * gravest first.
 */
function ledByLikeliest(found: readonly Candidate[]): readonly Candidate[] {
  const most = Math.max(0, ...found.map(({ likeness }) => likeness));
  const [lead] = found.filter((one) => one.likeness >= most * nearly || isPlain(one)).toSorted(byGravity);
  return lead ? [lead, ...found.filter((one) => one !== lead).toSorted(byGravity)] : [];
}

function isPlain({ score, likeness }: Candidate): boolean {
  return score >= plain && likeness >= alike;
}

/** A kind this near to the likeliest counts as about as likely. */
const nearly = 0.75;

/** A kind of incident with the circumstances that hold. */
export function candidate(
  incident: IncidentType,
  { score, words, likeness, guess }: Weighed,
  context: Context,
): Candidate {
  const found = incident.cases.flatMap((one) => {
    const shown = holds(one, context);
    return shown ? [{ one, shown }] : [];
  });
  const cases = found.map(({ one }) => one);
  return {
    incident,
    score,
    likeness,
    words: [...words, ...found.flatMap(({ shown }) => shown)],
    cases,
    severity: severityOf(incident, cases, guess),
  };
}

/**
 * From this share on, those like a report say that it is graver, or milder, than its kind usually is; what is usually
 * immediate is seldom less. Set on the open incidents, each judged without the reports that resemble it.
 */
const mostly = { graver: 0.65, milder: 0.4, lessThanImmediate: 0.8 } as const;

/** As grave as words say; nothing that raises is outweighed by what lowers. Where none say, as grave as those like it. */
function severityOf({ category, severity }: IncidentType, cases: readonly Case[], guess: Guess | undefined): Severity {
  const raised = cases.flatMap(({ raise }) => raise ?? []);
  const lowered = cases.flatMap(({ lower }) => lower ?? []);
  const alike = guess ? severityOfThoseLike(category, severity, guess) : severity;
  if (raised.length > 0) return gravest([...raised, alike]);
  return lowered.length > 0 ? gravest(lowered) : alike;
}

function severityOfThoseLike(category: Category, usual: Severity, guess: Guess): Severity {
  const least = (one: Severity) =>
    severities
      .slice(0, severities.indexOf(one) + 1)
      .reduce((share, graver) => share + (guess.severity(category, graver) ?? 0), 0);
  const needed = (one: Severity) =>
    severities.indexOf(one) < severities.indexOf(usual)
      ? mostly.graver
      : 1 - (usual === 'immediate' ? mostly.lessThanImmediate : mostly.milder);
  return severities.find((one) => least(one) >= needed(one)) ?? usual;
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
