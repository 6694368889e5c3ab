import type { Pack } from '../standing.ts';
import { lookerFor } from '../triage/triager.ts';
import type { Answer, Question } from './answer.ts';
import { findingIn, sure } from './confidence.ts';
import { decide } from './decide.ts';
import { finder } from './find.ts';
import { helpFinder } from './help.ts';
import { languageOf } from './language.ts';
import type { PreparedAsks } from './prepare-asks.ts';

/** What a school's policy makes of a question, on a day (an ISO date). Never throws, whatever the text. */
export type Answerer = (question: Question, today: string) => Answer;

/**
 * Makes the answers of one school: its own pack and the floor beneath it, nobody else's. Making it takes some tens of
 * milliseconds, most of them for `prepared`; so keep it. Schools on one floor can share what `look` has learnt.
 */
export function answerer(pack: Pack, look = lookerFor(pack), prepared?: PreparedAsks): Answerer {
  const language = languageOf(pack);
  const find = finder(pack, language, prepared);
  const needsHelp = helpFinder(pack, language);
  return (question, today) => {
    const finding = findingIn(find(question));
    const seen = look({ text: question.text, reporter: question.role });
    return decide({
      question,
      today,
      seen,
      needsHelp: needsHelp(question, seen, finding.rather >= sure),
      finding,
      pack,
    });
  };
}
