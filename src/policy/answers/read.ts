import type { Audience } from '../vocabulary.ts';
import type { Wants } from './kind-of-question.ts';
import { type Meaning, meaningOf } from './meaning.ts';
import type { Sought } from './sought.ts';
import { askedSpace } from './space.ts';

/** A question, read. */
export type Read = {
  readonly sought: readonly Sought[];
  readonly wanted: Wants;
  readonly role: Audience;
  /** What it means among everyday words. */
  readonly meaning: Meaning;
};

/** A question with what it means. */
export function readingOf(sought: readonly Sought[], wanted: Wants, role: Audience): Read {
  const stems = sought.map(({ stem }) => stem);
  return { sought, wanted, role, meaning: meaningOf(stems, askedSpace) };
}
