import { DateTime } from 'luxon';
import { isPupil } from '../../domain/people.ts';
import { emptyReport } from '../../domain/report.ts';
import type { Answer, Choice, Edition, Told } from '../../policy/answers/answer.ts';
import { longestQuestion } from '../press.ts';
import { type Advised, suggestionFor } from '../suggestion.ts';
import type { Button, NoticeView } from '../views.ts';
import { button, mainButtons, notice, tell } from '../voice.ts';
import { adviceView } from './advice.ts';

/** An answer of the policy with its clause, what to ask next, and a person to turn to. */
export function answerView(to: Advised, text: string, answer: Answer): NoticeView {
  const question = text.slice(0, longestQuestion);
  switch (answer.kind) {
    case 'answered':
      return { ...told(to, answer), buttons: [...verdict(to, question, answer), ...next(answer.related)] };
    case 'did-you-mean':
      return notice([tell(to, 'ask.did-you-mean')], [...next(answer.choices), person(to, question)]);
    case 'not-in-policy':
      return notice([answer.text], [person(to, question), ...tellUs(to), ...next(answer.alternatives)]);
    case 'request':
      return {
        ...notice(requestLines(to, answer), [person(to, question)]),
        sections: beside(to, answer.told),
        note: answer.citation ? clause(to, { citation: answer.citation, source: '' }) : '',
      };
    case 'help-first':
      return helpView(to, text, answer);
    default:
      return answer satisfies never;
  }
}

/** A rule that was chosen by pressing it. */
export function ruleView(to: Advised, rule: Told): NoticeView {
  return { ...told(to, rule), buttons: next(rule.related) };
}

function told(to: Advised, { text, citation, source, edition }: Told): NoticeView {
  const note = [clause(to, { citation, source }), ...editionLines(to, edition)].join(' ');
  return { ...notice([text]), note };
}

function clause(to: Advised, { citation, source }: Pick<Told, 'citation' | 'source'>): string {
  return tell(to, 'ask.clause', { document: source || citation.document, section: citation.section });
}

/** When it was approved; the engine itself says so where it is overdue. */
function editionLines(to: Advised, { approved }: Edition): readonly string[] {
  if (approved === '') return [];
  const form = approved.length <= 4 ? 'yyyy' : approved.length <= 7 ? 'LLLL yyyy' : 'd LLLL yyyy';
  const day = DateTime.fromISO(approved).setLocale('en-GB').toFormat(form);
  return [tell(to, 'ask.approved', { day })];
}

function verdict(to: Advised, question: string, { rule }: Told): readonly Button[] {
  return [
    button(to, 'ask.right', { verb: 'ask.right', question, rule }),
    button(to, 'ask.wrong', { verb: 'ask.wrong', question, rule }),
    person(to, question),
  ];
}

function person(to: Advised, question: string): Button {
  return button(to, 'ask.person', { verb: 'ask.person', question });
}

/** A child who asks something that the rules do not say may have more to tell. */
function tellUs(to: Advised): readonly Button[] {
  return isPupil(to.person) ? [button(to, 'button.start-with-words', { verb: 'report.start' })] : [];
}

/** Questions to ask next, as people ask them. */
function next(choices: readonly Choice[]): readonly Button[] {
  return choices.slice(0, 3).map(({ rule, asks }) => ({
    label: asQuestion(asks),
    press: { verb: 'ask.rule', rule },
    style: 'default',
  }));
}

/** A way of asking as a sentence. */
export function asQuestion(asks: string): string {
  const spelt = asks.replace(/\bi\b/g, 'I').replace(/[?.\s]+$/, '');
  return `${spelt.charAt(0).toUpperCase()}${spelt.slice(1)}?`;
}

function requestLines(to: Advised, { text, needs, person }: Extract<Answer, { kind: 'request' }>): readonly string[] {
  const wants = needs.length > 0 ? [tell(to, 'ask.request-needs', { needs: needs.join('; ') })] : [];
  return [text, ...wants, tell(to, 'ask.request-who', { person: person.title })].filter((line) => line !== '');
}

/** What the policy says beside what comes first. */
function beside(to: Advised, rule: Told | undefined): NoticeView['sections'] {
  return rule ? [{ title: tell(to, 'ask.policy-says'), toldLines: [rule.text, clause(to, rule)] }] : [];
}

/** Help as for a report of the same words, then what the policy says to the question, and the offer to report it. */
function helpView(to: Advised, text: string, { told: rule }: Extract<Answer, { kind: 'help-first' }>): NoticeView {
  const advice = adviceView(to, suggestionFor(to, { ...emptyReport, what: text }));
  return {
    ...advice,
    title: tell(to, 'ask.help-title'),
    urgent: true,
    sections: [...advice.sections, ...beside(to, rule)],
    note: tell(to, 'ask.offer-report'),
    buttons: helpButtons(to),
  };
}

function helpButtons(to: Advised): readonly Button[] {
  return [
    button(to, 'button.start-with-words', { verb: 'report.start' }, 'positive'),
    ...mainButtons(to).filter(({ press }) => press.verb === 'mine.list'),
  ];
}
