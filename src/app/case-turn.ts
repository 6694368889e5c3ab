import type { Command, Reply } from '../conversation/dialogue.ts';
import { adviceView } from '../conversation/present/advice.ts';
import { type Advised, suggestionFor } from '../conversation/suggestion.ts';
import type { Turn } from '../conversation/turn.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { WordingId } from '../conversation/wording.ts';
import type { Actor, Case } from '../domain/case.ts';
import { actor, type Decision } from '../domain/casework/handler.ts';
import { type CaseRequest, decide } from '../domain/casework.ts';
import type { Severity } from '../domain/filing.ts';
import type { Person } from '../domain/people.ts';
import { emptyReport } from '../domain/report.ts';
import { answerRequest, type CaseTurnPress, opensSealOf, requestOf } from './case-requests.ts';
import { readCase } from './compose.ts';
import { cardParcel, type Desk, listWrites, newsParcels } from './effects.ts';
import { knownOn, openIdentity } from './identity.ts';
import { commitTurn, markKey, type Office, policyAt, reply, schoolOf, untilCommitted } from './office.ts';
import { parcel, queue } from './parcels.ts';
import { append, digestOf } from './record.ts';
import { refusal } from './refusal.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';
import { talkAnswers, talkHindered } from './talk-answers.ts';

/** What a case's turn is worked with: the desk, and the school's policy. */
type PolicyDesk = Desk & Pick<Advised, 'policy'>;

/** `undone`: nothing of it was done. */
type Effects = { readonly writes: readonly Write[]; readonly replies: readonly Reply[]; readonly undone?: boolean };

type AnswerCommand = Extract<Command, { kind: 'answer' }>;

type Found = NonNullable<Awaited<ReturnType<typeof readCase>>>;

/** One turn on a case: one point read of its head, one decision, one transaction. */
export async function caseTurn(office: Office, turn: Turn, press: CaseTurnPress): Promise<readonly Reply[]> {
  const markAt = markKey(office, turn);
  const result = await untilCommitted(office, async () => {
    const found = await readCase(office.store, turn.school, press.case);
    const desk = deskFor(office, turn);
    const effects = found
      ? actOn(desk, turn, found, await requestFor(office, desk, turn, press, found))
      : missing(desk, turn, press.verb);
    const { writes, replies } = placed(desk, turn, effects);
    return commitTurn(office, turn.school, markAt, writes, replies, replies);
  });
  return result.kind === 'committed' ? result.outcome : result.replies;
}

function deskFor(office: Office, turn: Turn): PolicyDesk {
  const { ids, clock, sealer } = office;
  const [school, policy] = [schoolOf(office, turn.school), policyAt(office, turn.school)];
  return { school, policy, ids, now: clock.now(), sealer };
}

async function requestFor(
  office: Office,
  desk: PolicyDesk,
  { person, school }: Turn,
  press: CaseTurnPress,
  { current }: Found,
): Promise<CaseRequest> {
  const who = opensSealOf(current, press) ? await openIdentity(office, school, current.id) : undefined;
  return requestOf({ ...desk, person }, press, { current, who });
}

/** An answer of somebody who reported, given in their conversation: part of that turn. */
export async function answerCase(office: Office, turn: Turn, by: Advised, answer: AnswerCommand): Promise<Effects> {
  const desk = deskFor(office, turn);
  const found = await readCase(office.store, turn.school, answer.case);
  return found ? actOn(desk, turn, found, answerRequest(by, answer)) : missing(desk, turn, 'mine.answer');
}

/** No such case, here at least: a forged or mistaken reference. Answered like a refusal, so that nobody can probe. */
function missing(desk: Desk, turn: Turn, action: string): Effects {
  return { writes: [refusal(desk, turn, action)], replies: [saying(desk, turn, 'case.refused')], undone: true };
}

function actOn(desk: PolicyDesk, turn: Turn, { current, etag }: Found, request: CaseRequest): Effects {
  const by = knownOn(desk.sealer, current, turn.person);
  const decision = decide(current, request, by, desk.now);
  switch (decision.kind) {
    case 'done':
      return isRepeat(current, request, by)
        ? { writes: [], replies: answers(desk, turn, current, request, decision) }
        : done(desk, turn, by, current, etag, request, decision);
    case 'forbidden': {
      const { next, write } = append(current, decision.event, desk.now, actor(by));
      return { writes: [head(next, etag), write], replies: [saying(desk, turn, 'case.refused')], undone: true };
    }
    case 'too-late':
    case 'invalid':
      return { writes: [], replies: hindered(desk, turn, current, request, decision), undone: true };
    default:
      return decision satisfies never;
  }
}

/** A second press on the same card with the same words. Opening twice is two openings. */
function isRepeat({ lastDone }: Case, request: CaseRequest, by: Person): boolean {
  return request.kind !== 'open' && lastDone === digestOf(request, actor(by));
}

function done(
  desk: PolicyDesk,
  turn: Turn,
  by: Person,
  current: Case,
  etag: string,
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'done' }>,
): Effects {
  const { next, writes } = carriedOut(desk, by, { current, etag }, request, decision);
  return { writes, replies: answers(desk, turn, next, request, decision) };
}

/** The case once a request is carried out, and all that is written for it. */
export function carriedOut(
  desk: Desk,
  person: Person,
  { current, etag }: { readonly current: Case; readonly etag: string },
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'done' }>,
): { readonly next: Case; readonly writes: readonly Write[] } {
  const lastDone = digestOf(request, actor(person));
  const { next, write } = append({ ...decision.next, lastDone }, decision.event, desk.now, actor(person));
  const card = decision.cardChanged ? cardParcel(desk, next, 'refresh') : [];
  const writes = [head(next, etag), write, ...listWrites(current, next), ...card];
  return { next, writes: [...writes, ...newsParcels(desk, next, decision.tell)] };
}

/** The head of the case, written over the one that was read. */
export function head(next: Case, etag: string): Write {
  return { kind: 'replace', key: key.case(next.id), value: next, etag };
}

/** What is shown after it is done: the card as it now stands, or a line where the card looks the same. */
function answers(
  desk: PolicyDesk,
  turn: Turn,
  current: Case,
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'done' }>,
): readonly Reply[] {
  const { id, state, route } = current;
  const reference = { reference: id };
  if (request.kind === 'answer') {
    const advice = urgentAdvice(desk, turn, request.text, request.found.severity);
    return [...advice, ...(talkAnswers(desk, turn, current, request) ?? [])];
  }
  if (request.kind === 'add') {
    const line = saying(desk, turn, state === 'closed' ? 'add.saved-closed' : 'add.saved', reference);
    return [...urgentAdvice(desk, turn, request.text, request.found.severity), { ...line, replaces: true }];
  }
  const own = talkAnswers(desk, turn, current, request);
  if (own) return own;
  const line = saying(desk, turn, `case.done.${request.kind}`, reference);
  if (turn.address.kind === 'chat' || turn.surface === 'dialog') {
    return [reply({ kind: 'case-detail', caseId: id }, request.kind !== 'open')];
  }
  if (request.kind === 'open') return [line, reply({ kind: 'case-detail', caseId: id })];
  // A case that the channel may not know has no face there, whoever pressed and wherever.
  const hasCard = decision.cardChanged && route.inChannel;
  return hasCard ? [reply({ kind: 'case-card', caseId: id }, true)] : [line];
}

/** What to do now, where an addition says that somebody may be in danger. */
function urgentAdvice(
  { school, policy }: PolicyDesk,
  { person }: Turn,
  text: string,
  severity: Severity,
): readonly Reply[] {
  if (severity !== 'immediate') return [];
  const to = { school, policy, person };
  return [reply({ kind: 'notice', notice: adviceView(to, suggestionFor(to, { ...emptyReport, what: text })) })];
}

/** Why nothing changed, and how the case really stands. */
function hindered(
  desk: Desk,
  turn: Turn,
  current: Case,
  request: CaseRequest,
  decision: Extract<Decision, { kind: 'too-late' | 'invalid' }>,
): readonly Reply[] {
  const reference = { reference: current.id };
  if (request.kind === 'add' || request.kind === 'answer') return [saying(desk, turn, 'add.empty')];
  const own = decision.kind === 'too-late' ? talkHindered(desk, turn, current, request) : undefined;
  if (own) return own;
  if (decision.kind === 'invalid') return [saying(desk, turn, `case.invalid.${decision.why}`, reference)];
  if (decision.why !== 'acknowledged') return [saying(desk, turn, `case.too-late.${decision.why}`, reference)];
  return [acknowledgedFirst(desk, turn, current, decision.by)];
}

function acknowledgedFirst(desk: Desk, turn: Turn, { id }: Case, by: Actor): Reply {
  const own = by.id === turn.person.id;
  const line: WordingId = own ? 'case.too-late.acknowledged-self' : 'case.too-late.acknowledged';
  return saying(desk, turn, line, { reference: id, name: by.name });
}

function saying(desk: Desk, turn: Turn, id: WordingId, values: Readonly<Record<string, string>> = {}): Reply {
  const line = tell({ school: desk.school, person: turn.person }, id, values);
  return reply({ kind: 'notice', notice: notice([line]) });
}

/**
 * Sends each reply where only the right people read it. What was pressed on a card in a channel is answered to the
 * presser alone, by the platform, in one line or a new face of the card; anything else goes to their own chat.
 */
function placed(desk: Desk, turn: Turn, { writes, replies }: Effects): Effects {
  if (turn.address.kind === 'chat' || turn.surface === 'dialog') return { writes, replies };
  const here = replies.filter(({ message }) => turn.surface === 'card' && message.kind !== 'case-detail');
  const elsewhere = replies.filter((one) => !here.includes(one) && one.message.kind !== 'case-card');
  return { replies: here, writes: [...writes, ...elsewhere.map((one) => privately(desk, turn, one))] };
}

function privately({ ids, now }: Desk, { person }: Turn, { message }: Reply): Write {
  return queue(parcel(ids.unique(), now, { to: { kind: 'person', id: person.id }, message, sort: 'news' }));
}
