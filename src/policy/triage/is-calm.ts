import type { Category, Severity } from '../../domain/filing.ts';
import type { Pack } from '../standing.ts';
import { type Reading, readerOf } from '../vocabulary.ts';
import { type Candidate, raisedBy, soundsLike } from './candidates.ts';
import { type Context, isSaid, mentioned } from './context.ts';

/** Kinds that somebody may ask about, and mean no harm by it. */
const harmless: readonly Category[] = ['other', 'filtering-issue'];

/** Whether it is of a kind by which nobody comes to harm. */
export function isHarmless({ incident }: Pick<Candidate, 'incident'>): boolean {
  return harmless.includes(incident.category);
}

/** Readings by which somebody may hide what did happen. */
const hiding: readonly Reading[] = ['retraction', 'secrecy', 'several', 'hearsay', 'foreign'];

/**
 * Whether they say that nobody came to harm, and nothing in it is more than a nuisance: of no grave kind, in no grave
 * circumstances, without a worry; or only asked, and of no kind that a word speaks for. What a child asks speaks of
 * nobody who might have done something. Staff are believed where they ask, or tell of a fault of the filter or of
 * adverts.
 */
export function isCalm(
  context: Context,
  found: readonly Candidate[],
  heard: Severity,
  { cues }: Pick<Pack, 'cues'>,
): boolean {
  const { reads } = context.tone;
  const [lead, ...others] = found;
  if (!lead || !reads.has('harmless') || hiding.some((one) => reads.has(one))) return false;
  if (heard === 'immediate' || heard === 'high' || isSaid([...(cues.worry ?? []), ...(cues.unsaid ?? [])], context))
    return false;
  const nuisance = isNuisance(context, { cues });
  const isAsking = reads.has('question');
  const isSmall = (one: Candidate) =>
    isHarmless(one) || (nuisance && isAdvert(one)) || (isAsking && one.score === 0 && heard === 'low');
  const raised = raisedBy(found.flatMap(({ cases }) => cases)).some((one) => one === 'immediate' || one === 'high');
  if (!isSmall(lead) || raised || others.some((one) => !isSmall(one) && soundsLike(one))) return false;
  const speaksOfSomebody = (cues.somebody ?? []).some((source) => mentioned(source, context));
  switch (readerOf(context.reporter)) {
    case 'pupil':
      return isAsking && heard === 'low' && !speaksOfSomebody;
    case 'parent':
      return heard === 'low' || !speaksOfSomebody;
    case 'staff':
      return isAsking || nuisance || lead.incident.category === 'filtering-issue';
  }
}

/** Whether adults tell of adverts on a site, and of nothing else that is shown or done. */
export function isNuisance(context: Context, { cues }: Pick<Pack, 'cues'>): boolean {
  const adult = readerOf(context.reporter) !== 'pupil';
  return adult && isSaid(cues.nuisance ?? [], context) && !isSaid(cues.somebody ?? [], context);
}

/** Adverts are like shops and games of chance; what is really for sale or at stake has circumstances of its own. */
function isAdvert({ incident, cases }: Candidate): boolean {
  return incident.category === 'gambling-commerce' && cases.length === 0;
}
