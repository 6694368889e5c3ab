import type { Category, Severity } from '../../domain/filing.ts';
import { findPattern } from '../pattern-match.ts';
import { readPatterns } from '../recognise.ts';
import type { Pack } from '../standing.ts';
import { tokens } from '../text.ts';
import type { Triage } from '../triage/result.ts';
import type { Question } from './answer.ts';
import type { Language } from './language.ts';

/** Whether a question may come from, or be about, somebody who needs help now. */
export type NeedsHelp = (question: Question, triage: Triage) => boolean;

/** Categories in which people, and not machines or records, come to harm. */
const harms: readonly Category[] = [
  'cyberbullying',
  'nudes-semi-nudes',
  'grooming-contact',
  'child-abuse-imagery',
  'self-harm',
  'extremism',
  'hate-content',
  'staff-conduct',
  'other',
];

const grave: readonly Severity[] = ['immediate', 'high'];

/**
 * Tells a question about a thing from one behind which somebody needs help. When unsure, help: what the policy says
 * still follows it. Words of worry are enough for that; so are words that
 * triage finds grave, unless the question is about the policy.
 */
export function helpFinder({ lists, cues }: Pick<Pack, 'lists' | 'cues'>, language: Language): NeedsHelp {
  const worries = readPatterns(cues.worry ?? [], lists);
  const aboutPolicy = readPatterns(cues['about-policy'] ?? [], lists);
  return ({ text }, { severity, category, request, words: shown }) => {
    if (request) return false;
    const typed = tokens(language.spell(text).join(' '));
    if (worries.some((pattern) => findPattern(pattern, typed).length > 0)) return true;
    if (shown.length === 0 || !grave.includes(severity) || !harms.includes(category)) return false;
    return !aboutPolicy.some((pattern) => findPattern(pattern, typed).length > 0);
  };
}
