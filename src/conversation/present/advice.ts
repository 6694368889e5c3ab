import { isPupil } from '../../domain/people.ts';
import { phoneFor } from '../../domain/routing.ts';
import { helplineLines } from '../../policy/helplines.ts';
import type { Advised, Suggestion } from '../suggestion.ts';
import type { NoticeView, Section } from '../views.ts';
import { bulleted, notice, tell } from '../voice.ts';

/** A child is given no more things to do than these at once; what they must not do is never cut. */
const mostForPupil = 6;

/** An adult with thirty seconds sees so many things to do, and not to do, at once; the others are folded below. */
const mostAtOnce = 5;
/** Fewer lines than these are not worth a fold. */
const leastFolded = 3;

/** What to do right now, before any question: danger first, then what to do and what not to (rules of safety 2 and 3). */
export function adviceView(to: Advised, suggestion: Suggestion): NoticeView {
  const { label, number } = phoneFor(to.school, suggestion.route);
  const urgent = suggestion.severity === 'immediate';
  return {
    ...notice([tell(to, 'danger.now', { label, number })], [], titleOf(to, urgent)),
    urgent,
    sections: adviceSections(to, suggestion).filter(({ toldLines }) => toldLines.length > 0),
    unfold: tell(to, 'advice.unfold'),
  };
}

function adviceSections(to: Advised, { triage }: Suggestion): readonly Section[] {
  const { advice, evidence } = triage;
  const pupil = isPupil(to.person);
  const what = section(tell(to, 'advice.do'), pupil ? advice.do.slice(0, mostForPupil) : advice.do);
  const whatNot = section(tell(to, 'advice.dont'), advice.dont);
  const keep = section(tell(to, 'advice.evidence'), [advice.evidence]);
  const help = section(tell(to, 'advice.helplines'), helplineLines(advice.helplines, pupil ? 'pupil' : 'staff'));
  const never = evidence === 'never';
  const more = [rest(what, tell(to, 'advice.more-do'))];
  if (!never) more.push(rest(whatNot, tell(to, 'advice.more-dont')));
  if (pupil || more.flatMap(({ toldLines }) => toldLines).length < leastFolded) {
    return [...firstThings(what, whatNot, triage), keep, help];
  }
  const first = firstThings(firstOf(what), never ? whatNot : firstOf(whatNot), triage);
  return [...first, keep, ...more, { ...help, folded: true }];
}

function firstOf({ title, toldLines }: Section): Section {
  return { title, toldLines: toldLines.slice(0, mostAtOnce) };
}

function rest({ toldLines }: Section, title: string): Section {
  return { title, toldLines: toldLines.slice(mostAtOnce), folded: true };
}

/** Where nobody may look or copy, what not to do cannot wait. */
function firstThings(what: Section, whatNot: Section, { evidence }: Suggestion['triage']): readonly Section[] {
  return evidence === 'never' ? [whatNot, what] : [what, whatNot];
}

function titleOf(to: Advised, urgent: boolean): string {
  return tell(to, urgent ? 'danger.title' : 'advice.title');
}

function section(title: string, lines: readonly string[]): Section {
  return { title, toldLines: lines.filter((line) => line !== '').map(bulleted) };
}
