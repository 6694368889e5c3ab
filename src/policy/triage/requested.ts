import { type Severity, severities } from '../../domain/filing.ts';
import type { Pack, RequestType } from '../standing.ts';
import type { InsideRole } from '../vocabulary.ts';
import { type Candidate, soundsLike } from './candidates.ts';
import { type Context, isSaid } from './context.ts';
import { enough, scoreAbout, scoreOf } from './score.ts';

/** A request that was recognised, and who decides on it. */
export type Requested = {
  readonly request: RequestType;
  readonly tell: readonly InsideRole[];
  readonly ids: readonly string[];
  readonly words: readonly string[];
};

/**
 * A request that is for whoever writes, where more speaks for it than for any incident; what is heard as grave is never
 * taken for a wish.
 */
export function requestedIn(
  context: Context,
  candidates: readonly Candidate[],
  heard: Severity,
  { requests }: Pick<Pack, 'requests'>,
): Requested | undefined {
  const rival = Math.max(0, ...candidates.filter(soundsLike).map(({ score }) => score));
  if (severities.indexOf(heard) < severities.indexOf('medium')) return undefined;
  const [best] = requests
    .filter((request) => request.for.includes(context.reporter))
    .map((request) => ({ request, ...scoreOf(request.signs, context) }))
    .map((one) => ({ ...one, score: one.score + scoreAbout(one.request.signs, context) }))
    .filter(({ score }) => score >= enough && score >= rival)
    .toSorted((a, b) => b.score - a.score);
  return best && { request: best.request, words: best.words, ...deciders(best.request, context) };
}

function deciders(request: RequestType, context: Context): Pick<Requested, 'tell' | 'ids'> {
  const found = Object.values(request.cases).find((one) => isSaid(one?.words ?? [], context));
  return { tell: found?.tell ?? request.tell, ids: request.ids };
}
