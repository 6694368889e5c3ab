import type { TriageInput } from './result.ts';

/** A child who asks us not to tell, in a sentence of its own; what somebody else told the child is no plea. */
const plea =
  /^\s*(?:(?:but|and|so|just|can|could|will|you|u|plz|pls|please|pleas)\s+)*(?:dont|don.t|do not|never)\s+(?:you\s+|u\s+|ever\s+)?(?:tell|say|show)\b.{0,30}$/i;

/**
 * What a child tells, without the sentences that only ask us to keep it to ourselves: these words are also those of
 * adults who mean harm, and a child who is called names and says "please dont tell anyone" tells of no such adult.
 */
export function withoutPleas({ text, reporter }: TriageInput): string {
  if (reporter !== 'pupil') return text;
  return text
    .split(/(?<=[\n.!?])(?![\n.!?])/)
    .filter((sentence) => !plea.test(sentence.replace(/[\s.!?]+$/, '')))
    .join('');
}
