import type { Dialogue } from '../conversation/dialogue.ts';
import { isForStaff } from '../conversation/induction/course.ts';
import type { Message } from '../conversation/messages.ts';
import { caseFormsView, refusedFormView } from '../conversation/present/actions.ts';
import { caseCardView } from '../conversation/present/case-card.ts';
import { caseDetailView } from '../conversation/present/case-detail.ts';
import { chronologyView } from '../conversation/present/chronology.ts';
import { formView } from '../conversation/present/form.ts';
import { inductionView, withInduction } from '../conversation/present/induction.ts';
import {
  addFormView,
  caseListView,
  mostListed,
  myReportsView,
  type OpenCase,
  type OwnReport,
  replyFormView,
} from '../conversation/present/lists.ts';
import { summaryView } from '../conversation/present/summary.ts';
import { type Advised, audienceOf } from '../conversation/suggestion.ts';
import type { NoticeView, View } from '../conversation/views.ts';
import { type Listener, mainButtons, notice, tell } from '../conversation/voice.ts';
import type { Case, CaseId } from '../domain/case.ts';
import { onCallFor } from '../domain/ladder.ts';
import { partiesOf } from '../domain/parties.ts';
import { isPupil } from '../domain/people.ts';
import { mayOn } from '../domain/permissions.ts';
import type { KnownPerson } from '../domain/school.ts';
import { awayFrom } from './absences.ts';
import { ownLine } from './effects.ts';
import { progressOf } from './induction-turn.ts';
import { chronologyOf, earlierOf, neighboursOf, repeatsIn } from './neighbours.ts';
import type { Office } from './office.ts';
import { questionFor, questionView } from './questions.ts';
import { eventsOf, readCase } from './read-case.ts';
import { under } from './rows.ts';
import { talkView } from './show-talk.ts';
import type { Store } from './store.ts';
import { all } from './walk.ts';

export { readCase } from './read-case.ts';
export { all };

/** Where what is shown is looked up, and by what time. */
type Desk = Pick<Office, 'store' | 'clock' | 'sealer'>;

/** Turns what is to be said into what is shown, as it stands and is allowed at this moment. */
export async function compose(desk: Desk, message: Message, to: Advised, dialogue: Dialogue): Promise<View> {
  const { store } = desk;
  switch (message.kind) {
    case 'notice':
      return message.notice;
    case 'report-form':
      return dialogue.draft ? formView(to, dialogue.draft, message) : noDraft(to);
    case 'summary':
      return dialogue.draft ? summaryView(to, dialogue.draft) : noDraft(to);
    case 'add-form':
      return addFormView(to, message.caseId);
    case 'welcome':
      return welcome(desk, to, message.notice);
    case 'induction':
      return inductionView(to, await progressOf(store, to), desk.clock.now(), message.news);
    case 'question':
    case 'reply-form':
      return question(store, to, message);
    case 'my-reports':
      return myReports(store, to);
    case 'from-school':
    case 'answer-form':
    case 'thread':
    case 'name-offer':
    case 'reveal-asked':
    case 'revealed':
    case 'refuse-form':
      return (await talkView(desk, to, message)) ?? refused(to);
    case 'case-list':
      return openCases(store, to);
    case 'case-card':
      return channelCard(desk, to, message.caseId);
    case 'case-detail':
      return detail(desk, to, message.caseId);
    case 'chronology':
      return chronology(desk, to, message);
    case 'case-forms':
      return caseFormsFor(desk, to, message);
    case 'case-form':
      return refusedForm(desk, to, message);
    default:
      return message satisfies never;
  }
}

/** A pupil's welcome needs nothing from the store. */
async function welcome({ store, clock }: Desk, to: Advised, first: NoticeView): Promise<View> {
  if (!isForStaff(audienceOf(to.person))) return first;
  return withInduction(to, first, await progressOf(store, to), clock.now());
}

async function question(
  store: Store,
  to: Advised,
  { kind, question: id }: Extract<Message, { kind: 'question' | 'reply-form' }>,
): Promise<View> {
  const passed = await questionFor(store, to, id);
  if (!passed) return notice([tell(to, 'question.gone')]);
  return kind === 'question' ? questionView(to, passed) : replyFormView(to, id);
}

function noDraft(to: Listener): View {
  return notice([tell(to, 'draft.none-to-send')], mainButtons(to));
}

function refused(to: Listener): View {
  return notice([tell(to, 'case.refused')]);
}

/** What everybody in the channel may open is all that its card counts. */
async function channelCard(desk: Desk, to: Listener, id: CaseId): Promise<View> {
  const found = await readCase(desk.store, to.school.id, id);
  if (!found?.current.route.inChannel) return moved(to);
  const repeats = await repeatsIn(desk, to, found.current, ({ route }) => route.inChannel);
  return caseCardView(to, found.current, repeats, await calledTo(desk, to, found.current));
}

/** The same words for every case that has left the channel, since whom to ask would tell whom it is about. */
function moved(to: Listener): View {
  const { headteacher, chairOfGovernors } = to.school.phones;
  const line = tell(to, 'case.moved', { headLabel: headteacher.label, chairLabel: chairOfGovernors.label });
  return notice([line], [], tell(to, 'case.moved-title'));
}

async function chronology(
  desk: Desk,
  to: Advised,
  { caseId, party: id }: Extract<Message, { kind: 'chronology' }>,
): Promise<View> {
  const found = await readCase(desk.store, to.school.id, caseId);
  const party = found && partiesOf(found.current).find((one) => one.id === id);
  if (!found || !party || !mayOn(to.person, 'escalate', found.current)) return refused(to);
  return chronologyView(to, found.current, party, await chronologyOf(desk, to, party));
}

/** Whom an immediate case calls by name, until somebody has it. */
async function calledTo({ store, clock }: Desk, { school }: Listener, current: Case): Promise<readonly KnownPerson[]> {
  if (current.severity !== 'immediate' || current.state !== 'new') return [];
  const away = await awayFrom(store, school.id, clock.now());
  return onCallFor(current, school.onCall, { people: school.people, away });
}

async function detail(desk: Desk, to: Advised, id: CaseId): Promise<View> {
  const { store } = desk;
  const found = await readCase(store, to.school.id, id);
  if (!found || !mayOn(to.person, 'open', found.current)) return refused(to);
  const events = await eventsOf(store, to.school.id, id);
  return caseDetailView(to, found.current, events, await neighboursOf(desk, to, found.current));
}

async function caseFormsFor(
  desk: Desk,
  to: Advised,
  { caseId, group }: Extract<Message, { kind: 'case-forms' }>,
): Promise<View> {
  const found = await readCase(desk.store, to.school.id, caseId);
  if (!found || !mayOn(to.person, 'open', found.current)) return refused(to);
  const earlier = group === 'record' ? await earlierOf(desk, to, found.current) : undefined;
  return caseFormsView(to, found.current, group, earlier);
}

async function refusedForm(desk: Desk, to: Advised, message: Extract<Message, { kind: 'case-form' }>): Promise<View> {
  const found = await readCase(desk.store, to.school.id, message.caseId);
  if (!found || !mayOn(to.person, 'open', found.current)) return refused(to);
  return refusedFormView(to, found.current, message, await earlierOf(desk, to, found.current));
}

async function myReports(store: Store, to: Listener): Promise<View> {
  const range = { ...under('mine', to.person.id), limit: mostListed + 1 };
  const { rows } = await store.list(to.school.id, range);
  const lines = rows.slice(0, mostListed).map((row) => row.value as OwnReport);
  const reports = await Promise.all(lines.map((line) => upToDate(store, to, line)));
  return myReportsView(to, reports, rows.length > mostListed);
}

/**
 * What others do to a case does not know under whose name its hidden reporter has it, so the case itself is asked. A
 * child is shown what they wrote, as the case has it now: what was taken out of it is not kept elsewhere.
 */
async function upToDate(store: Store, { school, person }: Listener, line: OwnReport): Promise<OwnReport> {
  const isChild = isPupil(person);
  const found = line.hidden || isChild ? await readCase(store, school.id, line.id) : undefined;
  if (!found) return line;
  const { current } = found;
  return { ...(line.hidden ? ownLine(current) : line), ...(isChild ? { what: current.report.what } : {}) };
}

async function openCases(store: Store, to: Listener): Promise<View> {
  const cases: OpenCase[] = [];
  for await (const row of all(store, to.school.id, under('open'))) {
    const one = row.value as OpenCase;
    if (mayOn(to.person, 'cases', one)) cases.push(one);
    if (cases.length > mostListed) break;
  }
  return caseListView(to, cases.slice(0, mostListed), cases.length > mostListed);
}
