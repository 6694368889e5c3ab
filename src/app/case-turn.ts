import type { Command, Reply } from '../conversation/dialogue.ts';
import { adviceView } from '../conversation/present/advice.ts';
import { type Advised, suggestionFor } from '../conversation/suggestion.ts';
import type { Turn } from '../conversation/turn.ts';
import { notice, tell } from '../conversation/voice.ts';
import type { WordingId } from '../conversation/wording.ts';
import type { Actor, Case } from '../domain/case.ts';
import { actor, type Decision, type Done } from '../domain/casework/handler.ts';
import { type CaseRequest, decide } from '../domain/casework.ts';
import type { Severity } from '../domain/filing.ts';
import type { Person } from '../domain/people.ts';
import { mayOn } from '../domain/permissions.ts';
import { emptyReport } from '../domain/report.ts';
import { cardDiffers, timerWrites, withClock } from './case-clock.ts';
import { answerRequest, type CaseTurnPress, opensSealOf, requestOf } from './case-requests.ts';
import { readCase } from './compose.ts';
import { type Desk, listWrites, newsParcels, refreshParcels } from './effects.ts';
import { formAgain } from './form-again.ts';
import { knownOn, openIdentity } from './identity.ts';
import { commitTurn, markKey, type Office, policyAt, reply, schoolOf, untilCommitted } from './office.ts';
import { parcel, queue } from './parcels.ts';
import { append, digestOf } from './record.ts';
import { refusal } from './refusal.ts';
import { key } from './rows.ts';
import type { Write } from './store.ts';
import { subjectWrites } from './subject-index.ts';
import { talkAnswers, talkHindered } from './talk-answers.ts';
import { doublesHear, type Found, othersOf } from './tied-cases.ts';

/** What a case's turn is worked with: the desk, and the school's policy. */
type PolicyDesk = Desk & Pick<Advised, 'policy'> & Pick<Office, 'sealer'>;

/** `undone`: nothing of it was done. */
type Effects = { readonly writes: readonly Write[]; readonly replies: readonly Reply[]; readonly undone?: boolean };

type AnswerCommand = Extract<Command, { kind: 'answer' }>;

/** One turn on a case: one point read of its head (two where it ties two cases), one decision, one transaction. */
export async function caseTurn(office: Office, turn: Turn, press: CaseTurnPress): Promise<readonly Reply[]> {
  const markAt = markKey(office, turn);
  const result = await untilCommitted(office, async () => {
    const found = await readCase(office.store, turn.school, press.case);
    const desk = deskFor(office, turn);
    const others = found ? await othersOf(office.store, turn.school, press, found.current) : [];
    const effects = found
      ? actOn(desk, turn, found, await requestFor(office, desk, turn, press, found), others)
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

function actOn(
  desk: PolicyDesk,
  turn: Turn,
  found: Found,
  request: CaseRequest,
  others: readonly Found[] = [],
): Effects {
  const { current, etag } = found;
  const by = knownOn(desk.sealer, current, turn.person);
  const [other] = others;
  const around = { ...desk.school, ...(other && { other: other.current }) };
  const decision = decide(current, request, by, desk.now, around);
  switch (decision.kind) {
    case 'done':
      return isRepeat(current, request, by)
        ? { writes: [], replies: answers(desk, turn, current, request, decision) }
        : done(desk, turn, by, found, others, request, decision);
    case 'forbidden': {
      const { next, write } = append(current, decision.event, desk.now, actor(by));
      return { writes: [head(next, etag), write], replies: [saying(desk, turn, 'case.refused')], undone: true };
    }
    case 'too-late':
    case 'invalid':
    case 'unready':
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
  found: Found,
  others: readonly Found[],
  request: CaseRequest,
  decision: Done,
): Effects {
  const lastDone = digestOf(request, actor(by));
  const changed = change(desk, by, found, { ...decision, next: { ...decision.next, lastDone } });
  const other = others.find(({ current }) => current.id === decision.also?.next.id);
  const also = other && decision.also ? change(desk, by, other, { ...decision.also, cardChanged: false }).writes : [];
  return {
    writes: [...changed.writes, ...also, ...doublesHear(desk, found.current, changed.next, others)],
    replies: answers(desk, turn, changed.next, request, decision),
  };
}

/** Everything that is written where one case changes: its head and event, its lists and cards, and the news of it. */
function change(
  desk: PolicyDesk,
  by: Person,
  { current, etag }: Found,
  { next: after, event, tell: news, cardChanged }: Pick<Done, 'next' | 'event' | 'tell' | 'cardChanged'>,
): { readonly next: Case; readonly writes: readonly Write[] } {
  const timed = withClock(desk, current, after, { event, by: by.id });
  const { next, write } = append(timed, event, desk.now, actor(by));
  const writes = [
    head(next, etag),
    write,
    ...listWrites(current, next),
    ...subjectWrites(desk, current, next),
    ...timerWrites(current, next),
    ...refreshParcels(desk, current, next, cardChanged || cardDiffers(current, next)),
    ...newsParcels(desk, next, news),
  ];
  return { next, writes };
}

/** The case once a request that concerns no other is carried out, and all that is written for it. */
export function carriedOut(
  desk: PolicyDesk,
  by: Person,
  found: Found,
  request: CaseRequest,
  decision: Done,
): { readonly next: Case; readonly writes: readonly Write[] } {
  const lastDone = digestOf(request, actor(by));
  return change(desk, by, found, { ...decision, next: { ...decision.next, lastDone } });
}

/** The head of the case, written over the one that was read. */
export function head(next: Case, etag: string): Write {
  return { kind: 'replace', key: key.case(next.id), value: next, etag };
}

/** What is shown after it is done: the card as it now stands, or a line where the card looks the same. */
function answers(desk: PolicyDesk, turn: Turn, next: Case, request: CaseRequest, decision: Done): readonly Reply[] {
  const { id, state, route } = next;
  const reference = { reference: id };
  if (request.kind === 'answer') {
    const advice = urgentAdvice(desk, turn, request.text, request.found.severity);
    return [...advice, ...(talkAnswers(desk, turn, next, request) ?? [])];
  }
  if (request.kind === 'add') {
    const line = saying(desk, turn, state === 'closed' ? 'add.saved-closed' : 'add.saved', reference);
    return [...urgentAdvice(desk, turn, request.text, request.found.severity), { ...line, replaces: true }];
  }
  const own = talkAnswers(desk, turn, next, request);
  if (own) return own;
  if (!mayOn(turn.person, 'open', next)) return [{ ...saying(desk, turn, leftLine(next), reference), replaces: true }];
  if (request.kind === 'chronology') {
    return [reply({ kind: 'chronology', caseId: id, party: request.party }, true)];
  }
  const line = saying(desk, turn, `case.done.${request.kind}`, reference);
  if (request.kind === 'told-in-person') return [line];
  if (turn.address.kind === 'chat' || turn.surface === 'dialog') {
    const detail = reply({ kind: 'case-detail', caseId: id }, request.kind !== 'open' || isBack(turn));
    // A reply changes nothing at the top of the case, so that it went is said in words.
    return request.kind === 'reply' ? [detail, line] : [detail];
  }
  // From a form that was refused, back to the channel's card.
  if (isBack(turn) && route.inChannel) return [reply({ kind: 'case-card', caseId: id }, true)];
  if (request.kind === 'open') return [line, reply({ kind: 'case-detail', caseId: id })];
  // A case that the channel may not know has no face there, whoever pressed and wherever.
  const hasCard = decision.cardChanged && route.inChannel && request.kind !== 'escalate';
  return hasCard ? [reply({ kind: 'case-card', caseId: id }, true)] : [line];
}

/** What is said to somebody whom their own step took the case away from: who has it now, or that nobody has. */
function leftLine({ route }: Case): WordingId {
  const [role] = route.roles;
  return role === 'headteacher' || role === 'chair-of-governors'
    ? `case.left.${role}`
    : role
      ? 'case.left'
      : 'case.left.nobody';
}

/** Pressed on a menu of the case, which the case then takes the place of. */
function isBack({ body }: Turn): boolean {
  return body.kind === 'pressed' && body.press.verb === 'case.back';
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
  decision: Extract<Decision, { kind: 'too-late' | 'invalid' | 'unready' }>,
): readonly Reply[] {
  const reference = { reference: current.id };
  if (request.kind === 'add' || request.kind === 'answer') return [saying(desk, turn, 'add.empty')];
  const own = decision.kind === 'too-late' ? talkHindered(desk, turn, current, request) : undefined;
  if (own) return own;
  if (decision.kind !== 'too-late') return [formAgain(desk, turn, current, decision)];
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
