import type { Index } from './index-of-asks.ts';
import { likenessesTo } from './likenesses.ts';
import type { Meaning } from './meaning.ts';
import type { Candidate } from './rank.ts';
import type { Read } from './read.ts';
import { askedSpace, elsewhere } from './space.ts';

/** What speaks for and against the policy's saying nothing, each from 0 to about 1. */
export type Doubts = {
  readonly always: 1;
  /** How long the question is: the longer, the harder it is to match. */
  readonly long: number;
  /** How alike it is to what other schools regulate and this one does not. */
  readonly elsewhere: number;
  /** How alike it is to what this school regulates. */
  readonly here: number;
  /** How much more it is like the former. */
  readonly rather: number;
};

/** Questions of this many words or more are long. */
const long = 20;

/** Looks for reasons why a question may not be answered by a pack. */
export function doubter({ strange }: Index): (read: Read, ranking: readonly Candidate[]) => Doubts {
  const likenesses = likenessesTo(
    Array.from(strange, (place) => elsewhere[place] as Meaning),
    askedSpace.size,
  );
  return ({ sought, meaning }, ranking) => {
    const other = Math.max(0, ...likenesses(meaning));
    const here = Math.max(0, ...ranking.map(({ signals }) => signals.asked));
    return {
      always: 1,
      long: Math.min(1, sought.length / long),
      elsewhere: other,
      here,
      rather: Math.max(0, other - here),
    };
  };
}
