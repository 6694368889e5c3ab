import { stemmer } from 'stemmer';
import type { Pack } from '../standing.ts';
import type { Question } from './answer.ts';
import { type Doubts, doubter } from './doubts.ts';
import { indexOf } from './index-of-asks.ts';
import { kinOf } from './kin.ts';
import { wants } from './kind-of-question.ts';
import { languageOf } from './language.ts';
import type { PreparedAsks } from './prepare-asks.ts';
import { type Candidate, ranker } from './rank.ts';
import { readingOf } from './read.ts';
import { repairTowards } from './repair.ts';
import { soughtIn } from './sought.ts';
import { askedSpace } from './space.ts';

/** What a pack has on a question: what may be meant, and what speaks for its saying nothing. */
export type Sighting = { readonly ranking: readonly Candidate[]; readonly doubts: Doubts };

/** Looks for what a pack has on a question. */
export function finder(
  pack: Pack,
  language = languageOf(pack),
  prepared?: PreparedAsks,
): (question: Question) => Sighting {
  const kin = kinOf(pack.thesaurus, language);
  const index = indexOf(pack, language, prepared);
  const repair = repairTowards(index.words, (word) => askedSpace.placeOf(stemmer(word)) >= 0);
  const rank = ranker(index);
  const doubtsOf = doubter(index);
  return ({ text, role }) => {
    const spelt = language.spell(text);
    const read = readingOf(soughtIn(spelt, language, kin, repair, index), wants(spelt), role);
    const ranking = rank(read);
    return { ranking, doubts: doubtsOf(read, ranking) };
  };
}
