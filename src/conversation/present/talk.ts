import type { Actor, Case, RecordedEvent } from '../../domain/case.ts';
import { isHidden } from '../../domain/hidden.ts';
import { workingRole } from '../../domain/permissions.ts';
import { type ThreadMessage, threadOf } from '../../domain/thread.ts';
import type { AddFormView, Button, LabelledRow, NoticeView } from '../views.ts';
import { button, categoryName, type Listener, moment, notice, roleName, tell } from '../voice.ts';

/** A message of those who work a case, in the chat of whoever reported it: by role, with their words. */
export function fromSchoolView(to: Listener, current: Case, { seq, by, event }: RecordedEvent): NoticeView {
  const text = event.kind === 'replied' ? event.text : '';
  const values = { role: roleOn(current, by), reference: current.id };
  const buttons = [
    answerButton(to, current, seq),
    button(to, 'talk.read', { verb: 'own.read', case: current.id, reply: seq }),
  ];
  return {
    ...notice([tell(to, 'talk.from', values)], buttons, tell(to, 'talk.from-title')),
    sections: [{ title: tell(to, 'talk.words'), toldLines: [text] }],
    note: tell(to, 'talk.how'),
  };
}

/** All messages about a report, for whoever sent it, oldest first. */
export function threadView(to: Listener, current: Case, events: readonly RecordedEvent[]): NoticeView {
  const messages = threadOf(events);
  const title = tell(to, 'talk.thread-title', { reference: current.id });
  const add = button(to, 'button.add', { verb: 'mine.adding', case: current.id });
  const last = messages.findLast(({ kind }) => kind === 'replied');
  const first: ThreadMessage = {
    seq: 1,
    at: current.reportedAt,
    by: undefined,
    kind: 'told',
    text: current.report.what,
  };
  return {
    ...notice(
      last ? [] : [tell(to, 'talk.thread-none')],
      [
        last ? answerButton(to, current, last.seq) : add,
        ...showNameButtons(to, isHidden(current.reporter), current.id),
      ],
      title,
    ),
    sections: [first, ...messages].map((one) => ({ title: headingOf(to, current, one), toldLines: [one.text] })),
  };
}

/** The button of a child whose name is hidden, and who may want to show it after all. */
export function showNameButtons(to: Listener, hidden: boolean, caseId: string): readonly Button[] {
  return hidden ? [button(to, 'talk.show-name', { verb: 'mine.show-name', case: caseId })] : [];
}

function headingOf(to: Listener, current: Case, { kind, at, by }: ThreadMessage): string {
  const when = moment(to, at);
  return kind === 'told'
    ? tell(to, 'talk.thread-you', { when })
    : tell(to, 'talk.thread-them', { when, role: roleOn(current, by) });
}

function answerButton(to: Listener, { id }: Case, reply: number): Button {
  return button(to, 'talk.answer', { verb: 'mine.answering', case: id, reply }, 'positive');
}

/** In which role somebody works a case. Names of colleagues are not for whoever reported. */
function roleOn({ route }: Pick<Case, 'route'>, by: Actor | undefined): string {
  return roleName(route.roles.find((role) => by?.roles.includes(role)) ?? workingRole({ roles: by?.roles ?? [] }));
}

/** Where to answer a message. */
export function answerFormView(to: Listener, caseId: string, reply: number): AddFormView {
  return {
    kind: 'add-form',
    press: { verb: 'mine.answer', case: caseId, reply },
    title: tell(to, 'talk.answer-title', { reference: caseId }),
    label: tell(to, 'talk.answer-label'),
    hint: tell(to, 'talk.answer-hint'),
    required: tell(to, 'add.required'),
    submit: tell(to, 'talk.answer-submit'),
  };
}

/** What was said between the two sides, for those who work the case: with when it was sent, delivered and read. */
export function messageRows(to: Listener, events: readonly RecordedEvent[]): readonly LabelledRow[] {
  const messages = threadOf(events);
  if (messages.every(({ kind }) => kind === 'told')) return [];
  return messages.map((one) => ({ label: messageLabel(to, one), told: one.text }));
}

function messageLabel(to: Listener, { kind, at, deliveredAt, readAt, overdue }: ThreadMessage): string {
  const when = moment(to, at);
  if (kind === 'told') return tell(to, 'talk.message-told', { when });
  if (overdue) return tell(to, 'talk.message-overdue', { when });
  if (!deliveredAt) return tell(to, 'talk.message-sent', { when });
  const delivered = moment(to, deliveredAt);
  if (!readAt) return tell(to, 'talk.message-delivered', { when, delivered });
  return tell(to, 'talk.message-read', { when, delivered, read: moment(to, readAt) });
}

/** That somebody waits for a second person to agree. */
export function waitingRows(to: Listener, { reveal, reporter, state }: Case): readonly LabelledRow[] {
  if (!reveal || reveal.answered || !isHidden(reporter) || state === 'closed') return [];
  const values = { name: reveal.by.name, when: moment(to, reveal.at), reason: reveal.reason };
  return [{ label: tell(to, 'talk.waiting'), told: tell(to, 'talk.waiting-told', values) }];
}

/** Whether a child wants their name to show; it cannot be undone. */
export function nameOfferView(to: Listener, { id, reporter }: Case): NoticeView {
  if (!isHidden(reporter)) return notice([tell(to, 'talk.show-name-already', { reference: id })]);
  return notice(
    [tell(to, 'talk.show-name-ask', { reference: id })],
    [
      button(to, 'talk.show-name-yes', { verb: 'own.show-name', case: id }, 'positive'),
      button(to, 'talk.show-name-no', { verb: 'mine.keep-hidden' }),
    ],
  );
}

/** The request to agree, for a second person: no word of the report. Once it is answered, that it is. */
export function revealAskedView(to: Listener, current: Case, ask: string): NoticeView {
  const { id, reveal, category, severity, reporter } = current;
  if (reveal?.ask !== ask || reveal.answered || !isHidden(reporter) || current.state === 'closed') {
    return notice([tell(to, 'talk.reveal-over', { reference: id })]);
  }
  const values = {
    role: roleOn(current, reveal.by),
    reference: id,
    category: categoryName(category),
    severity: tell(to, `case.severity.${severity}`),
  };
  const agree = { verb: 'case.reveal-answer', case: id, ask, answer: 'agree', text: '' } as const;
  return {
    ...notice(
      [tell(to, 'talk.reveal-asked', values)],
      [
        button(to, 'talk.reveal-agree', agree, 'positive'),
        button(to, 'talk.reveal-refuse', { verb: 'reveal.refusing', case: id, ask }),
      ],
      tell(to, 'talk.reveal-asked-title'),
    ),
    sections: [{ title: tell(to, 'talk.reveal-why'), toldLines: [reveal.reason] }],
    note: tell(to, 'talk.reveal-told'),
  };
}

/** Where to say why the name should stay hidden. */
export function refuseFormView(to: Listener, caseId: string, ask: string): AddFormView {
  return {
    kind: 'add-form',
    press: { verb: 'case.reveal-answer', case: caseId, ask, answer: 'refuse' },
    title: tell(to, 'talk.reveal-refuse-title', { reference: caseId }),
    label: tell(to, 'talk.reveal-refuse-label'),
    hint: tell(to, 'talk.reveal-refuse-hint'),
    required: tell(to, 'add.required'),
    submit: tell(to, 'talk.reveal-refuse'),
  };
}

/** Told to whoever reported, once it is known who they are: who knows, by role, and why. */
export function revealedView(
  to: Listener,
  current: Case,
  { by, event }: Pick<RecordedEvent, 'by'> & { readonly event: Extract<RecordedEvent['event'], { kind: 'revealed' }> },
): NoticeView {
  const { asked, because } = event;
  const known = [...new Set([asked, by].flatMap((one) => (one ? [roleOn(current, one)] : [])))];
  const values = { reference: current.id, roles: known.join(` ${tell(to, 'talk.and')} `) };
  const lines = [
    tell(to, asked ? 'talk.revealed' : 'talk.revealed-alone', values),
    tell(to, `talk.because.${because}`),
    tell(to, 'talk.revealed-others'),
    tell(to, 'talk.revealed-kind'),
  ];
  const buttons = [button(to, 'talk.thread', { verb: 'own.thread', case: current.id })];
  return notice(lines, buttons, tell(to, 'talk.revealed-title'));
}
