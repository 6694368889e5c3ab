import type { Pack } from '../standing.ts';
import { triager } from '../triage/triager.ts';
import type { Answer, Question } from './answer.ts';
import { type Finding, findingIn } from './confidence.ts';
import { decide } from './decide.ts';
import { entriesOf } from './entries.ts';
import { helpFinder } from './help.ts';
import { indexOf } from './index-of-asks.ts';
import { kinOf } from './kin.ts';
import { wants } from './kind-of-question.ts';
import { languageOf } from './language.ts';
import { rank } from './rank.ts';
import { repairTowards } from './repair.ts';
import { soughtIn } from './sought.ts';

/** What a school's policy makes of a question, on a day (an ISO date). Never throws, whatever the text. */
export type Answerer = (question: Question, today: string) => Answer;

/**
 * Makes the answers of one school: its own pack and the floor beneath it, nobody else's. Making it takes some tens of
 * milliseconds, an answer about one; so keep it. Schools on one floor can share what their `triage` has learnt.
 */
export function answerer(pack: Pack, triage = triager(pack)): Answerer {
  const language = languageOf(pack);
  const find = finder(pack, language);
  const needsHelp = helpFinder(pack, language);
  return (question, today) => {
    const told = triage({ text: question.text, reporter: question.role });
    return decide({
      question,
      today,
      triage: told,
      needsHelp: needsHelp(question, told),
      finding: find(question),
      pack,
    });
  };
}

/** Finds what the pack has on a question. */
function finder(pack: Pack, language = languageOf(pack)): (question: Question) => Finding {
  const kin = kinOf(pack.thesaurus, language);
  const index = indexOf(entriesOf(pack), language, pack.lists['small-words']);
  const repair = repairTowards(index.words);
  return ({ text, role }) => {
    const spelt = language.spell(text);
    const read = { sought: soughtIn(spelt, language, kin, repair, index), wanted: wants(spelt), role };
    return findingIn(rank(read, index), read);
  };
}
