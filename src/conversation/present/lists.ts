import type { Case, CaseId, CaseState, Instant } from '../../domain/case.ts';
import { isPupil, type Role } from '../../domain/people.ts';
import { mayOn } from '../../domain/permissions.ts';
import type { AddFormView, Button, CaseListView, MyReportsView } from '../views.ts';
import { button, categoryName, type Listener, moment, roleName, tell } from '../voice.ts';
import { wording } from '../wording.ts';
import { showNameButtons } from './talk.ts';

/** What a list of one's own reports shows of each. */
export type OwnReport = {
  readonly id: CaseId;
  readonly state: CaseState;
  readonly reportedAt: Instant;
  /** The name of whoever reported is hidden from those who work the case. */
  readonly hidden?: boolean;
  /** There are messages about it, and perhaps some that were not read. */
  readonly messages?: 'new' | 'read';
  /** The role of whoever acknowledged it: a child is told that, and no name. */
  readonly readBy?: Role;
  /** What a child told first, looked up when the list is read; kept with the case alone. */
  readonly what?: string;
};

/** What a list of cases shows of each, and what decides who may see it there. */
export type OpenCase = Pick<Case, 'id' | 'category' | 'severity' | 'state' | 'reportedAt' | 'route'> & {
  /** When what has to happen next was due, if it was not done in time. */
  readonly overdueSince?: Instant;
};

/** The most entries of one list: more would not fit one message. */
export const mostListed = 15;

/** A person's own reports, newest first. `more`: older ones are left out. */
export function myReportsView(to: Listener, reports: readonly OwnReport[], more: boolean): MyReportsView {
  return {
    kind: 'my-reports',
    title: tell(to, 'mine.title'),
    note: listNote(to, reports.length, more, 'mine.none', 'mine.newest'),
    reports: reports.map((own) => ({
      reference: own.id,
      told: firstWords(to, own),
      facts: tell(to, 'mine.facts', { state: stateLine(to, own), when: moment(to, own.reportedAt) }),
      buttons: [
        button(to, 'button.add', { verb: 'mine.adding', case: own.id }),
        ...(isPupil(to.person) ? [button(to, 'pupil.box.again.button', { verb: 'mine.again', case: own.id })] : []),
        ...threadButtons(to, own.id, own.messages),
        ...showNameButtons(to, own.hidden === true, own.id),
      ],
    })),
  };
}

/** Where words of ours stand in what a child told, their own come below. */
const notTheirs = (['pupil.box.before', 'about.message'] as const).map((id) => wording[id].split('{')[0] ?? '');
/** As many words, and no more characters, as tell a child's reports apart. */
const opening = { words: 8, characters: 60 };

/** The first words of a report, as the child wrote them: more of it would be too much on a screen that others see. */
function firstWords(to: Listener, { what = '' }: OwnReport): string {
  const own = what.split('\n').find((line) => line.trim() !== '' && !notTheirs.some((ours) => line.startsWith(ours)));
  if (own === undefined || !isPupil(to.person)) return '';
  const all = own.trim().split(/\s+/);
  const letters = Array.from(all.slice(0, opening.words).join(' '));
  const isCut = all.length > opening.words || letters.length > opening.characters;
  const words = `${letters.slice(0, opening.characters).join('').trim()}${isCut ? '…' : ''}`;
  return tell(to, 'pupil.mine.words', { words });
}

function threadButtons(to: Listener, id: CaseId, messages: OwnReport['messages']): readonly Button[] {
  if (!messages) return [];
  return [button(to, messages === 'new' ? 'talk.thread-new' : 'talk.thread', { verb: 'own.thread', case: id })];
}

function stateLine(to: Listener, { state, readBy }: OwnReport): string {
  if (!isPupil(to.person) || state !== 'acknowledged' || !readBy) return tell(to, `mine.state.${state}`);
  return tell(to, 'pupil.mine.read-by', { role: roleName(readBy) });
}

/** The field to add something to a report. */
export function addFormView(to: Listener, caseId: CaseId): AddFormView {
  return {
    kind: 'add-form',
    press: { verb: 'mine.add', case: caseId },
    title: tell(to, 'add.title', { reference: caseId }),
    label: tell(to, 'add.label'),
    hint: tell(to, 'add.hint'),
    required: tell(to, 'add.required'),
    submit: tell(to, 'add.submit'),
  };
}

/** One field to answer a question that was passed on. */
export function replyFormView(to: Listener, question: string): AddFormView {
  return {
    kind: 'add-form',
    press: { verb: 'question.reply', question },
    title: tell(to, 'question.reply-title'),
    label: tell(to, 'question.reply-label'),
    hint: tell(to, 'question.reply-hint'),
    required: tell(to, 'add.required'),
    submit: tell(to, 'question.reply-submit'),
  };
}

/** The open cases that the listener may see, most urgent first. */
export function caseListView(to: Listener, cases: readonly OpenCase[], more: boolean): CaseListView {
  return {
    kind: 'case-list',
    title: tell(to, 'cases.title'),
    note: listNote(to, cases.length, more, 'cases.none', 'cases.first'),
    cases: cases.map((one) => ({
      reference: one.id,
      severity: one.severity,
      facts: factsOf(to, one),
      buttons: mayOn(to.person, 'open', one)
        ? [button(to, 'button.open', { verb: 'case.open', case: one.id }, 'positive')]
        : [],
    })),
  };
}

function factsOf(to: Listener, { severity, category, state, reportedAt, overdueSince }: OpenCase): string {
  const facts = tell(to, 'cases.facts', {
    severity: tell(to, `case.severity.${severity}`),
    category: categoryName(category),
    state: tell(to, `case.state.${state}`),
    when: moment(to, reportedAt),
  });
  return overdueSince ? tell(to, 'clock.listed', { facts, due: moment(to, overdueSince) }) : facts;
}

function listNote(
  to: Listener,
  count: number,
  more: boolean,
  none: 'mine.none' | 'cases.none',
  first: 'mine.newest' | 'cases.first',
): string {
  if (count === 0) return tell(to, none);
  return more ? tell(to, first, { count }) : '';
}
