import type { Severity } from '../../domain/filing.ts';
import type { Alarm } from '../standing.ts';
import { readerOf } from './advice.ts';
import type { Candidate } from './candidates.ts';
import type { Context } from './context.ts';

/**
 * Whether somebody who works here only asks: they say that nothing has happened, it is heard as nothing grave, and it is
 * like nothing where care comes first. A child or a parent who says so may need somebody, so a person reads it.
 */
export function isQuestion(
  { tone, reporter }: Context,
  lead: Candidate | undefined,
  heard: Severity,
  alarms: readonly Alarm[],
): lead is Candidate {
  if (readerOf(reporter) !== 'staff') return false;
  if (!tone.reads.has('question') || heard !== 'low' || !lead) return false;
  return (
    lead.incident.sanctions !== 'none' &&
    alarms.every(({ raise, category }) => raise === undefined && category === undefined)
  );
}
