import type { Index } from './index-of-asks.ts';
import { likenessesTo } from './likenesses.ts';
import { alike, type Meaning } from './meaning.ts';
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
export function doubter(index: Index): (read: Read, ranking: readonly Candidate[]) => Doubts {
  const strange = stranger(index);
  return ({ sought, meaning }, ranking) => {
    const other = strange(meaning);
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

/** Something is strange to a school if none of its entries is more alike to it than this. */
const kindred = 0.75;

/** Shared by all schools. */
const likenesses = likenessesTo(elsewhere, askedSpace.size);

/** How near a question comes to what is strange to the school; what is, is found out as questions come near it. */
function stranger({ meanings }: Index): (meaning: Meaning) => number {
  const known = new Map<Meaning, boolean>();
  const isStrange = (one: Meaning) => {
    const strange = known.get(one) ?? meanings.every(({ asked }) => alike(asked, one) < kindred);
    known.set(one, strange);
    return strange;
  };
  return (meaning) => {
    const likeness = likenesses(meaning);
    let nearest = 0;
    for (let place = 0; place < elsewhere.length; place++) {
      const near = likeness[place] as number;
      if (near > nearest && isStrange(elsewhere[place] as Meaning)) nearest = near;
    }
    return nearest;
  };
}
