import type { Dialogue } from '../conversation/dialogue.ts';
import { isForStaff } from '../conversation/induction/course.ts';
import type { Message } from '../conversation/messages.ts';
import { caseFormsView } from '../conversation/present/actions.ts';
import { caseCardView } from '../conversation/present/case-card.ts';
import { caseDetailView } from '../conversation/present/case-detail.ts';
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
import type { Case, CaseId, RecordedEvent } from '../domain/case.ts';
import { mayOn } from '../domain/permissions.ts';
import { progressOf } from './induction-turn.ts';
import type { Office } from './office.ts';
import { questionFor, questionView } from './questions.ts';
import { key, under } from './rows.ts';
import type { Row, Store } from './store.ts';

/** Where what is shown is looked up, and by what time. */
type Desk = Pick<Office, 'store' | 'clock'>;

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
    case 'case-list':
      return openCases(store, to);
    case 'case-card':
      return channelCard(store, to, message.caseId);
    case 'case-detail':
      return detail(store, to, message.caseId);
    case 'case-forms':
      return caseFormsFor(store, to, message);
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

/** A case and its ETag; undefined where there is none. */
export async function readCase(
  store: Store,
  school: string,
  id: CaseId,
): Promise<{ readonly current: Case; readonly etag: string } | undefined> {
  const row = await store.get(school, key.case(id));
  return row && { current: row.value as Case, etag: row.etag };
}

async function channelCard(store: Store, to: Listener, id: CaseId): Promise<View> {
  const found = await readCase(store, to.school.id, id);
  return found?.current.route.inChannel ? caseCardView(to, found.current) : refused(to);
}

async function detail(store: Store, to: Advised, id: CaseId): Promise<View> {
  const found = await readCase(store, to.school.id, id);
  if (!found || !mayOn(to.person, 'open', found.current)) return refused(to);
  const events: RecordedEvent[] = [];
  for await (const row of all(store, to.school.id, under('event', id))) events.push(row.value as RecordedEvent);
  return caseDetailView(to, found.current, events);
}

async function caseFormsFor(
  store: Store,
  to: Advised,
  { caseId, group }: Extract<Message, { kind: 'case-forms' }>,
): Promise<View> {
  const found = await readCase(store, to.school.id, caseId);
  return found && mayOn(to.person, 'open', found.current) ? caseFormsView(to, found.current, group) : refused(to);
}

async function myReports(store: Store, to: Listener): Promise<View> {
  const range = { ...under('mine', to.person.id), limit: mostListed + 1 };
  const { rows } = await store.list(to.school.id, range);
  const reports = rows.map((row) => row.value as OwnReport);
  return myReportsView(to, reports.slice(0, mostListed), reports.length > mostListed);
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

const pageSize = 100;

/** Every row of a range, page by page. */
export async function* all(store: Store, partition: string, range: { from: string; to: string }): AsyncGenerator<Row> {
  let after: string | undefined;
  do {
    const page = await store.list(partition, { ...range, limit: pageSize, ...(after ? { after } : {}) });
    yield* page.rows;
    after = page.next;
  } while (after);
}
