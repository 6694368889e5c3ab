import type { Report } from '../../domain/report.ts';
import { phoneFor } from '../../domain/routing.ts';
import type { Dialogue, Draft, World } from '../dialogue.ts';
import { adviceView } from '../present/advice.ts';
import { childsRingLines, inPersonButtons } from '../present/saved-clock.ts';
import { suggestionFor } from '../suggestion.ts';
import type { Button, NoticeView } from '../views.ts';
import { button, mainButtons, moment, notice, routeSentence, tell } from '../voice.ts';
import type { WordingId } from '../wording.ts';
import type { BoxAnswer, BoxQuestion } from './questions.ts';
import { boxOf } from './state.ts';
import { readLines, shutLines } from './when.ts';

type Offer = readonly [label: WordingId, answer: BoxAnswer, style?: Button['style']];
type Question = {
  readonly title: WordingId | '';
  readonly hints?: readonly WordingId[];
  readonly offers: readonly Offer[];
};

/** A question that is a notice with buttons; the summary is a view of its own. */
export type NoticeQuestion = Exclude<BoxQuestion, 'summary'>;

/** The most things to do that a frightened child is given at once. */
const mostSteps = 4;

const skip: Offer = ['pupil.box.skip', 'skip'];
const notSend: Offer = ['pupil.box.not-send', 'not-send'];

const questions: Readonly<Record<NoticeQuestion, Question>> = {
  start: {
    title: 'pupil.box.start',
    offers: [
      ['pupil.box.start.yes', 'yes', 'positive'],
      ['pupil.box.start.no', 'no'],
      ['pupil.box.start.unsure', 'unsure'],
    ],
  },
  name: {
    title: 'pupil.box.name',
    hints: ['pupil.box.name.hidden', 'pupil.box.name.chat'],
    offers: [['pupil.box.name.show', 'show'], ['pupil.box.name.hide', 'hide'], notSend],
  },
  what: {
    title: 'pupil.box.what',
    hints: ['pupil.box.what.hint'],
    offers: [['pupil.box.what.unsure', 'unsure'], notSend],
  },
  danger: {
    title: 'pupil.box.danger',
    offers: [
      ['pupil.box.danger.yes', 'yes'],
      ['pupil.box.danger.no', 'no'],
      ['pupil.box.danger.unsure', 'unsure'],
    ],
  },
  who: { title: 'pupil.box.who', hints: ['pupil.box.who.hint'], offers: [['pupil.box.who.adult', 'adult'], skip] },
  where: {
    title: 'pupil.box.where',
    hints: ['pupil.box.where.hint'],
    offers: [
      ['pupil.box.where.online', 'online'],
      ['pupil.box.where.in-school', 'in-school'],
      ['pupil.box.where.outside-school', 'outside-school'],
      skip,
    ],
  },
  again: {
    title: 'pupil.box.again',
    offers: [['pupil.box.again.yes', 'yes'], ['pupil.box.again.no', 'no'], skip],
  },
  change: {
    title: 'pupil.box.change',
    hints: ['pupil.box.change.hint'],
    offers: [
      ['pupil.box.change.what', 'what'],
      ['pupil.box.change.who', 'who'],
      ['pupil.box.change.where', 'where'],
      ['pupil.box.change.name', 'name'],
      ['pupil.box.change.nothing', 'no'],
      notSend,
    ],
  },
  sure: { title: 'pupil.box.sure', offers: [['pupil.box.go-on', 'go-on', 'positive'], notSend] },
  unsent: {
    title: '',
    offers: [
      ['pupil.box.send-after-all', 'go-on', 'positive'],
      ['pupil.box.delete', 'delete'],
    ],
  },
  delete: {
    title: 'pupil.box.delete.ask',
    hints: ['pupil.box.delete.hint'],
    offers: [
      ['pupil.box.delete.yes', 'yes', 'destructive'],
      ['pupil.box.delete.no', 'no'],
    ],
  },
  same: {
    title: 'pupil.box.same',
    hints: ['pupil.box.same.unsent'],
    offers: [
      ['pupil.box.same.yes', 'yes'],
      ['pupil.box.same.no', 'no'],
    ],
  },
  aside: {
    title: 'pupil.box.aside',
    offers: [
      ['pupil.box.aside.yes', 'yes'],
      ['pupil.box.aside.no', 'no'],
    ],
  },
  'place-now': { title: 'pupil.box.place-now', hints: ['pupil.box.place-now.hint'], offers: [skip] },
  'who-now': { title: 'pupil.box.who-now', hints: ['pupil.box.who.hint'], offers: [skip] },
  more: { title: 'pupil.box.more', hints: ['pupil.box.more.hint'], offers: [['pupil.box.more.nothing', 'skip']] },
};

/** A question with its buttons. `lead`: said before it, in the same notice. */
export function questionView(
  state: Dialogue,
  question: NoticeQuestion,
  world: World,
  lead: readonly string[],
): NoticeView {
  const { title, hints = [] } = questions[question];
  const asked = title === '' ? '' : tell(world, title, values(state, world));
  const lines = hints.map((hint) => tell(world, hint));
  const buttons = offersOf(state, question).map((offer) => offerButton(state, question, offer, world));
  if (lead.length === 0 || asked === '') return notice([...lead, ...lines], buttons, asked);
  return { ...notice(lead, buttons), sections: [{ title: asked, toldLines: lines }] };
}

/** What stays of a question once a button of it was pressed. */
export function chosenView(state: Dialogue, question: NoticeQuestion, answer: BoxAnswer, world: World): NoticeView {
  const { title, offers } = questions[question];
  const [label] = offers.find(([, one]) => one === answer) ?? skip;
  const asked = title === '' ? [] : [tell(world, title, values(state, world))];
  return notice([...asked, tell(world, 'pupil.box.chose', { answer: tell(world, label) })]);
}

/** Whether the question has this answer. */
export function hasAnswer(question: NoticeQuestion, answer: BoxAnswer): boolean {
  return questions[question].offers.some(([, one]) => one === answer);
}

/** Nothing can be left unsent before anything is said. */
function offersOf({ draft, loose = '' }: Dialogue, question: NoticeQuestion): readonly Offer[] {
  const { offers } = questions[question];
  const empty = (draft?.report.what ?? '') === '' && loose === '';
  return empty ? offers.filter((offer) => offer !== notSend) : offers;
}

function offerButton(state: Dialogue, question: NoticeQuestion, [label, answer, style]: Offer, world: World): Button {
  const about = subjectOf(state, question);
  const press = { verb: 'box.answer', ...(about ? { draft: about } : {}), to: question, answer } as const;
  return button(world, label, press, style);
}

/** What a question is about: the open draft, an older one, or what was sent. */
export function subjectOf(state: Dialogue, question: BoxQuestion): string | undefined {
  const { aside, sent } = boxOf(state);
  if (question === 'start') return undefined;
  if (question === 'aside') return aside?.id;
  return isOnSent(question) ? sent?.id : state.draft?.id;
}

/** Whether the question is about something that was sent. */
export function isOnSent(question: BoxQuestion | undefined): boolean {
  return question === 'place-now' || question === 'who-now' || question === 'more';
}

function values(state: Dialogue, world: World): Readonly<Record<string, string>> {
  const { aside, sent } = boxOf(state);
  const begun = state.draft?.begun ?? aside?.begun ?? world.now;
  return { when: moment(world, begun), reference: sent?.id ?? '' };
}

/** Before the first question about what a child has told: it is kept, who reads it, and that nobody can promise a secret. */
export function firstView({ report }: Draft, world: World): NoticeView {
  const { route } = suggestionFor(world, report);
  const begun = report.what !== '';
  const lines = [
    ...(begun ? [tell(world, 'pupil.box.kept')] : []),
    routeSentence(world, route),
    tell(world, 'pupil.box.keeps'),
    tell(world, 'pupil.welcome.secret'),
    tell(world, 'danger.now'),
  ];
  return notice(lines, [], begun ? tell(world, 'pupil.box.thanks') : '');
}

/** The first words, before anything is written: what this is, who reads it, that nobody can promise a secret. */
export function welcomeView(state: Dialogue, world: World, urgent: boolean): NoticeView {
  const danger = tell(world, 'danger.now');
  const who = [tell(world, 'welcome.who-reads'), tell(world, 'pupil.welcome.secret')];
  const lead = urgent ? [danger, tell(world, 'welcome.what'), ...who] : [tell(world, 'welcome.what'), ...who, danger];
  const asked = questionView(state, 'start', world, [...lead, tell(world, 'pupil.box.ask-rules')]);
  const mine = boxOf(state).sent ? [button(world, 'button.my-reports', { verb: 'mine.list' })] : [];
  return { ...asked, title: tell(world, 'welcome.title'), buttons: [...asked.buttons, ...mine] };
}

/** Where to turn and the few things that help most, since a child cannot read more; what nobody may do is never cut. */
export function helpView(report: Report, world: World): NoticeView {
  const { triage, ...suggestion } = suggestionFor(world, report);
  const { advice } = triage;
  const never = triage.evidence === 'never';
  const short = {
    ...advice,
    do: advice.do.slice(0, mostSteps),
    dont: never ? advice.dont : advice.dont.slice(0, mostSteps - 1),
    evidence: never ? advice.evidence : '',
  };
  return adviceView(world, { ...suggestion, triage: { ...triage, advice: short } });
}

/** Somebody may be in danger: help before anything else. */
export function dangerView({ report }: Draft, world: World): NoticeView {
  return { ...helpView(report, world), urgent: true };
}

/** What was sent at once, to whom it goes, what of the name, and that it is fine if nobody is in danger. */
export function sentNowLines({ id, report, hidden }: Draft, world: World): readonly string[] {
  const { route, severity } = suggestionFor(world, report);
  const taken = route.roles.length > 0 ? [tell(world, 'pupil.box.sent-now.person')] : [];
  return [
    tell(world, 'pupil.box.sent-now.why', { reference: id }),
    ...taken,
    routeSentence(world, route),
    ...shutLines(world),
    ...(route.roles.length > 0 ? childsRingLines(world, { route, severity }) : []),
    tell(world, 'pupil.box.sent-now.secret'),
    tell(world, hidden ? 'pupil.box.sent-now.hidden' : 'pupil.box.sent-now.named'),
    tell(world, 'pupil.box.sent-now.mistake'),
  ];
}

/** It is sent: thanks, the reference, who reads it and when, and who is there now. */
export function sentView({ id, report, hidden }: Draft, world: World): NoticeView {
  const { route, severity } = suggestionFor(world, report);
  const nobody = route.roles.length === 0;
  const lines = [
    tell(world, 'pupil.saved.thanks'),
    routeSentence(world, route),
    ...(nobody ? [] : readLines(world, severity)),
    ...(nobody ? [] : childsRingLines(world, { route, severity })),
    ...(hidden ? [tell(world, 'pupil.box.name.hidden-for-you')] : []),
    ...(nobody ? [] : [tell(world, 'saved.next')]),
    tell(world, 'danger.now'),
    tell(world, 'saved.add'),
  ];
  const add = button(world, 'button.add', { verb: 'mine.adding', case: id });
  const buttons = [...inPersonButtons(world, { id, route, severity }), add, ...mainButtons(world).slice(1, 2)];
  return notice(lines, buttons, tell(world, 'saved.title', { reference: id }));
}

/** Where to turn, for a child who does not send something grave. */
export function turnLines({ report }: Draft, world: World): readonly string[] {
  const { route, severity } = suggestionFor(world, report);
  const { label, number } = phoneFor(world.school, route);
  const danger = tell(world, 'danger.now', { label, number });
  return severity === 'immediate' || severity === 'high'
    ? [danger, tell(world, 'draft.deleted-danger', { label })]
    : [danger];
}
