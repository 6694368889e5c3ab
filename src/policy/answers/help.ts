import type { Category, Severity } from '../../domain/filing.ts';
import type { Pack } from '../standing.ts';
import { asTyped } from '../triage/as-typed.ts';
import { isSaid } from '../triage/context.ts';
import type { Look } from '../triage/result.ts';
import type { Question } from './answer.ts';
import type { Language } from './language.ts';

/** Whether a question may come from, or be about, somebody who needs help now. `answered`: the policy answers it. */
export type NeedsHelp = (question: Question, seen: Look, answered: boolean) => boolean;

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
 * still follows it. Words of worry are enough for that; so are words that triage finds grave, unless the question is
 * about the policy; or unless an adult's question is only like a grave report and the policy surely answers it.
 */
export function helpFinder({ lists, cues }: Pick<Pack, 'lists' | 'cues'>, language: Language): NeedsHelp {
  const { worry = [], 'about-policy': aboutPolicy = [] } = cues;
  const read = asTyped([...new Set([...worry, ...aboutPolicy])], lists);
  return ({ text, role }, { severity, category, request, words: shown, outright }, answered) => {
    if (request) return false;
    const spelt = read(language.spell(text).join(' '));
    if (isSaid(worry, spelt)) return true;
    if (shown.length === 0 || !grave.includes(severity) || !harms.includes(category)) return false;
    if (!outright && answered && role !== 'pupil') return false;
    return (outright && severity === 'immediate' && role === 'pupil') || !isSaid(aboutPolicy, spelt);
  };
}
