import { isPupil } from '../../domain/people.ts';
import { phoneFor } from '../../domain/routing.ts';
import type { Helpline } from '../../policy/standing.ts';
import type { Advised, Suggestion } from '../suggestion.ts';
import type { NoticeView, Section } from '../views.ts';
import { bulleted, notice, tell } from '../voice.ts';

/** A child is given no more things to do than these at once; what they must not do is never cut. */
const mostForPupil = 6;

/** What to do right now, before any question: danger first, then what to do and what not to (rules of safety 2 and 3). */
export function adviceView(to: Advised, { triage, severity, route }: Suggestion): NoticeView {
  const { dont, evidence, helplines } = triage.advice;
  const { label, number } = phoneFor(to.school, route);
  const urgent = severity === 'immediate';
  const now = isPupil(to.person) ? triage.advice.do.slice(0, mostForPupil) : triage.advice.do;
  return {
    ...notice([tell(to, 'danger.now', { label, number })], [], titleOf(to, urgent)),
    urgent,
    sections: [
      ...firstThings(section(tell(to, 'advice.do'), now), section(tell(to, 'advice.dont'), dont), triage),
      section(tell(to, 'advice.evidence'), [evidence]),
      section(tell(to, 'advice.helplines'), helplineLines(to, helplines)),
    ].filter(({ toldLines }) => toldLines.length > 0),
  };
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

/** A child is told of those alone that have words for children. */
function helplineLines(to: Advised, helplines: readonly Helpline[]): readonly string[] {
  return helplines.flatMap(({ title, phone, url, says, pupil }) => {
    const about = isPupil(to.person) ? pupil : says;
    if (isPupil(to.person) && about === '') return [];
    return [[`${sentenceCase(title)}: ${phone || url}`, about].filter((one) => one !== '').join('. ')];
  });
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
