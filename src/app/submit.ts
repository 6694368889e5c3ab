import type { Draft, Reply } from '../conversation/dialogue.ts';
import { dueLines, inPersonButtons, ringLine, whenLine } from '../conversation/present/saved-clock.ts';
import { type Advised, type Suggestion, suggestionFor } from '../conversation/suggestion.ts';
import { button, type Listener, mainButtons, notice, sentSentence, tell } from '../conversation/voice.ts';
import type { Case, CaseEvent, CaseId } from '../domain/case.ts';
import { actor } from '../domain/casework/handler.ts';
import { isPupil, type PersonId } from '../domain/people.ts';
import { isAboutStaff } from '../domain/routing.ts';
import { timerWrites, withClock } from './case-clock.ts';
import { cardParcel, type Desk, openButton, openKey, openLine, ownLine } from './effects.ts';
import { identityWrite, standIn } from './identity.ts';
import { parcel, queue } from './parcels.ts';
import { personToday } from './people.ts';
import { append } from './record.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';
import { type IndexDesk, subjectWrites } from './subject-index.ts';

/** What submitting a draft writes, and what its reporter is told once that is saved. */
export type Submission = { readonly writes: readonly Write[]; readonly replies: readonly Reply[] };

/**
 * Makes a case of a draft: its head, first event, places in the lists, and the messages that put it before people. A
 * child is answered by the bully box. `unfinished`: sent at once, while the child is still telling.
 */
export function submit(desk: Desk & IndexDesk, to: Advised, draft: Draft, unfinished?: true): Submission {
  const suggestion = suggestionFor(to, draft.report);
  const hides = draft.hidden === true && isPupil(to.person);
  const made: Case = {
    ...caseOf(desk, to, draft, suggestion),
    ...(hides ? { reporter: hiddenOn(desk, to, draft) } : {}),
    ...(unfinished ? { unfinished } : {}),
  };
  const event: CaseEvent = { ...reported(suggestion), ...(unfinished ? { unfinished } : {}) };
  const timed = withClock({ ...desk, policy: to.policy }, undefined, made, { event, by: made.reporter.id });
  const { next, write } = append(timed, event, desk.now, made.reporter);
  return {
    writes: [
      { kind: 'insert', key: key.case(next.id), value: next },
      write,
      { kind: 'insert', key: openKey(next), value: openLine(next) },
      { kind: 'insert', key: key.mine(to.person.id, next.reportedAt, next.id), value: ownLine(next) },
      ...subjectWrites(desk, undefined, next),
      ...(next.again === undefined ? [] : [happenedAgain(next.again, next)]),
      ...(hides ? [identityWrite(desk.sealer, desk.school.id, next.id, to.person)] : []),
      ...timerWrites(undefined, next),
      ...cardParcel(desk, next, 'card'),
      ...toldOf(next).map((id) => privately(desk, next, id)),
    ],
    replies: isPupil(to.person) ? [] : [{ message: { kind: 'notice', notice: savedNotice(to, next) }, replaces: true }],
  };
}

/** Found from the case before, so that whoever works that one sees it. */
function happenedAgain(before: CaseId, { id, reportedAt }: Case): Write {
  return { kind: 'put', key: key.again(before, id), value: { case: id, reportedAt } };
}

function hiddenOn({ sealer, school }: Desk, { person }: Listener, { id }: Draft): Case['reporter'] {
  return standIn(sealer, school.id, id, person);
}

/** The first event. What the policy had suggested stays on the record where the reporter chose another kind. */
function reported({ category, severity, rules, triage }: Suggestion): Extract<CaseEvent, { kind: 'reported' }> {
  const event = { kind: 'reported', category, severity, rules } as const;
  if (triage.category === category) return event;
  return { ...event, suggested: { category: triage.category, severity: triage.severity } };
}

function caseOf(
  { school, now }: Desk,
  { person }: Listener,
  { id, report, again }: Draft,
  { category, severity, rules, route }: Suggestion,
): Case {
  return {
    id,
    school: school.id,
    category,
    severity,
    state: 'new',
    reportedAt: now,
    reporter: actor(person),
    report,
    route,
    rules,
    ...(again === undefined ? {} : { again }),
    seq: 0,
    lastHash: '',
  };
}

/** Who hears of a new case in their own chat; nobody of a report of their own that stands in the channel. */
function toldOf({ route, reporter }: Case): readonly PersonId[] {
  return route.inChannel ? route.told.filter((id) => id !== reporter.id) : route.told;
}

/** Puts the case before one person in their own chat. */
function privately({ school, ids, now }: Desk, { id, route }: Case, personId: PersonId): Write {
  const person = personToday(school, personId, undefined);
  const asked = person.roles.includes('headteacher') ? 'news.told' : 'news.helper';
  const line = tell({ school, person }, route.inChannel ? asked : 'news.private', { reference: id });
  const message = { kind: 'notice', notice: notice([line], [openButton(school, person, id)]) } as const;
  return queue(parcel(ids.unique(), now, { to: { kind: 'person', id: personId }, message, sort: 'case', caseId: id }));
}

/** The reference, who reads it, what comes next, and whom to ring if it cannot wait. */
function savedNotice(to: Listener, made: Case) {
  const lines = made.route.roles.length === 0 ? nobodyLines(to) : staffLines(to, made);
  const add = button(to, 'button.add', { verb: 'mine.adding', case: made.id });
  const buttons = [...inPersonButtons(to, made), add, ...mainButtons(to).slice(1, 2)];
  return notice(lines, buttons, tell(to, 'saved.title', { reference: made.id }));
}

/** Nobody at school may take it, so nothing is promised but where to turn. */
function nobodyLines(to: Listener): readonly string[] {
  return [tell(to, 'route.nobody'), tell(to, 'danger.now'), tell(to, 'saved.add')];
}

function staffLines(to: Listener, made: Case): readonly string[] {
  const { route } = made;
  return [
    ringLine(to, made),
    sentSentence(to, route),
    whenLine(to, made),
    ...dueLines(to, made),
    ...(isAboutStaff(route) ? [tell(to, 'saved.lado'), tell(to, 'saved.keep')] : []),
    tell(to, 'saved.next'),
    tell(to, 'saved.add'),
  ];
}
